import { faceCode } from '#shared/avatar-code.ts';

/** Whose picture is shown. */
export interface Pictured {
	handle: string;
	name: string;
	image: string | null;
	face: unknown;
}

/** Address of a person's picture: the uploaded one, or the face drawn by src/routes/faces. */
export function pictureOf(person: Pictured): string {
	return person.image ?? `/faces/${person.face ? faceCode(person.face) : `@${person.handle}`}.svg`;
}
