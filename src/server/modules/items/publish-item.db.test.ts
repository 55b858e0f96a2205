import { expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { testDatabase, watch } from '../../platform/db/testing.ts';
import { findTag, listItems, publishItem, readItem } from './index.ts';
import { aPerson, aSpace, plainKinds, theTags } from './testing.ts';

plainKinds();
const { db } = await testDatabase();
const text = 'A body that is long enough to be read, with `code` in it.';

const asked = (spaceId: number, more: object = {}) => ({
	kind: 'question',
	spaceId,
	title: '为什么索引没有被用上',
	source: text,
	tags: ['PostgreSQL', 'query plan'],
	...more,
});
const factsOf = (itemId: number) =>
	db
		.selectFrom('events')
		.select(['type', 'payload'])
		.where('payload', '@>', JSON.stringify({ itemId }))
		.orderBy('id')
		.execute();

test('a published question is found in lists, read whole, and told', async () => {
	const space = await aSpace(db);
	const asker = await aPerson(db);
	const made = await publishItem(db, asker.actor, asked(space.id));
	expect(made).toMatchObject({ kind: 'question', slug: '为什么索引没有被用上' });
	const page = await readItem(db, visitor, made.id);
	expect(page?.item).toMatchObject({
		href: `/questions/${made.id}/${encodeURIComponent('为什么索引没有被用上')}`,
		tags: ['postgresql', 'query-plan'],
		author: { handle: asker.handle },
		space: { slug: space.slug },
		held: false,
		revision: 1,
		readingMinutes: 1,
	});
	expect(page?.item.html).toContain('<code>code</code>');
	expect(
		(await listItems(db, visitor, { sort: 'new', spaceId: space.id })).items.map((card) => card.id),
	).toEqual([made.id]);
	expect(await factsOf(made.id)).toMatchObject([
		{ type: 'items.published', payload: { kind: 'question', authorId: asker.id } },
	]);
});

test('a synonym typed when posting becomes its canonical tag, once', async () => {
	const space = await aSpace(db);
	const asker = await aPerson(db);
	const [tagId] = await theTags(db, ['kubernetes']);
	await db.insertInto('tag_synonyms').values({ slug: 'k8s', tag_id: tagId! }).execute();
	const { id } = await publishItem(db, asker.actor, asked(space.id, { tags: ['K8s', 'kubernetes', 'helm'] }));
	expect((await readItem(db, visitor, id))?.item.tags).toEqual(['kubernetes', 'helm']);
	expect(await findTag(db, visitor, 'K8S')).toMatchObject({
		slug: 'kubernetes',
		itemCount: 1,
		synonyms: ['k8s'],
	});
});

test('a tag for moderators only is refused from a member and taken from staff', async () => {
	const space = await aSpace(db);
	await db
		.insertInto('tags')
		.values({ slug: 'announcement', name: 'announcement', moderator_only: true })
		.execute();
	const member = await aPerson(db);
	await expect(
		publishItem(db, member.actor, asked(space.id, { tags: ['announcement'] })),
	).rejects.toMatchObject({ code: 'items.tag_reserved', fields: { tags: 'items.tag_reserved' } });
	const admin = await aPerson(db, { role: 'admin' });
	await publishItem(db, admin.actor, asked(space.id, { tags: ['announcement'] }));
});

test('each field that is wrong is named with a code, and nothing is written', async () => {
	const space = await aSpace(db);
	const asker = await aPerson(db);
	const bad: [object, object][] = [
		[{ title: ' x ' }, { title: 'items.title_too_short' }],
		[{ title: 'x'.repeat(201) }, { title: 'items.title_too_long' }],
		[{ title: 'a null \0 byte' }, { title: 'items.text_broken' }],
		[{ source: 'half a pair \ud800' }, { source: 'items.text_broken' }],
		[{ source: 'x'.repeat(100_001) }, { source: 'items.body_too_long' }],
		[{ source: '' }, { source: 'items.body_too_short' }],
		[{ tags: [] }, { tags: 'items.tags_missing' }],
		[{ tags: ['a', 'b', 'c', 'd', 'e', 'f'] }, { tags: 'items.too_many_tags' }],
		[{ tags: ['???'] }, { 'tags.0': 'items.tag_shape' }],
		[{ tags: 'sql' }, { tags: 'common.bad_value' }],
		[{ spaceId: -1 }, { spaceId: 'items.id_shape' }],
		[{ spaceId: 999_999 }, { spaceId: 'items.space_not_found' }],
		[{ kind: 'poem' }, { kind: 'items.kind_unknown' }],
		[{ language: 'tlh' }, { language: 'items.language_unknown' }],
		[{ access: 'secret' }, { access: 'items.access_unknown' }],
	];
	for (const [more, fields] of bad) {
		await expect(
			publishItem(db, asker.actor, asked(space.id, more)),
			JSON.stringify(more).slice(0, 60),
		).rejects.toMatchObject({ fields });
	}
	expect(await db.selectFrom('items').select('id').where('author_id', '=', asker.id).execute()).toEqual([]);
});

test('visitors, unverified and suspended people, and keys without write do not publish', async () => {
	const space = await aSpace(db);
	const codeFor = async (actor: Parameters<typeof publishItem>[1]) =>
		publishItem(db, actor, asked(space.id)).then(
			() => 'published',
			(error) => error.code,
		);
	const member = await aPerson(db);
	expect(await codeFor(visitor)).toBe('common.sign_in_required');
	expect(await codeFor((await aPerson(db, { emailVerified: false })).actor)).toBe(
		'accounts.email_not_verified',
	);
	expect(await codeFor((await aPerson(db, { suspended: true })).actor)).toBe('accounts.suspended');
	expect(await codeFor({ ...member.actor, scopes: ['read'] })).toBe('accounts.api_key_scope');
	expect(await codeFor({ ...member.actor, scopes: ['read', 'write'] })).toBe('published');
});

test('a paid or private space takes posts from who belongs there', async () => {
	const member = await aPerson(db);
	const stranger = await aPerson(db);
	const invited = await aPerson(db);
	const closed = await aSpace(db, { access: 'private', members: [member.id] });
	const paid = await aSpace(db, { access: 'paid', members: [member.id, { id: invited.id, invited: true }] });
	const codeFor = (actor: Parameters<typeof publishItem>[1], spaceId: number) =>
		publishItem(db, actor, asked(spaceId)).then(
			() => 'published',
			(error) => error.code,
		);
	expect(await codeFor(stranger.actor, closed.id)).toBe('items.space_not_found');
	expect(await codeFor(member.actor, closed.id)).toBe('published');
	expect(await codeFor(stranger.actor, paid.id)).toBe('items.not_in_space');
	expect(await codeFor(member.actor, paid.id)).toBe('items.not_in_space');
	expect(await codeFor(invited.actor, paid.id)).toBe('published');
});

test('a mention becomes a link and a fact when somebody has that handle', async () => {
	const space = await aSpace(db);
	const asker = await aPerson(db);
	const named = await aPerson(db);
	const { id } = await publishItem(
		db,
		asker.actor,
		asked(space.id, {
			source: `Does @${named.handle} know? Or @nobody-at-all? mail@${named.handle}.org is not one.`,
		}),
	);
	const page = await readItem(db, visitor, id);
	expect(page?.item.html).toContain(`href="/people/${named.handle}"`);
	expect(page?.item.html).not.toContain('/people/nobody-at-all');
	expect((await factsOf(id)).find((fact) => fact.type === 'items.mentioned')?.payload).toMatchObject({
		handles: [named.handle],
	});
});

test('publishing costs a fixed number of statements', async () => {
	const space = await aSpace(db);
	const asker = await aPerson(db);
	await publishItem(db, asker.actor, asked(space.id, { tags: ['alpha', 'beta'] }));
	const { statements } = await watch(db, (watched) =>
		publishItem(watched, asker.actor, asked(space.id, { tags: ['alpha', 'beta'] })),
	);
	// standing, tags, item, body, revision, old tags, new tags, the fact, and passing it on
	expect(statements).toBe(9);
});
