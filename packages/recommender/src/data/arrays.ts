// Big arrays live in shared memory, so that threads look at them without a copy.

export function int32(length: number): Int32Array {
	return new Int32Array(new SharedArrayBuffer(length * 4));
}

export function float32(length: number): Float32Array {
	return new Float32Array(new SharedArrayBuffer(length * 4));
}

export function float64(length: number): Float64Array {
	return new Float64Array(new SharedArrayBuffer(length * 8));
}

/** `count`s per bucket turned into the place where each bucket starts; the last entry is the total. */
export function startsOf(counts: Int32Array): Int32Array {
	const starts = int32(counts.length + 1);
	for (let i = 0; i < counts.length; i++) starts[i + 1] = starts[i]! + counts[i]!;
	return starts;
}
