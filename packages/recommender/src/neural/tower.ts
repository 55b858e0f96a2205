import { addRows, type Dense } from './dense.ts';
import type { Matrix } from './layout.ts';

/** A residual layer and a projection to length 1: y = z / |z|, z = x + relu(x up + upBias) down + downBias. */
export interface TowerLayout {
	up: Matrix;
	upBias: number;
	down: Matrix;
	downBias: number;
}

/** Places of the rows of one tower, in numbers. */
export interface TowerRows {
	x: number;
	inner: number;
	y: number;
	/** 1 / |z| of each row. */
	inverse: number;
	/** Room for rows as wide as the inner layer. */
	scratch: number;
}

export function towerLayout(at: number, width: number, hidden: number): TowerLayout & { end: number } {
	const down = at + width * hidden + hidden;
	return {
		up: { at, rows: width, columns: hidden },
		upBias: at + width * hidden,
		down: { at: down, rows: hidden, columns: width },
		downBias: down + width * hidden,
		end: down + width * hidden + width,
	};
}

export function towerForth(
	all: Float32Array,
	dense: Dense,
	parameters: number,
	{ up, upBias, down, downBias }: TowerLayout,
	{ x, inner, y, inverse }: TowerRows,
	rows: number,
): void {
	const width = up.rows;
	const hidden = up.columns;
	dense.forth(x, up, inner, rows);
	for (let row = 0, at = inner; row < rows; row++)
		for (let d = 0; d < hidden; d++, at++) all[at] = Math.max(0, all[at]! + all[parameters + upBias + d]!);
	dense.forth(inner, down, y, rows);
	for (let row = 0; row < rows; row++) {
		const at = row * width;
		let squares = 0;
		for (let d = 0; d < width; d++) {
			const value = all[y + at + d]! + all[x + at + d]! + all[parameters + downBias + d]!;
			all[y + at + d] = value;
			squares += value * value;
		}
		const scale = 1 / Math.sqrt(squares + 1e-12);
		all[inverse + row] = scale;
		for (let d = 0; d < width; d++) all[y + at + d]! *= scale;
	}
}

/** From the gradient of y at `gradient`, which becomes that of x; those of the parameters are added to `into`. */
export function towerBack(
	all: Float32Array,
	dense: Dense,
	layout: TowerLayout,
	{ x, inner, y, inverse, scratch }: TowerRows,
	rows: number,
	gradient: number,
	into: number,
): void {
	const { up, upBias, down, downBias } = layout;
	const width = up.rows;
	const hidden = up.columns;
	for (let row = 0; row < rows; row++) {
		const at = row * width;
		let dot = 0;
		for (let d = 0; d < width; d++) dot += all[gradient + at + d]! * all[y + at + d]!;
		const scale = all[inverse + row]!;
		for (let d = 0; d < width; d++)
			all[gradient + at + d] = scale * (all[gradient + at + d]! - dot * all[y + at + d]!);
	}
	addRows(all, gradient, rows, width, into + downBias);
	dense.back(gradient, down, scratch, rows, inner, into);
	for (let i = 0; i < rows * hidden; i++) if (!(all[inner + i]! > 0)) all[scratch + i] = 0;
	addRows(all, scratch, rows, hidden, into + upBias);
	// y is not needed any more.
	dense.back(scratch, up, y, rows, x, into);
	for (let i = 0; i < rows * width; i++) all[gradient + i]! += all[y + i]!;
}
