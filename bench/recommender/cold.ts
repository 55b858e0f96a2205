// Items that nobody has used: courses taken out of training altogether, known by their Chinese and English texts alone.
import {
	accuracy,
	blend,
	closeThreads,
	compare,
	content,
	csrFromRows,
	type Interactions,
	interactionsFromHistories,
	type Model,
	random,
	rankAll,
	rowOf,
	shuffle,
	twoTower,
} from '../../packages/recommender/src/index.ts';
import { atLeast, type Result } from '../report.ts';
import { courseTexts, mooccubex } from './sets.ts';
import { printTable, type Row, step } from './tables.ts';

const threads = 2;
const k = 20;

/** So many users, evenly chosen: training the towers on all takes hours of processor time. */
const users = 500;

/**
 * A fifth of the courses is cold: none of their enrolments is trained on. Each user's cold courses are to be found among
 * all cold ones. Settings are chosen on a further eighth of the courses, cold for the purpose.
 */
export async function cold(data: string): Promise<Result[]> {
	const { train: all } = mooccubex(data);
	const train = someOf(all, users);
	const texts = courseTexts(data);
	const items = train.matrix.width;
	const dealt = shuffle(
		Int32Array.from({ length: items }, (_, item) => item),
		random(1),
	);
	const isTest = marked(items, dealt.subarray(0, Math.floor(items / 5)));
	const isValidation = marked(items, dealt.subarray(Math.floor(items / 5), Math.floor((items * 3) / 10)));
	const test = parted(train, isTest, texts);
	const validation = parted(test.warm, isValidation, texts);
	const measure = async (model: Model, { held, others }: Parted) =>
		accuracy(await rankAll(model, k, { mask: [others] }, { threads }), held, k);

	const chosen = async (
		name: string,
		trials: readonly object[],
		train: (data: Interactions, options: object) => Promise<Model>,
	) => {
		let best = { value: -1, options: {} as object };
		for (const options of trials) {
			const value = (await measure(await train(validation.warm, options), validation)).ndcg.mean;
			step(`${name} ${JSON.stringify(options)}: validation NDCG@${k} ${value.toFixed(4)}`);
			if (value > best.value) best = { value, options };
		}
		const model = await train(test.warm, best.options);
		return { name, model, options: best.options, reached: await measure(model, test) };
	};
	const byContent = await chosen(
		'content',
		[20, 100, 1000].flatMap((neighbours) => [0.9, 0.99, 1].map((decay) => ({ neighbours, decay }))),
		(data, options) => content.fit(data, options, { threads }),
	);
	const byTowers = await chosen(
		'two-tower',
		[0.3, 0.8].map((idDropout) => ({ idDropout, decay: 0.98, batch: 1024, rate: 0.003, epochs: 6 })),
		(data, options) => twoTower.fit(data, options, { threads }),
	);
	const together = blend([
		{ model: byContent.model, weight: 0.5 },
		{ model: byTowers.model, weight: 0.5 },
	]);
	const both = await measure(together, test);
	const guess = k / isTest.reduce((sum, one) => sum + one, 0);
	const rows: Row[] = [
		{ name: 'Chance', from: 'ours', values: [guess, null] },
		...[byContent, byTowers].map(({ name, options, reached }) => ({
			name,
			from: 'ours' as const,
			chosen: JSON.stringify(options),
			values: [reached.recall.mean, reached.ndcg.mean],
		})),
		{ name: 'both, half and half', from: 'ours', values: [both.recall.mean, both.ndcg.mean] },
	];
	printTable(
		`MOOCCubeX, ${users} users, cold courses (${isTest.reduce((sum, one) => sum + one, 0)} of ${items}); nothing published`,
		'No enrolment of a cold course in training; cold courses ranked among themselves',
		[`Recall@${k}`, `NDCG@${k}`],
		rows,
	);
	const { difference, low, high } = compare(
		byTowers.reached.recall.perUser,
		byContent.reached.recall.perUser,
	);
	console.log(
		`two-tower - content, Recall@${k}: ${difference.toFixed(4)} [${low.toFixed(4)}, ${high.toFixed(4)}]`,
	);
	await closeThreads();
	return [
		atLeast(
			`cold courses: two-tower beside content, Recall@${k}`,
			byTowers.reached.recall.mean,
			'',
			null,
			byContent.reached.recall.mean,
		),
		atLeast(
			`cold courses: two-tower beside content, NDCG@${k}`,
			byTowers.reached.ndcg.mean,
			'',
			null,
			byContent.reached.ndcg.mean,
		),
	];
}

function someOf({ matrix }: Interactions, count: number): Interactions {
	return interactionsFromHistories(
		Array.from({ length: count }, (_, n) => rowOf(matrix, Math.floor((n * matrix.rows) / count))),
		matrix.width,
	);
}

interface Parted {
	/** Without any use of the cold items, which stand in it with their texts. */
	warm: Interactions;
	/** The uses of cold items. */
	held: ReturnType<typeof csrFromRows>;
	/** For each user all items that are not cold: what is not ranked. */
	others: ReturnType<typeof csrFromRows>;
}

function parted({ matrix }: Interactions, isCold: Uint8Array, texts: string[]): Parted {
	const rows = Array.from({ length: matrix.rows }, (_, user) => [...rowOf(matrix, user)]);
	const others = Int32Array.from({ length: matrix.width }, (_, item) => item).filter((item) => !isCold[item]);
	return {
		warm: interactionsFromHistories(
			rows.map((row) => row.filter((item) => !isCold[item])),
			matrix.width,
			{ texts },
		),
		held: csrFromRows(
			rows.map((row) => ({ columns: row.filter((item) => isCold[item]) })),
			matrix.width,
		),
		others: csrFromRows(
			rows.map(() => ({ columns: others })),
			matrix.width,
		),
	};
}

function marked(items: number, of: Int32Array): Uint8Array {
	const marks = new Uint8Array(items);
	for (const item of of) marks[item] = 1;
	return marks;
}
