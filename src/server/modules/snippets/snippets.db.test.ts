import { expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { testDatabase, watch } from '../../platform/db/testing.ts';
import { grantEntitlement } from '../entitlements/index.ts';
import { publishItem, readItem, readOriginal, readRevisions, reviseItem } from '../items/index.ts';
import { aPerson, aSpace } from '../items/testing.ts';
import { forkSnippet, listForks, readEmbed } from './index.ts';

const { db } = await testDatabase();
const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error) => error.code,
	);
const code = 'export const one = 1;\n// ``` not a fence\n';

async function aSnippet(more: object = {}) {
	const author = await aPerson(db);
	const space = await aSpace(db);
	const made = await publishItem(db, author.actor, {
		kind: 'snippet',
		spaceId: space.id,
		title: 'A constant',
		source: '',
		tags: ['typescript'],
		data: { language: 'TypeScript', code },
		...more,
	});
	return { ...made, author, space };
}

test('a snippet shows its code, highlighted and whole, whatever is in it', async () => {
	const { id } = await aSnippet();
	const page = await readItem(db, visitor, id);
	expect(page?.snippet).toMatchObject({ language: 'typescript', code, forkCount: 0, forkedFrom: null });
	const text = page!.snippet!.codeHtml!.replace(/<[^>]+>/g, '').replaceAll('&#39;', "'");
	expect(text).toContain('// ``` not a fence');
});

test('every version of the code is kept, and only the last is shown', async () => {
	const { id, author } = await aSnippet();
	const revise = (revision: number, changed: string) =>
		reviseItem(db, author.actor, id, {
			revision,
			title: 'A constant',
			source: '',
			tags: ['typescript'],
			data: { language: 'typescript', code: changed },
		});
	expect(await revise(1, 'const two = 2;')).toMatchObject({ revision: 2 });
	expect(await revise(2, 'const two = 2;')).toMatchObject({ revision: 2 });
	expect((await readItem(db, visitor, id))?.snippet?.code).toBe('const two = 2;');
	expect((await readRevisions(db, visitor, { itemId: id, numbers: [1, 2] })).map((one) => one.data)).toEqual([
		{ language: 'typescript', code },
		{ language: 'typescript', code: 'const two = 2;' },
	]);
	expect(await readOriginal(db, author.actor, id)).toMatchObject({
		revision: 2,
		data: { code: 'const two = 2;' },
	});
});

test('what is wrong with the code is named', async () => {
	expect(await codeOf(aSnippet({ data: undefined }))).toBe('common.invalid_input');
	await expect(aSnippet({ data: { language: 'ts', code: '  \n' } })).rejects.toMatchObject({
		fields: { code: 'snippets.code_missing' },
	});
	await expect(aSnippet({ data: { language: '<b>', code: 'x' } })).rejects.toMatchObject({
		fields: { language: 'snippets.language_shape' },
	});
	await expect(aSnippet({ data: { language: 'ts', code: 'x'.repeat(60_001) } })).rejects.toMatchObject({
		fields: { code: 'snippets.code_too_long' },
	});
});

test('a fork is the forker’s own, says where it comes from, and is counted', async () => {
	const origin = await aSnippet();
	const forker = await aPerson(db);
	const forks = await Promise.all([1, 2, 3].map(() => forkSnippet(db, forker.actor, origin.id)));
	expect((await readItem(db, visitor, origin.id))?.snippet?.forkCount).toBe(3);
	const page = await readItem(db, visitor, forks[0]!.id);
	expect(page?.item.author?.id).toBe(forker.id);
	expect(page?.snippet).toMatchObject({
		code,
		forkedFrom: { id: origin.id, title: 'A constant', author: origin.author.name },
	});
	expect((await listForks(db, visitor, origin.id)).map((card) => card.id).sort()).toEqual(
		forks.map((fork) => fork.id).sort(),
	);
	expect(await codeOf(forkSnippet(db, visitor, origin.id))).toBe('common.sign_in_required');
	expect(await codeOf(forkSnippet(db, forker.actor, 999_999))).toBe('items.not_found');
});

test('code that may not be read never leaves the database, is not embedded, and is not forked', async () => {
	const { id } = await aSnippet({ access: 'paid', data: { language: 'ts', code: 'const SECRET = 1;' } });
	const reader = await aPerson(db);
	for (const actor of [visitor, reader.actor]) {
		const { result, rows } = await watch(db, (watched) => readItem(watched, actor, id));
		expect(result?.snippet).toMatchObject({ code: null, codeHtml: null, lines: 1 });
		expect(JSON.stringify(rows)).not.toContain('SECRET');
	}
	expect(await readEmbed(db, id)).toBeNull();
	expect(await codeOf(forkSnippet(db, reader.actor, id))).toBe('snippets.held');
	await grantEntitlement(db, { userId: reader.id, itemId: id, source: 'grant', sourceRef: 'test' });
	expect((await readItem(db, reader.actor, id))?.snippet?.code).toContain('SECRET');
});

test('a free snippet is embedded elsewhere with its author and address', async () => {
	const { id, slug, author } = await aSnippet();
	const { result, statements } = await watch(db, (watched) => readEmbed(watched, id));
	expect(statements).toBe(1);
	expect(result).toMatchObject({
		title: 'A constant',
		href: `/snippets/${id}/${slug}`,
		author: author.name,
		code,
		revision: 1,
	});
	await db.updateTable('items').set({ status: 'hidden' }).where('id', '=', id).execute();
	expect(await readEmbed(db, id)).toBeNull();
});
