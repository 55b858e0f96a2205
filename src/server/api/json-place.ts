/** One value or sign of JSON, with the space before it. */
const token =
	/[ \t\n\r]*(?:([[\]{}:,])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/y;

const space = /[ \t\n\r]*/y;

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end';

/**
 * Where a text stops being JSON, as a character offset; its length when it ends too early. JSON.parse tells this
 * only for some mistakes and in words that change between versions of V8.
 */
export function breakingPoint(text: string): number {
	const open: ('[' | '{')[] = [];
	let expected: Expected = 'value';
	let done = false;
	token.lastIndex = 0;
	for (;;) {
		const from = token.lastIndex;
		space.lastIndex = from;
		space.test(text);
		const at = space.lastIndex;
		if (at >= text.length) return text.length;
		token.lastIndex = from;
		const found = done ? null : token.exec(text);
		if (!found) return at;
		const [, sign, string] = found;
		const isValue = expected === 'value' || expected === 'value or ]';
		if (sign === '[' || sign === '{') {
			if (!isValue) return at;
			open.push(sign);
			expected = sign === '[' ? 'value or ]' : 'key or }';
			continue;
		}
		if (sign === ']' || sign === '}') {
			const empty: Expected = sign === ']' ? 'value or ]' : 'key or }';
			if (open.at(-1) !== (sign === ']' ? '[' : '{')) return at;
			if (expected !== empty && expected !== ', or end') return at;
			open.pop();
		} else if (sign === ':') {
			if (expected !== ':') return at;
			expected = 'value';
			continue;
		} else if (sign === ',') {
			if (expected !== ', or end' || open.length === 0) return at;
			expected = open.at(-1) === '[' ? 'value' : 'key';
			continue;
		} else if (string !== undefined && (expected === 'key' || expected === 'key or }')) {
			expected = ':';
			continue;
		} else if (!isValue) return at;
		expected = ', or end';
		done = open.length === 0;
	}
}

/** Where a text opens more than `deepest` levels of arrays and objects; null when it never does. */
export function deepestPoint(text: string, deepest: number): number | null {
	let depth = 0;
	let inString = false;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (inString) {
			if (code === 92) i++;
			else if (code === 34) inString = false;
		} else if (code === 34) inString = true;
		else if (code === 91 || code === 123) {
			depth += 1;
			if (depth > deepest) return i;
		} else if (code === 93 || code === 125) depth -= 1;
	}
	return null;
}

/** Line and column, both from 1, of a character offset. */
export function placeOf(text: string, at: number): { line: number; column: number } {
	const before = text.slice(0, at);
	return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}
