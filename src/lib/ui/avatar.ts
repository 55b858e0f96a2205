import { faceCode } from '#shared/avatar-code.ts';

/** Whose picture is shown. */
export interface Pictured {
	handle: string;
	name: string;
	image: string | null;
	face: unknown;
}

const codes = new WeakMap<object, string>();

function codeOf(face: object): string {
	let code = codes.get(face);
	if (code === undefined) {
		code = faceCode(face);
		codes.set(face, code);
	}
	return code;
}

/** Address of a person's picture: the uploaded one, or the face drawn by src/routes/faces. */
export function pictureOf(person: Pictured): string {
	return person.image ?? `/faces/${person.face ? codeOf(person.face) : `@${person.handle}`}.svg`;
}
