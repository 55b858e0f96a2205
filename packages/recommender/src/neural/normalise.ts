// Layer normalisation (Ba, Kiros and Hinton 2016) of rows that lie one after another. All places are in numbers.

const epsilon = 1e-6;

/** out = gain * unit + bias, where unit is x with mean 0 and variance 1; unit and 1 / deviation are kept. */
export function normalise(
	all: Float32Array,
	x: number,
	rows: number,
	width: number,
	gain: number,
	out: number,
	unit: number,
	inverse: number,
): void {
	const bias = gain + width;
	for (let row = 0; row < rows; row++) {
		const at = row * width;
		let mean = 0;
		for (let d = 0; d < width; d++) mean += all[x + at + d]!;
		mean /= width;
		let variance = 0;
		for (let d = 0; d < width; d++) variance += (all[x + at + d]! - mean) ** 2;
		const scale = 1 / Math.sqrt(variance / width + epsilon);
		all[inverse + row] = scale;
		for (let d = 0; d < width; d++) {
			const value = (all[x + at + d]! - mean) * scale;
			all[unit + at + d] = value;
			all[out + at + d] = value * all[gain + d]! + all[bias + d]!;
		}
	}
}

/** Adds the gradient of x to `dx` and those of gain and bias to `dGain`. */
export function normaliseBack(
	all: Float32Array,
	dOut: number,
	rows: number,
	width: number,
	gain: number,
	unit: number,
	inverse: number,
	dx: number,
	dGain: number,
): void {
	const dBias = dGain + width;
	for (let row = 0; row < rows; row++) {
		const at = row * width;
		let sum = 0;
		let dot = 0;
		for (let d = 0; d < width; d++) {
			const value = all[dOut + at + d]!;
			const direction = all[unit + at + d]!;
			all[dGain + d]! += value * direction;
			all[dBias + d]! += value;
			const inner = value * all[gain + d]!;
			sum += inner;
			dot += inner * direction;
		}
		const scale = all[inverse + row]!;
		sum /= width;
		dot /= width;
		for (let d = 0; d < width; d++)
			all[dx + at + d]! += scale * (all[dOut + at + d]! * all[gain + d]! - sum - all[unit + at + d]! * dot);
	}
}
