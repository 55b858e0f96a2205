import type { Posted } from '#lib/features/write/fields.ts';

/** What came back of one form of a page with several; null when it was another's. */
export function postedFor(form: Posted | null | undefined, name: string): Posted | null {
	return form?.params?.form === name ? form : null;
}
