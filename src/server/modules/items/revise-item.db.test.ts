import { expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import {
	diffRevisions,
	type ItemChange,
	listRevisions,
	publishItem,
	readItem,
	readOriginal,
	readRevisions,
	reviseItem,
	reviseReply,
} from './index.ts';
import { anItem, aPerson, aReply, aSpace, plainKinds } from './testing.ts';

plainKinds();
const { db } = await testDatabase();
const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error) => error.code,
	);

async function published() {
	const space = await aSpace(db);
	const author = await aPerson(db);
	const { id } = await publishItem(db, author.actor, {
		kind: 'question',
		spaceId: space.id,
		title: 'The first title',
		source: 'The first text.',
		tags: ['one', 'two'],
	});
	return { id, author, space };
}
const change = (more: Partial<ItemChange> = {}): ItemChange => ({
	revision: 1,
	title: 'The second title',
	source: 'The second text.',
	tags: ['two', 'three'],
	...more,
});

test('an edit changes text, tags and address together and keeps what stood before', async () => {
	const { id, author } = await published();
	expect(await reviseItem(db, author.actor, id, change({ comment: 'better' }))).toMatchObject({
		revision: 2,
		slug: 'the-second-title',
	});
	const page = await readItem(db, visitor, id);
	expect(page?.item).toMatchObject({
		title: 'The second title',
		tags: ['two', 'three'],
		revision: 2,
		excerpt: 'The second text.',
	});
	expect(page?.item.html).toContain('The second text.');
	expect(page?.item.editedAt).not.toBeNull();
	expect((await listRevisions(db, visitor, id)).items).toMatchObject([
		{ number: 2, comment: 'better', editor: { handle: author.handle } },
		{ number: 1 },
	]);
	expect(await readRevisions(db, visitor, { itemId: id, numbers: [1, 2, 9] })).toMatchObject([
		{ number: 1, title: 'The first title', source: 'The first text.', tags: ['one', 'two'] },
		{ number: 2, title: 'The second title', source: 'The second text.', tags: ['two', 'three'] },
	]);
	const tags = await db
		.selectFrom('tags')
		.select(['slug', 'item_count'])
		.where('slug', 'in', ['one', 'two', 'three'])
		.orderBy('slug')
		.execute();
	expect(tags).toEqual([
		{ slug: 'one', item_count: 0 },
		{ slug: 'three', item_count: 1 },
		{ slug: 'two', item_count: 1 },
	]);
});

test('two revisions are compared in title, tags, text and what only the kind has', async () => {
	const { id, author } = await published();
	await reviseItem(db, author.actor, id, change());
	const [before, after] = await readRevisions(db, visitor, { itemId: id, numbers: [1, 2] });
	const diff = diffRevisions(before!, after!);
	expect(diff.tags).toEqual({ added: ['three'], removed: ['one'] });
	expect(diff.title?.filter((part) => part.kind !== 'same').map((part) => [part.kind, part.text])).toEqual([
		['removed', 'first'],
		['added', 'second'],
	]);
	expect(diff.text.flatMap((hunk) => hunk.lines).map((line) => [line.kind, line.text])).toEqual([
		['removed', 'The first text.'],
		['added', 'The second text.'],
	]);
	expect(diff.data).toEqual([]);
	expect(diffRevisions(null, before!).tags).toEqual({ added: ['one', 'two'], removed: [] });
	const code = (text: string) => ({ ...after!, data: { language: 'go', code: text } });
	expect(
		diffRevisions(code('a\nb'), code('a\nc'))
			.data.flatMap((hunk) => hunk.lines)
			.map((line) => line.kind),
	).toEqual(['same', 'same', 'removed', 'added']);
});

test('an edit begun from an older revision changes nothing and says which is newer', async () => {
	const { id, author } = await published();
	await reviseItem(db, author.actor, id, change());
	await expect(
		reviseItem(db, author.actor, id, change({ source: 'Written from the first revision.' })),
	).rejects.toMatchObject({
		code: 'items.edit_conflict',
		status: 409,
		params: { revision: 2, expected: 1 },
		fields: { source: 'items.edit_conflict' },
	});
	expect(await readOriginal(db, author.actor, id)).toMatchObject({ source: 'The second text.', revision: 2 });
});

test('of many edits at the same moment exactly one stands', async () => {
	const { id, author } = await published();
	const results = await Promise.all(
		Array.from({ length: 5 }, (_, n) =>
			codeOf(reviseItem(db, author.actor, id, change({ source: `Text number ${n}.` }))),
		),
	);
	expect(results.filter((code) => code === 'done')).toHaveLength(1);
	expect(results.filter((code) => code === 'items.edit_conflict')).toHaveLength(4);
	expect((await listRevisions(db, visitor, id)).items.map((one) => one.number)).toEqual([2, 1]);
});

test('a text whose history was imported, or was not, is edited like any other', async () => {
	const author = await aPerson(db);
	const further = await anItem(db, { authorId: author.id, tags: ['x'] });
	await db
		.insertInto('revisions')
		.values([2, 3].map((number) => ({ item_id: further.id, number, source: 'Imported.' })))
		.execute();
	const without = await anItem(db, { authorId: author.id, tags: ['x'] });
	await db.deleteFrom('revisions').where('item_id', '=', without.id).execute();
	expect(await reviseItem(db, author.actor, further.id, change())).toMatchObject({ revision: 4 });
	expect(await reviseItem(db, author.actor, without.id, change())).toMatchObject({ revision: 2 });
	const answer = await aReply(db, { itemId: further.id, authorId: author.id });
	await db
		.insertInto('revisions')
		.values({ item_id: further.id, reply_id: answer.id, number: 2, source: 'Imported.' })
		.execute();
	expect(
		await reviseReply(db, author.actor, {
			itemId: further.id,
			replyId: answer.id,
			revision: 1,
			source: 'Edited here.',
		}),
	).toMatchObject({ revision: 3 });
});

test('what says the same makes no revision, and a change of language or access alone makes none either', async () => {
	const { id, author } = await published();
	const same = { title: 'The first title', source: 'The first text.', tags: ['one', 'two'] };
	expect(await reviseItem(db, author.actor, id, change(same))).toMatchObject({ revision: 1 });
	expect(
		await reviseItem(
			db,
			author.actor,
			id,
			change({ ...same, language: 'en', access: 'members', difficulty: 'advanced' }),
		),
	).toMatchObject({ revision: 1 });
	expect((await readItem(db, author.actor, id))?.item).toMatchObject({
		language: 'en',
		access: 'members',
		difficulty: 'advanced',
		revision: 1,
	});
	await reviseItem(db, author.actor, id, change());
	expect((await readItem(db, author.actor, id))?.item).toMatchObject({
		language: 'en',
		access: 'members',
		difficulty: 'advanced',
	});
});

test('others may not edit; moderators of the space may, also when it is locked', async () => {
	const { id, author, space } = await published();
	const stranger = await aPerson(db);
	const moderator = await aPerson(db);
	await db
		.insertInto('space_members')
		.values({ space_id: space.id, user_id: moderator.id, role: 'moderator' })
		.execute();
	expect(await codeOf(reviseItem(db, visitor, id, change()))).toBe('common.sign_in_required');
	expect(await codeOf(reviseItem(db, stranger.actor, id, change()))).toBe('common.forbidden');
	await db.updateTable('items').set({ locked_at: new Date() }).where('id', '=', id).execute();
	expect(await codeOf(reviseItem(db, author.actor, id, change()))).toBe('items.locked');
	expect(await codeOf(reviseItem(db, moderator.actor, id, change()))).toBe('done');
	await db.updateTable('items').set({ locked_at: null, community_wiki: true }).where('id', '=', id).execute();
	expect(
		await codeOf(reviseItem(db, stranger.actor, id, change({ revision: 2, source: 'Everybody helps.' }))),
	).toBe('done');
});

test('the history of what may not be read is not shown', async () => {
	const item = await anItem(db, { access: 'paid' });
	expect((await listRevisions(db, visitor, item.id)).items).toEqual([]);
	expect(await readRevisions(db, visitor, { itemId: item.id, numbers: [1] })).toEqual([]);
	expect(await readOriginal(db, visitor, item.id)).toBeNull();
	expect(
		(await listRevisions(db, { ...visitor, userId: item.authorId, role: 'member' }, item.id)).items,
	).toHaveLength(1);
});

test('only those named for the first time are told', async () => {
	const { id, author } = await published();
	const [first, second] = [await aPerson(db), await aPerson(db)];
	await reviseItem(db, author.actor, id, change({ source: `Ask @${first.handle}.` }));
	await reviseItem(
		db,
		author.actor,
		id,
		change({ revision: 2, source: `Ask @${first.handle} and @${second.handle}.` }),
	);
	const told = await db
		.selectFrom('events')
		.select('payload')
		.where('type', '=', 'items.mentioned')
		.where('payload', '@>', JSON.stringify({ itemId: id }))
		.orderBy('id')
		.execute();
	expect(told.map(({ payload }) => (payload as { handles: string[] }).handles)).toEqual([
		[first.handle],
		[second.handle],
	]);
});
