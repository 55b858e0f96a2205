import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandsOf, likeness, signatureOf } from './signature.ts';

const chinese =
	'数据库的慢查询往往不是因为语句写得复杂，而是因为统计信息过期，优化器选错了索引。先看执行计划里估计的行数与实际的行数差多少，再决定要不要收集统计信息。';
const english =
	'A query that is slow is seldom slow because it is long. Look first at how many rows were expected and how many came, then at what reads them.';

const alike = (one: string, other: string) => likeness(signatureOf(one)!, signatureOf(other)!);

test('a text that comes again with small changes is recognised, in both languages', () => {
	expect(alike(chinese, chinese.replace('优化器', '數據庫').replace('先看', '首先，看一下'))).toBeGreaterThan(
		0.6,
	);
	expect(alike(english, english.replace('seldom', 'rarely').toUpperCase())).toBeGreaterThan(0.6);
	expect(alike(chinese, `　${chinese.split('').join(' ')}！！！`)).toBe(1);
	expect(alike(chinese, english)).toBeLessThan(0.1);
});

test('a short text has no signature', () => {
	expect(signatureOf('谢谢，已解决')).toBeNull();
	expect(signatureOf('+1')).toBeNull();
	expect(signatureOf('')).toBeNull();
});

test('likeness is near the share of runs that two texts have in common', () => {
	const letters = fc.string({
		unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
		minLength: 300,
		maxLength: 300,
	});
	const runs = (text: string) =>
		new Set(Array.from({ length: text.length - 4 }, (_, n) => text.slice(n, n + 5)));
	fc.assert(
		fc.property(letters, letters, fc.nat({ max: 300 }), (one, other, kept) => {
			const mixed = one.slice(0, kept) + other.slice(kept);
			const [a, b] = [runs(one), runs(mixed)];
			const common = [...a].filter((run) => b.has(run)).length;
			const truth = common / (a.size + b.size - common);
			// Four standard deviations of 96 draws.
			expect(Math.abs(alike(one, mixed) - truth)).toBeLessThan(4 * Math.sqrt(0.25 / 96) + 0.01);
		}),
		{ numRuns: 100 },
	);
});

test('what is very alike shares a band, what is not hardly ever does', () => {
	const shared = (one: string, other: string) => {
		const bands = new Set(bandsOf(signatureOf(one)!));
		return bandsOf(signatureOf(other)!).some((band) => bands.has(band));
	};
	expect(shared(chinese, chinese.replace('复杂', '很长'))).toBe(true);
	expect(shared(chinese, english)).toBe(false);
	expect(bandsOf(signatureOf(english)!)).toHaveLength(24);
});
