import {
	type Code,
	f32,
	f32x4,
	i32,
	pointerLoop,
	wasmFunction,
	wasmModule,
	when,
	whileLoop,
} from './assembler.ts';
import * as vector from './vector-math.ts';

/** Probabilities are computed for this many candidates at a time. */
export const tileColumns = 128;
/** The distance of two rows of a tile, in numbers; no power of two, so that rows do not fall on the same cache lines. */
export const tileStride = tileColumns + 16;

/** Dense single-precision kernels. All arguments that point are byte addresses, strides are bytes. */
export interface NeuralKernels {
	/**
	 * C = A B, or C += A B with `keep` 1, for `rows` (a multiple of 4) rows and `panels` of 8 columns. Panel p of B
	 * starts `panelB` bytes after panel p - 1, its rows lie `strideB` apart. `depth` is a multiple of 4.
	 */
	multiply(
		a: number,
		strideA: number,
		b: number,
		strideB: number,
		panelB: number,
		c: number,
		strideC: number,
		rows: number,
		panels: number,
		depth: number,
		keep: 0 | 1,
	): void;
	/** The same with A transposed: A has `depth` rows and `rows` columns. */
	multiplyTransposed: NeuralKernels['multiply'];
	/** Adds the bias to each row of a tile and raises each row's entry of `maxima` to the row's greatest. */
	biasedMaxima(tile: number, rows: number, bias: number, maxima: number): void;
	/** Turns a tile into exp(x - the row's maximum) and adds each row's sum to `sums`. */
	exponentials(tile: number, rows: number, maxima: number, sums: number): void;
	/**
	 * One step of Adam (Kingma and Ba 2015) over `count` (a multiple of 4) numbers; the gradient is zero after it.
	 * `rate` and `epsilon` carry the corrections of the step: rate * sqrt(1 - b2^t) / (1 - b1^t), epsilon * sqrt(1 - b2^t).
	 */
	adam(
		values: number,
		gradient: number,
		first: number,
		second: number,
		count: number,
		rate: number,
		epsilon: number,
		decay: number,
	): void;
}

function multiply(name: string, transposed: boolean) {
	return wasmFunction(name, new Array(11).fill('i32'), undefined, (f) => {
		const [a, strideA, b, strideB, panelB, c, strideC, rows, panels, depth, keep] = f.params;
		const sums = f.locals('v128', 8);
		const [left, right, value] = f.locals('v128', 3);
		const [panel, panelEnd, panelC, rowA, rowC, rowEnd, at, end, pointer] = f.locals('i32', 9);
		const rowsOfA = f.locals('i32', 4);
		const nextFour = transposed ? i32.const(16) : i32.shl(strideA!.get, i32.const(2));
		const step = (k: number): Code => [
			...left!.set(f32x4.load(at!.get)),
			...right!.set(f32x4.load(at!.get, 16)),
			...[0, 1, 2, 3].flatMap((row) => [
				...value!.set(
					transposed ? f32x4.loadSplat(rowsOfA[0]!.get, row * 4) : f32x4.loadSplat(rowsOfA[row]!.get, k * 4),
				),
				...sums[row * 2]!.set(f32x4.multiplyAdd(value!.get, left!.get, sums[row * 2]!.get)),
				...sums[row * 2 + 1]!.set(f32x4.multiplyAdd(value!.get, right!.get, sums[row * 2 + 1]!.get)),
			]),
			...(transposed ? rowsOfA[0]!.set(i32.add(rowsOfA[0]!.get, strideA!.get)) : []),
			...at!.set(i32.add(at!.get, strideB!.get)),
		];
		const eachRow = (visit: (row: number) => Code): Code => [
			...pointer!.set(rowC!.get),
			...[0, 1, 2, 3].flatMap((row) => [
				...visit(row),
				...(row < 3 ? pointer!.set(i32.add(pointer!.get, strideC!.get)) : []),
			]),
		];
		return [
			...panel!.set(b!.get),
			...panelC!.set(c!.get),
			...panelEnd!.set(i32.add(b!.get, i32.mul(panels!.get, panelB!.get))),
			...whileLoop(i32.lessThan(panel!.get, panelEnd!.get), [
				...rowA!.set(a!.get),
				...rowC!.set(panelC!.get),
				...rowEnd!.set(i32.add(panelC!.get, i32.mul(rows!.get, strideC!.get))),
				...end!.set(i32.add(panel!.get, i32.mul(depth!.get, strideB!.get))),
				...whileLoop(i32.lessThan(rowC!.get, rowEnd!.get), [
					...when(
						keep!.get,
						eachRow((row) => [
							...sums[row * 2]!.set(f32x4.load(pointer!.get)),
							...sums[row * 2 + 1]!.set(f32x4.load(pointer!.get, 16)),
						]),
						sums.flatMap((sum) => sum.set(f32x4.zero)),
					),
					...rowsOfA[0]!.set(rowA!.get),
					...rowsOfA.slice(1).flatMap((row, n) => row.set(i32.add(rowsOfA[n]!.get, strideA!.get))),
					...at!.set(panel!.get),
					...whileLoop(i32.lessThan(at!.get, end!.get), [
						...[0, 1, 2, 3].flatMap(step),
						...(transposed ? [] : rowsOfA.flatMap((row) => row.set(i32.add(row.get, i32.const(16))))),
					]),
					...eachRow((row) => [
						...f32x4.store(pointer!.get, sums[row * 2]!.get),
						...f32x4.store(pointer!.get, sums[row * 2 + 1]!.get, 16),
					]),
					...rowA!.set(i32.add(rowA!.get, nextFour)),
					...rowC!.set(i32.add(pointer!.get, strideC!.get)),
				]),
				...panel!.set(i32.add(panel!.get, panelB!.get)),
				...panelC!.set(i32.add(panelC!.get, i32.const(32))),
			]),
		];
	});
}

const rowBytes = tileStride * 4;

function biasedMaxima() {
	return wasmFunction('biasedMaxima', ['i32', 'i32', 'i32', 'i32'], undefined, (f) => {
		const [tile, rows, bias, maxima] = f.params;
		const [row, end, at, atEnd, from, target] = f.locals('i32', 6);
		const [value, most] = f.locals('v128', 2);
		return [
			...target!.set(maxima!.get),
			...end!.set(i32.add(tile!.get, i32.mul(rows!.get, i32.const(rowBytes)))),
			...pointerLoop(row!, tile!.get, end!.get, rowBytes, [
				...most!.set(f32x4.splat(f32.load(target!.get))),
				...from!.set(bias!.get),
				...atEnd!.set(i32.add(row!.get, i32.const(tileColumns * 4))),
				...pointerLoop(at!, row!.get, atEnd!.get, 16, [
					...value!.set(f32x4.add(f32x4.load(at!.get), f32x4.load(from!.get))),
					...f32x4.store(at!.get, value!.get),
					...most!.set(vector.max(most!.get, value!.get)),
					...from!.set(i32.add(from!.get, i32.const(16))),
				]),
				...f32.store(
					target!.get,
					vector.scalarMax(
						vector.scalarMax(f32x4.lane(most!.get, 0), f32x4.lane(most!.get, 1)),
						vector.scalarMax(f32x4.lane(most!.get, 2), f32x4.lane(most!.get, 3)),
					),
				),
				...target!.set(i32.add(target!.get, i32.const(4))),
			]),
		];
	});
}

function exponentials() {
	return wasmFunction('exponentials', ['i32', 'i32', 'i32', 'i32'], undefined, (f) => {
		const [tile, rows, maxima, sums] = f.params;
		const [row, end, at, atEnd, from, target] = f.locals('i32', 6);
		const [value, top, total, whole, rest] = f.locals('v128', 5);
		return [
			...from!.set(maxima!.get),
			...target!.set(sums!.get),
			...end!.set(i32.add(tile!.get, i32.mul(rows!.get, i32.const(rowBytes)))),
			...pointerLoop(row!, tile!.get, end!.get, rowBytes, [
				...top!.set(f32x4.splat(f32.load(from!.get))),
				...total!.set(f32x4.zero),
				...atEnd!.set(i32.add(row!.get, i32.const(tileColumns * 4))),
				...pointerLoop(at!, row!.get, atEnd!.get, 16, [
					...value!.set(f32x4.sub(f32x4.load(at!.get), top!.get)),
					...vector.exponential(value!, whole!, rest!),
					...f32x4.store(at!.get, value!.get),
					...total!.set(f32x4.add(total!.get, value!.get)),
				]),
				...f32.store(
					target!.get,
					f32.add(
						f32.load(target!.get),
						f32.add(
							f32.add(f32x4.lane(total!.get, 0), f32x4.lane(total!.get, 1)),
							f32.add(f32x4.lane(total!.get, 2), f32x4.lane(total!.get, 3)),
						),
					),
				),
				...from!.set(i32.add(from!.get, i32.const(4))),
				...target!.set(i32.add(target!.get, i32.const(4))),
			]),
		];
	});
}

/** What the moments keep of their past. */
export const adamFirst = 0.9;
export const adamSecond = 0.98;

function adam() {
	return wasmFunction('adam', ['i32', 'i32', 'i32', 'i32', 'i32', 'f32', 'f32', 'f32'], undefined, (f) => {
		const [values, gradient, first, second, count, rate, epsilon, decay] = f.params;
		const [at, end, g, m, v] = f.locals('i32', 5);
		const [slope, mean, square, old] = f.locals('v128', 4);
		const share = (value: number) => f32x4.splat(f32.const(value));
		const moment = (from: Code, keep: number, value: Code) =>
			f32x4.add(f32x4.mul(share(keep), f32x4.load(from)), f32x4.mul(share(1 - keep), value));
		return [
			...g!.set(gradient!.get),
			...m!.set(first!.get),
			...v!.set(second!.get),
			...end!.set(i32.add(values!.get, i32.shl(count!.get, i32.const(2)))),
			...pointerLoop(at!, values!.get, end!.get, 16, [
				...slope!.set(f32x4.load(g!.get)),
				...mean!.set(moment(m!.get, adamFirst, slope!.get)),
				...square!.set(moment(v!.get, adamSecond, f32x4.mul(slope!.get, slope!.get))),
				...f32x4.store(m!.get, mean!.get),
				...f32x4.store(v!.get, square!.get),
				...f32x4.store(g!.get, f32x4.zero),
				...old!.set(f32x4.load(at!.get)),
				...f32x4.store(
					at!.get,
					f32x4.sub(
						f32x4.sub(old!.get, f32x4.mul(f32x4.splat(decay!.get), old!.get)),
						vector.div(
							f32x4.mul(f32x4.splat(rate!.get), mean!.get),
							f32x4.add(vector.sqrt(square!.get), f32x4.splat(epsilon!.get)),
						),
					),
				),
				...[g!, m!, v!].flatMap((pointer) => pointer.set(i32.add(pointer.get, i32.const(16)))),
			]),
		];
	});
}

let module: WebAssembly.Module | undefined;
const instances = new WeakMap<WebAssembly.Memory, NeuralKernels>();

/** The kernels over a memory. */
export function neuralKernels(memory: WebAssembly.Memory): NeuralKernels {
	let kernels = instances.get(memory);
	if (!kernels) {
		module ??= new WebAssembly.Module(
			wasmModule([
				multiply('multiply', false),
				multiply('multiplyTransposed', true),
				biasedMaxima(),
				exponentials(),
				adam(),
			]),
		);
		kernels = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as NeuralKernels;
		instances.set(memory, kernels);
	}
	return kernels;
}
