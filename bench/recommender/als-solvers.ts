// How an iteration of ALS is best solved: time until the objective is as low as exact solutions bring it.
import { als, type Csr, type Interactions, random, transpose } from '../../packages/recommender/src/index.ts';
import { wasmKernels } from '../../packages/recommender/src/wasm/kernels.ts';
import { arena } from '../../packages/recommender/src/wasm/memory.ts';
import { atMost, type Result } from '../report.ts';
import { type AlsKernels, alsKernels } from './als-kernels.ts';
import { gowalla, mooccubex } from './sets.ts';
import { step } from './tables.ts';

interface Problem {
	matrix: Csr;
	factors: number;
	unobserved: number;
	regularisation: number;
}

/** Seconds of processor time and the objective after each iteration. */
interface Course {
	seconds: number[];
	objective: number[];
}

const iterations = 16;

/** One thread, processor time, each solver from the same start; nothing but the solver differs. */
export async function alsSolvers(data: string): Promise<Result[]> {
	const results: Result[] = [];
	for (const [name, train, factors, unobserved, regularisation] of [
		['gowalla', gowalla(data).train, 64, 1 / 99, 0.02],
		['mooccubex', mooccubex(data).train, 64, 0.25, 0.4],
		['mooccubex', mooccubex(data).train, 128, 0.25, 0.4],
	] as const) {
		const problem: Problem = { matrix: train.matrix, factors, unobserved, regularisation };
		const exact = blocks(problem, factors);
		// What the exact solver has after three quarters of its iterations is the aim for all.
		const aim = exact.objective[Math.floor(iterations * 0.75) - 1]!;
		const courses: [string, Course][] = [
			['Cholesky', exact],
			['blocks of 32 (iALS++)', blocks(problem, 32)],
			['blocks of 16 (iALS++)', blocks(problem, 16)],
			['conjugate gradients, 3 steps', plain(problem, 3)],
			['conjugate gradients, 2 steps', plain(problem, 2)],
		];
		for (const steps of [1, 2, 3])
			courses.push([
				`in the eigenbasis, ${steps} step${steps > 1 ? 's' : ''} (the package's)`,
				await own(train, problem, steps, aim),
			]);
		for (const [solver, { seconds, objective }] of courses) {
			step(`${name} ${factors} ${solver}: ${objective.map((value) => value.toFixed(0)).join(' ')}`);
			const reached = objective.findIndex((value) => value <= aim);
			results.push(
				atMost(
					`${name}, ${factors} factors: ${solver}, an iteration`,
					seconds.at(-1)! / seconds.length,
					's',
					null,
				),
				atMost(
					`${name}, ${factors} factors: ${solver}, until as good as 12 exact ones`,
					reached < 0 ? Number.POSITIVE_INFINITY : seconds[reached]!,
					's',
					null,
				),
			);
		}
	}
	return results;
}

interface Side extends Csr {
	vectors: Float32Array;
	places: Int32Array;
	weights: Float32Array;
}

interface Bench {
	users: Side;
	items: Side;
	memory: WebAssembly.Memory;
	gram: Float32Array;
	/** Sets `gram` to the square of a side. */
	square(of: Side): void;
	take(length: number): Float32Array;
}

function bench({ matrix, factors }: Problem): Bench {
	const size = matrix.columns.length;
	const longest = Math.max(...[matrix, transpose(matrix)].map(longestRow));
	const space = arena(
		(matrix.rows + matrix.width) * factors * 4 +
			size * 16 +
			longest * (factors + 1) * 4 +
			factors ** 2 * 16 +
			1e6,
	);
	const rng = random(1);
	const side = (csr: Csr): Side => {
		const vectors = space.float32(csr.rows * factors);
		for (let i = 0; i < vectors.length; i++) vectors[i] = (0.1 / Math.sqrt(factors)) * rng.normal();
		const places = space.int32(size);
		places.set(csr.columns);
		const weights = space.float32(size);
		weights.set(csr.values);
		return { ...csr, vectors, places, weights };
	};
	const gram = space.float32(factors ** 2);
	const kernels = wasmKernels(space.memory, factors);
	return {
		users: side(matrix),
		items: side(transpose(matrix)),
		memory: space.memory,
		gram,
		square({ vectors, rows }) {
			gram.fill(0);
			kernels.gram(vectors.byteOffset, rows, gram.byteOffset);
		},
		take: space.float32,
	};
}

function run(
	problem: Problem,
	made: Bench,
	solve: (x: Side, y: Side, row: number) => void,
	prepare?: () => void,
): Course {
	const course: Course = { seconds: [], objective: [] };
	let seconds = 0;
	for (let iteration = 0; iteration < iterations; iteration++) {
		const before = process.cpuUsage();
		for (const [x, y] of [
			[made.users, made.items],
			[made.items, made.users],
		] as const) {
			made.square(y);
			prepare?.();
			for (let row = 0; row < x.rows; row++) if (x.starts[row + 1]! > x.starts[row]!) solve(x, y, row);
		}
		const used = process.cpuUsage(before);
		seconds += (used.user + used.system) / 1e6;
		course.seconds.push(seconds);
		course.objective.push(objectiveOf(problem, made.users.vectors, made.items.vectors));
	}
	return course;
}

function plain(problem: Problem, steps: number): Course {
	const { factors, unobserved, regularisation } = problem;
	const made = bench(problem);
	const scratch = made.take(factors * 3).byteOffset;
	const kernels = alsKernels(made.memory, factors, factors);
	return run(problem, made, (x, y, row) => {
		const start = x.starts[row]!;
		kernels.plainGradient(
			x.vectors.byteOffset + row * factors * 4,
			y.vectors.byteOffset,
			made.gram.byteOffset,
			x.places.byteOffset + start * 4,
			x.weights.byteOffset + start * 4,
			x.starts[row + 1]! - start,
			unobserved,
			regularisation,
			scratch,
			steps,
		);
	});
}

/** iALS++ (Rendle, Krichene, Zhang and Koren 2021): a Newton step for one block of a vector after the other. */
function blocks(problem: Problem, block: number): Course {
	const { factors, unobserved, regularisation, matrix } = problem;
	const made = bench(problem);
	const kernels: AlsKernels = alsKernels(made.memory, factors, block);
	const longest = Math.max(longestRow(matrix), longestRow(transpose(matrix)));
	const errors = made.take(longest).byteOffset;
	const gathered = made.take(longest * block).byteOffset;
	const [slope, scratch, stepAt] = [made.take(block), made.take(block), made.take(block)].map(
		(of) => of.byteOffset,
	);
	const square = made.take(block * block);
	const corners = Array.from({ length: factors / block }, () => made.take(block * block));
	const prepare = () => {
		for (let i = 0; i < made.gram.length; i++) made.gram[i]! *= unobserved;
		for (const [n, corner] of corners.entries())
			for (let i = 0; i < block; i++) {
				const from = (n * block + i) * factors + n * block;
				corner.set(made.gram.subarray(from, from + block), i * block);
				corner[i * block + i]! += regularisation;
			}
	};
	return run(
		problem,
		made,
		(x, y, row) => {
			const start = x.starts[row]!;
			const count = x.starts[row + 1]! - start;
			const at = x.vectors.byteOffset + row * factors * 4;
			const columns = x.places.byteOffset + start * 4;
			kernels.predict(y.vectors.byteOffset, columns, errors, count, at);
			for (const [n, corner] of corners.entries()) {
				const first = n * block * 4;
				square.set(corner);
				kernels.slope(at, made.gram.byteOffset + first, at + first, slope!, regularisation);
				kernels.gather(
					y.vectors.byteOffset + first,
					columns,
					x.weights.byteOffset + start * 4,
					errors,
					count,
					gathered,
					slope!,
				);
				kernels.gram(gathered, count, square.byteOffset);
				kernels.cholesky(square.byteOffset, slope!, scratch!, stepAt!);
				kernels.apply(y.vectors.byteOffset + first, columns, errors, count, stepAt!, at + first);
			}
		},
		prepare,
	);
}

/** The package's, asked for one iteration more each time until the aim is reached. */
async function own(train: Interactions, problem: Problem, steps: number, aim: number): Promise<Course> {
	const course: Course = { seconds: [], objective: [] };
	const { factors, unobserved, regularisation } = problem;
	const options = { factors, unobserved, regularisation, exponent: 0, steps };
	const timed = async (count: number) => {
		const before = process.cpuUsage();
		const model = await als.fit(train, { ...options, iterations: count });
		const used = process.cpuUsage(before);
		return { model, seconds: (used.user + used.system) / 1e6 };
	};
	await timed(1);
	const each = ((await timed(iterations)).seconds - (await timed(1)).seconds) / (iterations - 1);
	for (let count = 1; count <= iterations && !(course.objective.at(-1)! <= aim); count++) {
		const { users, items } = (await timed(count)).model.state;
		course.seconds.push(each * count);
		course.objective.push(objectiveOf(problem, users, items));
	}
	return course;
}

function objectiveOf(
	{ matrix, factors, unobserved, regularisation }: Problem,
	users: Float32Array,
	items: Float32Array,
): number {
	let sum = 0;
	for (let row = 0; row < matrix.rows; row++)
		for (let at = matrix.starts[row]!; at < matrix.starts[row + 1]!; at++) {
			const item = matrix.columns[at]! * factors;
			let product = 0;
			for (let d = 0; d < factors; d++) product += users[row * factors + d]! * items[item + d]!;
			sum += matrix.values[at]! * (1 - product) ** 2;
		}
	const [a, b] = [users, items].map((vectors) => {
		const square = new Float64Array(factors ** 2);
		for (let from = 0; from < vectors.length; from += factors)
			for (let i = 0; i < factors; i++)
				for (let j = 0; j < factors; j++) square[i * factors + j]! += vectors[from + i]! * vectors[from + j]!;
		return square;
	});
	let unseen = 0;
	for (let i = 0; i < a!.length; i++) unseen += a![i]! * b![i]!;
	let lengths = 0;
	for (let d = 0; d < factors; d++) lengths += a![d * factors + d]! + b![d * factors + d]!;
	return sum + unobserved * unseen + regularisation * lengths;
}

function longestRow({ starts, rows }: Csr): number {
	let longest = 0;
	for (let row = 0; row < rows; row++) longest = Math.max(longest, starts[row + 1]! - starts[row]!);
	return longest;
}
