import { describe, expect, it } from 'vitest';
import { avatarSvg, type Face, faceFrom, faceOf } from './avatar.ts';
import { BEARDS, CLOTHES, EXTRAS, EYES, GLASSES, HAIR_STYLES, MOUTHS } from './avatar-parts.ts';

const seeds = Array.from({ length: 2000 }, (_, i) => `member-${i}`);

/** Reads markup as strictly as XML does here: every tag closed in order, attributes quoted, no stray `<` or `&`. */
function openTagsLeft(svg: string): string[] {
	const open: string[] = [];
	const rest = svg.replace(/<(\/?)([a-z]+)((?: [a-zA-Z-]+="[^"<&]*")*)(\/?)>/g, (_, end, name, __, empty) => {
		if (end) expect(open.pop()).toBe(name);
		else if (!empty) open.push(name);
		return '';
	});
	expect(rest).toBe('');
	return open;
}

/** Every option of every part, one at a time, on one head. */
function everyOption(): Face[] {
	const base = faceFrom('base');
	return [
		...HAIR_STYLES.map((hair) => ({ ...base, hair })),
		...BEARDS.map((beard) => ({ ...base, beard })),
		...GLASSES.map((glasses) => ({ ...base, glasses })),
		...CLOTHES.map((clothes) => ({ ...base, clothes })),
		...EXTRAS.map((extra) => ({ ...base, extra })),
		...EYES.map((eyes) => ({ ...base, eyes })),
		...MOUTHS.map((mouth) => ({ ...base, mouth })),
	];
}

describe('a drawn face', () => {
	it('is the same for the same seed, whenever it is asked for', () => {
		for (const seed of ['', 'lin-wei', '林薇', '🦊', 'x'.repeat(5000)]) {
			expect(faceFrom(seed)).toEqual(faceFrom(seed));
			expect(avatarSvg(faceFrom(seed))).toBe(avatarSvg(faceFrom(seed)));
		}
		// A pinned value: a change of the generator would give every member without a picture a new face.
		expect(faceFrom('lin-wei')).toMatchInlineSnapshot(`
			{
			  "accent": "sky",
			  "beard": "none",
			  "brows": "thick",
			  "clothes": "shirt",
			  "clothesColour": "mustard",
			  "extra": "hoops",
			  "eyes": "lashes",
			  "glasses": "none",
			  "hair": "braids",
			  "hairColour": "ink",
			  "hue": 120,
			  "mouth": "calm",
			  "shape": "round",
			  "skin": "fair",
			  "tilt": 4,
			}
		`);
	});

	it('differs between seeds', () => {
		expect(new Set(seeds.map((seed) => avatarSvg(faceFrom(seed)))).size).toBe(seeds.length);
	});

	it('is well-formed, draws only numbers that are numbers, and stays under 3 KB', () => {
		for (const face of [...seeds.slice(0, 400).map(faceFrom), ...everyOption()]) {
			const svg = avatarSvg(face);
			expect(openTagsLeft(svg)).toEqual([]);
			expect(svg).not.toMatch(/NaN|undefined|null|Infinity/);
			expect(Buffer.byteLength(svg)).toBeLessThan(3072);
		}
	});

	it('looks different for every option of every part', () => {
		const drawn = (faces: Face[]) => new Set(faces.map(avatarSvg)).size;
		const base = faceFrom('base');
		expect(drawn(HAIR_STYLES.map((hair) => ({ ...base, hair })))).toBe(HAIR_STYLES.length);
		expect(drawn(BEARDS.map((beard) => ({ ...base, beard })))).toBe(BEARDS.length);
		expect(drawn(CLOTHES.map((clothes) => ({ ...base, clothes })))).toBe(CLOTHES.length);
	});

	it('carries nothing of a hostile stored value into the markup', () => {
		const hostile = '"/><script>alert(1)</script>';
		const stored = Object.fromEntries(Object.keys(faceFrom('x')).map((key) => [key, hostile]));
		const svg = avatarSvg(stored as unknown as Face);
		expect(svg).not.toContain('script');
		expect(openTagsLeft(svg)).toEqual([]);
		for (const odd of [null, undefined, 7, [], 'face', { hue: 1e9, tilt: Number.NaN }]) {
			expect(openTagsLeft(avatarSvg(odd as unknown as Face))).toEqual([]);
		}
		expect(faceOf({ hue: 1e9, tilt: -90 })).toMatchObject({ hue: 359, tilt: -6 });
	});
});
