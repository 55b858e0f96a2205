import { f32x4, i32, pointerLoop, wasmFunction, whileLoop } from './assembler.ts';

/** Columns of dense rows that are computed together: one cache line. */
export const panelColumns = 16;

/**
 * out = alpha S D + beta own + gamma out for rows `from` … `to` of a sparse S and 16 columns of D; dense rows lie
 * `stride` bytes apart. `starts`, `columns` and `values` are addresses of the sparse matrix.
 */
export function sparsePanel() {
	return wasmFunction(
		'sparsePanel',
		['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'f32', 'f32', 'f32'],
		undefined,
		(f) => {
			const [starts, columns, values, from, to, dense, out, own, stride, alpha, beta, gamma] = f.params;
			const sums = f.locals('v128', panelColumns / 4);
			const [value, a, b, c] = f.locals('v128', 4);
			const [row, rowEnd, at, end, entry, source, target, kept] = f.locals('i32', 8);
			const rowAt = (base: typeof out) => i32.add(base!.get, i32.mul(from!.get, stride!.get));
			const scaled = (pointer: typeof target, factor: typeof a, n: number, sum: readonly number[]) =>
				f32x4.multiplyAdd(factor!.get, f32x4.load(pointer!.get, n * 16), sum);
			return [
				...a!.set(f32x4.splat(alpha!.get)),
				...b!.set(f32x4.splat(beta!.get)),
				...c!.set(f32x4.splat(gamma!.get)),
				...row!.set(i32.add(starts!.get, i32.shl(from!.get, i32.const(2)))),
				...rowEnd!.set(i32.add(starts!.get, i32.shl(to!.get, i32.const(2)))),
				...target!.set(rowAt(out)),
				...kept!.set(rowAt(own)),
				...whileLoop(i32.lessThan(row!.get, rowEnd!.get), [
					...sums.flatMap((sum) => sum.set(f32x4.zero)),
					...entry!.set(i32.add(values!.get, i32.shl(i32.load(row!.get), i32.const(2)))),
					...end!.set(i32.add(columns!.get, i32.shl(i32.load(row!.get, 4), i32.const(2)))),
					...pointerLoop(at!, i32.add(columns!.get, i32.shl(i32.load(row!.get), i32.const(2))), end!.get, 4, [
						...value!.set(f32x4.loadSplat(entry!.get)),
						...source!.set(i32.add(dense!.get, i32.mul(i32.load(at!.get), stride!.get))),
						...sums.flatMap((sum, n) => sum.set(scaled(source, value, n, sum.get))),
						...entry!.set(i32.add(entry!.get, i32.const(4))),
					]),
					...sums.flatMap((sum, n) =>
						f32x4.store(
							target!.get,
							scaled(target, c, n, scaled(kept, b, n, f32x4.mul(a!.get, sum.get))),
							n * 16,
						),
					),
					...target!.set(i32.add(target!.get, stride!.get)),
					...kept!.set(i32.add(kept!.get, stride!.get)),
					...row!.set(i32.add(row!.get, i32.const(4))),
				]),
			];
		},
	);
}
