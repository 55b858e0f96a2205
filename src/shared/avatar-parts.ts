/** What a drawn face is made of: the names that may be stored, and the colours and head outlines behind them. */

/** Each tone: base, shade (neck, ears, nose), blush (cheeks, lips). */
export const SKINS = {
	porcelain: ['#fbe2d2', '#efc6ae', '#f4a99b'],
	fair: ['#f8d6bd', '#e8b797', '#ee9c88'],
	warm: ['#f3c9a4', '#dfa97d', '#e88f74'],
	honey: ['#e5b082', '#ca8e5d', '#d97d5e'],
	tan: ['#d09566', '#b2774a', '#c0694c'],
	bronze: ['#ab7149', '#8d5733', '#a1523b'],
	brown: ['#915d39', '#714528', '#954a35'],
	deep: ['#74492f', '#55331f', '#863f30'],
} as const;

export const HAIR_COLOURS = {
	ink: '#25232e',
	black: '#312a28',
	espresso: '#46322b',
	chestnut: '#71472b',
	auburn: '#8e472c',
	copper: '#c26d36',
	sand: '#b9955f',
	blonde: '#e4c07a',
	grey: '#9b9ba4',
	silver: '#dcdde2',
	teal: '#2f8088',
	plum: '#71436f',
} as const;

export const CLOTH_COLOURS = {
	navy: '#33507c',
	sky: '#74aee0',
	teal: '#2d9187',
	forest: '#427a56',
	olive: '#868c57',
	mustard: '#e4ad42',
	coral: '#ee7c69',
	brick: '#b75643',
	plum: '#7f4f7c',
	lilac: '#ab98d8',
	charcoal: '#474b55',
	cream: '#f3e9d6',
	white: '#fafaf8',
	rose: '#e8a0ad',
} as const;

export const SHAPES = {
	oval: 'M31 42C31 30 38 23 48 23S65 30 65 42C65 55 58 66.5 48 66.5S31 55 31 42Z',
	round: 'M30 43C30 31 38 24 48 24S66 31 66 43C66 57 58.5 65.5 48 65.5S30 57 30 43Z',
	square: 'M31 40C31 29 38 23 48 23S65 29 65 40V50C65 60 57 66 48 66S31 60 31 50Z',
	heart:
		'M30.5 41C30.5 29 38 23 48 23S65.5 29 65.5 41C65.5 52 58 61 53 65Q48 68.5 43 65C38 61 30.5 52 30.5 41Z',
} as const;

export const HAIR_STYLES = [
	'short',
	'side',
	'quiff',
	'buzz',
	'spiky',
	'curls',
	'receding',
	'bald',
	'pixie',
	'bob',
	'fringe',
	'long',
	'waves',
	'bun',
	'ponytail',
	'braids',
	'afro',
	'locs',
	'hijab',
	'beanie',
	'cap',
] as const;
export const EYES = ['dots', 'happy', 'wide', 'calm', 'lashes', 'wink'] as const;
export const BROWS = ['soft', 'straight', 'raised', 'thick'] as const;
export const MOUTHS = ['smile', 'grin', 'smirk', 'calm', 'open'] as const;
export const BEARDS = ['none', 'stubble', 'full', 'goatee', 'moustache', 'long'] as const;
export const GLASSES = ['none', 'round', 'square', 'half', 'tinted'] as const;
export const CLOTHES = [
	'tee',
	'hoodie',
	'shirt',
	'blazer',
	'turtleneck',
	'stripes',
	'vneck',
	'overalls',
] as const;
export const EXTRAS = ['none', 'earrings', 'hoops', 'headphones', 'freckles', 'mole'] as const;

export type Skin = keyof typeof SKINS;
export type HairColour = keyof typeof HAIR_COLOURS;
export type ClothColour = keyof typeof CLOTH_COLOURS;
export type HairStyle = (typeof HAIR_STYLES)[number];

/** Everything that decides a portrait, in plain names, so that it can be stored as JSON or YAML. */
export interface Face {
	skin: Skin;
	shape: keyof typeof SHAPES;
	hair: HairStyle;
	hairColour: HairColour;
	eyes: (typeof EYES)[number];
	brows: (typeof BROWS)[number];
	mouth: (typeof MOUTHS)[number];
	beard: (typeof BEARDS)[number];
	glasses: (typeof GLASSES)[number];
	clothes: (typeof CLOTHES)[number];
	clothesColour: ClothColour;
	/** Colour of what is worn on the head or face: headscarf, hat, headphones, frames, earrings. */
	accent: ClothColour;
	extra: (typeof EXTRAS)[number];
	/** Hue of the background, 0..359. */
	hue: number;
	/** Lean of the head in degrees, -6..6. */
	tilt: number;
}
