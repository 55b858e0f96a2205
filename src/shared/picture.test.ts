import { expect, test } from 'vitest';
import { pictureAddress, pictureSet, readPictureAddress, widthsOf } from './picture.ts';

const name = { token: 'abcdefghijklmnopqrstuvwxyz', width: 1500, height: 1000 };

test('an address tells what the picture is', () => {
	expect(readPictureAddress(pictureAddress(name))).toEqual({ ...name, at: null });
	expect(readPictureAddress(pictureAddress(name, 640))).toEqual({ ...name, at: 640 });
	for (const other of [
		'https://elsewhere.example/x.png',
		'/media/p/short-1x1',
		`${pictureAddress(name)}?x`,
		'/media/7/x',
	])
		expect(readPictureAddress(other)).toBeNull();
});

test('no copy is wider than the picture', () => {
	expect(widthsOf(1500)).toEqual([320, 640, 960, 1280, 1500]);
	expect(widthsOf(200)).toEqual([200]);
	expect(widthsOf(6000)).toEqual([320, 640, 960, 1280, 1920, 2560]);
	expect(pictureSet(pictureAddress({ ...name, width: 700 }))?.srcset).toBe(
		`/media/p/${name.token}-700x1000/320 320w, /media/p/${name.token}-700x1000/640 640w, /media/p/${name.token}-700x1000/700 700w`,
	);
	expect(pictureSet('https://elsewhere.example/x.png')).toBeNull();
});
