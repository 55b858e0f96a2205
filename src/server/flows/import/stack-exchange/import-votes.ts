import { sql, type Tx } from '../../../platform/db/index.ts';
import { insertRows, reserveIds } from '../bulk.ts';
import { expect, leaveOut } from '../import-run.ts';
import { findTargets, insertRefs, sortByRefs } from '../refs.ts';
import type { Vote } from './dump-rows.ts';
import { findPosts } from './find-posts.ts';
import { type Importing, importRows } from './import-phase.ts';
import { VOTE } from './tally-votes.ts';

/**
 * The few votes that are more than a count: favourites with a name become bookmarks, offers of a bounty become
 * bounties. Up and down votes are in the scores already.
 */
export async function importVotes(importing: Importing): Promise<void> {
	const { db, run } = importing;
	await importRows(importing, {
		name: 'votes',
		table: 'votes',
		batch: 5000,
		prepare: async (rows) => {
			const posts = await findPosts(
				db,
				run.source,
				rows.map((row) => row.postId),
			);
			const users = await findTargets(
				db,
				run.source,
				'user',
				rows.map((row) => row.userId),
			);
			const bounties = rows.filter(
				(row) => row.type === VOTE.bountyStart && row.bounty && posts.has(row.postId),
			);
			return {
				rows,
				posts,
				users,
				bounties: await sortByRefs(db, run.source, 'bounty', bounties, (row) => row.id),
			};
		},
		write: async (tx, { rows, posts, users, bounties }, tally) => {
			leaveOut(
				tally,
				'votes on posts that are not in the dump, or on tag descriptions',
				rows.filter((row) => !posts.has(row.postId)).length,
			);
			const present = rows.filter((row) => posts.has(row.postId));
			const favourites = present.filter((row) => row.type === VOTE.favourite);
			const named = favourites.filter((row) => row.userId !== undefined && users.has(row.userId));
			leaveOut(
				tally,
				'favourites of nobody in the dump (counted, not listed)',
				favourites.length - named.length,
			);
			const bookmarks = await insertRows(
				tx,
				'bookmarks',
				named.map((row) => ({
					user_id: users.get(row.userId!),
					item_id: posts.get(row.postId)!.itemId,
					created_at: row.createdAt,
				})),
				'ignore',
			);
			expect(tally, 'bookmarks', named.length);
			expect(
				tally,
				'counted in scores',
				present.filter((row) => row.type === VOTE.up || row.type === VOTE.down).length,
			);
			leaveOut(
				tally,
				'acceptances (taken from the questions)',
				present.filter((row) => row.type === VOTE.accepted).length,
			);
			leaveOut(
				tally,
				'ends of bounties (kept with their beginning)',
				present.filter((row) => row.type === VOTE.bountyClose).length,
			);
			leaveOut(tally, 'flags and reviews', present.filter((row) => !KEPT.has(row.type)).length);
			expect(tally, 'bounties', bounties.fresh.length + bounties.changed.length + bounties.unchanged);
			await insertBounties(tx, run.source, bounties.fresh, posts, users);
			tally.created += bookmarks + bounties.fresh.length;
			tally.unchanged += named.length - bookmarks + bounties.unchanged + bounties.changed.length;
			await awardBounties(
				tx,
				run.source,
				present.filter((row) => row.type === VOTE.bountyClose),
				posts,
			);
		},
	});
}

const KEPT: ReadonlySet<number> = new Set(Object.values(VOTE));
const RUNS_DAYS = 7;
const DAY_MS = 86_400_000;

type Posts = Awaited<ReturnType<typeof findPosts>>;

async function insertBounties(
	tx: Tx,
	source: string,
	fresh: { row: Vote; hash: string }[],
	posts: Posts,
	users: Map<number, number>,
): Promise<void> {
	if (fresh.length === 0) return;
	const ids = await reserveIds(tx, 'bounties', fresh.length);
	await insertRows(
		tx,
		'bounties',
		fresh.map(({ row }, index) => {
			const startsAt = row.createdAt ?? new Date(0);
			return {
				id: ids[index],
				item_id: posts.get(row.postId)!.itemId,
				offered_by: row.userId === undefined ? null : (users.get(row.userId) ?? null),
				amount: row.bounty,
				starts_at: startsAt,
				ends_at: new Date(startsAt.getTime() + RUNS_DAYS * DAY_MS),
			};
		}),
	);
	await insertRefs(
		tx,
		source,
		'bounty',
		fresh.map(({ row, hash }, index) => ({ sourceId: row.id, targetId: ids[index]!, rowHash: hash })),
	);
}

/**
 * A bounty's end names the answer that got it, or the question when nobody did; it belongs to the oldest bounty of
 * that question still without an end. Votes are in the order of time, so the beginning is always there.
 */
async function awardBounties(tx: Tx, source: string, ends: Vote[], posts: Posts): Promise<void> {
	for (const end of ends) {
		const { itemId, replyId } = posts.get(end.postId)!;
		await sql`update bounties set reply_id = ${replyId}, awarded_at = case when ${replyId}::bigint is null then null else ${end.createdAt}::timestamptz end,
				ends_at = ${end.createdAt}::timestamptz
			where id = (
				select bounties.id from bounties
				join import_refs on import_refs.target_id = bounties.id and import_refs.kind = 'bounty' and import_refs.source = ${source}
				where item_id = ${itemId} and awarded_at is null and starts_at <= ${end.createdAt}::timestamptz
					and ends_at = starts_at + make_interval(days => ${RUNS_DAYS})
				order by starts_at, bounties.id limit 1)`.execute(tx);
	}
}
