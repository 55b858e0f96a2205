import { expect, test } from 'vitest';
import { AppError, errorCatalogue } from '../kernel/errors.ts';
import './mount.ts';
import { problemOf } from './problems.ts';
import { hasTitle, negotiateLocale, titleOf } from './titles.ts';

test.each([...errorCatalogue()])(
	'%s has a sentence in both languages and is told as a problem of status %i',
	(code, status) => {
		expect([hasTitle(code, 'en'), hasTitle(code, 'zh-CN')]).toEqual([true, true]);
		const problem = problemOf(new AppError(code, status, { detail: 'In English.' }), 'an id', 'en');
		expect(problem).toMatchObject({
			type: `/api/docs#${code}`,
			status,
			code,
			detail: 'In English.',
			requestId: 'an id',
		});
		expect(problem.title).not.toBe(code);
		expect(status).toBeGreaterThanOrEqual(400);
	},
);

test('a sentence carries its values', () => {
	expect(titleOf('api.json_broken', 'en', { line: 3, column: 7 })).toBe(
		'The JSON breaks at line 3, column 7.',
	);
	expect(titleOf('nothing.like_this', 'en')).toBe(titleOf('another.unknown', 'en'));
});

test('a bug is told by its id alone', () => {
	const problem = problemOf(new TypeError('cannot read secret of undefined'), 'an id', 'en');
	expect(problem).toEqual({
		type: '/api/docs#api.internal',
		title: titleOf('api.internal', 'en'),
		status: 500,
		code: 'api.internal',
		requestId: 'an id',
	});
});

test.each([
	['en-GB,en;q=0.9,zh;q=0.8', 'en'],
	['zh-Hans-CN, en;q=0.5', 'zh-CN'],
	['fr, de;q=0.9', undefined],
	['fr, en;q=0.3, zh-TW;q=0.7', 'zh-CN'],
	['en;q=0, zh', 'zh-CN'],
	['*', undefined],
	['', undefined],
	[null, undefined],
])('%j asks for %s', (header, locale) => {
	expect(negotiateLocale(header)).toBe(locale);
});
