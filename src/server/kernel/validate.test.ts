import { expect, test } from 'vitest';
import { z } from 'zod';
import type { AppError } from './errors.ts';
import { validate } from './validate.ts';

const fieldsOf = (schema: z.ZodType, input: unknown) => {
	try {
		validate(schema, input);
	} catch (error) {
		return (error as AppError).fields;
	}
	return null;
};

test('a text with U+0000, which the database cannot keep, is refused at its field, however deep it stands', () => {
	const schema = z.looseObject({ name: z.string() });
	expect(fieldsOf(schema, { name: 'a\0b' })).toEqual({ name: 'common.bad_value' });
	expect(fieldsOf(schema, { name: 'a', data: { lines: ['b', 'c\0'] } })).toEqual({
		'data.lines.1': 'common.bad_value',
	});
	expect(fieldsOf(schema, { name: 'a\\u0000b' })).toBe(null);
	expect(fieldsOf(z.string(), '\0')).toEqual({ form: 'common.bad_value' });
});
