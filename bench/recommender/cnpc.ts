import {
	accuracy,
	als,
	closeThreads,
	compare,
	ease,
	forward,
	itemNeighbours,
	leaveLastOut,
	type Model,
	popularity,
	rankAll,
	sequenceNeighbours,
} from '../../packages/recommender/src/index.ts';
import { atLeast, type Result } from '../report.ts';
import * as sets from './sets.ts';
import { printTable, published, type Row } from './tables.ts';
import { blended, candidate, tune } from './tune.ts';

const table = published(`
PlanBERT | 0.097 | 0.016 | 0.1466 | 0.052
KEAM | 0.124 | 0.018 | 0.1679 | 0.081
UPGPR | 0.216 | 0.031 | 0.2806 | 0.117
MMNR | 0.244 | 0.038 | 0.3323 | 0.129
Scholars Walk | 0.401 | 0.061 | 0.5011 | 0.186
CourseDREAM | 0.440 | 0.069 | 0.5489 | 0.265
KGXCR (authors) | 0.484 | 0.075 | 0.5884 | 0.296
`);

/** Course enrolments of Canvas Network: what course next? */
export async function cnpc(data: string): Promise<Result[]> {
	const { train, test } = sets.cnpc(data);
	const { train: part, held } = leaveLastOut(train);
	const onTest = async (model: Model) => accuracy(await rankAll(model, 10), test);
	const validation = async (model: Model) => {
		const { recall, ndcg } = accuracy(await rankAll(model, 10), held.matrix);
		return (recall.mean + ndcg.mean) / 2;
	};
	const tuned = await tune(
		[
			candidate('Popularity', popularity, {}, 1),
			candidate('ItemKNN', itemNeighbours, { neighbours: [20, 50, 238], decay: [0.5, 0.7, 1] }, 9),
			candidate('EASE', ease, { regularisation: [10, 100, 500], decay: [0.5, 0.7, 1] }, 9),
			candidate('ALS', als, { unobserved: [0.05, 0.2], regularisation: [0.002, 0.01] }, 4, { factors: 48 }),
			candidate('Forward, sum', forward, { decay: [0.6, 0.7, 0.8], discount: [0, 0.3], gap: [0.9, 1] }, 12),
			candidate(
				'Forward, product',
				forward,
				{ decay: [0.6, 0.7, 0.8], discount: [0.4, 0.5, 0.6], gap: [0.9, 0.95, 1], shrink: [5, 50] },
				24,
				{ combine: 'product', shrink: 50 },
			),
			candidate('Forward, next only', forward, { decay: [0.1, 0.3, 0.5], discount: [0, 0.3] }, 6, {
				window: 1,
			}),
			candidate(
				'Sequence neighbours',
				sequenceNeighbours,
				{ neighbours: [100, 400], decay: [0.5, 0.7, 0.9], gap: [0.7, 0.9], rarity: [0, 0.5] },
				14,
			),
		],
		part,
		train,
		validation,
	);
	const [, ...rest] = tuned;
	const together = await blended(rest, held.matrix, { k: 10, metric: 'both', users: 7000 });
	const rows: Row[] = [...table];
	const results: Result[] = [];
	let single: Float64Array | undefined;
	for (const { name, chosen, final } of [...tuned, together]) {
		const { recall, precision, hitRate, ndcg } = await onTest(final);
		rows.push({ name, from: 'ours', chosen, values: [recall.mean, precision.mean, hitRate.mean, ndcg.mean] });
		if (name === 'Forward, product') single = ndcg.perUser;
		if (name !== 'Blend') continue;
		results.push(
			atLeast('CNPC Recall@10', recall.mean, '', 0.484),
			atLeast('CNPC NDCG@10', ndcg.mean, '', 0.296),
		);
		const { difference, low, high } = compare(ndcg.perUser, single!);
		console.log(
			`\nBlend against Forward, product: NDCG@10 ${difference.toFixed(4)}, 95 % [${low.toFixed(4)}, ${high.toFixed(4)}]`,
		);
	}
	printTable(
		'Canvas Network course enrolments (6,717 users, 238 courses); published: KGXCR (PolyDataLab 2025)',
		'Last 20 % of each user is test, all courses but those of the train part ranked, macro average; settings chosen on the last train course',
		['Recall@10', 'Prec@10', 'HR@10', 'NDCG@10'],
		rows,
	);
	await closeThreads();
	return results;
}
