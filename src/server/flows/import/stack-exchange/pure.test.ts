import { describe, expect, test } from 'vitest';
import { readClosing, UNKNOWN_REASON } from './close-reasons.ts';
import { commentToMarkdown } from './comment-markdown.ts';
import type { PostHistory } from './dump-rows.ts';
import { stackExchangeLicence } from './licence.ts';
import { namedSite } from './site.ts';
import { splitScore } from './tally-votes.ts';

describe('names of sites', () => {
	test.each([
		['quantumcomputing', 'quantumcomputing.stackexchange.com', 'quantumcomputing'],
		['bicycles.meta', 'bicycles.meta.stackexchange.com', 'bicycles-meta'],
		['https://stackoverflow.com/questions', 'stackoverflow.com', 'stackoverflow'],
		['mathoverflow', 'mathoverflow.net', 'mathoverflow'],
		['Forum.Example.co.uk', 'forum.example.co.uk', 'forum-example-co-uk'],
		['localhost:8080', 'localhost:8080', 'localhost'],
	])('%s', (given, host, spaceSlug) => {
		expect(namedSite(given)).toMatchObject({ host, spaceSlug });
	});

	test('what can be no site is none; http stays http', () => {
		expect(namedSite('two words')).toBeUndefined();
		expect(namedSite('')).toBeUndefined();
		expect(namedSite('http://intranet/qa')?.url).toBe('http://intranet.stackexchange.com');
		expect(namedSite('http://qa.intranet/x')?.url).toBe('http://qa.intranet');
	});
});

describe('licences', () => {
	test('the row wins; without it the day decides, to the day', () => {
		const on = (day: string, stated?: string) => stackExchangeLicence(stated, new Date(day)).name;
		expect(on('2011-04-07T23:59:59Z')).toBe('CC BY-SA 2.5');
		expect(on('2011-04-08T00:00:00Z')).toBe('CC BY-SA 3.0');
		expect(on('2018-05-01T23:59:59Z')).toBe('CC BY-SA 3.0');
		expect(on('2018-05-02T00:00:00Z')).toBe('CC BY-SA 4.0');
		expect(on('2011-01-01T00:00:00Z', 'CC BY-SA 4.0')).toBe('CC BY-SA 4.0');
		expect(stackExchangeLicence('GFDL', new Date())).toEqual({ name: 'GFDL', url: '' });
	});
});

describe('votes that do not add up', () => {
	test('the score is right and the larger side is moved', () => {
		expect(splitScore(7, { up: 8, down: 1 })).toEqual({ up: 8, down: 1 });
		expect(splitScore(9, { up: 0, down: 0 })).toEqual({ up: 9, down: 0 });
		expect(splitScore(-4, { up: 0, down: 2 })).toEqual({ up: 0, down: 4 });
		expect(splitScore(1, { up: 5, down: 0 })).toEqual({ up: 5, down: 4 });
	});
});

describe('comments', () => {
	test.each([
		['# no heading', '\\# no heading'],
		['1. no list', '1\\. no list'],
		['- no list', '\\- no list'],
		['> no quote', '\\> no quote'],
		['a < b, <script>', 'a \\< b, \\<script>'],
		['`a<b>` stays, `` `<i>` `` too', '`a<b>` stays, `` `<i>` `` too'],
		['<https://example.org> stays a link', '<https://example.org> stays a link'],
		['1.5 is a number, -1 too', '1.5 is a number, -1 too'],
	])('%s', (given, wanted) => {
		expect(commentToMarkdown(given, true)).toBe(wanted);
	});

	test('money is money where there are no formulas', () => {
		expect(commentToMarkdown('costs $3, not $5 (`$x`)', false)).toBe('costs \\$3, not \\$5 (`$x`)');
		expect(commentToMarkdown('with $k$', true)).toBe('with $k$');
	});
});

describe('closings', () => {
	const closing = (comment?: string, text?: string) => readClosing({ comment, text } as PostHistory);

	test('numbers of reasons, old and new, and the first voter; damaged details do no harm', () => {
		expect(closing('102', '{"Voters":[{"Id":5,"DisplayName":"x"}]}')).toEqual({ reason: 'off-topic', by: 5 });
		expect(closing('1')).toEqual({ reason: 'duplicate', by: undefined });
		expect(closing('999', '{"Voters":')).toEqual({ reason: UNKNOWN_REASON, by: undefined });
		expect(closing(undefined, '{"Voters":"x"}')).toEqual({ reason: UNKNOWN_REASON, by: undefined });
	});
});
