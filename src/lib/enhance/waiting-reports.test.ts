import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, type Report, type Stretch, takeOff, toSend, unite, without } from './waiting-reports.ts';

const stretch = fc
	.tuple(fc.nat(60), fc.integer({ min: 1, max: 9 }))
	.map(([from, length]): Stretch => [from, from + length]);
const stretches = fc.array(stretch, { maxLength: 8 });
const numbers = (ranges: readonly Stretch[]) =>
	new Set(ranges.flatMap(([from, to]) => Array.from({ length: to - from }, (_, n) => from + n)));

test('ranges that are joined have the numbers of both, in order and apart', () => {
	fc.assert(
		fc.property(stretches, (ranges) => {
			const joined = unite(ranges);
			expect(numbers(joined)).toEqual(numbers(ranges));
			for (const [at, one] of joined.entries())
				if (at > 0) expect(one[0]).toBeGreaterThan(joined[at - 1]![1]);
		}),
	);
});

test('ranges without others have what is not in those', () => {
	fc.assert(
		fc.property(stretches, stretches, (ranges, gone) => {
			expect(numbers(without(ranges, gone))).toEqual(numbers(ranges).difference(numbers(gone)));
		}),
	);
});

const report = (lessonId: number, covered: Stretch[], more: Partial<Report> = {}): Report => ({
	lessonId,
	covered,
	studied: [],
	...more,
});

test('an hour on a train is one report of each lesson, and the place is the one left last', () => {
	let waiting: Report[] = [];
	for (let n = 0; n < 400; n++)
		waiting = add(
			waiting,
			report(1 + (n % 2), [[n, n + 1]], { studied: [[n * 15, n * 15 + 15]], place: n, at: n }),
		);
	expect(waiting).toHaveLength(2);
	expect(waiting[0]).toMatchObject({ lessonId: 1, place: 398, at: 398 });
	// What comes late does not move the place back.
	expect(add(waiting, report(1, [], { place: 3, at: 3 })).at(-1)).toMatchObject({ place: 398, at: 398 });
	expect(waiting[0]!.studied).toHaveLength(200);
});

test('more stretches than the server takes at once are told in several reports, and none is lost or made up', () => {
	let waiting: Report[] = [];
	for (let n = 0; n < 450; n++) waiting = add(waiting, report(1, [], { studied: [[n * 60, n * 60 + 15]] }));
	const sent = toSend(waiting);
	expect(sent.map(({ studied }) => studied.length)).toEqual([200, 200, 50]);
	expect(numbers(sent.flatMap(({ studied }) => studied)).size).toBe(450 * 15);
	expect(takeOff(waiting, sent)).toEqual([]);
	expect(takeOff(waiting, sent.slice(0, 1))[0]!.studied).toHaveLength(250);
});

test('what was added while a report was on its way still waits', () => {
	const sent = [report(1, [[0, 5]], { place: 4, at: 10 })];
	const now = add(add(sent, report(1, [[4, 8]], { place: 7, at: 20 })), report(2, [[0, 1]]));
	expect(takeOff(now, sent)).toEqual([report(1, [[5, 8]], { place: 7, at: 20 }), report(2, [[0, 1]])]);
	expect(takeOff(sent, sent)).toEqual([]);
});
