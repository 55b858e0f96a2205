import {
	drawBeard,
	drawClothes,
	drawExtra,
	drawFeatures,
	drawGlasses,
	drawHeadphones,
} from './avatar-features.ts';
import { hairLayers } from './avatar-hair.ts';
import {
	BEARDS,
	BROWS,
	CLOTH_COLOURS,
	CLOTHES,
	type ClothColour,
	EXTRAS,
	EYES,
	type Face,
	GLASSES,
	HAIR_COLOURS,
	HAIR_STYLES,
	type HairColour,
	type HairStyle,
	MOUTHS,
	SHAPES,
	SKINS,
	type Skin,
} from './avatar-parts.ts';
import { hslHex } from './avatar-pen.ts';

export type { Face } from './avatar-parts.ts';

/*
 * Faces for people without a picture, drawn as small flat portraits. No ids, gradients or outside files,
 * so any number of them can stand inline on one page without clashing.
 */

const keys = <K extends string>(table: Record<K, unknown>) => Object.keys(table) as K[];
const known = <T extends string>(value: unknown, names: readonly T[]): T =>
	names.find((name) => name === value) ?? (names[0] as T);
const within = (value: unknown, low: number, high: number) =>
	typeof value === 'number' && Number.isFinite(value) ? Math.max(low, Math.min(high, Math.round(value))) : 0;

/**
 * Makes a valid face of whatever was stored: an unknown or missing name becomes the first of its kind, a number is
 * brought into range. None of the input's text survives, so none of it can reach the markup.
 */
export function faceOf(stored: unknown): Face {
	const raw = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
	return {
		skin: known(raw.skin, keys(SKINS)),
		shape: known(raw.shape, keys(SHAPES)),
		hair: known(raw.hair, HAIR_STYLES),
		hairColour: known(raw.hairColour, keys(HAIR_COLOURS)),
		eyes: known(raw.eyes, EYES),
		brows: known(raw.brows, BROWS),
		mouth: known(raw.mouth, MOUTHS),
		beard: known(raw.beard, BEARDS),
		glasses: known(raw.glasses, GLASSES),
		clothes: known(raw.clothes, CLOTHES),
		clothesColour: known(raw.clothesColour, keys(CLOTH_COLOURS)),
		accent: known(raw.accent, keys(CLOTH_COLOURS)),
		extra: known(raw.extra, EXTRAS),
		hue: within(raw.hue, 0, 359),
		tilt: within(raw.tilt, -6, 6),
	};
}

/**
 * Draws a face as a self-contained SVG document, 96 by 96, under 3 KB; the same face always gives the same bytes.
 * Marked `aria-hidden`: a portrait decorates the name that stands beside it.
 */
export function avatarSvg(face: Face): string {
	const safe = faceOf(face);
	const [skin, skinShade, blush] = SKINS[safe.skin];
	const hairColour = HAIR_COLOURS[safe.hairColour];
	const accent = CLOTH_COLOURS[safe.accent];
	const hair = hairLayers(safe.hair, hairColour, accent);
	const covered = safe.hair === 'hijab';
	const leaning = `<g transform="translate(0 1.5)rotate(${safe.tilt} 48 66)">`;
	const ears = `<g fill="${skinShade}"><ellipse cx="31" cy="47" rx="4" ry="5"/><ellipse cx="65" cy="47" rx="4" ry="5"/></g>`;
	const cheeks = `<path d="M36.8 53h1.4M57.8 53h1.4" stroke="${blush}" stroke-width="5.2" opacity=".42"/>`;
	return [
		'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96" aria-hidden="true">',
		`<path d="M0 0H96V96H0Z" fill="${hslHex(safe.hue, 0.5, 0.83)}"/>`,
		`<circle cx="72" cy="22" r="34" fill="${hslHex((safe.hue + 16) % 360, 0.6, 0.88)}"/>`,
		'<g transform="translate(-4.8 -6.3)scale(1.1)" fill="none" stroke-linecap="round" stroke-linejoin="round">',
		hair.back && `${leaning}${hair.back}</g>`,
		drawClothes(safe, skin, skinShade),
		leaning,
		covered ? '' : ears,
		`<path d="${SHAPES[safe.shape]}" fill="${skin}"/>`,
		cheeks,
		drawBeard(safe.beard, hairColour),
		drawFeatures(safe, hairColour, skinShade, blush),
		drawExtra(safe.extra, skinShade, accent, covered),
		hair.front,
		drawGlasses(safe.glasses, accent),
		safe.extra === 'headphones' && !covered ? drawHeadphones(accent) : '',
		'</g></g></svg>',
	].join('');
}

/** Hair is drawn by look, so that a beard goes with styles it suits and every look is as likely as the other. */
const LOOKS: readonly { hair: readonly HairStyle[]; bearded: boolean }[] = [
	{
		hair: [
			'short',
			'side',
			'quiff',
			'buzz',
			'spiky',
			'curls',
			'receding',
			'bald',
			'afro',
			'locs',
			'beanie',
			'cap',
		],
		bearded: true,
	},
	{
		hair: [
			'pixie',
			'bob',
			'fringe',
			'long',
			'waves',
			'bun',
			'ponytail',
			'braids',
			'afro',
			'curls',
			'locs',
			'hijab',
			'beanie',
		],
		bearded: false,
	},
];
const USUAL_HAIR: readonly HairColour[] = [
	'ink',
	'black',
	'espresso',
	'chestnut',
	'auburn',
	'copper',
	'sand',
	'blonde',
	'grey',
	'silver',
];
const DARK_HAIR: readonly HairColour[] = ['ink', 'black', 'espresso', 'ink', 'black', 'chestnut', 'grey'];
const FAIR_SKINS: readonly Skin[] = ['porcelain', 'fair', 'warm'];

/**
 * Derives a face from any text (an id, a handle): the same text always gives the same face, different texts almost
 * surely different ones. Not secret: do not seed with what must not be guessed.
 */
export function faceFrom(seed: string): Face {
	const next = randomFrom(seed);
	const pick = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T;
	const sometimes = <T extends string>(chance: number, of: readonly T[]): T =>
		next() < chance ? pick(of.slice(1)) : (of[0] as T);
	const look = pick(LOOKS);
	const skin = pick(keys(SKINS));
	const clothesColour = pick(keys(CLOTH_COLOURS));
	return {
		skin,
		shape: pick(keys(SHAPES)),
		hair: pick(look.hair),
		hairColour:
			next() < 0.04
				? pick<HairColour>(['teal', 'plum'])
				: pick(FAIR_SKINS.includes(skin) ? USUAL_HAIR : DARK_HAIR),
		eyes: pick(EYES.filter((eyes) => eyes !== 'wink' && (eyes !== 'lashes' || !look.bearded))),
		brows: pick(BROWS),
		mouth: pick(MOUTHS),
		beard: look.bearded ? sometimes(0.4, BEARDS) : 'none',
		glasses: sometimes(0.32, GLASSES),
		clothes: pick(CLOTHES),
		clothesColour,
		accent: pick(keys(CLOTH_COLOURS).filter((colour: ClothColour) => colour !== clothesColour)),
		extra: sometimes(
			0.3,
			EXTRAS.filter((extra) => extra !== 'hoops' || !look.bearded),
		),
		hue: Math.floor(next() * 360),
		tilt: Math.floor(next() * 9) - 4,
	};
}

/** Numbers in 0..1 from a text: FNV-1a over its UTF-16 units, then mulberry32. */
function randomFrom(seed: string): () => number {
	let state = 0x811c9dc5;
	for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}
