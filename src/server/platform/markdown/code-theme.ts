/** Colours of one kind of token; both stand out from their page by at least 4.5 to 1. */
export interface TokenColours {
	light: string;
	dark: string;
}

const KINDS: { scopes: string[]; light: string; dark: string; style?: 'italic' | 'bold' }[] = [
	{
		scopes: ['comment', 'punctuation.definition.comment'],
		light: '#5c6773',
		dark: '#98a3b0',
		style: 'italic',
	},
	{
		scopes: [
			'keyword',
			'storage',
			'storage.type',
			'variable.language',
			'keyword.operator.new',
			'keyword.operator.expression',
			'keyword.operator.logical.python',
		],
		light: '#a8174e',
		dark: '#ff8aa8',
	},
	{
		scopes: [
			'string',
			'punctuation.definition.string',
			'string.quoted',
			'markup.inline.raw',
			'markup.inserted',
		],
		light: '#17653a',
		dark: '#86d9a2',
	},
	{
		scopes: ['string.regexp', 'constant.character.escape', 'constant.other.placeholder'],
		light: '#8a3d12',
		dark: '#ffb08a',
	},
	{
		scopes: [
			'constant',
			'constant.numeric',
			'constant.language',
			'support.constant',
			'variable.other.constant',
			'meta.preprocessor',
			'markup.heading',
		],
		light: '#0b55a5',
		dark: '#8cc2ff',
	},
	{
		scopes: ['entity.name.function', 'support.function', 'meta.function-call.generic', 'entity.name.command'],
		light: '#6a39b0',
		dark: '#cdb0ff',
	},
	{
		scopes: [
			'entity.name.type',
			'entity.name.class',
			'support.type',
			'support.class',
			'entity.other.inherited-class',
			'storage.type.java',
			'storage.type.cs',
		],
		light: '#7d4a00',
		dark: '#f0c27a',
	},
	{
		scopes: [
			'entity.name.tag',
			'punctuation.definition.tag',
			'entity.name.section',
			'support.type.property-name.json',
		],
		light: '#0d6470',
		dark: '#7fd6e0',
	},
	{
		scopes: [
			'entity.other.attribute-name',
			'meta.decorator',
			'storage.type.annotation',
			'punctuation.definition.annotation',
		],
		light: '#7d4a00',
		dark: '#f0c27a',
	},
	{ scopes: ['markup.deleted', 'invalid', 'invalid.illegal'], light: '#a8174e', dark: '#ff8aa8' },
	{
		scopes: ['keyword.operator', 'punctuation', 'meta.brace', 'storage.type.function.arrow'],
		light: '#3d4652',
		dark: '#c3ccd6',
	},
];

/** Text that no kind claims has this name for a colour and is written without a span. */
export const PLAIN = '#000000';

// One pass over the code serves both themes: a rule's colour is its number here, looked up when HTML is written.
function numbered(index: number): string {
	return `#${(index + 1).toString(16).padStart(6, '0')}`;
}

/** What a theme for Shiki is made of, with numbers for colours. */
export const codeTheme = {
	name: 'stoa',
	type: 'light' as const,
	fg: PLAIN,
	bg: '#ffffff',
	settings: [
		{ settings: { foreground: PLAIN, background: '#ffffff' } },
		...KINDS.map((kind, index) => ({
			scope: kind.scopes,
			settings: {
				foreground: numbered(index),
				...(kind.style === undefined ? {} : { fontStyle: kind.style }),
			},
		})),
	],
};

const COLOURS = new Map<string, TokenColours>(
	KINDS.map(({ light, dark }, index) => [numbered(index), { light, dark }]),
);

/** The pair behind a numbered colour; undefined for plain text. */
export function coloursOf(colour: string | undefined): TokenColours | undefined {
	return colour === undefined ? undefined : COLOURS.get(colour.toLowerCase());
}

/** Every pair, for the test of contrast. */
export function allColours(): TokenColours[] {
	return [...COLOURS.values()];
}
