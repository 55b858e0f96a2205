import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ladderFor } from './ladder.ts';

const named = (width: number, height: number) =>
	ladderFor({ width, height }).map(({ name, width, height }) => `${name}: ${width}x${height}`);

test('a film has the streams that it is large enough for', () => {
	expect(named(1920, 1080)).toEqual(['360: 640x360', '480: 854x480', '720: 1280x720', '1080: 1920x1080']);
	expect(named(1280, 720)).toEqual(['360: 640x360', '480: 854x480', '720: 1280x720']);
	expect(named(3840, 2160).at(-1)).toBe('1080: 1920x1080');
});

test('a film held upright keeps its shape', () => {
	expect(named(720, 1280)).toEqual(['360: 360x640', '480: 480x854', '720: 720x1280']);
});

test('a small film is kept as it is', () => {
	expect(named(320, 240)).toEqual(['240: 320x240']);
	expect(named(101, 57)).toEqual(['57: 102x58']);
});

test('a very wide film is held by its longer side', () => {
	expect(named(3440, 1440).at(-1)).toBe('1080: 1920x804');
});

test('sizes are even, never larger than the film by more than a pixel, and keep its shape', () => {
	fc.assert(
		fc.property(fc.integer({ min: 100, max: 8000 }), fc.integer({ min: 100, max: 8000 }), (width, height) => {
			fc.pre(Math.max(width, height) < 4 * Math.min(width, height));
			const rungs = ladderFor({ width, height });
			expect(rungs.length).toBeGreaterThan(0);
			for (const rung of rungs) {
				expect([rung.width % 2, rung.height % 2]).toEqual([0, 0]);
				expect(rung.width).toBeLessThanOrEqual(width + 1);
				expect(rung.height).toBeLessThanOrEqual(height + 1);
				expect(Math.abs(rung.width * height - rung.height * width)).toBeLessThanOrEqual(width + height);
			}
		}),
	);
});
