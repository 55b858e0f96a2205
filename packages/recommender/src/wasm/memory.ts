import { refuse } from '../errors.ts';

/** A shared linear memory handed out from its start; everything in it lives and dies together. */
export interface Arena {
	readonly memory: WebAssembly.Memory;
	int32(length: number): Int32Array;
	float32(length: number): Float32Array;
}

/** @param bytes how much will be asked for in all, at most 4 GB */
export function arena(bytes: number): Arena {
	const pages = Math.ceil((bytes + 4096) / 65_536);
	if (pages > 65_536)
		refuse('invalid_option', `${(bytes / 2 ** 30).toFixed(1)} GB are needed at once; 4 GB is the most.`);
	const memory = new WebAssembly.Memory({ initial: pages, maximum: 65_536, shared: true });
	let next = 64;
	const take = (size: number): number => {
		const at = next;
		next = Math.ceil((next + size) / 64) * 64;
		if (next > memory.buffer.byteLength)
			throw new RangeError('The arena is smaller than what is taken from it.');
		return at;
	};
	return {
		memory,
		int32: (length) => new Int32Array(memory.buffer, take(length * 4), length),
		float32: (length) => new Float32Array(memory.buffer, take(length * 4), length),
	};
}
