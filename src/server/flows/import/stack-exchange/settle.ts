import { sql } from '../../../platform/db/index.ts';
import { type Importing, importOnce } from './import-phase.ts';

const RANGE = 5000;
const LOADED = [
	'import_refs',
	'users',
	'tags',
	'items',
	'item_bodies',
	'item_tags',
	'replies',
	'revisions',
	'item_links',
	'sources',
	'redirects',
	'bookmarks',
	'user_badges',
	'reputation_entries',
];

/**
 * What can be known only when everything is there: counters of replies, accepted answers, and the newest revision,
 * which holds the text as it is shown. Set-based, in ranges of items; nothing is written that is already so.
 */
export async function settle(importing: Importing): Promise<void> {
	const { db, run } = importing;
	await importOnce(importing, 'statistics', 'tables', async () => {
		// Without them the planner takes the tables for empty, and every later statement for a handful of rows.
		await sql`analyze ${sql.join(LOADED.map((name) => sql.table(name)))}`.execute(db);
		return LOADED.length;
	});
	await importOnce(importing, 'settle', 'questions', async () => {
		let after = 0;
		let seen = 0;
		for (;;) {
			const { rows } = await sql<{
				last: number | null;
				n: number;
			}>`select max(target_id) as last, count(*)::int as n from (
				select target_id from import_refs where source = ${run.source} and kind = 'question' and target_id > ${after}
				order by target_id limit ${RANGE}) as range`.execute(db);
			const { last, n } = rows[0]!;
			if (last === null) return seen;
			seen += n;
			await db.transaction().execute(async (tx) => {
				const range = sql`select target_id from import_refs where source = ${run.source} and kind = 'question' and target_id > ${after} and target_id <= ${last}`;
				await sql`with ours as materialized (${range}), counted as (
						select item_id, count(*) filter (where kind <> 'comment')::int as answers,
							count(*) filter (where kind = 'comment' and root_id is null)::int as comments, count(*)::int as replies
						from replies where status = 'published' and item_id in (select target_id from ours) group by item_id
					), wanted as (
						select target_id, coalesce(answers, 0) as answers, coalesce(comments, 0) as comments, coalesce(replies, 0) as replies
						from ours left join counted on item_id = target_id
					) update items set answer_count = answers, comment_count = comments, reply_count = replies from wanted
						where id = target_id and (answer_count, comment_count, reply_count) is distinct from (answers, comments, wanted.replies)`.execute(
					tx,
				);
				await sql`with ours as materialized (${range}), counted as (
						select root_id, count(*)::int as comments from replies
						where status = 'published' and root_id is not null and item_id in (select target_id from ours) group by root_id
					) update replies set comment_count = comments from counted
						where id = counted.root_id and comment_count is distinct from comments`.execute(tx);
				await sql`with ours as materialized (${range}) update revisions set source = bodies.source
					from items join item_bodies bodies on bodies.item_id = items.id
					where items.id in (select target_id from ours) and revisions.item_id = items.id and revisions.reply_id is null
						and revisions.number = items.revision and revisions.source <> bodies.source`.execute(tx);
				await sql`with ours as materialized (${range}) update revisions set source = replies.source from replies
					where replies.item_id in (select target_id from ours) and revisions.item_id = replies.item_id and revisions.reply_id = replies.id
						and revisions.number = replies.revision and revisions.source <> replies.source`.execute(tx);
			});
			after = last;
		}
	});
	await importOnce(importing, 'acceptances', 'answers', async () => {
		const { numAffectedRows } = await sql`with waiting as (
				update import_refs as pair set content_hash = 'applied' from import_refs as answer, replies
				where pair.source = ${run.source} and pair.kind = 'accepted' and pair.content_hash = ''
					and answer.source = ${run.source} and answer.kind = 'answer' and answer.source_id = pair.source_id
					and replies.id = answer.target_id and replies.item_id = pair.target_id
				returning pair.target_id as item_id, answer.target_id as reply_id
			) update items set accepted_reply_id = waiting.reply_id from waiting where items.id = waiting.item_id`.execute(
			db,
		);
		return Number(numAffectedRows ?? 0);
	});
}
