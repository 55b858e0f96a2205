import { expect, test } from 'vitest';
import { add, type Span, watchedSeconds } from './watched.ts';

/** Plays from one second to another at a rate, with a report of the position four times a second. */
function play(
	watched: ReturnType<typeof watchedSeconds>,
	from: number,
	to: number,
	rate = 1,
	clock = { at: 0 },
) {
	for (let position = from; position <= to + 1e-9; position += 0.25 * rate) {
		watched.playing(position, clock.at, rate);
		clock.at += 250;
	}
}

test('what was played is told once, in seconds of the video', () => {
	const watched = watchedSeconds();
	play(watched, 10, 20);
	expect(watched.take()).toEqual([[10, 20]]);
	expect(watched.take()).toEqual([]);
});

test('a jump leaves out what lies between', () => {
	const watched = watchedSeconds();
	const clock = { at: 0 };
	play(watched, 0, 5, 1, clock);
	play(watched, 300, 302, 1, clock);
	expect(watched.take()).toEqual([
		[0, 5],
		[300, 302],
	]);
});

test('playing goes on over the time at which it was told', () => {
	const watched = watchedSeconds();
	const clock = { at: 0 };
	play(watched, 0, 5, 1, clock);
	expect(watched.take()).toEqual([[0, 5]]);
	play(watched, 5.25, 8, 1, clock);
	expect(watched.take()).toEqual([[5, 8]]);
});

test('at double speed twice as many seconds are watched, and no more', () => {
	const watched = watchedSeconds();
	play(watched, 0, 20, 2);
	expect(watched.take()).toEqual([[0, 20]]);
	// The position runs ahead of the clock: a script that moves it watches nothing.
	const cheated = watchedSeconds();
	const clock = { at: 0 };
	for (let position = 0; position < 600; position += 10) {
		cheated.playing(position, clock.at, 1);
		clock.at += 250;
	}
	expect(cheated.take()).toEqual([]);
});

test('what is seen twice is one piece', () => {
	const watched = watchedSeconds();
	const clock = { at: 0 };
	play(watched, 0, 10, 1, clock);
	watched.stopped();
	play(watched, 5, 15, 1, clock);
	expect(watched.take()).toEqual([[0, 15]]);
});

test('what could not be told is told the next time', () => {
	const watched = watchedSeconds();
	const clock = { at: 0 };
	play(watched, 0, 10, 1, clock);
	const untold = watched.take();
	watched.putBack(untold);
	play(watched, 10.25, 12, 1, clock);
	expect(watched.take()).toEqual([[0, 12]]);
});

test('pieces that touch become one, others stay apart in their order', () => {
	const spans: Span[] = [];
	for (const span of [
		[5, 6],
		[0, 1],
		[1, 2],
		[1.5, 5.5],
		[9, 10],
	] as Span[])
		add(spans, span);
	expect(spans).toEqual([
		[0, 6],
		[9, 10],
	]);
});
