import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { proveMoney } from '../prove-money.ts';
import { deeds } from './commerce/deeds.ts';
import { readCommerce } from './commerce/read-commerce.ts';
import { seedDemo } from './index.ts';
import { readDemo, readDemoItem } from './read-demo.ts';

const keys = {
	passwordHash: 'hash',
	secret: 'a secret of an instance in tests',
	origin: 'https://stoa.example',
};

test('an item file is read with its replies threaded', () => {
	const item = readDemoItem(
		'x',
		'---\nkind: question\ntitle: T\nspace: commons\nauthor: a\nlang: en\ntags: [sql]\ndays_ago: 3\n---\nBody\n\n```\n=== answer @not-a-reply\n```\n\n>>> comment @b days_ago=2.5 up=3\nc1\n\n>>> reply @c days_ago=2\nc2\n\n=== answer @d days_ago=2 up=1 down=2\nA\n\n>>> comment @e days_ago=1\nc3\n',
	);
	expect(item.source).toContain('=== answer @not-a-reply');
	expect(
		item.replies.map(({ kind, author, parent, root, source }) => [kind, author, parent, root, source]),
	).toEqual([
		['comment', 'b', null, null, 'c1'],
		['comment', 'c', 0, null, 'c2'],
		['answer', 'd', null, null, 'A'],
		['comment', 'e', 2, 2, 'c3'],
	]);
	expect(item.replies[2]).toMatchObject({ up: 1, down: 2, daysAgo: 2 });
});

test('every demo file names people, tags and spaces that exist, and nothing is older than what it stands under', () => {
	const demo = readDemo('demo');
	const people = new Set(demo.people.map(({ handle }) => handle));
	const tags = new Set(demo.tags.map(({ slug }) => slug));
	const spaces = new Set(demo.spaces.map(({ slug }) => slug));
	const wrong: string[] = [];
	for (const item of demo.items) {
		if (!people.has(item.author)) wrong.push(`${item.slug}: author ${item.author}`);
		if (!spaces.has(item.space)) wrong.push(`${item.slug}: space ${item.space}`);
		for (const tag of item.tags) if (!tags.has(tag)) wrong.push(`${item.slug}: tag ${tag}`);
		for (const reply of item.replies) {
			if (!people.has(reply.author)) wrong.push(`${item.slug}: reply by ${reply.author}`);
			if (reply.daysAgo > item.days_ago) wrong.push(`${item.slug}: reply older than the item`);
			if (reply.parent !== null && reply.daysAgo > item.replies[reply.parent]!.daysAgo)
				wrong.push(`${item.slug}: comment older than its parent`);
			if (reply.source === '') wrong.push(`${item.slug}: empty reply`);
		}
		if (item.accepted && item.replies.filter((reply) => reply.kind === 'answer').length < item.accepted)
			wrong.push(`${item.slug}: accepted answer missing`);
		if (item.up + item.down > 29) wrong.push(`${item.slug}: more votes than voters`);
	}
	expect(wrong).toEqual([]);
});

test('the demo fills an empty database once, with counters that agree with its rows', async () => {
	const { db } = await testDatabase();
	expect(await seedDemo(db, 'demo', keys)).toBe(true);
	expect(await seedDemo(db, 'demo', keys)).toBe(false);
	const { rows } = await sql<Record<string, number>>`select
		(select count(*)::int from users) as people, (select count(*)::int from items where status = 'published') as items, (select count(*)::int from spaces) as spaces,
		(select count(*)::int from items i where score <> coalesce((select sum(value) from votes v where v.item_id = i.id and reply_id is null), 0)) as wrong_item_scores,
		(select count(*)::int from replies r where score <> coalesce((select sum(value) from votes v where v.reply_id = r.id), 0)) as wrong_reply_scores,
		(select count(*)::int from items i where reply_count <> (select count(*) from replies r where r.item_id = i.id and r.status = 'published')) as wrong_reply_counts,
		(select count(*)::int from items i where answer_count <> (select count(*) from replies r where r.item_id = i.id and kind <> 'comment')) as wrong_answer_counts,
		(select count(*)::int from tags t where item_count <> (select count(*) from item_tags x where x.tag_id = t.id)) as wrong_tag_counts,
		(select count(*)::int from items where access = 'paid' and price_amount is null) as paid_without_price,
		(select count(*)::int from users u where unread_count <> (select count(*) from notifications n where n.user_id = u.id and read_at is null)) as wrong_unread_counts,
		(select count(*)::int from orders where status = 'paid') as paid_orders,
		(select count(*)::int from users where expert) as experts,
		(select count(*)::int from (select 1 from reputation_entries where counts and giver_id is not null group by user_id, giver_id, item_id, reply_id, cause having count(*) > 1) twice) as booked_twice,
		(select count(*)::int from fair_findings f where pattern = 'ring' and (select count(*) from fair_finding_people p where p.finding_id = f.id and p.part = 'giver') = 8) as rings,
		(select count(*)::int from orders o where paid_at is not null and amount > 0 and not exists (select from invoices i where i.order_id = o.id)) as without_invoice,
		(select count(*)::int from ledger_transfers where created_at > now() - interval '1 hour') as booked_today,
		(select count(*)::int from payments p join sandbox_payments b using (reference) where p.status <> b.status) as unknown_to_the_sandbox,
		(select count(*)::int from notifications n where n.created_at < (select max(created_at) from notifications b where b.id < n.id)) as told_out_of_order,
		(select count(*)::int from items where closed_at is not null) - (select count(*)::int from moderation_actions where action = 'item:closed') as closed_without_a_line`.execute(
		db,
	);
	expect(rows[0]).toMatchObject({
		// Thirty people, and eight accounts that somebody votes for themselves with.
		people: 38,
		experts: 4,
		rings: 1,
		booked_twice: 0,
		spaces: 4,
		wrong_item_scores: 0,
		wrong_reply_scores: 0,
		wrong_reply_counts: 0,
		wrong_answer_counts: 0,
		wrong_tag_counts: 0,
		paid_without_price: 0,
		wrong_unread_counts: 0,
		without_invoice: 0,
		booked_today: 0,
		unknown_to_the_sandbox: 0,
		told_out_of_order: 0,
		closed_without_a_line: 0,
	});
	// One course is an organisation's own.
	expect(rows[0]!.items).toBe(
		85 + readdirSync('demo/courses').filter((name) => !name.endsWith('.yaml')).length,
	);
	// Everything went through the ledger, which balances, and each state that there is can be looked at.
	expect(await proveMoney(db)).toEqual([]);
	const { rows: states } = await sql<{ of: string; found: string[] }>`
		select 'subscriptions' as of, array_agg(distinct status order by status) as found from subscriptions
		union all select 'asks', array_agg(distinct status order by status) from asks
		union all select 'gifts', array_agg(distinct status order by status) from gifts
		union all select 'payouts', array_agg(distinct status order by status) from payouts
		union all select 'disputes', array_agg(distinct status order by status) from disputes
		union all select 'refunds', array_agg(distinct status order by status) from refunds
		union all select 'groups', array_agg(status || ' ' || joined || '/' || size) from group_buys`.execute(db);
	expect(Object.fromEntries(states.map(({ of, found }) => [of, found]))).toEqual({
		subscriptions: ['active', 'cancelled', 'past_due', 'trialing'],
		asks: ['answered', 'waiting'],
		gifts: ['ready', 'redeemed'],
		payouts: ['asked', 'sent'],
		disputes: ['won'],
		refunds: ['asked', 'succeeded'],
		groups: ['open 2/3'],
	});
}, 120_000);

test('every event of the demo’s commerce is by somebody who is there, and something that can happen', () => {
	const people = new Set(readDemo('demo').people.map(({ handle }) => handle));
	const { events } = readCommerce('demo');
	expect(events.filter(({ who, does }) => !people.has(who) || !(does in deeds))).toEqual([]);
	// In the order in which they happened, as a story is read.
	expect(events.map(({ days_ago }) => days_ago)).toEqual(
		events.map(({ days_ago }) => days_ago).toSorted((a, b) => b - a),
	);
});
