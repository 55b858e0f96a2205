import type { HairStyle } from './avatar-parts.ts';
import { filled, shade, spots, stroke } from './avatar-pen.ts';

/** What lies behind the head, and what falls over it. */
export interface HairLayers {
	back: string;
	front: string;
}

/** The close cap of hair most styles start from: skull outline above, hairline below. */
const CAP = 'M29.5 45C27 27 35 18 48 18S69 27 66.5 45C65.5 40 64.5 37 63 34';
const SIDE_PARTED = `${CAP}C56 33 46 31 41 26C39 31 35 34 33 36C31.5 39 30.5 41 29.5 45Z`;
const CENTRE_PARTED = `${CAP}C58 33 51 30 48 25C45 30 38 33 33 34C31.5 37 30.5 40 29.5 45Z`;

/**
 * Draws one hair style.
 * @param style which one
 * @param colour hair colour, `#rrggbb`
 * @param accent colour of a headscarf or hat, `#rrggbb`
 */
export function hairLayers(style: HairStyle, colour: string, accent: string): HairLayers {
	const dark = shade(colour, -0.22);
	const light = shade(colour, 0.16);
	switch (style) {
		case 'short':
			return {
				back: '',
				front:
					filled(
						'M29.5 45C26 26 35 17 49 17C63 17 70 27 66.5 45C65.5 40 65 37 63 33C56 35 42 35 35 30.5C32.5 34 30.5 39 29.5 45Z',
						colour,
					) + stroke('M38 23C43 20 49 19.5 54 20.5', light, 1.8),
			};
		case 'side':
			return {
				back: '',
				front: filled(SIDE_PARTED, colour) + stroke('M42 25C47 21 54 20.5 60 25', light, 1.8),
			};
		case 'quiff':
			return {
				back: '',
				front:
					filled(
						'M30 44C28.5 36 29 29 33 25C31 17 40 12 50 13C60 11 69 17 66 26C68 31 67.5 38 66 44C65.5 39 64.5 36 63 33C57 32 41 32.5 35 30.5C32 34 31 39 30 44Z',
						colour,
					) +
					stroke('M37 25C40 18 49 16 57 18', light, 1.8) +
					stroke('M44 26C47 21 54 19.5 61 22', dark, 1.3),
			};
		case 'buzz':
			return {
				back: '',
				front: filled(
					'M30.5 42C29 29 36 21 48 21S67 29 65.5 42C65 36 63 33 60 31C53 29 43 29 36 31C33 33 31 36 30.5 42Z',
					shade(colour, 0.12),
				),
			};
		case 'spiky':
			return {
				back: '',
				front:
					filled(
						'M30 44C27 36 28 28 31 25L29 19L36 20L37 13L44 17L49 11L53 16.5L61 13.5L61 20L68 20L65.5 26C68 31 68 38 66 44C65.5 39 65 37 63.5 34L58 31L55 35L49 30.5L45 34.5L40 30.5L34.5 35C32 38 31 40 30 44Z',
						colour,
					) + stroke('M41 21L43 25M51 19L51 24M58 20.5L57 25', light, 1.6),
			};
		case 'curls':
			return {
				back: '',
				front:
					filled(
						'M30 44C27 28 36 20 48 20S69 28 66 44C65 38 63 35 61 33C53 32 43 32 35 33C32 36 31 40 30 44Z',
						colour,
					) +
					spots('32,31 36,24.5 42.5,20.5 49.5,19.5 56.5,21.5 62,26 65,32', 5.6, colour) +
					spots('37,30.5 44,28.5 51.5,29 59,30.5', 4.6, colour) +
					stroke('M36 24q2.5-2.5 5-1M47 20.5q3-2 5.5 0M57.5 25q3 0 4 3M43 28q2-2.5 5-1', light, 1.5),
			};
		case 'receding':
			return {
				back: '',
				front:
					filled('M29.5 46C27 37 29 30 33 27C36 31 34.5 37 32.5 40C31 42 30 44 29.5 46Z', colour) +
					filled('M66.5 46C69 37 67 30 63 27C60 31 61.5 37 63.5 40C65 42 66 44 66.5 46Z', colour) +
					stroke('M43 27C47 25.5 51 25.5 54 26.5', '#ffffff55', 2.2),
			};
		case 'bald':
			return { back: '', front: stroke('M40 29C43 26.5 47 25.5 51 26', '#ffffff66', 2.4) };
		case 'pixie':
			return {
				back: '',
				front:
					filled(
						'M30 50C25 40 27 18 48 17.5C69 17 71 40 66 50C66.5 44 66 39 64 35C61 35.5 58 34 56 31.5C50 36 40 38 33.5 38C31.5 41 30.5 45 30 50Z',
						colour,
					) + stroke('M56 31C51 24 45 21.5 39 23', light, 1.7),
			};
		case 'bob':
			return {
				back: filled(
					'M48 15C27 15 24 33 24.5 48C24.5 57 24 63 27 67C35 70 61 70 69 67C72 63 71.5 57 71.5 48C72 33 69 15 48 15Z',
					dark,
				),
				front:
					filled(
						'M48 15C27 15 24 33 24.5 48C24.5 57 24 63 27 67C30 68 33 67.5 34 66C31.5 58 31 48 33 38C40 36 46 31 48 26C51 32 57 36 63.5 38C65 48 64.5 58 62 66C63 67.5 66 68 69 67C72 63 71.5 57 71.5 48C72 33 69 15 48 15Z',
						colour,
					) + stroke('M36 25C40 21 44 20 47 21', light, 1.8),
			};
		case 'fringe':
			return {
				back: filled(
					'M48 15C27 15 24 33 24.5 50C24.5 60 24 68 26 73C36 77 60 77 70 73C72 68 71.5 60 71.5 50C72 33 69 15 48 15Z',
					dark,
				),
				front:
					filled(
						'M48 15C27 15 24 33 24.5 50C24.5 60 24 68 26 73C29 74 32 73.5 33 72C31 62 31 50 32.5 38C42 40.5 54 40.5 63.5 38C65 50 65 62 63 72C64 73.5 67 74 70 73C72 68 71.5 60 71.5 50C72 33 69 15 48 15Z',
						colour,
					) +
					stroke('M42 32L41 38M48 32V39M54 32L55 38', dark, 1) +
					stroke('M35 24C42 19.5 54 19.5 61 24', light, 1.8),
			};
		case 'long':
			return {
				back: filled(
					'M48 15C26 15 23 34 24 52C24.5 66 22 78 20 88C32 94 64 94 76 88C74 78 71.5 66 72 52C73 34 70 15 48 15Z',
					dark,
				),
				front:
					filled(
						'M48 15C26 15 23 34 24 52C24 66 22 78 20 88C25 90 30 89 33 86C31 72 30 56 33 38C40 36 46 31 48 25C50 31 56 36 63 38C66 56 65 72 63 86C66 89 71 90 76 88C74 78 72 66 72 52C73 34 70 15 48 15Z',
						colour,
					) + stroke('M35 26C38 21.5 42 20 46 20.5M28 60C28.5 68 27.5 76 26 82', light, 1.6),
			};
		case 'waves':
			return {
				back: filled(
					'M48 14C28 13 22 28 23 42C18 50 25 56 20 64C16 72 23 80 28 84C40 88 58 88 68 84C74 80 80 72 76 64C71 56 78 50 73 42C74 28 68 13 48 14Z',
					dark,
				),
				front:
					filled(
						'M44 14C28 14 22 28 23 42C18 50 25 56 20 64C16 72 23 80 28 84C33 84 36 79 33 74C30 67 34 60 31.5 53C31 47 32 41 35 37C43 36 53 31 57 25C58 31 60 35 63 38C65 43 65 48 64.5 53C62 60 66 67 63 74C60 79 63 84 68 84C74 80 80 72 76 64C71 56 78 50 73 42C74 28 66 13 44 14Z',
						colour,
					) + stroke('M37 24C42 19.5 49 19 55 22M26 62C22.5 68 25 74 28 78', light, 1.7),
			};
		case 'bun':
			return {
				back: spots('48,15', 8.5, dark) + stroke('M42.5 12.5C45 9 50 9 53 11.5', colour, 1.6),
				front:
					filled(CENTRE_PARTED, colour) +
					stroke('M36 28C39 23.5 43 21.5 47 22M60 28C57 23.5 53.5 22 50 22', light, 1.5),
			};
		case 'ponytail':
			return {
				back:
					filled('M62 20C74 18 82 28 79 42C78 52 82 60 77 70C71 68 69 60 69 52C69 42 69 34 62 30Z', colour) +
					stroke('M73 30C75 40 73 52 76 62', light, 1.5),
				front: filled(SIDE_PARTED, colour) + stroke('M42 25C47 21 54 20.5 60 25', light, 1.7),
			};
		case 'braids': {
			const plait = (x: number) =>
				spots(`${x - 1},52 ${x - 1},66 ${x - 1},80`, 4.5, colour) +
				spots(`${x + 1},59 ${x + 1},73`, 4.4, dark) +
				spots(`${x},86`, 2.6, accent);
			return {
				back: '',
				front: plait(27) + plait(69) + filled(CENTRE_PARTED, colour) + stroke('M48 19V25', dark, 1.2),
			};
		}
		case 'afro':
			return {
				back:
					spots('48,33', 26, colour) +
					spots('25,41 71,41 29,24 67,24 48,14 38,16 58,16 25,50 71,50', 7.5, colour),
				front:
					filled(
						'M30.5 44C29 30 37 22 48 22S67 30 65.5 44C64 37 61 33 57 31.5C51 30 45 30 39 31.5C35 33 32 37 30.5 44Z',
						colour,
					) + stroke('M31 24q3-4 7-5M52 14q4 .5 7 4M66 29q3 3 3 7', light, 1.6),
			};
		case 'locs':
			return {
				back: stroke(
					'M31 30C26 42 26 56 25 70M35 26C30 44 31 60 31 76M65 30C70 42 70 56 71 70M61 26C66 44 65 60 65 76',
					dark,
					6,
				),
				front:
					filled(CENTRE_PARTED, colour) +
					stroke('M29.5 40C28 50 29 60 28 72M66.5 40C68 50 67 60 68 72', colour, 5) +
					stroke('M38 22L35 33M43.5 20L41 30M52.5 20L55 30M58 22L61 33', light, 1.2) +
					stroke('M26 60h4M66 60h4', accent, 2.4),
			};
		case 'hijab':
			return {
				back: '',
				front:
					`<path fill-rule="evenodd" fill="${accent}" d="M48 13C28 13 23 30 24 47C24.5 58 23 66 17 76C26 88 70 88 79 76C73 66 71.5 58 72 47C73 30 68 13 48 13ZM48 26C38 26 33 33 33 45C33 57 39 66.5 48 66.5S63 57 63 45C63 33 58 26 48 26Z"/>` +
					stroke(
						'M32 62C36 72 46 76 58 77M30 24C26 32 27 44 28 52M27 70C36 80 52 82 66 78',
						shade(accent, -0.16),
						1.5,
					) +
					stroke('M37 20C42 16.5 51 16 57 18.5', shade(accent, 0.25), 1.6),
			};
		case 'beanie':
			return {
				back: '',
				front:
					filled(
						'M30 46C29 40 29 36 31 32H65C67 36 67 40 66 46C65 42 64 40 63 38H33C32 40 31 42 30 46Z',
						colour,
					) +
					filled('M28 34C27 18 37 11 48 11S69 18 68 34Z', accent) +
					`<rect x="26.5" y="28" width="43" height="8.5" rx="4" fill="${shade(accent, -0.15)}"/>` +
					stroke('M36 30v4.5M44 30v4.5M52 30v4.5M60 30v4.5', shade(accent, 0.12), 1.3) +
					spots('48,11', 3.6, shade(accent, 0.3)),
			};
		case 'cap':
			return {
				back: '',
				front:
					filled(
						'M30 46C29 40 29 36 31 32H65C67 36 67 40 66 46C65 42 64 40 63 37H33C32 40 31 42 30 46Z',
						colour,
					) +
					filled('M29 33C28 19 37 14 48 14S68 19 67 33Z', accent) +
					filled(
						'M29 32C40 27.5 60 27.5 79 34C80 37 77 38 74 37C60 33.5 42 34 29 35.5Z',
						shade(accent, -0.2),
					) +
					stroke('M48 14.5V28', shade(accent, -0.14), 1.2),
			};
	}
}
