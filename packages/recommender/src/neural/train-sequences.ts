import { breathe, type Control } from '../control.ts';
import { float32 } from '../data/arrays.ts';
import type { Csr } from '../data/csr.ts';
import type { Interactions } from '../data/interactions.ts';
import { random, shuffle } from '../random.ts';
import { type Held, heldNdcg, holdBack } from './held-out.ts';
import type { Shape } from './layout.ts';
import { cutBatches, lastWindows, trainingWindows, type Window } from './sequence-batches.ts';
import { rowLimit, type SequenceTrainer, sequenceTrainer, type TrainerOptions } from './sequence-trainer.ts';

export interface TrainingOptions extends TrainerOptions {
	/** Sequences a step. */
	batch: number;
	epochs: number;
	patience: number;
}

export interface Trained {
	table: Float32Array;
	parameters: Float32Array;
	epochs: number;
	validation: number;
}

/** Trains until validation rises no more, and answers the best weights seen. */
export async function trainSequences(
	data: Interactions,
	shape: Shape,
	options: TrainingOptions,
	control?: Control,
	onEpoch?: (epoch: number, loss: number, validation: number) => void,
): Promise<Trained> {
	const { matrix, held } = options.patience > 0 ? holdBack(data) : { matrix: data.matrix, held: undefined };
	const windows = trainingWindows(matrix, shape.length);
	const rows = rowsOf(windows, shape, matrix.width, options);
	const trainer = sequenceTrainer(matrix, shape, rows, options);
	const quiet = control && { ...control, onProgress: undefined };
	const best: Trained = {
		table: float32(trainer.table.length),
		parameters: float32(trainer.parameters.length),
		epochs: 0,
		validation: -1,
	};
	const keep = (epochs: number, validation: number) => {
		best.table.set(trainer.table);
		best.parameters.set(trainer.parameters);
		best.epochs = epochs;
		best.validation = validation;
	};
	keep(0, -1);
	for (let epoch = 1; epoch <= options.epochs && windows.length > 0; epoch++) {
		const batches = cutBatches(shuffled(windows, options.seed, epoch), options.batch, rows);
		let loss = 0;
		for (const [n, batch] of batches.entries()) {
			loss += (await trainer.step(batch, quiet)) / batches.length;
			await breathe(control, (epoch - 1 + (n + 1) / batches.length) / options.epochs);
		}
		if (!held) {
			onEpoch?.(epoch, loss, 0);
			continue;
		}
		const validation = await ndcg(trainer, held, matrix, shape, options.batch, rows, quiet);
		onEpoch?.(epoch, loss, validation);
		if (validation > best.validation) keep(epoch, validation);
		else if (epoch - best.epochs >= options.patience) return best;
	}
	if (!held) keep(options.epochs, 0);
	return best;
}

/** Room for any `batch` windows, as far as the probabilities of so many rows have room. */
function rowsOf(
	windows: readonly Window[],
	shape: Shape,
	items: number,
	{ batch, candidates }: TrainingOptions,
): number {
	const longest = windows.map(({ count }) => count + 4).sort((a, b) => b - a);
	const wanted = longest.slice(0, batch).reduce((a, b) => a + b, shape.length + 4);
	return Math.min(rowLimit(items, candidates, shape.length), Math.ceil(wanted / 4) * 4);
}

/** NDCG@10 of the held items. */
async function ndcg(
	trainer: SequenceTrainer,
	held: Held,
	known: Csr,
	{ width, length }: Shape,
	size: number,
	rows: number,
	control?: Control,
): Promise<number> {
	const vectors = new Float32Array(held.users.length * width);
	let done = 0;
	for (const batch of cutBatches(lastWindows(known, held.users, length), size, rows)) {
		vectors.set(await trainer.encode(known, batch, control), done * width);
		done += batch.length;
	}
	return heldNdcg({ width, items: trainer.table }, vectors, held, known, control);
}

function shuffled(windows: readonly Window[], seed: number, epoch: number): Window[] {
	const order = Int32Array.from(windows, (_, n) => n);
	return Array.from(shuffle(order, random(seed, epoch)), (n) => windows[n]!);
}
