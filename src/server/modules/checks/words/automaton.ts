/** Patterns are told apart by at most so many of their first codes before they are followed. */
const looked = 12;
/** After four and eight it is asked whether any pattern goes on: what is spelled as many words are spelled ends here. */
const isGate = (n: number): boolean => n === 4 || n === 8;

/**
 * Finds all of many patterns in a text: a trie whose edges lie in one hash table, and before it bits that say which two,
 * four, eight and twelve codes begin any pattern (Wu and Manning 1994 do so with blocks). Where no pattern begins, and that is
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
	/** Bits: which codes begin a pattern at all, and which are one by themselves. */
	readonly #begins = new Uint32Array(65_536 / 32);
	readonly #ones = new Uint32Array(65_536 / 32);
	/** Bits for the first two codes, and four and eight, small enough to stay near; and for all of the first twelve. */
	readonly #pairs: Uint32Array;
	readonly #gates: Uint32Array;
	readonly #starts: Uint32Array;
	/** Which lengths there are, as bits; all from twelve on are one. */
	#lengths = 0;

	/** @param patterns codes of each; empty ones are never found */
	constructor(patterns: readonly Uint16Array[]) {
		const most = patterns.reduce((sum, { length }) => sum + length, 1);
		let size = 16;
		while (size < most * 2) size *= 2;
		this.#mask = size - 1;
		this.#edges = new Int32Array(size * 4);
		const bitsFor = (each: number, most: number) => {
			let bits = 1 << 12;
			while (bits < patterns.length * each && bits < most) bits *= 2;
			return new Uint32Array(bits / 32);
		};
		this.#pairs = bitsFor(16, 2 ** 20);
		this.#gates = bitsFor(32, 2 ** 22);
		this.#starts = bitsFor(48, 2 ** 23);
		this.#next = new Int32Array(patterns.length).fill(-1);
		const first = new Int32Array(most).fill(-1);
		let count = 1;
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
			set(this.#begins, pattern[0]!);
			this.#lengths |= 1 << Math.min(pattern.length, looked);
			if (pattern.length === 1) {
				set(this.#ones, pattern[0]!);
				continue;
			}
			let hash = pairOf(pattern[0]!, pattern[1]!);
			set(this.#pairs, hash & sizeOf(this.#pairs));
			for (let n = 2; n < Math.min(pattern.length, looked); n++) {
				hash = more(hash, pattern[n]!);
				if (isGate(n + 1)) set(this.#gates, hash & sizeOf(this.#gates));
			}
			setThrice(this.#starts, hash);
		}
		this.#first = first.subarray(0, count);
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
		const [begins, ones, lengths] = [this.#begins, this.#ones, this.#lengths];
		const [pairs, gates, starts] = [this.#pairs, this.#gates, this.#starts];
		const [pairBits, gateBits, startBits] = [sizeOf(pairs), sizeOf(gates), sizeOf(starts)];
		for (let i = 0; i < length; i++) {
			const code = codes[i]!;
			if (!has(begins, code)) continue;
			if (has(ones, code)) {
				this.#follow(codes, length, i, found);
				continue;
			}
			if (i + 1 === length) break;
			let hash = pairOf(code, codes[i + 1]!);
			if (!has(pairs, hash & pairBits)) continue;
			const most = Math.min(length - i, looked);
			for (let n = 2; ; ) {
				if ((lengths >>> n) & 1 && has(starts, hash & startBits) && hasMore(starts, hash)) {
					this.#follow(codes, length, i, found);
					break;
				}
				if (n >= most || (isGate(n) && !has(gates, hash & gateBits))) break;
				hash = more(hash, codes[i + n]!);
				n++;
			}
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

// At each length there is a look, and looks that are wrong add up: three bits are hardly ever all of others.
const second = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> 7;
const third = (hash: number): number => Math.imul(hash ^ 0x55555555, 0xc2b2ae35) >>> 5;
function setThrice(bits: Uint32Array, hash: number): void {
	const mask = sizeOf(bits);
	set(bits, hash & mask);
	set(bits, second(hash) & mask);
	set(bits, third(hash) & mask);
}
const hasMore = (bits: Uint32Array, hash: number): boolean =>
	has(bits, second(hash) & sizeOf(bits)) && has(bits, third(hash) & sizeOf(bits));

/** The places of some bits, as a mask. */
const sizeOf = (bits: Uint32Array): number => bits.length * 32 - 1;

function pairOf(one: number, other: number): number {
	const hash = Math.imul(Math.imul(one, 0x9e3779b1) + other, 0x85ebca6b);
	return hash ^ (hash >>> 13);
}

function more(hash: number, code: number): number {
	const next = Math.imul(hash ^ Math.imul(code + 1, 0xc2b2ae35), 0x27d4eb2f);
	return next ^ (next >>> 15);
}
