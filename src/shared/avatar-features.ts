import { CLOTH_COLOURS, type Face } from './avatar-parts.ts';
import { filled, shade, spots, stroke } from './avatar-pen.ts';

const INK = '#211c1d';
const NECKLINE = 'M39.5 73.5C42.5 81.5 53.5 81.5 56.5 73.5';

/** Neck, shoulders and what is worn on them. */
export function drawClothes(face: Face, skin: string, neck: string): string {
	const colour = CLOTH_COLOURS[face.clothesColour];
	const dark = shade(colour, -0.18);
	const light = shade(colour, 0.4);
	const throat = filled('M41 58H55V72C55 80 41 80 41 72Z', neck);
	const body = (fill: string) => filled('M8 97C8 84 20 78 40 73C43 80 53 80 56 73C76 78 88 84 88 97Z', fill);
	switch (face.clothes) {
		case 'tee':
			return throat + body(colour) + stroke(NECKLINE, dark, 2);
		case 'hoodie':
			return (
				filled('M30 78C32 66 64 66 66 78C60 86 36 86 30 78Z', dark) +
				throat +
				filled('M8 97C8 84 18 79 34 75C38 86 58 86 62 75C78 79 88 84 88 97Z', colour) +
				stroke('M43 85V92M53 85V91', light, 1.8)
			);
		case 'shirt':
			return (
				throat +
				body(colour) +
				filled('M40 71.5L48 82L41 87L35.5 75ZM56 71.5L48 82L55 87L60.5 75Z', light) +
				stroke('M48 83V96', dark, 1.3)
			);
		case 'blazer':
			return (
				throat +
				body('#fbfaf6') +
				filled('M8 97C8 84 20 78 39 73L46 97ZM88 97C88 84 76 78 57 73L50 97Z', colour) +
				filled('M39 73L33 83L37.5 85L46 97ZM57 73L63 83L58.5 85L50 97Z', dark)
			);
		case 'turtleneck':
			return (
				throat +
				filled('M8 97C8 84 20 79 39 75V68C44 71 52 71 57 68V75C76 79 88 84 88 97Z', colour) +
				stroke('M39 75.5C44 78.5 52 78.5 57 75.5', dark, 1.6)
			);
		case 'stripes':
			return (
				throat +
				body(colour) +
				stroke(
					'M14 86.5C30 82 40 85 48 85S66 82 82 86.5M9.5 93C30 89 40 92 48 92S66 89 86.5 93',
					light,
					2.6,
				) +
				stroke(NECKLINE, dark, 1.8)
			);
		case 'vneck':
			return (
				throat +
				body(colour) +
				filled('M40.5 72.5L48 87L55.5 72.5Z', skin) +
				filled('M41 66H55V71C55 77 41 77 41 71Z', neck) +
				stroke('M40 73L48 87.5L56 73', dark, 2)
			);
		case 'overalls':
			return (
				throat +
				body('#f6f1e6') +
				filled('M28 97L30 76L36 74.5L37 88H59L60 74.5L66 76L68 97Z', colour) +
				spots('37,89.5 59,89.5', 1.6, light)
			);
	}
}

const EYE_X = [40.5, 55.5] as const;

/** Brows, eyes, nose and mouth. */
export function drawFeatures(face: Face, hair: string, noseColour: string, lips: string): string {
	const brow = shade(hair, face.hairColour === 'blonde' || face.hairColour === 'silver' ? -0.35 : -0.1);
	return (
		drawBrows(face.brows, brow) +
		drawEyes(face.eyes) +
		stroke('M48.5 48C48.8 50.5 50.5 52 49.8 53C49.2 53.8 47.8 53.8 46.8 53.4', noseColour, 1.5) +
		drawMouth(face.mouth, shade(lips, -0.3))
	);
}

function drawBrows(brows: Face['brows'], colour: string): string {
	switch (brows) {
		case 'soft':
			return stroke('M37 41Q40.5 38.8 43.5 40.5M52.5 40.5Q55.5 38.8 59 41', colour, 1.7);
		case 'straight':
			return stroke('M37 40.2H43.6M52.4 40.2H59', colour, 1.8);
		case 'raised':
			return stroke('M37 39.5Q40 36.8 43.6 38.8M52.4 38.8Q56 36.8 59 39.5', colour, 1.7);
		case 'thick':
			return stroke('M36.8 40.6Q40 38.6 43.8 40.2M52.2 40.2Q56 38.6 59.2 40.6', colour, 2.7);
	}
}

function drawEyes(eyes: Face['eyes']): string {
	const round = spots('40.5,46.2 55.5,46.2', 2.2, INK) + spots('41.3,45.4 56.3,45.4', 0.7, '#fff');
	switch (eyes) {
		case 'dots':
			return round;
		case 'happy':
			return stroke('M37.7 47Q40.5 43.6 43.3 47M52.7 47Q55.5 43.6 58.3 47', INK, 1.9);
		case 'wide':
			return spots('40.5,46 55.5,46', 3.5, '#fff') + round;
		case 'calm':
			return round + stroke('M37.5 44.8Q40.5 43 43.5 44.8M52.5 44.8Q55.5 43 58.5 44.8', INK, 1.3);
		case 'lashes':
			return (
				round +
				stroke('M43.1 44.6Q40.5 42.8 37.9 44.6L36.5 43.2M52.9 44.6Q55.5 42.8 58.1 44.6L59.5 43.2', INK, 1.3)
			);
		case 'wink':
			return (
				spots('40.5,46.2', 2.2, INK) +
				spots('41.3,45.4', 0.7, '#fff') +
				stroke('M52.7 47Q55.5 43.6 58.3 47', INK, 1.9)
			);
	}
}

function drawMouth(mouth: Face['mouth'], lips: string): string {
	switch (mouth) {
		case 'smile':
			return stroke('M43 57.5Q48 62 53 57.5', lips, 1.9);
		case 'grin':
			return (
				filled('M42.5 56.8H53.5C53.5 64.2 42.5 64.2 42.5 56.8Z', '#7a2f30') +
				filled('M43.4 56.8H52.6V58.9H43.4Z', '#fff')
			);
		case 'smirk':
			return stroke('M44 58.8Q49.5 60.2 53 56.8', lips, 1.9);
		case 'calm':
			return stroke('M44.2 58.6Q48 60.2 51.8 58.6', lips, 1.9);
		case 'open':
			return (
				filled('M44 57C45 56 51 56 52 57C53 60.5 51 62.5 48 62.5S43 60.5 44 57Z', '#7a2f30') +
				filled('M45.5 61.2Q48 59.4 50.5 61.2Q48 63.2 45.5 61.2Z', '#e2766f')
			);
	}
}

/** Beards lie under the mouth, so that it shows. */
export function drawBeard(beard: Face['beard'], hair: string): string {
	const under =
		'C65.5 55 61 67.5 48 67.5S30.5 55 30.5 46C32 51 35 54 39 54.5C43 53 53 53 57 54.5C61 54 64 51 65.5 46Z';
	switch (beard) {
		case 'none':
			return '';
		case 'stubble':
			return `<path d="M65.5 46${under}" fill="${hair}" opacity=".2"/>`;
		case 'full':
			return filled(`M65.5 46${under}`, hair);
		case 'goatee':
			return filled('M42 56C44 54.6 52 54.6 54 56C55 61 54 68 48 68S41 61 42 56Z', hair);
		case 'moustache':
			return filled(
				'M48 54.4C51 53.4 55 54.6 57 58C53.5 57.6 50.5 57.4 48 56.8C45.5 57.4 42.5 57.6 39 58C41 54.6 45 53.4 48 54.4Z',
				hair,
			);
		case 'long':
			return filled(
				'M65.5 46C66 58 62 70 56 75C52 79 44 79 40 75C34 70 30 58 30.5 46C32 51 35 54 39 54.5C43 53 53 53 57 54.5C61 54 64 51 65.5 46Z',
				hair,
			);
	}
}

/** Small things that make a person: freckles, a mole, earrings. Headphones go over the hair. */
export function drawExtra(
	extra: Face['extra'],
	skinShade: string,
	accent: string,
	earsCovered: boolean,
): string {
	switch (extra) {
		case 'freckles':
			return spots('36,50.8 39,52.6 42,50.8 54,50.8 57,52.6 60,50.8', 0.6, skinShade);
		case 'mole':
			return spots('55.5,56.5', 0.8, '#4a2d26');
		case 'earrings':
			return earsCovered ? '' : spots('30.5,53.2 65.5,53.2', 1.7, accent);
		case 'hoops':
			return earsCovered
				? ''
				: [30, 66]
						.map((x) => `<circle cx="${x}" cy="55.5" r="3.2" stroke="#dcae4e" stroke-width="1.3"/>`)
						.join('');
		default:
			return '';
	}
}

export function drawGlasses(glasses: Face['glasses'], accent: string): string {
	const frame = shade(accent, -0.45);
	const arms = stroke('M34 45L30.5 44M62 45L65.5 44M46.3 45.6Q48 44.2 49.7 45.6', frame, 1.4);
	const lenses = (shape: (x: number) => string) => EYE_X.map(shape).join('') + arms;
	switch (glasses) {
		case 'none':
			return '';
		case 'round':
			return lenses(
				(x) =>
					`<circle cx="${x}" cy="46" r="6" fill="#fff" fill-opacity=".22" stroke="${frame}" stroke-width="1.5"/>`,
			);
		case 'square':
			return lenses(
				(x) =>
					`<rect x="${x - 6.2}" y="41" width="12.4" height="10" rx="3" fill="#fff" fill-opacity=".2" stroke="${frame}" stroke-width="1.7"/>`,
			);
		case 'half':
			return lenses(
				(x) =>
					stroke(`M${x - 6} 43.2H${x + 6}`, frame, 2.4) +
					stroke(`M${x - 6} 43.2C${x - 6} 52.5 ${x + 6} 52.5 ${x + 6} 43.2`, frame, 1),
			);
		case 'tinted':
			return lenses(
				(x) =>
					`<circle cx="${x}" cy="46.2" r="6.2" fill="${accent}" fill-opacity=".5" stroke="${frame}" stroke-width="1.4"/>`,
			);
	}
}

export function drawHeadphones(accent: string): string {
	return (
		stroke('M28.5 46C25 11 71 11 67.5 46', shade(accent, -0.3), 3.4) +
		`<rect x="24" y="39" width="8" height="15" rx="4" fill="${accent}"/><rect x="64" y="39" width="8" height="15" rx="4" fill="${accent}"/>`
	);
}
