// Causal self-attention (Vaswani et al. 2017) within one sequence. A row holds query, key and value side by side.

export interface AttentionPlace {
	/** The first row of the sequence in `joined`, and how many rows. Places are in numbers. */
	joined: number;
	out: number;
	length: number;
	width: number;
	heads: number;
}

/**
 * out = softmax(q k / sqrt(width of a head)) v over this and earlier rows, for rows from `begin`; `shares` keeps heads by
 * rows by rows.
 */
export function attend(
	all: Float32Array,
	{ joined, out, length, width, heads }: AttentionPlace,
	shares: Float32Array,
	begin = 0,
): void {
	const part = width / heads;
	const scale = 1 / Math.sqrt(part);
	const row = 3 * width;
	for (let head = 0; head < heads; head++) {
		const first = joined + head * part;
		for (let i = begin; i < length; i++) {
			const share = (head * length + i) * length;
			const query = first + i * row;
			let most = Number.NEGATIVE_INFINITY;
			for (let j = 0; j <= i; j++) {
				const key = first + j * row + width;
				let dot = 0;
				for (let d = 0; d < part; d++) dot += all[query + d]! * all[key + d]!;
				dot *= scale;
				shares[share + j] = dot;
				if (dot > most) most = dot;
			}
			let total = 0;
			for (let j = 0; j <= i; j++) {
				const value = Math.exp(shares[share + j]! - most);
				shares[share + j] = value;
				total += value;
			}
			const to = out + i * width + head * part;
			for (let d = 0; d < part; d++) all[to + d] = 0;
			for (let j = 0; j <= i; j++) {
				const value = shares[share + j]! / total;
				shares[share + j] = value;
				const from = first + j * row + 2 * width;
				for (let d = 0; d < part; d++) all[to + d]! += value * all[from + d]!;
			}
		}
	}
}

/** The gradients of queries, keys and values, laid out like `joined`, from that of `out`. `dJoined` starts at zero. */
export function attendBack(
	all: Float32Array,
	{ joined, length, width, heads }: AttentionPlace,
	shares: Float32Array,
	dOut: number,
	dJoined: number,
): void {
	const part = width / heads;
	const scale = 1 / Math.sqrt(part);
	const row = 3 * width;
	const slopes = new Float64Array(length);
	for (let head = 0; head < heads; head++) {
		for (let i = 0; i < length; i++) {
			const share = (head * length + i) * length;
			const from = dOut + i * width + head * part;
			let mean = 0;
			for (let j = 0; j <= i; j++) {
				const value = j * row + 2 * width + head * part;
				const p = shares[share + j]!;
				let dot = 0;
				for (let d = 0; d < part; d++) {
					dot += all[from + d]! * all[joined + value + d]!;
					all[dJoined + value + d]! += p * all[from + d]!;
				}
				slopes[j] = dot;
				mean += p * dot;
			}
			const query = i * row + head * part;
			for (let j = 0; j <= i; j++) {
				const slope = shares[share + j]! * (slopes[j]! - mean) * scale;
				const key = j * row + width + head * part;
				for (let d = 0; d < part; d++) {
					all[dJoined + query + d]! += slope * all[joined + key + d]!;
					all[dJoined + key + d]! += slope * all[joined + query + d]!;
				}
			}
		}
	}
}
