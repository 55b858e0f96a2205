import { expect, test } from 'vitest';
import { soundAlikes } from './sounds.ts';

const costs = (character: string) =>
	new Map(soundAlikes(character).map(({ character: other, cost }) => [other, cost]));

test('characters read the same but for the tone sound alike', () => {
	expect(costs('寻').get('询')).toBe(1);
	expect(costs('酷').get('库')).toBe(1);
	expect(costs('寻').has('寻')).toBe(false);
});

test('what many provinces do not tell apart is similar, and less likely', () => {
	expect(costs('兰').get('浪')).toBe(1.5);
	expect(costs('站').get('赞')).toBe(1.5);
	expect(costs('线').get('现')).toBe(1);
});

test('a rare character, a letter and nothing sound like nothing', () => {
	for (const other of ['a', '龘', '']) expect(soundAlikes(other)).toEqual([]);
});
