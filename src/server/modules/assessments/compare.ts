/**
 * Whether an answer is the expected one. Values are compared as JSON: numbers to nine digits, as the last ones differ
 * between languages; what is not JSON as text without the spaces around it.
 *
 * @param anyOrder lists of rows are equal when one is the other in another order
 */
export function sameAnswer(given: string | null, expected: string, anyOrder = false): boolean {
	if (given === null) return false;
	const [a, b] = [read(given), read(expected)];
	if (a === undefined || b === undefined) return given.trim() === expected.trim();
	if (anyOrder && Array.isArray(a) && Array.isArray(b)) return same(sorted(a), sorted(b));
	return same(a, b);
}

function read(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const sorted = (rows: unknown[]) =>
	rows
		.map((row) => [JSON.stringify(row), row] as const)
		.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
		.map(([, row]) => row);

function same(a: unknown, b: unknown): boolean {
	if (typeof a === 'number' && typeof b === 'number')
		return a === b || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
	if (Array.isArray(a) || Array.isArray(b))
		return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((x, i) => same(x, b[i]));
	if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) {
		const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
		const names = Object.keys(one);
		return (
			names.length === Object.keys(other).length &&
			names.every((name) => Object.hasOwn(other, name) && same(one[name], other[name]))
		);
	}
	return a === b;
}
