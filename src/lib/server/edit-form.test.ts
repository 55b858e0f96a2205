import { isActionFailure } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { AppError } from '#server/kernel/errors.ts';
import type { Revision } from '#server/modules/items/index.ts';
import { conflictOf, orConflict } from './edit-form.ts';

const revision = (number: number, source: string, title = 'A title'): Revision => ({
	number,
	source,
	title,
	tags: [],
	data: null,
	editor: null,
	editorName: 'Lin',
	comment: '',
	createdAt: new Date(0),
});
const added = (hunks: { lines: { kind: string; text: string }[] }[]) =>
	hunks.flatMap(({ lines }) =>
		lines.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => `${kind} ${text}`),
	);

test('a conflict shows what the other changed, and what saving mine would undo of it', () => {
	const base = revision(1, 'one\ntwo\nthree\n');
	const theirs = revision(2, 'one\ntwo\nthree\nfour\n', 'Another title');
	const conflict = conflictOf(base, theirs, { source: 'ONE\ntwo\nthree\n' });
	expect(conflict).toMatchObject({ by: 'Lin', revision: 2 });
	expect(conflict.theirs.title).toBe('Another title');
	expect(added(conflict.theirs.hunks)).toEqual(['added four']);
	expect(added(conflict.mine.hunks)).toEqual(['removed one', 'added ONE', 'removed four']);
});

test('a refused edit comes back with everything that was typed; other refusals are thrown on', async () => {
	const refuse = (code: string) => () => Promise.reject(new AppError(code, 409, { params: { revision: 2 } }));
	const typed = { source: 'mine', comment: 'why' };
	const failed = await orConflict(refuse('items.edit_conflict'), async () => null, typed);
	expect(isActionFailure(failed)).toBe(true);
	expect((failed as unknown as { data: unknown }).data).toMatchObject({
		code: 'items.edit_conflict',
		values: typed,
		conflict: null,
	});
	await expect(orConflict(refuse('items.locked'), async () => null, typed)).rejects.toMatchObject({
		code: 'items.locked',
	});
});
