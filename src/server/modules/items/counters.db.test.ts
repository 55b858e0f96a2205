import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Db, sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { updateSpace } from '../spaces/index.ts';
import {
	bookmark,
	deleteItem,
	deleteReply,
	follow,
	hideItem,
	hideReply,
	moveItem,
	publishItem,
	react,
	reply,
	restoreItem,
	restoreReply,
	reviseItem,
	unhideItem,
	unhideReply,
	vote,
} from './index.ts';
import { aPerson, aSpace, plainKinds } from './testing.ts';

plainKinds();
const { db } = await testDatabase();

/** What every counter should be, counted anew; a row for each one that is wrong. */
async function wrongCounters(handle: Db): Promise<unknown[]> {
	const { rows } = await sql`
		with seen as (select r.*, coalesce(root.status, 'published') as root_status from replies r left join replies root on root.id = r.root_id)
		select 'item' as what, i.id, kept as is, counted as should_be from items i cross join lateral (select
			jsonb_build_array(i.score, i.up_count, i.down_count, i.answer_count, i.comment_count, i.reply_count, i.bookmark_count,
				i.follower_count, i.reaction_counts, i.listed, i.tag_slugs) as kept,
			jsonb_build_array(
				(select coalesce(sum(value), 0) from votes where item_id = i.id and reply_id is null),
				(select count(*) from votes where item_id = i.id and reply_id is null and value = 1),
				(select count(*) from votes where item_id = i.id and reply_id is null and value = -1),
				(select count(*) from replies where item_id = i.id and kind <> 'comment' and status = 'published'),
				(select count(*) from replies where item_id = i.id and kind = 'comment' and root_id is null and status = 'published'),
				(select count(*) from seen where item_id = i.id and status = 'published' and root_status = 'published'),
				(select count(*) from bookmarks where item_id = i.id),
				(select count(*) from follows where item_id = i.id),
				(select coalesce(jsonb_object_agg(emoji, n), '{}') from (select emoji, count(*) as n from reactions
					where item_id = i.id and reply_id is null group by emoji) c),
				(select access <> 'private' from spaces where id = i.space_id),
				coalesce((select array_agg(t.slug order by array_position(i.tag_slugs, t.slug)) from item_tags x
					join tags t on t.id = x.tag_id where x.item_id = i.id), '{}')) as counted) c
			where kept <> counted
		union all select 'reply', r.id, null, null from replies r where
			r.score <> (select coalesce(sum(value), 0) from votes where reply_id = r.id)
			or r.comment_count <> (select count(*) from replies c where c.root_id = r.id and c.status = 'published')
			or r.reaction_counts <> (select coalesce(jsonb_object_agg(emoji, n), '{}') from (select emoji, count(*) as n from reactions where reply_id = r.id group by emoji) c)
		union all select 'tag', t.id, null, null from tags t where
			t.item_count <> (select count(*) from item_tags x join items i on i.id = x.item_id where x.tag_id = t.id and i.status = 'published' and i.listed)
		union all select 'tag order', x.tag_id, null, null from item_tags x join items i on i.id = x.item_id where
			(x.visible, x.unanswered, x.hot_rank, x.score, x.published_at, x.last_activity_at) is distinct from
			(i.status = 'published' and i.listed, i.kind = 'question' and i.answer_count = 0 and i.closed_at is null, i.hot_rank, i.score, i.published_at, i.last_activity_at)
		union all select 'space', s.id, null, null from spaces s where
			s.item_count <> (select count(*) from items where space_id = s.id and status = 'published')
			or s.member_count <> (select count(*) from space_members where space_id = s.id)`.execute(handle);
	return rows;
}

test('after anything that people and moderators do, at once or in turn, every counter is what a count would give', async () => {
	const admin = await aPerson(db, { role: 'admin' });
	const people = await Promise.all(Array.from({ length: 3 }, () => aPerson(db)));
	const tags = ['t1', 't2', 't3', 't4'];
	const step = fc.record({
		what: fc.constantFrom(
			'answer',
			'comment',
			'under',
			'vote',
			'voteReply',
			'delete',
			'restore',
			'hide',
			'unhide',
			'deleteReply',
			'restoreReply',
			'hideReply',
			'unhideReply',
			'move',
			'revise',
			'react',
			'bookmark',
			'follow',
			'access',
		),
		who: fc.nat(2),
		n: fc.nat(5),
		on: fc.boolean(),
	});
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 4, maxLength: 12 }),
			async (rounds) => {
				const open = await aSpace(db);
				const closed = await aSpace(db, { access: 'private', members: people.map((person) => person.id) });
				const author = people[0]!;
				const { id: itemId } = await publishItem(db, author.actor, {
					kind: 'question',
					spaceId: open.id,
					title: 'A question',
					source: 'Long enough.',
					tags: ['t1', 't2'],
				});
				const replies: number[] = [];
				const pick = (n: number) => replies[n % Math.max(replies.length, 1)] ?? 0;
				const act = async ({ what, who, n, on }: { what: string; who: number; n: number; on: boolean }) => {
					const { actor } = people[who]!;
					const key = { itemId, replyId: pick(n) };
					const keep = async (made: Promise<{ id: number }>) => replies.push((await made).id);
					switch (what) {
						case 'answer':
							return keep(reply(db, actor, { itemId, kind: 'answer', source: 'A text.' }));
						case 'comment':
							return keep(reply(db, actor, { itemId, kind: 'comment', source: 'A text.' }));
						case 'under':
							return keep(
								reply(db, actor, { itemId, kind: 'comment', parentId: pick(n), source: 'A text.' }),
							);
						case 'vote':
							return vote(db, actor, { itemId, value: on ? 1 : -1 });
						case 'voteReply':
							return vote(db, actor, { ...key, value: ((n % 3) - 1) as -1 | 0 | 1 });
						case 'delete':
							return deleteItem(db, admin.actor, itemId);
						case 'restore':
							return restoreItem(db, admin.actor, itemId);
						case 'hide':
							return hideItem(db, admin.actor, itemId);
						case 'unhide':
							return unhideItem(db, admin.actor, itemId);
						case 'deleteReply':
							return deleteReply(db, admin.actor, key);
						case 'restoreReply':
							return restoreReply(db, admin.actor, key);
						case 'hideReply':
							return hideReply(db, admin.actor, key);
						case 'unhideReply':
							return unhideReply(db, admin.actor, key);
						case 'move':
							return moveItem(db, admin.actor, itemId, on ? open.id : closed.id);
						case 'revise': {
							const { revision } = await db
								.selectFrom('items')
								.select('revision')
								.where('id', '=', itemId)
								.executeTakeFirstOrThrow();
							return reviseItem(db, author.actor, itemId, {
								revision,
								title: `Title ${n}`,
								source: `Text ${n} is long enough.`,
								tags: tags.slice(n % 3, (n % 3) + 2),
							});
						}
						case 'react':
							return react(db, actor, { itemId, replyId: n % 2 ? pick(n) : null, emoji: 'heart', on });
						case 'bookmark':
							return bookmark(db, actor, itemId, on);
						case 'follow':
							return follow(db, actor, { itemId }, on);
						default:
							return updateSpace(db, admin.actor, open.id, { access: on ? 'public' : 'private' });
					}
				};
				for (const round of rounds) {
					// Refusals are part of life here; what must not happen is a deadlock or a wrong count.
					const done = await Promise.allSettled(round.map(act));
					for (const one of done) if (one.status === 'rejected' && !one.reason.status) throw one.reason;
				}
				expect(await wrongCounters(db)).toEqual([]);
			},
		),
		{ numRuns: 25 },
	);
}, 120_000);

test('writers who touch the same tags and spaces in other orders never wait for each other in a circle', async () => {
	const space = await aSpace(db);
	const writers = await Promise.all(Array.from({ length: 8 }, () => aPerson(db)));
	const words = ['d1', 'd2', 'd3', 'd4', 'd5'];
	await Promise.all(
		Array.from({ length: 40 }, (_, n) =>
			publishItem(db, writers[n % 8]!.actor, {
				kind: 'question',
				spaceId: space.id,
				title: `Question ${n}`,
				source: 'Long enough.',
				tags: [...words.slice(n % 5), ...words.slice(0, n % 5)],
			}),
		),
	);
	expect(await wrongCounters(db)).toEqual([]);
});

test('rows that come in by any other road are counted too', async () => {
	const space = await aSpace(db);
	const author = await aPerson(db);
	await sql`insert into tags (slug, name) values ('bulk', 'bulk')`.execute(db);
	await sql`insert into items (kind, space_id, author_id, slug, title, tag_slugs) select 'question', ${space.id}::bigint, ${author.id}::bigint, 'b' || n, 'Bulk ' || n, array['bulk'] from generate_series(1, 50) n`.execute(
		db,
	);
	await sql`insert into item_tags (item_id, tag_id) select i.id, t.id from items i join tags t on t.slug = 'bulk' where i.space_id = ${space.id}`.execute(
		db,
	);
	expect(await wrongCounters(db)).toEqual([]);
	await db.updateTable('spaces').set({ access: 'private' }).where('id', '=', space.id).execute();
	expect(await wrongCounters(db)).toEqual([]);
	await sql`delete from items where space_id = ${space.id} and id % 2 = 0`.execute(db);
	expect(await wrongCounters(db)).toEqual([]);
});
