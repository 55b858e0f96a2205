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
	if (parsed.success) return parsed.data;
	const fields: Record<string, string> = {};
	for (const issue of parsed.error.issues) {
		const field = issue.path.map(String).join('.') || 'form';
		fields[field] ??= /^[a-z]+\.[a-z_]+$/.test(issue.message) ? issue.message : 'common.bad_value';
	}
	const [field, code] = Object.entries(fields)[0] as [string, string];
	throw commonError('invalid_input', { fields, detail: `${field}: ${code}` });
}
