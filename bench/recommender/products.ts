// node bench/recommender/products.ts [--tfjs DIR]
// Dense products as training needs them, one thread: own kernels, and TensorFlow.js on WebAssembly where DIR has
// node_modules with @tensorflow/tfjs-core and @tensorflow/tfjs-backend-wasm.
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { arena } from '../../packages/recommender/src/wasm/memory.ts';
import { neuralKernels, tileColumns, tileStride } from '../../packages/recommender/src/wasm/neural.ts';

const { values: args } = parseArgs({ options: { tfjs: { type: 'string' } } });
const [rows, items, width] = [1024, 95 * tileColumns, 64];
const runs = 9;

async function measure(name: string, operations: number, run: () => unknown): Promise<void> {
	let best = Number.POSITIVE_INFINITY;
	for (let n = 0; n < runs; n++) {
		const start = performance.now();
		await run();
		best = Math.min(best, performance.now() - start);
	}
	console.log(
		`${name.padEnd(34)} ${best.toFixed(1).padStart(8)} ms ${(operations / best / 1e6).toFixed(1).padStart(6)} GFLOP/s`,
	);
}

const operations = 2 * rows * items * width;
const tiles = items / tileColumns;
const space = arena((items * width * 4 + rows * width * 4 + tiles * rows * tileStride) * 4 + 65_536);
const kernels = neuralKernels(space.memory);
const filled = (count: number) => {
	const values = space.float32(count);
	for (let i = 0; i < count; i++) values[i] = Math.sin(i) / 8;
	return values.byteOffset;
};
const vectors = filled(rows * width);
const table = filled(items * width);
const logits = filled(tiles * rows * tileStride);
const out = filled(rows * width);
const slopes = filled(items * width);
const square = filled(width * width);
const rowBytes = tileStride * 4;
const bytes = width * 4;
const at = (tile: number, row: number) => logits + (tile * rows + row) * rowBytes;
const tileAt = (tile: number) => table + tile * tileColumns * bytes;

await measure('own: vectors x items', operations, () => {
	for (let r = 0; r < rows; r += 16)
		for (let t = 0; t < tiles; t++)
			kernels.multiply(
				...([vectors + r * bytes, bytes, tileAt(t), 32, width * 32, at(t, r), rowBytes, 16] as const),
				...([tileColumns / 8, width, 0] as const),
			);
});
await measure('own: probabilities x items', operations, () => {
	for (let r = 0; r < rows; r += 16)
		for (let t = 0; t < tiles; t++)
			kernels.multiply(
				...([at(t, r), rowBytes, tileAt(t), 32, tileColumns * 32, out + r * bytes, bytes, 16] as const),
				...([width / 8, tileColumns, t === 0 ? 0 : 1] as const),
			);
});
await measure('own: probabilities^T x vectors', operations, () => {
	for (let t = 0; t < tiles; t++)
		for (let r = 0; r < rows; r += 128)
			kernels.multiplyTransposed(
				...([at(t, r), rowBytes, vectors + r * bytes, bytes, 32, slopes + t * tileColumns * bytes] as const),
				...([bytes, tileColumns, width / 8, 128, r === 0 ? 0 : 1] as const),
			);
});
await measure('own: vectors x 64 by 64', 2 * rows * width * width, () =>
	kernels.multiply(vectors, bytes, square, bytes, 32, out, bytes, rows, width / 8, width, 0),
);

if (args.tfjs) {
	const require = createRequire(join(resolve(args.tfjs), 'here.js'));
	const load = (name: string) => import(pathToFileURL(require.resolve(name)).href);
	const tf = await load('@tensorflow/tfjs-core');
	const wasm = await load('@tensorflow/tfjs-backend-wasm');
	wasm.setWasmPaths(`${dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}/`);
	await tf.setBackend('wasm');
	await tf.ready();
	for (const [name, [m, k, n], [a, b]] of [
		['vectors x items, packed', [rows, width, items], [false, false]],
		['vectors x items', [rows, width, items], [false, true]],
		['probabilities x items', [rows, items, width], [false, false]],
		['probabilities^T x vectors', [items, rows, width], [true, false]],
		['vectors x 64 by 64', [rows, width, width], [false, false]],
	] as const) {
		const left = tf.randomNormal(a ? [k, m] : [m, k]);
		const right = tf.randomNormal(b ? [n, k] : [k, n]);
		await measure(`tfjs: ${name}`, 2 * m * k * n, async () => {
			const product = tf.matMul(left, right, a, b);
			await product.data();
			product.dispose();
		});
	}
	process.exit(0);
}
