import { expect, test } from 'vitest';
import type { Space } from '#server/modules/spaces/index.ts';
import { checkSlug, parseRules, readSpaceForm, rulesText, spaceFaults, spaceFields } from './space-form.ts';

const form = (fields: Record<string, string>) => {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return data;
};

test('rules are read back as they were typed, in both languages, with what explains them', () => {
	const zh = '贴文字，不贴截图\n  错误信息要能被搜索。\n对事不对人';
	const en = 'Paste text\n  Errors must be searchable.\nArgue with the code';
	const rules = parseRules(zh, en, 'zh-CN');
	expect(rules[0]).toEqual({
		title: '贴文字，不贴截图',
		text: '错误信息要能被搜索。',
		titles: { 'zh-CN': '贴文字，不贴截图', en: 'Paste text' },
		texts: { 'zh-CN': '错误信息要能被搜索。', en: 'Errors must be searchable.' },
	});
	expect([rulesText(rules, 'zh'), rulesText(rules, 'en')]).toEqual([zh, en]);
});

test('rules of one language only stand for both, and blank lines are none', () => {
	const rules = parseRules('', 'Be kind\n\n\nQuote sources\n', 'zh-CN');
	expect(rules.map(({ title }) => title)).toEqual(['Be kind', 'Quote sources']);
	expect([rulesText(rules, 'zh'), rulesText(rules, 'en')]).toEqual(['', 'Be kind\nQuote sources']);
});

test('rules that were written apart for each language come into the form, too', () => {
	const stored = { 'zh-CN': ['一', '二'], en: ['one'] };
	const fields = spaceFields({
		names: {},
		taglines: {},
		abouts: {},
		name: '广场',
		tagline: '',
		about: 'Hello',
		rules: stored,
	} as unknown as Space);
	expect(fields).toMatchObject({
		rules_zh: '一\n二',
		rules_en: 'one',
		name_zh: '广场',
		name_en: '',
		about_zh: '',
		about_en: 'Hello',
	});
});

test('the name of the place’s language stands for both; fields that the form lacks are left out', () => {
	expect(
		readSpaceForm(form({ name_zh: '广场', name_en: 'Commons', tagline_zh: '', tagline_en: 'Ask' }), 'zh-CN'),
	).toEqual({
		name: '广场',
		names: { 'zh-CN': '广场', en: 'Commons' },
		tagline: 'Ask',
		taglines: { en: 'Ask' },
	});
	expect(readSpaceForm(form({ name_zh: '广场', name_en: 'Commons' }), 'en').name).toBe('Commons');
});

test('a fault stands at the field that it was typed into', () => {
	const faults = {
		name: 'spaces.name_missing',
		'names.en': 'spaces.name_too_long',
		'rules.2.titles.en': 'spaces.rule_title_too_long',
		slug: 'spaces.slug_shape',
	};
	expect(spaceFaults(faults, 'zh-CN')).toEqual({
		name_zh: 'spaces.name_missing',
		name_en: 'spaces.name_too_long',
		rules_en: 'spaces.rule_title_too_long',
		slug: 'spaces.slug_shape',
	});
});

test('a space cannot have the address of a page', () => {
	expect(checkSlug('systems')).toBe('systems');
	expect(() => checkSlug(' New ')).toThrow();
});
