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
import { gradients, gram, lanes } from '../../packages/recommender/src/wasm/least-squares.ts';

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
 * Conjugate gradients as Takács, Pilászy and Tikk (2011) have them, without a preconditioner: `steps` of them for
 * (unobserved * gram + sum of w y yᵀ + regularisation) x = sum of w y. scratch: r, p, q.
 */
function plainGradient(width: number) {
	return wasmFunction(
		'plainGradient',
		['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'f32', 'f32', 'i32', 'i32'],
		undefined,
		(f) => {
			const [x, y, square, columns, values, count, unobserved, regularisation, scratch, steps] = f.params;
			const bytes = width * 4;
			const [r, p, q, at, pointer] = f.locals('i32', 5);
			const splats = f.locals('v128', 4);
			const offsets = lanes(width);
			return [
				...[r!, p!, q!].flatMap((vector, n) => vector.set(i32.add(scratch!.get, i32.const(n * bytes)))),
				...gradients(f, width, {
					...{ x: x!, y: y!, columns: columns!, values: values!, count: count!, steps: steps! },
					...{ r: r!, p: p!, q: q! },
					// By rows of the (symmetric) square, four at a time.
					multiply: (v, out) => [
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
										(sum, splat, n) =>
											f32x4.multiplyAdd(splat.get, f32x4.load(at!.get, offset + n * bytes), sum),
										f32x4.load(out.get, offset),
									),
									offset,
								),
							),
							...at!.set(i32.add(at!.get, i32.const(4 * bytes))),
						]),
					],
					precondition: (_, residual) => residual,
				}),
			];
		},
	);
}
