import { commonError } from './errors.ts';

/** A page of a list that is read by keyset: `next` is given back to read on, null at the end. */
export interface Page<T> {
	items: T[];
	next: string | null;
}

/** The sort values of the last row shown, in the order of the list's index. */
export type CursorKey = (string | number)[];

/** Turns the last row's sort values into an opaque, URL-safe cursor. */
export function encodeCursor(key: CursorKey): string {
	return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * Reads a cursor back. What a stranger put together must not reach the database as something it chokes on, so ids
 * and counts are asked for as `integer`.
 *
 * @param shape the expected types, e.g. `['number', 'integer']`
 * @throws common.invalid_input when it was not made by {@link encodeCursor} for this shape
 */
export function decodeCursor(
	cursor: string | null | undefined,
	shape: ('string' | 'number' | 'integer')[],
): CursorKey | null {
	if (!cursor) return null;
	try {
		const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
		if (Array.isArray(key) && key.length === shape.length && key.every((part, i) => fits(part, shape[i]))) {
			return key as CursorKey;
		}
	} catch {
		// falls through to the refusal
	}
	throw commonError('invalid_input', {
		fields: { cursor: 'common.bad_cursor' },
		detail: 'The cursor is not one that this list gave.',
	});
}

function fits(part: unknown, type: 'string' | 'number' | 'integer' | undefined): boolean {
	if (type === 'integer') return Number.isSafeInteger(part);
	return type === 'number' ? Number.isFinite(part) : typeof part === type;
}

/**
 * Cuts one page out of `limit + 1` rows.
 *
 * @param keyOf the sort values of a row, for the cursor
 */
export function cutPage<T>(rows: T[], limit: number, keyOf: (row: T) => CursorKey): Page<T> {
	if (rows.length <= limit) return { items: rows, next: null };
	const items = rows.slice(0, limit);
	return { items, next: encodeCursor(keyOf(items[limit - 1] as T)) };
}
