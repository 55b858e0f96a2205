import type { z } from 'zod';
import { commonError } from './errors.ts';

/**
 * Checks input once, at the edge of a use case.
 *
 * @returns the value in the schema's shape
 * @throws common.invalid_input with one code per field; a message that is not a code becomes common.bad_value
 */
export function validate<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
	const parsed = schema.safeParse(input);
	const fields: Record<string, string> = {};
	if (parsed.success) {
		const unstorable = pathOfNul(parsed.data);
		if (unstorable === null) return parsed.data;
		fields[unstorable] = 'common.bad_value';
		throw commonError('invalid_input', { fields, detail: `${unstorable}: a text with the character U+0000` });
	}
	for (const issue of parsed.error.issues) {
		const field = issue.path.map(String).join('.') || 'form';
		fields[field] ??= /^[a-z]+\.[a-z_]+$/.test(issue.message) ? issue.message : 'common.bad_value';
	}
	const [field, code] = Object.entries(fields)[0] as [string, string];
	throw commonError('invalid_input', { fields, detail: `${field}: ${code}` });
}

/** Where a text with U+0000 stands, which no text in PostgreSQL can have; null when there is none. */
function pathOfNul(input: unknown, path = '', depth = 0): string | null {
	if (typeof input === 'string') return input.includes('\0') ? path || 'form' : null;
	if (typeof input !== 'object' || input === null || depth > 50) return null;
	for (const [name, value] of Object.entries(input)) {
		const found = pathOfNul(value, path ? `${path}.${name}` : name, depth + 1);
		if (found !== null) return found;
	}
	return null;
}
