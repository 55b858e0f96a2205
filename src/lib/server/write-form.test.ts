import { expect, test } from 'vitest';
import { emptyForm, fromDraft, readPrice, readTyped, splitTags, toDraft } from './write-form.ts';

const form = (fields: Record<string, string>) => {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return data;
};

test('tags are split at commas and blanks of both languages, and lose the sign before them', () => {
	expect(splitTags(' #rust,  c# ，PostgreSQL、性能;node.js ')).toEqual([
		'rust',
		'c#',
		'PostgreSQL',
		'性能',
		'node.js',
	]);
	expect(splitTags(' , ')).toEqual([]);
});

test('line ends of browsers become plain ones, and what the form lacks is empty', () => {
	expect(readTyped(form({ source: 'a\r\nb\rc' }))).toEqual({ ...emptyForm, source: 'a\nb\nc' });
});

test('a price that is missing, malformed or of no known currency says which', () => {
	const fault = (price: string, currency = 'CNY') => readPrice({ ...emptyForm, price, currency }).priceFault;
	expect(fault('')).toBe('catalog.price_missing');
	expect(fault('ten')).toBe('catalog.price_shape');
	expect(fault('1.234')).toBe('catalog.price_shape');
	expect(fault('1', 'XYZ')).toBe('catalog.currency_unknown');
	expect(readPrice({ ...emptyForm, price: '19.9', currency: 'CNY' })).toEqual({
		price: { amount: 1990, currency: 'CNY' },
		priceFault: null,
	});
});

test('a draft gives back every field that was typed, also those that only publishing needs', () => {
	const typed = {
		...emptyForm,
		title: 'Half a thought',
		source: 'It begins',
		tags: 'http, tcp',
		spaceId: '3',
		language: 'en',
		difficulty: 'advanced',
		access: 'paid',
		price: '1.9',
		currency: 'USD',
		columnId: '7',
		code: 'let a;',
		codeLanguage: 'rust',
	};
	const { data, ...draft } = toDraft('snippet', typed, null);
	expect(
		fromDraft({
			...draft,
			title: draft.title!,
			source: draft.source!,
			tags: draft.tags!,
			spaceId: Number(draft.spaceId),
			language: draft.language!,
			difficulty: draft.difficulty ?? null,
			access: draft.access!,
			data,
		}),
	).toEqual(typed);
});
