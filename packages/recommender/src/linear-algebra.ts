// Small dense matrices, row after row, in double precision.

/** The Cholesky factor L of a symmetric positive definite matrix, written over its lower triangle. */
export function choleskyInPlace(matrix: Float64Array, size: number): void {
	for (let row = 0; row < size; row++)
		for (let column = 0; column <= row; column++) {
			let sum = matrix[row * size + column]!;
			for (let d = 0; d < column; d++) sum -= matrix[row * size + d]! * matrix[column * size + d]!;
			// A pivot that rounding has brought to nothing is kept above it.
			matrix[row * size + column] =
				row === column ? Math.sqrt(Math.max(sum, 1e-30)) : sum / matrix[column * size + column]!;
		}
}

/** Solves L x = b in place. */
export function solveLower(factor: Float64Array, b: Float64Array, size: number): void {
	for (let row = 0; row < size; row++) {
		let sum = b[row]!;
		for (let d = 0; d < row; d++) sum -= factor[row * size + d]! * b[d]!;
		b[row] = sum / factor[row * size + row]!;
	}
}

/** Solves Lᵀ x = b in place. */
export function solveUpper(factor: Float64Array, b: Float64Array, size: number): void {
	for (let row = size - 1; row >= 0; row--) {
		let sum = b[row]!;
		for (let d = row + 1; d < size; d++) sum -= factor[d * size + row]! * b[d]!;
		b[row] = sum / factor[row * size + row]!;
	}
}

/** The inverse of a symmetric positive definite matrix. */
export function inverse(matrix: Float64Array, size: number): Float64Array {
	const factor = Float64Array.from(matrix);
	choleskyInPlace(factor, size);
	const out = new Float64Array(size * size);
	const column = new Float64Array(size);
	for (let j = 0; j < size; j++) {
		column.fill(0);
		column[j] = 1;
		solveLower(factor, column, size);
		solveUpper(factor, column, size);
		for (let i = 0; i < size; i++) out[i * size + j] = column[i]!;
	}
	return out;
}

/**
 * Eigenvalues (falling) and eigenvectors (columns) of a symmetric matrix, by cyclic Jacobi rotations: slow for more
 * than some hundreds, accurate to the last digits.
 *
 * @param tolerance the squares that may be left off the diagonal, against those on it
 */
export function symmetricEigen(
	matrix: Float64Array,
	size: number,
	tolerance = 1e-26,
): { values: Float64Array; vectors: Float64Array } {
	const a = Float64Array.from(matrix);
	const v = new Float64Array(size * size);
	for (let i = 0; i < size; i++) v[i * size + i] = 1;
	for (let sweep = 0; sweep < 60; sweep++) {
		let off = 0;
		let diagonal = 0;
		for (let i = 0; i < size; i++) {
			diagonal += a[i * size + i]! ** 2;
			for (let j = 0; j < i; j++) off += a[i * size + j]! ** 2;
		}
		if (off <= diagonal * tolerance) break;
		for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, v, size, p, q);
	}
	const order = Array.from({ length: size }, (_, i) => i).sort((i, j) => a[j * size + j]! - a[i * size + i]!);
	const vectors = new Float64Array(size * size);
	for (let to = 0; to < size; to++)
		for (let row = 0; row < size; row++) vectors[row * size + to] = v[row * size + order[to]!]!;
	return { values: Float64Array.from(order, (i) => a[i * size + i]!), vectors };
}

function rotate(a: Float64Array, v: Float64Array, size: number, p: number, q: number): void {
	const apq = a[p * size + q]!;
	if (Math.abs(apq) < 1e-300) return;
	const theta = (a[q * size + q]! - a[p * size + p]!) / (2 * apq);
	const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
	const c = 1 / Math.sqrt(t * t + 1);
	const s = t * c;
	for (let k = 0; k < size; k++) {
		const kp = a[k * size + p]!;
		const kq = a[k * size + q]!;
		a[k * size + p] = c * kp - s * kq;
		a[k * size + q] = s * kp + c * kq;
	}
	for (let k = 0; k < size; k++) {
		const pk = a[p * size + k]!;
		const qk = a[q * size + k]!;
		a[p * size + k] = c * pk - s * qk;
		a[q * size + k] = s * pk + c * qk;
		const kp = v[k * size + p]!;
		const kq = v[k * size + q]!;
		v[k * size + p] = c * kp - s * kq;
		v[k * size + q] = s * kp + c * kq;
	}
}
