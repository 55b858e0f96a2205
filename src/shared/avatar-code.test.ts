import { expect, test } from 'vitest';
import { avatarSvg, faceFrom, faceOf } from './avatar.ts';
import { faceCode, faceOfCode } from './avatar-code.ts';

test('a face comes back from its code unchanged', () => {
	for (const seed of ['lin-wei', 'ada-k', 'x', '何平', 'omar-f']) {
		const face = faceOf(faceFrom(seed));
		expect(faceOfCode(faceCode(face))).toEqual(face);
	}
});

test('a handle stands for the face that is drawn from it', () => {
	expect(faceOfCode('@lin-wei')).toEqual(faceFrom('lin-wei'));
});

test('anything else is refused, and letters out of range still give a face', () => {
	for (const bad of ['', 'short', '<svg>', `@${'a'.repeat(80)}`, 'ABCDEFGHIJKLMNOP', '0000000000000000/'])
		expect(faceOfCode(bad)).toBeNull();
	expect(avatarSvg(faceOfCode('zzzzzzzzzzzzzzzz')!)).toContain('<svg');
});
