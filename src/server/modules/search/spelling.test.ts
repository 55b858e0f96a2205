import { expect, it } from 'vitest';
import { bestCorrection, editDistance, mayBeMistyped, nearForms } from './spelling.ts';

it.each([
	['python', 'pyhton', 1],
	['redis', 'rediss', 1],
	['redis', 'reds', 1],
	['redis', 'radis', 1],
	['kubernetes', 'kubrenets', 2],
	['kafka', 'postgres', 3],
])('%s and %s are %i slips apart', (a, b, distance) => {
	expect(editDistance(a, b)).toBe(distance);
	expect(editDistance(b, a)).toBe(distance);
});

it('knows every form one slip away', () => {
	const forms = new Set(nearForms('redis'));
	for (const form of ['reids', 'edis', 'rediss', 'redos', 'aredis']) expect(forms).toContain(form);
	for (const form of forms) expect(editDistance('redis', form)).toBe(1);
});

it('prefers the nearest word, then the more frequent one', () => {
	const known = [
		{ lexeme: 'index', documents: 5 },
		{ lexeme: 'indent', documents: 900 },
		{ lexeme: 'inder', documents: 50 },
	];
	expect(bestCorrection('indxe', known)).toBe('index');
	expect(bestCorrection('indez', known)).toBe('inder');
	expect(bestCorrection('zebra', known)).toBeNull();
});

it('does not take numbers, symbols and short words for mistakes', () => {
	for (const word of ['k8s', 'c++', 'api', '线程', 'v123']) expect(mayBeMistyped(word)).toBe(false);
});
