import { beforeEach, expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { sql } from '../../platform/db/index.ts';
import { testDatabase, watch } from '../../platform/db/testing.ts';
import {
	commentsShown,
	flushViews,
	forgetPages,
	listComments,
	readItem,
	recordView,
	repliesShown,
	reply,
	vote,
} from './index.ts';
import { anEntitlement, anItem, aPerson, aReply, aSpace, plainKinds } from './testing.ts';

plainKinds();
const { db } = await testDatabase();
beforeEach(forgetPages);

test('a page that was read before costs one statement, and a change makes it cost three again', async () => {
	const item = await anItem(db, { tags: ['sql'] });
	const answer = await aReply(db, { itemId: item.id });
	const voter = await aPerson(db);
	const read = () => watch(db, (watched) => readItem(watched, visitor, item.id));
	expect((await read()).statements).toBe(3);
	expect((await read()).statements).toBe(1);
	await vote(db, voter.actor, { itemId: item.id, replyId: answer.id, value: 1 });
	const again = await read();
	expect(again.statements).toBe(3);
	expect(again.result?.replies.items[0]?.score).toBe(1);
});

test('every change that a reader can see makes a new version', async () => {
	const item = await anItem(db);
	const answer = await aReply(db, { itemId: item.id });
	const version = async () =>
		(await db.selectFrom('items').select('version').where('id', '=', item.id).executeTakeFirstOrThrow())
			.version;
	const changes: [string, () => Promise<unknown>][] = [
		[
			'title',
			() => db.updateTable('items').set({ title: 'Another title' }).where('id', '=', item.id).execute(),
		],
		[
			'closing',
			() => db.updateTable('items').set({ closed_at: new Date() }).where('id', '=', item.id).execute(),
		],
		[
			'price',
			() =>
				db
					.updateTable('items')
					.set({ price_amount: 100, price_currency: 'CNY' })
					.where('id', '=', item.id)
					.execute(),
		],
		[
			'reactions',
			() =>
				db.updateTable('items').set({ reaction_counts: '{"heart":1}' }).where('id', '=', item.id).execute(),
		],
		['a new reply', () => aReply(db, { itemId: item.id })],
		[
			'a changed reply',
			() => db.updateTable('replies').set({ html: '<p>New.</p>' }).where('id', '=', answer.id).execute(),
		],
		['a reply erased', () => db.deleteFrom('replies').where('id', '=', answer.id).execute()],
	];
	for (const [name, change] of changes) {
		const before = await version();
		await change();
		expect(await version(), name).toBeGreaterThan(before);
	}
	const before = await version();
	await db.updateTable('items').set({ view_count: 5 }).where('id', '=', item.id).execute();
	expect(await version()).toBe(before);
});

test('the held part of a body never leaves the database for who may not read it', async () => {
	const reader = await aPerson(db);
	const buyer = await aPerson(db);
	const item = await anItem(db, {
		kind: 'article',
		access: 'paid',
		html: '<p>Before.</p><p>THE SECRET</p>',
		previewHtml: '<p>Before.</p>',
	});
	await aReply(db, { itemId: item.id, kind: 'comment', source: 'A comment that quotes THE SECRET.' });
	await anEntitlement(db, { userId: buyer.id, itemId: item.id });
	const read = (actor: typeof visitor) => watch(db, (watched) => readItem(watched, actor, item.id));

	// The buyer reads first: what is kept for one must not be given to another.
	const whole = await read(buyer.actor);
	expect(whole.result?.item).toMatchObject({ held: false, level: 'full' });
	expect(whole.result?.item.html).toContain('THE SECRET');
	expect(whole.result?.comments).toHaveLength(1);
	for (const actor of [visitor, reader.actor]) {
		for (let round = 0; round < 2; round++) {
			const held = await read(actor);
			expect(held.result?.item).toMatchObject({
				held: true,
				level: 'preview',
				html: '<p>Before.</p>',
				commentCount: 1,
			});
			expect(held.result?.comments).toEqual([]);
			expect(JSON.stringify(held.rows)).not.toContain('SECRET');
		}
		expect((await listComments(db, actor, { itemId: item.id, rootId: null })).items).toEqual([]);
	}
});

test('drafts, removed items and private spaces are not found by strangers, and removed ones are by their author', async () => {
	const author = await aPerson(db);
	const moderator = await aPerson(db, { role: 'moderator' });
	const space = await aSpace(db, { access: 'private' });
	const draft = await anItem(db, { authorId: author.id, status: 'draft' });
	const deleted = await anItem(db, { authorId: author.id, status: 'deleted' });
	const secret = await anItem(db, { spaceId: space.id });
	for (const item of [draft, deleted, secret]) expect(await readItem(db, visitor, item.id)).toBeNull();
	expect(await readItem(db, author.actor, draft.id)).toBeNull();
	expect((await readItem(db, author.actor, deleted.id))?.item.status).toBe('deleted');
	expect((await readItem(db, moderator.actor, deleted.id))?.item.status).toBe('deleted');
	expect(await readItem(db, visitor, 999_999)).toBeNull();
});

test('answers come by score with the accepted one first, page by page, each once', async () => {
	const item = await anItem(db);
	const made = [];
	for (let n = 0; n < repliesShown + 6; n++) made.push(await aReply(db, { itemId: item.id, score: n % 5 }));
	const accepted = made[3]!.id;
	await db.updateTable('items').set({ accepted_reply_id: accepted }).where('id', '=', item.id).execute();
	for (const sort of ['top', 'old', 'new'] as const) {
		const first = await readItem(db, visitor, item.id, { replySort: sort });
		expect(first?.replies.items[0]).toMatchObject({ id: accepted, accepted: true });
		expect(first?.replies.items).toHaveLength(repliesShown + 1);
		const second = await readItem(db, visitor, item.id, {
			replySort: sort,
			replyCursor: first!.replies.next,
		});
		expect(second?.replies.next).toBeNull();
		const all = [...first!.replies.items, ...second!.replies.items];
		expect(new Set(all.map((one) => one.id)).size).toBe(made.length);
		expect(all).toHaveLength(made.length);
		const rest = all.slice(1);
		const by = {
			top: (a: (typeof rest)[0], b: (typeof rest)[0]) => b.score - a.score || a.id - b.id,
			old: (a: (typeof rest)[0], b: (typeof rest)[0]) => a.id - b.id,
			new: (a: (typeof rest)[0], b: (typeof rest)[0]) => b.id - a.id,
		}[sort];
		expect(rest.map((one) => one.id)).toEqual([...rest].sort(by).map((one) => one.id));
	}
});

test('a thread of 10,000 comments is read in pages, and the first answers with the page', async () => {
	const item = await anItem(db);
	const author = await aPerson(db);
	const answer = await aReply(db, { itemId: item.id });
	const total = 10_000;
	await sql`insert into replies (item_id, kind, root_id, parent_id, author_id, source, html)
		select ${item.id}::bigint, 'comment', ${answer.id}::bigint, ${answer.id}::bigint, ${author.id}::bigint, 'x', '<p>x</p>'
		from generate_series(1, ${total}::int)`.execute(db);
	await db.updateTable('replies').set({ comment_count: total }).where('id', '=', answer.id).execute();
	const { result: page, rows } = await watch(db, (watched) => readItem(watched, visitor, item.id));
	const shown = page!.replies.items[0]!;
	expect(shown.comments).toHaveLength(commentsShown.root);
	expect(shown.moreComments).toBe(total - commentsShown.root);
	expect(rows.length).toBeLessThan(50);
	const seen = new Set(shown.comments.map((one) => one.id));
	for (let cursor = shown.commentCursor; cursor; ) {
		const { result, statements } = await watch(db, (watched) =>
			listComments(watched, visitor, { itemId: item.id, rootId: answer.id, cursor, limit: 100 }),
		);
		expect(statements).toBe(1);
		for (const one of result.items) seen.add(one.id);
		cursor = result.next;
	}
	expect(seen.size).toBe(total);
});

test('comments say what they reply to, and stand under the answer where the thread began', async () => {
	const item = await anItem(db);
	const person = await aPerson(db);
	const answer = await reply(db, person.actor, { itemId: item.id, kind: 'answer', source: 'An answer.' });
	const first = await reply(db, person.actor, {
		itemId: item.id,
		kind: 'comment',
		parentId: answer.id,
		source: 'First.',
	});
	const second = await reply(db, person.actor, {
		itemId: item.id,
		kind: 'comment',
		parentId: first.id,
		source: 'Second.',
	});
	const alone = await reply(db, person.actor, {
		itemId: item.id,
		kind: 'comment',
		source: 'On the question.',
	});
	const under = await reply(db, person.actor, {
		itemId: item.id,
		kind: 'comment',
		parentId: alone.id,
		source: 'Below that.',
	});
	const page = await readItem(db, visitor, item.id);
	expect(page?.replies.items[0]?.comments.map(({ id, rootId, parentId }) => [id, rootId, parentId])).toEqual([
		[first.id, answer.id, answer.id],
		[second.id, answer.id, first.id],
	]);
	expect(page?.comments.map(({ id, rootId, parentId }) => [id, rootId, parentId])).toEqual([
		[alone.id, null, null],
		[under.id, null, alone.id],
	]);
});

test('a cursor of another list, or broken, is refused', async () => {
	const item = await anItem(db);
	await expect(readItem(db, visitor, item.id, { replyCursor: 'WyJ4Il0' })).rejects.toMatchObject({
		fields: { cursor: 'common.bad_cursor' },
	});
	await expect(readItem(db, visitor, item.id, { replyCursor: 'nonsense' })).rejects.toMatchObject({
		code: 'common.invalid_input',
	});
});

test('related items share tags or links, and are never private or the item itself', async () => {
	const item = await anItem(db, { tags: ['raft', 'go'] });
	const near = await anItem(db, { tags: ['raft', 'go'] });
	const far = await anItem(db, { tags: ['go'] });
	const linked = await anItem(db);
	const secret = await anItem(db, { tags: ['raft'], spaceId: (await aSpace(db, { access: 'private' })).id });
	await anItem(db, { tags: ['css'] });
	await db
		.insertInto('item_links')
		.values({ item_id: item.id, target_id: linked.id, kind: 'related' })
		.execute();
	const ids = (await readItem(db, visitor, item.id))?.related.map((card) => card.id);
	expect(ids).toEqual([linked.id, near.id, far.id]);
	expect(ids).not.toContain(secret.id);
});

test('inside a private space a page names its neighbours there, and outside nobody names them', async () => {
	const member = await aPerson(db);
	const space = await aSpace(db, { access: 'private', members: [member.id] });
	const [twin, original] = [
		await anItem(db, { spaceId: space.id }),
		await anItem(db, { spaceId: space.id, title: 'SECRET ORIGINAL' }),
	];
	const outside = await anItem(db);
	for (const item of [twin, outside]) {
		await db
			.insertInto('closures')
			.values({ item_id: item.id, reason: 'duplicate', duplicate_of: original.id })
			.execute();
		await db
			.insertInto('item_links')
			.values({ item_id: item.id, target_id: original.id, kind: 'duplicate' })
			.execute();
		await db.updateTable('items').set({ closed_at: new Date() }).where('id', '=', item.id).execute();
	}
	const within = await readItem(db, member.actor, twin.id);
	expect(within?.item.closure?.duplicateOf?.id).toBe(original.id);
	expect(within?.related.map((card) => card.id)).toEqual([original.id]);
	for (const actor of [visitor, member.actor]) {
		const { result, rows } = await watch(db, (watched) => readItem(watched, actor, outside.id));
		expect(result?.item.closure).toMatchObject({ reason: 'duplicate', duplicateOf: null });
		expect(JSON.stringify(rows)).not.toContain('SECRET');
	}
});

test('views are counted without a write for each, and shown without a new version', async () => {
	const item = await anItem(db);
	const before = (await readItem(db, visitor, item.id))!.item.viewCount;
	for (let n = 0; n < 5; n++) recordView(item.id);
	recordView(999_999);
	const { result, statements } = await watch(db, (watched) => flushViews(watched));
	expect(result).toBe(1);
	expect(statements).toBeLessThanOrEqual(2);
	const { result: after, statements: reads } = await watch(db, (watched) =>
		readItem(watched, visitor, item.id),
	);
	expect(reads).toBe(1);
	expect(after?.item.viewCount).toBe(before + 5);
	expect(await flushViews(db)).toBe(0);
});

test('views of an item that a writer holds wait for the next flush', async () => {
	const item = await anItem(db);
	recordView(item.id);
	await db.transaction().execute(async (tx) => {
		await tx.selectFrom('items').select('id').where('id', '=', item.id).forUpdate().execute();
		expect(await flushViews(db)).toBe(0);
	});
	expect(await flushViews(db)).toBe(1);
});
