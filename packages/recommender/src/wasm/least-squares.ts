import {
	type Code,
	f32,
	f32x4,
	i32,
	type Local,
	lanesSum,
	pointerLoop,
	wasmFunction,
	whileLoop,
} from './assembler.ts';

const lanes = (width: number) => Array.from({ length: width / 4 }, (_, lane) => lane * 16);

/** out += sum over the rows of y yᵀ, two rows of the square at a time. */
export function gram(width: number) {
	return wasmFunction('gram', ['i32', 'i32', 'i32'], undefined, (f) => {
		const [y, rows, out] = f.params;
		const [row, end, at, column, columnEnd, square] = f.locals('i32', 6);
		const values = f.locals('v128', 4);
		const bytes = width * 4;
		// Four rows of Y at once: each place of the square is loaded and stored once for all four.
		const body = (count: number): Code => [
			...square!.set(out!.get),
			...pointerLoop(column!, row!.get, i32.add(row!.get, i32.const(bytes)), 4, [
				...values.slice(0, count).flatMap((value, n) => value.set(f32x4.loadSplat(column!.get, n * bytes))),
				...at!.set(row!.get),
				...columnEnd!.set(i32.add(square!.get, i32.const(bytes))),
				...whileLoop(i32.lessThan(square!.get, columnEnd!.get), [
					...f32x4.store(
						square!.get,
						values
							.slice(0, count)
							.reduce<Code>(
								(sum, value, n) => f32x4.multiplyAdd(value.get, f32x4.load(at!.get, n * bytes), sum),
								f32x4.load(square!.get),
							),
					),
					...at!.set(i32.add(at!.get, i32.const(16))),
					...square!.set(i32.add(square!.get, i32.const(16))),
				]),
			]),
		];
		return [
			...end!.set(i32.add(y!.get, i32.mul(rows!.get, i32.const(bytes)))),
			...row!.set(y!.get),
			...whileLoop(i32.lessThan(i32.add(row!.get, i32.const(3 * bytes)), end!.get), [
				...body(4),
				...row!.set(i32.add(row!.get, i32.const(4 * bytes))),
			]),
			...whileLoop(i32.lessThan(row!.get, end!.get), [
				...body(1),
				...row!.set(i32.add(row!.get, i32.const(bytes))),
			]),
		];
	});
}

/**
 * `steps` of preconditioned conjugate gradients from the x that stands there for
 * (diagonal + regularisation + sum of w y yᵀ) x = sum of w y, over the row's columns (Takács, Pilászy and Tikk 2011);
 * the preconditioner is diagonal + regularisation. scratch: r, p, q and that preconditioner's inverse.
 */
export function conjugateGradient(width: number) {
	return wasmFunction(
		'solve',
		['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'f32', 'i32', 'i32'],
		undefined,
		(f) => {
			const [x, y, diagonal, columns, values, count, regularisation, scratch, steps] = f.params;
			const bytes = width * 4;
			const [r, p, q, inverse, step, entry, entryEnd, target] = f.locals('i32', 8);
			const rowsOf = f.locals('i32', 4);
			const acc = f.locals('v128', 4);
			const splats = f.locals('v128', 4);
			const scales = f.locals('f32', 4);
			const [old, now, alpha] = f.locals('f32', 3);
			const offsets = lanes(width);

			const dot = (a: Local, b: Local): Code => [
				...acc[0]!.set(f32x4.zero),
				...acc[1]!.set(f32x4.zero),
				...offsets.flatMap((offset, n) =>
					acc[n % 2]!.set(
						f32x4.multiplyAdd(f32x4.load(a.get, offset), f32x4.load(b.get, offset), acc[n % 2]!.get),
					),
				),
				...acc[0]!.set(f32x4.add(acc[0]!.get, acc[1]!.get)),
				...lanesSum(acc[0]!),
			];
			const scale = (offset: number): Code =>
				f32x4.add(f32x4.splat(regularisation!.get), f32x4.load(diagonal!.get, offset));
			// out = (diagonal + regularisation) v
			const outer = (v: Local, out: Local, sign: (value: Code) => Code): Code =>
				offsets.flatMap((offset) =>
					f32x4.store(out.get, sign(f32x4.mul(scale(offset), f32x4.load(v.get, offset))), offset),
				);
			// r · r / (diagonal + regularisation)
			const weighed = (): Code => [
				...acc[0]!.set(f32x4.zero),
				...offsets.flatMap((offset) => [
					...splats[0]!.set(f32x4.load(r!.get, offset)),
					...acc[0]!.set(
						f32x4.multiplyAdd(
							f32x4.mul(splats[0]!.get, splats[0]!.get),
							f32x4.load(inverse!.get, offset),
							acc[0]!.get,
						),
					),
				]),
				...lanesSum(acc[0]!),
			];
			// For `size` entries at once: out += f(w, y v) y, f given by `scale`.
			const entries = (
				v: Local,
				out: Local,
				size: number,
				scale: (weight: Code, product: Code) => Code,
			): Code => {
				const used = rowsOf.slice(0, size);
				return [
					...used.flatMap((row, n) => [
						...row.set(i32.add(y!.get, i32.mul(i32.load(entry!.get, n * 4), i32.const(bytes)))),
						...acc[n]!.set(f32x4.zero),
					]),
					...offsets.flatMap((offset) => [
						...splats[0]!.set(f32x4.load(v.get, offset)),
						...used.flatMap((row, n) =>
							acc[n]!.set(f32x4.multiplyAdd(f32x4.load(row.get, offset), splats[0]!.get, acc[n]!.get)),
						),
					]),
					...used.flatMap((_, n) => scales[n]!.set(scale(f32.load(target!.get, n * 4), lanesSum(acc[n]!)))),
					...used.flatMap((_, n) => splats[n]!.set(f32x4.splat(scales[n]!.get))),
					...offsets.flatMap((offset) =>
						f32x4.store(
							out.get,
							used.reduce<Code>(
								(sum, row, n) => f32x4.multiplyAdd(splats[n]!.get, f32x4.load(row.get, offset), sum),
								f32x4.load(out.get, offset),
							),
							offset,
						),
					),
					...entry!.set(i32.add(entry!.get, i32.const(4 * size))),
					...target!.set(i32.add(target!.get, i32.const(4 * size))),
				];
			};
			const allEntries = (v: Local, out: Local, scale: (weight: Code, product: Code) => Code): Code => [
				...entry!.set(columns!.get),
				...target!.set(values!.get),
				...whileLoop(
					i32.lessThan(i32.add(entry!.get, i32.const(12)), entryEnd!.get),
					entries(v, out, 4, scale),
				),
				...whileLoop(i32.lessThan(entry!.get, entryEnd!.get), entries(v, out, 1, scale)),
			];
			return [
				...r!.set(scratch!.get),
				...p!.set(i32.add(scratch!.get, i32.const(bytes))),
				...q!.set(i32.add(scratch!.get, i32.const(2 * bytes))),
				...inverse!.set(i32.add(scratch!.get, i32.const(3 * bytes))),
				...entryEnd!.set(i32.add(columns!.get, i32.shl(count!.get, i32.const(2)))),
				...offsets.flatMap((offset) =>
					f32x4.store(inverse!.get, f32x4.div(f32x4.splat(f32.const(1)), scale(offset)), offset),
				),
				// r = b - A x
				...outer(x!, r!, (value) => f32x4.sub(f32x4.zero, value)),
				...allEntries(x!, r!, (weight, product) => f32.mul(weight, f32.sub(f32.const(1), product))),
				...offsets.flatMap((offset) =>
					f32x4.store(
						p!.get,
						f32x4.mul(f32x4.load(inverse!.get, offset), f32x4.load(r!.get, offset)),
						offset,
					),
				),
				...old!.set(weighed()),
				...whileLoop(
					// Done when no steps are left or the residual is nothing.
					[...i32.lessThan(step!.get, steps!.get), ...f32.lessThan(f32.const(1e-20), old!.get), 0x71],
					[
						...outer(p!, q!, (value) => value),
						...allEntries(p!, q!, (weight, product) => f32.mul(weight, product)),
						...alpha!.set(f32.div(old!.get, dot(p!, q!))),
						...splats[0]!.set(f32x4.splat(alpha!.get)),
						...splats[1]!.set(f32x4.splat(f32.neg(alpha!.get))),
						...offsets.flatMap((offset) => [
							...f32x4.store(
								x!.get,
								f32x4.multiplyAdd(splats[0]!.get, f32x4.load(p!.get, offset), f32x4.load(x!.get, offset)),
								offset,
							),
							...f32x4.store(
								r!.get,
								f32x4.multiplyAdd(splats[1]!.get, f32x4.load(q!.get, offset), f32x4.load(r!.get, offset)),
								offset,
							),
						]),
						...now!.set(weighed()),
						...splats[0]!.set(f32x4.splat(f32.div(now!.get, old!.get))),
						...offsets.flatMap((offset) =>
							f32x4.store(
								p!.get,
								f32x4.multiplyAdd(
									splats[0]!.get,
									f32x4.load(p!.get, offset),
									f32x4.mul(f32x4.load(inverse!.get, offset), f32x4.load(r!.get, offset)),
								),
								offset,
							),
						),
						...old!.set(now!.get),
						...step!.set(i32.add(step!.get, i32.const(1))),
					],
				),
			];
		},
	);
}
