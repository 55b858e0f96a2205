// Other solvers of a row of ALS, as kernels, to be measured beside the one of the package (`als-solvers.ts`).
import {
	type Code,
	f32,
	f32x4,
	i32,
	type Local,
	lanesSum,
	pointerLoop,
	wasmFunction,
	wasmModule,
	whileLoop,
} from '../../packages/recommender/src/wasm/assembler.ts';
import { gram } from '../../packages/recommender/src/wasm/least-squares.ts';

type Kernel<A extends readonly string[]> = (...addresses: { [K in keyof A]: number }) => void;

/** All arguments that point are byte addresses. */
export interface AlsKernels {
	plainGradient: Kernel<
		['x', 'y', 'gram', 'columns', 'values', 'count', 'unobserved', 'regularisation', 'scratch', 'steps']
	>;
	/** errors = y x for the row's columns. */
	predict: Kernel<['y', 'columns', 'errors', 'count', 'x']>;
	/** out = -(x gram) - regularisation * x for the columns of a block; `gram` and `own` point at the block's first. */
	slope: Kernel<['x', 'gram', 'own', 'out', 'regularisation']>;
	/** Gathers the block's part of the row's vectors, times the root of the weight; slope += w (1 - error) y. */
	gather: Kernel<['y', 'columns', 'values', 'errors', 'count', 'out', 'slope']>;
	/** out += sum of y yᵀ of gathered vectors. */
	gram: Kernel<['y', 'rows', 'out']>;
	/** Solves a square, which is lost, for the slope: Cholesky, then twice backwards. scratch: one vector. */
	cholesky: Kernel<['square', 'slope', 'scratch', 'x']>;
	/** x += step, errors += y step. */
	apply: Kernel<['y', 'columns', 'errors', 'count', 'step', 'x']>;
}

/**
 * @param width numbers a vector, a multiple of 4
 * @param block numbers a block: `width` is all at once
 */
export function alsKernels(memory: WebAssembly.Memory, width: number, block: number): AlsKernels {
	const module = new WebAssembly.Module(
		wasmModule([
			plainGradient(width),
			predict(width),
			slope(width, block),
			gather(width, block),
			gram(block),
			cholesky(block),
			apply(width, block),
		]),
	);
	return new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as AlsKernels;
}

const lanes = (width: number) => Array.from({ length: width / 4 }, (_, lane) => lane * 16);

function dotOf(row: Local, with_: readonly Local[], sum: Local): Code {
	return [
		...sum.set(f32x4.zero),
		...with_.flatMap((vector, n) =>
			sum.set(f32x4.multiplyAdd(f32x4.load(row.get, n * 16), vector.get, sum.get)),
		),
		...lanesSum(sum),
	];
}

function predict(width: number) {
	return wasmFunction('predict', ['i32', 'i32', 'i32', 'i32', 'i32'], undefined, (f) => {
		const [y, columns, errors, count, x] = f.params;
		const [at, to, row] = f.locals('i32', 3);
		const sums = f.locals('v128', 2);
		const offsets = lanes(width);
		return [
			...to!.set(errors!.get),
			...pointerLoop(at!, columns!.get, i32.add(columns!.get, i32.shl(count!.get, i32.const(2))), 4, [
				...row!.set(i32.add(y!.get, i32.mul(i32.load(at!.get), i32.const(width * 4)))),
				...sums.flatMap((sum) => sum.set(f32x4.zero)),
				...offsets.flatMap((offset, n) =>
					sums[n % 2]!.set(
						f32x4.multiplyAdd(f32x4.load(row!.get, offset), f32x4.load(x!.get, offset), sums[n % 2]!.get),
					),
				),
				...sums[0]!.set(f32x4.add(sums[0]!.get, sums[1]!.get)),
				...f32.store(to!.get, lanesSum(sums[0]!)),
				...to!.set(i32.add(to!.get, i32.const(4))),
			]),
		];
	});
}

function slope(width: number, block: number) {
	return wasmFunction('slope', ['i32', 'i32', 'i32', 'i32', 'f32'], undefined, (f) => {
		const [x, square, own, out, regularisation] = f.params;
		const [at, row] = f.locals('i32', 2);
		const sums = f.locals('v128', block / 4);
		const value = f.local('v128');
		return [
			...sums.flatMap((sum) => sum.set(f32x4.zero)),
			...row!.set(square!.get),
			...pointerLoop(at!, x!.get, i32.add(x!.get, i32.const(width * 4)), 4, [
				...value.set(f32x4.loadSplat(at!.get)),
				...sums.flatMap((sum, n) =>
					sum.set(f32x4.multiplyAdd(value.get, f32x4.load(row!.get, n * 16), sum.get)),
				),
				...row!.set(i32.add(row!.get, i32.const(width * 4))),
			]),
			...value.set(f32x4.splat(f32.neg(regularisation!.get))),
			...sums.flatMap((sum, n) =>
				f32x4.store(out!.get, f32x4.sub(f32x4.mul(value.get, f32x4.load(own!.get, n * 16)), sum.get), n * 16),
			),
		];
	});
}

function gather(width: number, block: number) {
	return wasmFunction('gather', ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32'], undefined, (f) => {
		const [y, columns, values, errors, count, out, slopes] = f.params;
		const [at, value, error, row, to] = f.locals('i32', 5);
		const sums = f.locals('v128', block / 4);
		const [part, scale, root] = f.locals('v128', 3);
		const next = (pointer: Local, bytes: number) => pointer.set(i32.add(pointer.get, i32.const(bytes)));
		return [
			...sums.flatMap((sum, n) => sum.set(f32x4.load(slopes!.get, n * 16))),
			...value!.set(values!.get),
			...error!.set(errors!.get),
			...to!.set(out!.get),
			...pointerLoop(at!, columns!.get, i32.add(columns!.get, i32.shl(count!.get, i32.const(2))), 4, [
				...row!.set(i32.add(y!.get, i32.mul(i32.load(at!.get), i32.const(width * 4)))),
				...scale!.set(
					f32x4.splat(f32.mul(f32.load(value!.get), f32.sub(f32.const(1), f32.load(error!.get)))),
				),
				...root!.set(f32x4.splat(squareRoot(f32.load(value!.get)))),
				...sums.flatMap((sum, n) => [
					...part!.set(f32x4.load(row!.get, n * 16)),
					...sum.set(f32x4.multiplyAdd(scale!.get, part!.get, sum.get)),
					...f32x4.store(to!.get, f32x4.mul(root!.get, part!.get), n * 16),
				]),
				...next(value!, 4),
				...next(error!, 4),
				...next(to!, block * 4),
			]),
			...sums.flatMap((sum, n) => f32x4.store(slopes!.get, sum.get, n * 16)),
		];
	});
}

const squareRoot = (value: Code): Code => [...value, 0x91];
/** The address rounded down to 16 bytes from `base`. */
const aligned = (offset: Code): Code => [...offset, ...i32.const(-16), 0x71];

/** Rows of U = Lᵀ one after another, what lies below the diagonal is never read. */
function cholesky(block: number) {
	return wasmFunction('cholesky', ['i32', 'i32', 'i32', 'i32'], undefined, (f) => {
		const [square, slopes, scratch, x] = f.params;
		const bytes = block * 4;
		const [row, k, below, i, j, firstLane] = f.locals('i32', 6);
		const [inverse, z] = f.locals('f32', 2);
		const [splat, sum] = f.locals('v128', 2);
		const down = (from: Code, body: Code): Code => pointerLoop(j!, from, i32.const(bytes), 16, body);
		return [
			...row!.set(square!.get),
			...pointerLoop(k!, i32.const(0), i32.const(bytes), 4, [
				...firstLane!.set(aligned(k!.get)),
				...inverse!.set(
					f32.div(
						f32.const(1),
						squareRoot([...f32.load(i32.add(row!.get, k!.get)), ...f32.const(1e-20), 0x97]),
					),
				),
				...splat!.set(f32x4.splat(inverse!.get)),
				...down(firstLane!.get, [
					...f32x4.store(
						i32.add(row!.get, j!.get),
						f32x4.mul(splat!.get, f32x4.load(i32.add(row!.get, j!.get))),
					),
				]),
				...z!.set(f32.mul(inverse!.get, f32.load(i32.add(slopes!.get, k!.get)))),
				...f32.store(i32.add(scratch!.get, k!.get), z!.get),
				// What is left of the slope and of the rows below.
				...splat!.set(f32x4.splat(z!.get)),
				...down(firstLane!.get, [
					...f32x4.store(
						i32.add(slopes!.get, j!.get),
						f32x4.sub(
							f32x4.load(i32.add(slopes!.get, j!.get)),
							f32x4.mul(splat!.get, f32x4.load(i32.add(row!.get, j!.get))),
						),
					),
				]),
				...below!.set(i32.add(row!.get, i32.const(bytes))),
				...pointerLoop(i!, i32.add(k!.get, i32.const(4)), i32.const(bytes), 4, [
					...splat!.set(f32x4.splat(f32.neg(f32.load(i32.add(row!.get, i!.get))))),
					...down(aligned(i!.get), [
						...f32x4.store(
							i32.add(below!.get, j!.get),
							f32x4.multiplyAdd(
								splat!.get,
								f32x4.load(i32.add(row!.get, j!.get)),
								f32x4.load(i32.add(below!.get, j!.get)),
							),
						),
					]),
					...below!.set(i32.add(below!.get, i32.const(bytes))),
				]),
				...row!.set(i32.add(row!.get, i32.const(bytes))),
			]),
			// U x = z, from the last: x is all zero where it is not known yet.
			...lanes(block).flatMap((offset) => f32x4.store(x!.get, f32x4.zero, offset)),
			...k!.set(i32.const(bytes)),
			...whileLoop(i32.lessThan(i32.const(0), k!.get), [
				...k!.set(i32.sub(k!.get, i32.const(4))),
				...row!.set(i32.sub(row!.get, i32.const(bytes))),
				...sum!.set(f32x4.zero),
				...down(aligned(k!.get), [
					...sum!.set(
						f32x4.multiplyAdd(
							f32x4.load(i32.add(row!.get, j!.get)),
							f32x4.load(i32.add(x!.get, j!.get)),
							sum!.get,
						),
					),
				]),
				...f32.store(
					i32.add(x!.get, k!.get),
					f32.div(
						f32.sub(f32.load(i32.add(scratch!.get, k!.get)), lanesSum(sum!)),
						f32.load(i32.add(row!.get, k!.get)),
					),
				),
			]),
		];
	});
}

function apply(width: number, block: number) {
	return wasmFunction('apply', ['i32', 'i32', 'i32', 'i32', 'i32', 'i32'], undefined, (f) => {
		const [y, columns, errors, count, step, x] = f.params;
		const [at, to, row] = f.locals('i32', 3);
		const steps = f.locals('v128', block / 4);
		const sum = f.local('v128');
		return [
			...steps.flatMap((part, n) => [
				...part.set(f32x4.load(step!.get, n * 16)),
				...f32x4.store(x!.get, f32x4.add(f32x4.load(x!.get, n * 16), part.get), n * 16),
			]),
			...to!.set(errors!.get),
			...pointerLoop(at!, columns!.get, i32.add(columns!.get, i32.shl(count!.get, i32.const(2))), 4, [
				...row!.set(i32.add(y!.get, i32.mul(i32.load(at!.get), i32.const(width * 4)))),
				...f32.store(to!.get, f32.add(f32.load(to!.get), dotOf(row!, steps, sum))),
				...to!.set(i32.add(to!.get, i32.const(4))),
			]),
		];
	});
}

/**
 * Conjugate gradients as Takács, Pilászy and Tikk (2011) have them: `steps` of them from the x that stands there for
 * (unobserved * gram + sum of w y yᵀ + regularisation) x = sum of w y, over the row's columns. scratch: r, p, q.
 */
function plainGradient(width: number) {
	return wasmFunction(
		'plainGradient',
		['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'f32', 'f32', 'i32', 'i32'],
		undefined,
		(f) => {
			const [x, y, square, columns, values, count, unobserved, regularisation, scratch, steps] = f.params;
			const bytes = width * 4;
			const [r, p, q, step, entry, entryEnd, at, pointer, target] = f.locals('i32', 9);
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
			// out = unobserved * gram v + regularisation v, by rows of the (symmetric) square.
			const square_ = (v: Local, out: Local): Code => [
				...splats[0]!.set(f32x4.splat(regularisation!.get)),
				...offsets.flatMap((offset) =>
					f32x4.store(out.get, f32x4.mul(splats[0]!.get, f32x4.load(v.get, offset)), offset),
				),
				...at!.set(square!.get),
				...pointerLoop(pointer!, v.get, i32.add(v.get, i32.const(bytes)), 16, [
					...splats.flatMap((splat, n) =>
						splat.set(f32x4.splat(f32.mul(unobserved!.get, f32.load(pointer!.get, n * 4)))),
					),
					...offsets.flatMap((offset) =>
						f32x4.store(
							out.get,
							splats.reduce<Code>(
								(sum, splat, n) => f32x4.multiplyAdd(splat.get, f32x4.load(at!.get, offset + n * bytes), sum),
								f32x4.load(out.get, offset),
							),
							offset,
						),
					),
					...at!.set(i32.add(at!.get, i32.const(4 * bytes))),
				]),
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
				...entryEnd!.set(i32.add(columns!.get, i32.shl(count!.get, i32.const(2)))),
				// r = b - A x
				...square_(x!, r!),
				...offsets.flatMap((offset) =>
					f32x4.store(r!.get, f32x4.sub(f32x4.zero, f32x4.load(r!.get, offset)), offset),
				),
				...allEntries(x!, r!, (weight, product) => f32.mul(weight, f32.sub(f32.const(1), product))),
				...offsets.flatMap((offset) => f32x4.store(p!.get, f32x4.load(r!.get, offset), offset)),
				...old!.set(dot(r!, r!)),
				...whileLoop(
					// Done when no steps are left or the residual is nothing.
					[...i32.lessThan(step!.get, steps!.get), ...f32.lessThan(f32.const(1e-20), old!.get), 0x71],
					[
						...square_(p!, q!),
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
						...now!.set(dot(r!, r!)),
						...splats[0]!.set(f32x4.splat(f32.div(now!.get, old!.get))),
						...offsets.flatMap((offset) =>
							f32x4.store(
								p!.get,
								f32x4.multiplyAdd(splats[0]!.get, f32x4.load(p!.get, offset), f32x4.load(r!.get, offset)),
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
