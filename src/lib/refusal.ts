import { m } from '#lib/paraglide/messages.js';

const messages = m as unknown as Record<
	string,
	((params: Record<string, string | number>) => string) | undefined
>;

/**
 * The sentence for an error code in the reader's language: `items.not_found` is the message `error_items_not_found`.
 * A code without a message (a bug that a test catches) reads as a general one.
 */
export function refusal(code: string, params: Record<string, string | number> = {}): string {
	return (messages[`error_${code.replace(/[.-]/g, '_')}`] ?? m.error_unknown)(params);
}

/** The sentence at one field of a refused form, or null. */
export function fieldRefusal(
	form: { fields?: Record<string, string>; params?: Record<string, string | number> } | null | undefined,
	field: string,
): string | null {
	const code = form?.fields?.[field];
	return code ? refusal(code, form?.params) : null;
}
