import { type Face, faceFrom, faceOf } from './avatar.ts';
import {
	BEARDS,
	BROWS,
	CLOTH_COLOURS,
	CLOTHES,
	EXTRAS,
	EYES,
	GLASSES,
	HAIR_COLOURS,
	HAIR_STYLES,
	MOUTHS,
	SHAPES,
	SKINS,
} from './avatar-parts.ts';

/** The parts in the order of their letters in a code. A new look goes to the end of its list, or old codes change face. */
const PARTS: [keyof Face, readonly string[]][] = [
	['skin', Object.keys(SKINS)],
	['shape', Object.keys(SHAPES)],
	['hair', HAIR_STYLES],
	['hairColour', Object.keys(HAIR_COLOURS)],
	['eyes', EYES],
	['brows', BROWS],
	['mouth', MOUTHS],
	['beard', BEARDS],
	['glasses', GLASSES],
	['clothes', CLOTHES],
	['clothesColour', Object.keys(CLOTH_COLOURS)],
	['accent', Object.keys(CLOTH_COLOURS)],
	['extra', EXTRAS],
];
const CODE = /^[0-9a-z]{16}$/;

/**
 * Writes a face as sixteen letters and digits, so that its picture has an address that says all: the answer can be
 * kept by every cache for ever, and drawing it asks no database.
 */
export function faceCode(stored: unknown): string {
	const face = faceOf(stored);
	const letters = PARTS.map(([part, names]) =>
		Math.max(0, names.indexOf(String(face[part]))).toString(36),
	).join('');
	return `${letters}${face.hue.toString(36).padStart(2, '0')}${(face.tilt + 6).toString(36)}`;
}

/** Reads a face back from {@link faceCode}, or draws one from a handle given as `@handle`; null for anything else. */
export function faceOfCode(code: string): Face | null {
	if (code.startsWith('@')) return code.length <= 41 ? faceFrom(code.slice(1)) : null;
	if (!CODE.test(code)) return null;
	const raw: Record<string, unknown> = {
		hue: Number.parseInt(code.slice(13, 15), 36),
		tilt: Number.parseInt(code.slice(15), 36) - 6,
	};
	PARTS.forEach(([part, names], at) => {
		raw[part] = names[Number.parseInt(code[at] as string, 36)];
	});
	return faceOf(raw);
}
