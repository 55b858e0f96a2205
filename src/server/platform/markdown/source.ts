import { contentError } from './errors.ts';

/**
 * Makes a string that every later step, PostgreSQL included, can hold: no NUL, no half of a surrogate pair, one
 * kind of line end.
 *
 * @param source text as it came in
 * @param limit characters allowed
 * @throws content.too_long
 */
export function cleanSource(source: string, limit: number): string {
	if (source.length > limit) {
		throw contentError('too_long', {
			params: { length: source.length, limit },
			detail: `The text has ${source.length} characters; ${limit} are allowed.`,
		});
	}
	const whole = source.isWellFormed() ? source : source.toWellFormed();
	return /[\0\r]/.test(whole) ? whole.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd') : whole;
}
