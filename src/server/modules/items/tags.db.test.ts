import { expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { testDatabase, watch } from '../../platform/db/testing.ts';
import {
	addSynonym,
	findTag,
	follow,
	listItems,
	listTags,
	normaliseTag,
	removeSynonym,
	slugOf,
	updateTag,
} from './index.ts';
import { anItem, aPerson, plainKinds, theTags } from './testing.ts';

plainKinds();
const { db } = await testDatabase();
const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error) => error.code,
	);

test('a tag is stored in one form however it is typed', () => {
	expect(
		[
			'C++',
			' Node.JS ',
			'query  plan',
			'snake_case',
			'ＪａｖａＳｃｒｉｐｔ',
			'机器学习',
			'c#',
			'-x-',
			'<b>',
			'🎉',
		].map(normaliseTag),
	).toEqual(['c++', 'node.js', 'query-plan', 'snake-case', 'javascript', '机器学习', 'c#', 'x', 'b', '']);
});

test('an address keeps the letters of every script, and always has something to read', () => {
	expect(slugOf('Why doesn’t it work?', 'question')).toBe('why-doesnt-it-work');
	expect(slugOf('为什么 PostgreSQL 没走索引？', 'question')).toBe('为什么-postgresql-没走索引');
	expect(slugOf('???', 'question')).toBe('question');
	expect([...slugOf('𠮷'.repeat(200), 'x')].length).toBe(80);
});

test('tags come with the most used first, page by page, and can be completed from their beginning', async () => {
	await anItem(db, { tags: ['kafka', 'kubernetes'] });
	await anItem(db, { tags: ['kubernetes'] });
	await anItem(db, { tags: ['kubernetes'], status: 'hidden' });
	const first = await listTags(db, visitor, { limit: 1 });
	expect(first.items).toMatchObject([{ slug: 'kubernetes', itemCount: 2 }]);
	expect((await listTags(db, visitor, { limit: 1, cursor: first.next })).items).toMatchObject([
		{ slug: 'kafka', itemCount: 1 },
	]);
	expect((await listTags(db, visitor, { prefix: 'Ku' })).items.map((tag) => tag.slug)).toEqual([
		'kubernetes',
	]);
	expect((await listTags(db, visitor, { prefix: '%' })).items.length).toBeGreaterThan(1);
	const { statements } = await watch(db, (watched) => findTag(watched, visitor, 'kafka'));
	expect(statements).toBe(1);
	expect(await findTag(db, visitor, 'no-such-tag')).toBeNull();
});

test('staff write what a tag is about, and unsafe markup does not survive', async () => {
	const [id] = await theTags(db, ['raft']);
	const admin = await aPerson(db, { role: 'admin' });
	const member = await aPerson(db);
	expect(await codeOf(updateTag(db, member.actor, id!, { wiki: 'x' }))).toBe('common.forbidden');
	await updateTag(db, admin.actor, id!, {
		names: { 'zh-CN': 'Raft 共识' },
		description: 'Consensus.',
		wiki: '# Raft\n\n<script>alert(1)</script>\n\nA *log*.',
	});
	const tag = await findTag(db, visitor, 'raft');
	expect(tag).toMatchObject({ names: { 'zh-CN': 'Raft 共识' }, description: 'Consensus.' });
	expect(tag?.wikiHtml).toContain('<em>log</em>');
	expect(tag?.wikiHtml).not.toContain('<script');
	expect(await codeOf(updateTag(db, admin.actor, 999_999, { name: 'x' }))).toBe('items.tag_not_found');
	expect(await codeOf(updateTag(db, admin.actor, id!, { name: ' ' }))).toBe('common.invalid_input');
});

test('a tag that becomes a synonym passes on its items, followers and synonyms', async () => {
	const admin = await aPerson(db, { role: 'admin' });
	const fan = await aPerson(db);
	const both = await aPerson(db);
	const [js, javascript] = await theTags(db, ['js', 'javascript']);
	const one = await anItem(db, { tags: ['js', 'dom'] });
	const two = await anItem(db, { tags: ['js', 'javascript'] });
	await anItem(db, { tags: ['javascript'] });
	await addSynonym(db, admin.actor, js!, 'ecmascript');
	await follow(db, fan.actor, { tagId: js! }, true);
	for (const tagId of [js!, javascript!]) await follow(db, both.actor, { tagId }, true);
	await addSynonym(db, admin.actor, javascript!, 'JS');
	expect(await findTag(db, fan.actor, 'js')).toMatchObject({
		id: javascript,
		itemCount: 3,
		followerCount: 2,
		synonyms: ['ecmascript', 'js'],
		following: true,
	});
	expect((await findTag(db, visitor, 'ecmascript'))?.id).toBe(javascript);
	const slugs = await db
		.selectFrom('items')
		.select(['id', 'tag_slugs'])
		.where('id', 'in', [one.id, two.id])
		.orderBy('id')
		.execute();
	expect(slugs.map((row) => row.tag_slugs)).toEqual([['javascript', 'dom'], ['javascript']]);
	expect((await listItems(db, visitor, { tag: 'js', sort: 'new' })).items).toHaveLength(3);
	expect(
		await db.selectFrom('tags').select('id').where('slug', '=', 'js').executeTakeFirst(),
	).toBeUndefined();
	await removeSynonym(db, admin.actor, javascript!, 'js');
	expect(await findTag(db, visitor, 'js')).toBeNull();
});

test('a word is another name of one tag only', async () => {
	const admin = await aPerson(db, { role: 'admin' });
	const [go, rust] = await theTags(db, ['go', 'rust']);
	await addSynonym(db, admin.actor, go!, 'golang');
	await addSynonym(db, admin.actor, go!, 'golang');
	expect(await codeOf(addSynonym(db, admin.actor, rust!, 'golang'))).toBe('items.tag_taken');
	expect(await codeOf(addSynonym(db, admin.actor, go!, 'Go'))).toBe('items.tag_taken');
	expect(await codeOf(addSynonym(db, admin.actor, go!, '!!'))).toBe('common.invalid_input');
	expect(await codeOf(addSynonym(db, (await aPerson(db)).actor, go!, 'gopher'))).toBe('common.forbidden');
});
