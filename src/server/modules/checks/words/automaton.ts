/** Patterns are told apart by at most so many of their first codes before they are followed. */
const looked = 4;

/**
 * Finds all of many patterns in a text: a trie whose edges lie in one hash table, and before it bits that say which two
 * codes, and which four, begin any pattern (Wu and Manning 1994 do so with blocks). Where no pattern begins, and that is
 * almost everywhere, a place costs one or two looks at memory that stays near.
 *
 * Following is bounded by the longest pattern, so no text makes it slow beyond that.
 */
export class Automaton {
	readonly #root = new Int32Array(65_536);
	/** By state: the first pattern that ends there, and by pattern the next one of the same spelling. */
	readonly #first: Int32Array;
	readonly #next: Int32Array;
	/** Edges: state, code, target, nothing; four numbers a slot, so that a look costs one line of the cache. */
	readonly #edges: Int32Array;
	readonly #mask: number;
	/** Bits for patterns of one code, for the first two of all longer ones, and for those of three and the first four. */
	readonly #ones = new Uint32Array(65_536 / 32);
	readonly #pairs: Uint32Array;
	readonly #starts: Uint32Array;
	readonly #bits: number;
	readonly #anyOne: boolean;

	/** @param patterns codes of each; empty ones are never found */
	constructor(patterns: readonly Uint16Array[]) {
		const most = patterns.reduce((sum, { length }) => sum + length, 1);
		let size = 16;
		while (size < most * 2) size *= 2;
		this.#mask = size - 1;
		this.#edges = new Int32Array(size * 4);
		let bits = 1 << 12;
		while (bits < patterns.length * 24 && bits < 2 ** 22) bits *= 2;
		this.#bits = bits - 1;
		this.#pairs = new Uint32Array(bits / 32);
		this.#starts = new Uint32Array(bits / 32);
		this.#next = new Int32Array(patterns.length).fill(-1);
		const first = new Int32Array(most).fill(-1);
		let [count, anyOne] = [1, false];
		for (const [number, pattern] of patterns.entries()) {
			let state = 0;
			for (const code of pattern) {
				let to = this.#goto(state, code);
				if (to === 0) {
					to = count++;
					this.#put(state, code, to);
				}
				state = to;
			}
			if (state === 0) continue;
			this.#next[number] = first[state]!;
			first[state] = number;
			if (pattern.length === 1) {
				anyOne = true;
				this.#ones[pattern[0]! >>> 5]! |= 1 << (pattern[0]! & 31);
			} else {
				const pair = pairOf(pattern[0]!, pattern[1]!);
				set(this.#pairs, pair & this.#bits);
				if (pattern.length === 2) set(this.#starts, pair & this.#bits);
				else if (pattern.length < looked) set(this.#starts, more(pair, pattern[2]!) & this.#bits);
				else set(this.#starts, more(more(pair, pattern[2]!), pattern[3]!) & this.#bits);
			}
		}
		this.#first = first.subarray(0, count);
		this.#anyOne = anyOne;
	}

	#slot(state: number, code: number): number {
		const hash = Math.imul(Math.imul(state, 0x9e3779b1) ^ Math.imul(code + 1, 0x85ebca6b), 0x2c1b3c6d);
		return ((hash ^ (hash >>> 15)) & this.#mask) * 4;
	}

	#put(state: number, code: number, to: number): void {
		if (state === 0) {
			this.#root[code] = to;
			return;
		}
		let slot = this.#slot(state, code);
		while (this.#edges[slot + 2] !== 0) slot = (slot + 4) & (this.#mask * 4 + 3);
		this.#edges[slot] = state;
		this.#edges[slot + 1] = code;
		this.#edges[slot + 2] = to;
	}

	#goto(state: number, code: number): number {
		if (state === 0) return this.#root[code]!;
		const edges = this.#edges;
		let slot = this.#slot(state, code);
		for (;;) {
			const to = edges[slot + 2]!;
			if (to === 0 || (edges[slot] === state && edges[slot + 1] === code)) return to;
			slot = (slot + 4) & (this.#mask * 4 + 3);
		}
	}

	/** Calls `found` for every pattern in the first `length` codes, with the place after its last one. */
	scan(codes: Uint16Array, length: number, found: (pattern: number, end: number) => void): void {
		const [pairs, starts, bits, anyOne, ones] = [
			this.#pairs,
			this.#starts,
			this.#bits,
			this.#anyOne,
			this.#ones,
		];
		for (let i = 0; i < length; i++) {
			const code = codes[i]!;
			if (anyOne && has(ones, code)) {
				this.#follow(codes, length, i, found);
				continue;
			}
			if (i + 1 === length) break;
			const pair = pairOf(code, codes[i + 1]!);
			if (!has(pairs, pair & bits)) continue;
			let begins = has(starts, pair & bits);
			if (!begins && i + 2 < length) {
				const three = more(pair, codes[i + 2]!);
				begins =
					has(starts, three & bits) || (i + 3 < length && has(starts, more(three, codes[i + 3]!) & bits));
			}
			if (begins) this.#follow(codes, length, i, found);
		}
	}

	#follow(
		codes: Uint16Array,
		length: number,
		from: number,
		found: (pattern: number, end: number) => void,
	): void {
		let state = 0;
		for (let i = from; i < length; i++) {
			state = this.#goto(state, codes[i]!);
			if (state === 0) return;
			for (let pattern = this.#first[state]!; pattern >= 0; pattern = this.#next[pattern]!)
				found(pattern, i + 1);
		}
	}
}

const has = (bits: Uint32Array, at: number): boolean => ((bits[at >>> 5]! >>> (at & 31)) & 1) === 1;
const set = (bits: Uint32Array, at: number): void => {
	bits[at >>> 5]! |= 1 << (at & 31);
};

function pairOf(one: number, other: number): number {
	const hash = Math.imul(Math.imul(one, 0x9e3779b1) + other, 0x85ebca6b);
	return hash ^ (hash >>> 13);
}

function more(hash: number, code: number): number {
	const next = Math.imul(hash ^ Math.imul(code + 1, 0xc2b2ae35), 0x27d4eb2f);
	return next ^ (next >>> 15);
}
