/** A stream of numbers that depends on its seed and on nothing else. */
export interface Random {
	/** Uniform in [0, 1). */
	next(): number;
	/** Uniform integer in [0, below). */
	int(below: number): number;
	/** Standard normal. */
	normal(): number;
}

/**
 * sfc32 (Chris Doty-Humphrey, PractRand): four words of state, passes the usual batteries, fast in JavaScript.
 *
 * @param seed any integers; each different list is a stream of its own, so that parts of a job draw independently
 */
export function random(...seed: number[]): Random {
	let a = 0x9e3779b9;
	let b = 0x243f6a88;
	let c = 0xb7e15162;
	let counter = 1;
	const word = () => {
		const sum = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (c << 21) | (c >>> 11);
		c = (c + sum) | 0;
		return sum >>> 0;
	};
	for (const part of seed) {
		a = (a ^ part) | 0;
		b = (b ^ Math.floor(part / 0x100000000)) | 0;
		for (let round = 0; round < 12; round++) word();
	}
	let spare = Number.NaN;
	const next = () => (word() * 0x200000 + (word() >>> 11)) / 0x20000000000000;
	return {
		next,
		int: (below) => Math.floor((word() / 0x100000000) * below),
		normal() {
			if (!Number.isNaN(spare)) {
				const value = spare;
				spare = Number.NaN;
				return value;
			}
			const radius = Math.sqrt(-2 * Math.log(1 - next()));
			const angle = 2 * Math.PI * next();
			spare = radius * Math.sin(angle);
			return radius * Math.cos(angle);
		},
	};
}

/** Shuffles in place (Fisher and Yates). */
export function shuffle<T extends { length: number; [index: number]: number }>(values: T, rng: Random): T {
	for (let i = values.length - 1; i > 0; i--) {
		const j = rng.int(i + 1);
		const kept = values[i]!;
		values[i] = values[j]!;
		values[j] = kept;
	}
	return values;
}
