/**
 * Finds all of many patterns in one pass over a text (Aho and Corasick 1975). Edges lie in one hash table, those of the
 * root in an array: most characters of a text begin no word.
 */
export class Automaton {
	readonly #root = new Int32Array(65_536);
	readonly #fail: Int32Array;
	/** By state: the nearest state, itself or by failing, at which a pattern ends; 0 for none. */
	readonly #ends: Int32Array;
	/** By state: the first pattern that ends there, and by pattern the next one of the same spelling. */
	readonly #first: Int32Array;
	readonly #next: Int32Array;
	/** Edges: state, code, target, nothing; four numbers a slot, so that a look costs one line of the cache. */
	readonly #edges: Int32Array;
	readonly #mask: number;
	/** A bit for the hash of each edge: most that is asked for is not there, and this is small enough to stay near. */
	readonly #there: Uint32Array;
	readonly #thereMask: number;

	/** @param patterns codes of each; empty ones are never found */
	constructor(patterns: readonly Uint16Array[]) {
		const most = patterns.reduce((sum, { length }) => sum + length, 1);
		let size = 16;
		while (size < most * 2) size *= 2;
		this.#mask = size - 1;
		this.#edges = new Int32Array(size * 4);
		this.#thereMask = Math.min(size * 8, 2 ** 22) - 1;
		this.#there = new Uint32Array((this.#thereMask + 1) / 32);
		this.#next = new Int32Array(patterns.length).fill(-1);
		const parent = new Int32Array(most);
		const code = new Uint16Array(most);
		const depth = new Uint16Array(most);
		const first = new Int32Array(most).fill(-1);
		let count = 1;
		for (const [number, pattern] of patterns.entries()) {
			let state = 0;
			for (const each of pattern) {
				let to = this.#goto(state, each);
				if (to === 0) {
					to = count++;
					this.#put(state, each, to);
					parent[to] = state;
					code[to] = each;
					depth[to] = depth[state]! + 1;
				}
				state = to;
			}
			if (state === 0) continue;
			this.#next[number] = first[state]!;
			first[state] = number;
		}
		this.#first = first.subarray(0, count);
		this.#fail = new Int32Array(count);
		this.#ends = new Int32Array(count);
		// Those nearer to the root first: what a state fails to is always nearer.
		const order = Array.from({ length: count - 1 }, (_, n) => n + 1).sort((a, b) => depth[a]! - depth[b]!);
		for (const state of order) {
			if (depth[state]! > 1) {
				let fail = this.#fail[parent[state]!]!;
				let to = this.#goto(fail, code[state]!);
				while (to === 0 && fail !== 0) {
					fail = this.#fail[fail]!;
					to = this.#goto(fail, code[state]!);
				}
				this.#fail[state] = to;
			}
			this.#ends[state] = first[state]! >= 0 ? state : this.#ends[this.#fail[state]!]!;
		}
	}

	#hash(state: number, code: number): number {
		const hash = Math.imul(Math.imul(state, 0x9e3779b1) ^ Math.imul(code + 1, 0x85ebca6b), 0x2c1b3c6d);
		return hash ^ (hash >>> 15);
	}

	#put(state: number, code: number, to: number): void {
		if (state === 0) {
			this.#root[code] = to;
			return;
		}
		const hash = this.#hash(state, code);
		const bit = hash & this.#thereMask;
		this.#there[bit >>> 5]! |= 1 << (bit & 31);
		let slot = (hash & this.#mask) * 4;
		while (this.#edges[slot + 2] !== 0) slot = (slot + 4) & (this.#mask * 4 + 3);
		this.#edges[slot] = state;
		this.#edges[slot + 1] = code;
		this.#edges[slot + 2] = to;
	}

	#goto(state: number, code: number): number {
		if (state === 0) return this.#root[code]!;
		const hash = this.#hash(state, code);
		const bit = hash & this.#thereMask;
		if (((this.#there[bit >>> 5]! >>> (bit & 31)) & 1) === 0) return 0;
		const edges = this.#edges;
		let slot = (hash & this.#mask) * 4;
		for (;;) {
			const to = edges[slot + 2]!;
			if (to === 0 || (edges[slot] === state && edges[slot + 1] === code)) return to;
			slot = (slot + 4) & (this.#mask * 4 + 3);
		}
	}

	/** Calls `found` for every pattern in the first `length` codes, with the place after its last one. */
	scan(codes: Uint16Array, length: number, found: (pattern: number, end: number) => void): void {
		const root = this.#root;
		const ends = this.#ends;
		const fail = this.#fail;
		let state = 0;
		for (let i = 0; i < length; i++) {
			const code = codes[i]!;
			if (state !== 0) {
				let to = this.#goto(state, code);
				while (to === 0 && state !== 0) {
					state = fail[state]!;
					to = this.#goto(state, code);
				}
				state = to;
			} else state = root[code]!;
			if (state === 0) continue;
			for (let end = ends[state]!; end !== 0; end = ends[fail[end]!]!)
				for (let pattern = this.#first[end]!; pattern >= 0; pattern = this.#next[pattern]!)
					found(pattern, i + 1);
		}
	}
}
