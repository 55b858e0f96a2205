import { now } from '../../kernel/clock.ts';
import { sql } from '../../platform/db/index.ts';
import { type Handler, onEvents } from '../../platform/events/index.ts';
import { enqueue } from '../../platform/jobs/index.ts';

/** So many up-votes for one author within an hour ask for a look around that author. */
export const BURST = 15;
const HOUR = 3_600_000;

/** Counts votes by author and hour, and has what a confirmed ring goes on with discounted, too. */
export const fairplayHandlers: Handler[] = [
	onEvents('fairplay.count-votes', ['items.voted'], async (tx, event) => {
		const { authorId, to } = event.payload;
		if (authorId === null || to !== 1) return;
		const at = now();
		const hourAgo = new Date(at.getTime() - HOUR);
		const { rows } = await sql<{ votes: number; due: boolean }>`
			insert into fair_pulses (author_id, since, votes) select id, ${at}, 1 from users where id = ${authorId}
			on conflict (author_id) do update set
				votes = case when fair_pulses.since < ${hourAgo} then 1 else fair_pulses.votes + 1 end,
				since = case when fair_pulses.since < ${hourAgo} then ${at}::timestamptz else fair_pulses.since end
			returning votes, due`.execute(tx);
		if (rows[0] && rows[0].votes >= BURST && !rows[0].due) {
			await tx.updateTable('fair_pulses').set({ due: true }).where('author_id', '=', authorId).execute();
			// One look for all bursts of a quarter of an hour.
			await enqueue(
				tx,
				'fairplay.look-around',
				{},
				{
					key: 'fairplay.look-around',
					queue: 'fairplay',
					runAt: new Date(Math.ceil((at.getTime() + 1) / 900_000) * 900_000),
				},
			);
		}
		if (event.actorId === null) return;
		const ring = await sql<{ id: number }>`select f.id from fair_findings f
			join fair_finding_people a on a.finding_id = f.id and a.user_id = ${event.actorId}
			join fair_finding_people b on b.finding_id = f.id and b.user_id = ${authorId}
			where f.status = 'confirmed' limit 1`.execute(tx);
		if (ring.rows[0])
			await enqueue(
				tx,
				'fairplay.discount',
				{ findingId: ring.rows[0].id },
				{
					key: `fairplay.discount:${ring.rows[0].id}`,
					queue: 'fairplay',
					// The vote itself earns first, by another handler of the same event.
					runAt: new Date(at.getTime() + 30_000),
				},
			);
	}),
];
