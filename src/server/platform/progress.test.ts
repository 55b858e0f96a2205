import { describe, expect, test } from 'vitest';
import { formatDuration, reportProgress } from './progress.ts';
import { untilStopped } from './stop-signal.ts';

function recorder(isTTY: boolean) {
	const written: string[] = [];
	return { isTTY, columns: 120, written, write: (text: string) => written.push(text) };
}

describe('progress', () => {
	test('away from a terminal a step is one line, however often it advances', () => {
		const out = recorder(false);
		const step = reportProgress(out).step('Posts', 'rows');
		for (let i = 0; i < 500; i++) step.advance(10, i / 500);
		step.finish();
		expect(out.written).toHaveLength(1);
		expect(out.written[0]).toMatch(/^Posts: done, 5,000 rows in .+ \([\d,]+\/s\)\n$/);
	});

	test('on a terminal it draws a bar in place and leaves the closing line', () => {
		const out = recorder(true);
		const step = reportProgress(out).step('Votes', 'rows');
		step.advance(3, 0.5);
		expect(out.written.join('')).toContain(`${'█'.repeat(10)}${'░'.repeat(10)}  50 %  3 rows, `);
		expect(out.written.join('')).not.toContain(' 0/s');
		step.finish('nothing new');
		expect(out.written.at(-2)).toBe('\r\x1b[2K');
		expect(out.written.at(-1)).toContain('Votes: nothing new, 3 rows');
	});

	test('durations read as a person says them', () => {
		expect([840, 12_340, 245_000, 7_620_000].map(formatDuration)).toEqual([
			'840 ms',
			'12.3 s',
			'4 min 05 s',
			'2 h 07 min',
		]);
	});
});

describe('untilStopped', () => {
	test('a signal asks the work to stop and does not end the process', async () => {
		const said: string[] = [];
		const listeners = process.listenerCount('SIGTERM');
		const seen = await untilStopped(
			async (stop) => {
				const before = stop.requested;
				process.emit('SIGTERM', 'SIGTERM');
				return [before, stop.requested];
			},
			(text) => said.push(text),
		);
		expect(seen).toEqual([false, true]);
		expect(said).toHaveLength(1);
		expect(process.listenerCount('SIGTERM')).toBe(listeners);
	});
});
