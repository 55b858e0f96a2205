import { openApiDocument } from './openapi.ts';

/** The document as it is committed: one line a value, so that a change of the API can be read in a diff. */
export function openApiText(): string {
	return `${JSON.stringify(openApiDocument(), null, '\t')}\n`;
}
