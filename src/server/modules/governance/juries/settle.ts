import { now } from '../../../kernel/clock.ts';
import type { UserId } from '../../../kernel/ids.ts';
import { type Db, inTransaction, type Tx } from '../../../platform/db/index.ts';
import { emit } from '../../../platform/events/index.ts';
import { drawOrder } from '../draw.ts';
import { summon } from './call-jury.ts';
import { caseDesk } from './cases.ts';
import { type Evidence, type JuryVote, outcomeOf } from './jury.ts';

/**
 * Does with a jury what is due, under its lock: marks who did not come in time, summons substitutes in the order of the
 * draw, and closes it when all its seats have voted or its time is over. A jury without a quorum decides nothing, and its
 * case is the moderators' again.
 */
export async function settleJury(tx: Tx, juryId: number): Promise<void> {
	const jury = await tx
		.selectFrom('juries')
		.selectAll()
		.where('id', '=', juryId)
		.forUpdate()
		.executeTakeFirst();
	if (jury?.status !== 'sealed') return;
	const at = now();
	await tx
		.updateTable('jury_seats')
		.set({ status: 'absent' })
		.where('jury_id', '=', juryId)
		.where('status', '=', 'summoned')
		.where('due_at', '<=', at)
		.execute();
	const seats = await tx
		.selectFrom('jury_seats')
		.selectAll()
		.where('jury_id', '=', juryId)
		.orderBy('drawn')
		.execute();
	const votes = seats.flatMap(({ vote }) => (vote === null ? [] : [vote as JuryVote]));
	const over = at >= jury.closes_at;
	if (!over && votes.length < jury.size) {
		const sitting = seats.filter(({ status }) => status === 'voted' || status === 'summoned').length;
		const left = drawOrder(jury.seed, jury.pool as UserId[]).slice(seats.length);
		const next = left.slice(0, jury.size - sitting);
		await summon(tx, juryId, next, seats.length + 1, {
			title: jury.title,
			hours: jury.juror_hours,
			by: null,
		});
		// Nobody is left to come, and nobody to wait for: what was voted has to do.
		if (sitting + next.length > votes.length) return;
	}
	const open = await caseDesk().isOpen(tx, jury.case_id);
	const decided = open ? outcomeOf(votes, jury.quorum) : null;
	const status = !open ? 'cancelled' : decided === null ? 'failed' : 'decided';
	const upheld = votes.filter((vote) => vote === 'uphold').length;
	const told = decided === 'upheld' ? 'uphold' : 'dismiss';
	// The reasons of the majority, in the order of a draw: who wrote which is not told.
	const reasons = seats
		.filter(({ vote }) => vote === told)
		.map(({ reasons: words }) => words)
		.sort();
	const statement =
		decided === null
			? ''
			: [`${upheld} : ${votes.length - upheld}`, ...reasons].join('\n\n').slice(0, 10_000);
	await tx
		.updateTable('juries')
		.set({
			status,
			outcome: decided,
			upheld_votes: upheld,
			dismissed_votes: votes.length - upheld,
			statement,
			closed_at: at,
		})
		.where('id', '=', juryId)
		.execute();
	if (decided !== null)
		await caseDesk().decide(tx, {
			juryId,
			jurors: seats.filter(({ vote }) => vote !== null).map(({ user_id }) => user_id as UserId),
			caseId: jury.case_id,
			outcome: decided,
			category: (jury.evidence as unknown as Evidence).category,
			reason: statement.slice(0, 2000),
		});
	await emit(tx, null, 'governance.changed', {
		what: 'jury',
		id: juryId,
		change: status,
		title: jury.title,
		people: [
			...seats.filter(({ vote }) => vote !== null).map(({ user_id }) => user_id),
			...(jury.called_by === null ? [] : [jury.called_by]),
		],
	});
}

/** Settles every jury of which something is due. @returns how many were looked at */
export async function moveJuriesOn(db: Db): Promise<number> {
	const at = now();
	const due = await db
		.selectFrom('juries as j')
		.select('j.id')
		.where('j.status', '=', 'sealed')
		.where((eb) =>
			eb.or([
				eb('j.closes_at', '<=', at),
				eb.exists(
					eb
						.selectFrom('jury_seats as s')
						.select('s.user_id')
						.whereRef('s.jury_id', '=', 'j.id')
						.where('s.status', '=', 'summoned')
						.where('s.due_at', '<=', at),
				),
			]),
		)
		.orderBy('j.id')
		.limit(200)
		.execute();
	for (const { id } of due) await inTransaction(db, (tx) => settleJury(tx, id));
	return due.length;
}
