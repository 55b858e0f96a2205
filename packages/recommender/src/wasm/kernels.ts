import { wasmModule } from './assembler.ts';
import { conjugateGradient, gram } from './least-squares.ts';
import { multiplyKernel } from './multiply.ts';
import { pairwiseSteps } from './pairwise.ts';
import { collect, multiplyOne, upperBounds } from './scoring.ts';
import { sparsePanel } from './sparse.ts';

/** A product C of `rows` (a multiple of 4) rows of A and `panels` of 8 columns of B, each panel `depth` by 8. */
type Product = (
	a: number,
	strideA: number,
	b: number,
	c: number,
	strideC: number,
	rows: number,
	panels: number,
	depth: number,
) => void;

/** The functions of the module; all arguments that point are byte addresses. */
export interface WasmKernels {
	/** C = A B */
	multiply: Product;
	/** C -= A B */
	subtract: Product;
	/** c = a B for one row; `panels` is a multiple of 4. */
	multiplyOne(a: number, b: number, c: number, panels: number, depth: number): void;
	/** The places of scores >= threshold, written to `out`; answers how many. `count` is a multiple of 16. */
	collect(scores: number, count: number, threshold: number, out: number): number;
	/** At most how much `count` items (a multiple of 8) can score; see `kernels/coarse.ts`. */
	upperBounds(
		query: number,
		items: number,
		scales: number,
		errors: number,
		out: number,
		count: number,
		depth: number,
		queryScale: number,
		length: number,
		slack: number,
	): void;
	/** Adds the products y yᵀ of the rows of Y to a square. */
	gram(y: number, rows: number, out: number): void;
	/** One row of alternating least squares; `diagonal` is that of the square of Y. */
	solve(
		x: number,
		y: number,
		diagonal: number,
		columns: number,
		values: number,
		count: number,
		regularisation: number,
		scratch: number,
		steps: number,
	): void;
	/** out = alpha S D + beta own + gamma out for rows of a sparse S and 16 columns of dense rows. */
	sparsePanel(
		starts: number,
		columns: number,
		values: number,
		from: number,
		to: number,
		dense: number,
		out: number,
		own: number,
		stride: number,
		alpha: number,
		beta: number,
		gamma: number,
	): void;
	/** Pairwise ranking: stochastic steps over (user, item, negative) triples. */
	pairwise(
		users: number,
		items: number,
		biases: number,
		triples: number,
		count: number,
		rate: number,
		regularisation: number,
	): void;
}

const modules = new Map<number, WebAssembly.Module>();
const instances = new WeakMap<WebAssembly.Memory, Map<number, WasmKernels>>();

/**
 * The kernels over a memory, written for vectors of `width` numbers.
 *
 * @param width a multiple of 4
 */
export function wasmKernels(memory: WebAssembly.Memory, width: number): WasmKernels {
	let known = instances.get(memory);
	if (!known) {
		known = new Map();
		instances.set(memory, known);
	}
	let kernels = known.get(width);
	if (!kernels) {
		const module =
			modules.get(width) ??
			new WebAssembly.Module(
				wasmModule([
					multiplyKernel('multiply', 'set'),
					multiplyKernel('subtract', 'subtract'),
					multiplyOne(),
					collect(),
					upperBounds(),
					gram(width),
					conjugateGradient(width),
					pairwiseSteps(width),
					sparsePanel(),
				]),
			);
		modules.set(width, module);
		kernels = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as WasmKernels;
		known.set(width, kernels);
	}
	return kernels;
}

/** Numbers are laid out in rows of a multiple of 4. */
export function paddedWidth(factors: number): number {
	return Math.ceil(factors / 4) * 4;
}
