import type { UserId } from '../../kernel/ids.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import { ago } from './ago.ts';

const DAY = 86_400_000;

/** For whom they vote. */
const FOR = 'sam-r';

/**
 * Eight accounts that vote for nobody but one author: a ring for the search to find, so that whoever looks after the demo
 * sees what evidence looks like. They cannot be signed in to.
 */
export async function addPuppets(tx: Tx, people: ReadonlyMap<string, UserId>): Promise<void> {
	const author = people.get(FOR);
	if (!author) return;
	const names = ['k7f2', 'm3qd', 'p9xw', 't4hb', 'v8zc', 'w2nl', 'y6rj', 'z5gs'];
	const puppets = await tx
		.insertInto('users')
		.values(
			names.map((name, n) => ({
				handle: `reader-${name}`,
				name: `reader-${name}`,
				email: `reader-${name}@demo.stoa.example`,
				email_verified: true,
				locale: 'en',
				origin: 'demo',
				created_at: ago(40 + n * 0.3),
			})),
		)
		.returning('id')
		.execute();
	const { rows: texts } = await sql<{ itemId: number; replyId: number | null; at: Date }>`
		select id as "itemId", null::bigint as "replyId", published_at as at from items where author_id = ${author} and status = 'published'
		union all select item_id, id, created_at from replies where author_id = ${author} and status = 'published' and kind <> 'comment'
		order by 1, 2`.execute(tx);
	const begun = ago(37).getTime();
	for (const [place, { itemId, replyId, at }] of texts.entries()) {
		// One of them forgets one now and then.
		const those = puppets.filter((_, n) => (n * 5 + place * 3) % 17 !== 0);
		await tx
			.insertInto('votes')
			.values(
				those.map(({ id }, n) => ({
					user_id: id,
					item_id: itemId,
					reply_id: replyId,
					value: 1,
					created_at: new Date(Math.max(at.getTime() + DAY / 8, begun + place * DAY) + n * 420_000),
				})),
			)
			.execute();
		const up = those.length;
		await sql`update ${replyId === null ? sql.table('items') : sql.table('replies')}
			set score = score + ${up}::int, up_count = up_count + ${up}::int where id = ${replyId ?? itemId}`.execute(
			tx,
		);
	}
}
