import {
	type Code,
	type FunctionBuilder,
	f32,
	f32x4,
	i32,
	type Local,
	lanesSum,
	pointerLoop,
	wasmFunction,
	whileLoop,
} from './assembler.ts';

export const lanes = (width: number) => Array.from({ length: width / 4 }, (_, lane) => lane * 16);

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

interface Gradients {
	x: Local;
	y: Local;
	columns: Local;
	values: Local;
	count: Local;
	/** Three vectors. */
	r: Local;
	p: Local;
	q: Local;
	steps: Local;
	/** out = A v for what A is before the sum over the row's entries. */
	multiply(v: Local, out: Local): Code;
	/** Four numbers of a residual, divided by what stands for A's diagonal. */
	precondition(offset: number, residual: Code): Code;
}

/**
 * Code for `steps` of preconditioned conjugate gradients from the x that stands there for
 * (A + sum of w y yᵀ) x = sum of w y, over the row's columns.
 */
export function gradients(f: FunctionBuilder, width: number, of: Gradients): Code {
	const { x, y, columns, values, count, r, p, q, steps, multiply, precondition } = of;
	const bytes = width * 4;
	const [step, entry, entryEnd, target] = f.locals('i32', 4);
	const rowsOf = f.locals('i32', 4);
	const acc = f.locals('v128', 4);
	const splats = f.locals('v128', 4);
	const scales = f.locals('f32', 4);
	const [old, now, alpha] = f.locals('f32', 3);
	const offsets = lanes(width);

	const at = (vector: Local, offset: number): Code => f32x4.load(vector.get, offset);
	const everywhere = (out: Local, value: (offset: number) => Code): Code =>
		offsets.flatMap((offset) => f32x4.store(out.get, value(offset), offset));
	const dot = (a: Local, b: (offset: number) => Code): Code => [
		...acc[0]!.set(f32x4.zero),
		...acc[1]!.set(f32x4.zero),
		...offsets.flatMap((offset, n) =>
			acc[n % 2]!.set(f32x4.multiplyAdd(at(a, offset), b(offset), acc[n % 2]!.get)),
		),
		...acc[0]!.set(f32x4.add(acc[0]!.get, acc[1]!.get)),
		...lanesSum(acc[0]!),
	];
	const preconditioned = (offset: number): Code => precondition(offset, at(r, offset));
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
				...row.set(i32.add(y.get, i32.mul(i32.load(entry!.get, n * 4), i32.const(bytes)))),
				...acc[n]!.set(f32x4.zero),
			]),
			...offsets.flatMap((offset) => [
				...splats[0]!.set(at(v, offset)),
				...used.flatMap((row, n) =>
					acc[n]!.set(f32x4.multiplyAdd(at(row, offset), splats[0]!.get, acc[n]!.get)),
				),
			]),
			...used.flatMap((_, n) => scales[n]!.set(scale(f32.load(target!.get, n * 4), lanesSum(acc[n]!)))),
			...used.flatMap((_, n) => splats[n]!.set(f32x4.splat(scales[n]!.get))),
			...everywhere(out, (offset) =>
				used.reduce<Code>(
					(sum, row, n) => f32x4.multiplyAdd(splats[n]!.get, at(row, offset), sum),
					at(out, offset),
				),
			),
			...entry!.set(i32.add(entry!.get, i32.const(4 * size))),
			...target!.set(i32.add(target!.get, i32.const(4 * size))),
		];
	};
	const allEntries = (v: Local, out: Local, scale: (weight: Code, product: Code) => Code): Code => [
		...entry!.set(columns.get),
		...target!.set(values.get),
		...whileLoop(i32.lessThan(i32.add(entry!.get, i32.const(12)), entryEnd!.get), entries(v, out, 4, scale)),
		...whileLoop(i32.lessThan(entry!.get, entryEnd!.get), entries(v, out, 1, scale)),
	];
	return [
		...entryEnd!.set(i32.add(columns.get, i32.shl(count.get, i32.const(2)))),
		// r = b - A x
		...multiply(x, r),
		...everywhere(r, (offset) => f32x4.sub(f32x4.zero, at(r, offset))),
		...allEntries(x, r, (weight, product) => f32.mul(weight, f32.sub(f32.const(1), product))),
		...everywhere(p, preconditioned),
		...old!.set(dot(r, preconditioned)),
		...whileLoop(
			// Done when no steps are left or the residual is nothing.
			[...i32.lessThan(step!.get, steps.get), ...f32.lessThan(f32.const(1e-20), old!.get), 0x71],
			[
				...multiply(p, q),
				...allEntries(p, q, (weight, product) => f32.mul(weight, product)),
				...alpha!.set(
					f32.div(
						old!.get,
						dot(p, (offset) => at(q, offset)),
					),
				),
				...splats[0]!.set(f32x4.splat(alpha!.get)),
				...splats[1]!.set(f32x4.splat(f32.neg(alpha!.get))),
				...everywhere(x, (offset) => f32x4.multiplyAdd(splats[0]!.get, at(p, offset), at(x, offset))),
				...everywhere(r, (offset) => f32x4.multiplyAdd(splats[1]!.get, at(q, offset), at(r, offset))),
				...now!.set(dot(r, preconditioned)),
				...splats[0]!.set(f32x4.splat(f32.div(now!.get, old!.get))),
				...everywhere(p, (offset) =>
					f32x4.multiplyAdd(splats[0]!.get, at(p, offset), preconditioned(offset)),
				),
				...old!.set(now!.get),
				...step!.set(i32.add(step!.get, i32.const(1))),
			],
		),
	];
}

/**
 * `steps` of conjugate gradients for (diagonal + regularisation + sum of w y yᵀ) x = sum of w y (Takács, Pilászy and
 * Tikk 2011); the preconditioner is diagonal + regularisation. scratch: r, p, q and that preconditioner's inverse.
 */
export function conjugateGradient(width: number) {
	return wasmFunction(
		'solve',
		['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'f32', 'i32', 'i32'],
		undefined,
		(f) => {
			const [x, y, diagonal, columns, values, count, regularisation, scratch, steps] = f.params;
			const [r, p, q, inverse] = f.locals('i32', 4);
			const offsets = lanes(width);
			const scale = (offset: number): Code =>
				f32x4.add(f32x4.splat(regularisation!.get), f32x4.load(diagonal!.get, offset));
			return [
				...[r!, p!, q!, inverse!].flatMap((vector, n) =>
					vector.set(i32.add(scratch!.get, i32.const(n * width * 4))),
				),
				...offsets.flatMap((offset) =>
					f32x4.store(inverse!.get, f32x4.div(f32x4.splat(f32.const(1)), scale(offset)), offset),
				),
				...gradients(f, width, {
					...{ x: x!, y: y!, columns: columns!, values: values!, count: count!, steps: steps! },
					...{ r: r!, p: p!, q: q! },
					multiply: (v, out) =>
						offsets.flatMap((offset) =>
							f32x4.store(out.get, f32x4.mul(scale(offset), f32x4.load(v.get, offset)), offset),
						),
					precondition: (offset, residual) => f32x4.mul(f32x4.load(inverse!.get, offset), residual),
				}),
			];
		},
	);
}
