import { expect, test } from 'vitest';
import { during, enter, TurnOver, takeTurn } from './turns.ts';

test('whoever comes later ends the turn before, and waits until it has written down what it has', async () => {
	const first = await takeTurn(1);
	let noted = false;
	const reading = (async () => {
		const endless = new ReadableStream<Uint8Array>({ start: (body) => body.enqueue(new Uint8Array(3)) });
		try {
			for await (const _ of during(first, endless));
		} catch (error) {
			expect(error).toBeInstanceOf(TurnOver);
			await new Promise((resolve) => setTimeout(resolve, 50));
			noted = true;
		} finally {
			first.end();
		}
	})();
	const second = await takeTurn(1);
	expect(noted).toBe(true);
	expect(second.signal.aborted).toBe(false);
	second.end();
	await reading;
});

test('so many requests write at once, of one person and of all; who leaves makes room', () => {
	const own = Array.from({ length: 4 }, () => enter(7));
	expect(() => enter(7)).toThrow(
		expect.objectContaining({ code: 'common.too_many_requests', retryAfter: 2 }),
	);
	const others = Array.from({ length: 36 }, (_, at) => enter(100 + at));
	expect(() => enter(8)).toThrow(expect.objectContaining({ code: 'common.unavailable' }));
	own[0]!();
	enter(7)();
	for (const leave of [...own.slice(1), ...others]) leave();
	enter(8)();
});
