import {
	accuracy,
	als,
	closeThreads,
	ease,
	itemNeighbours,
	linearFilter,
	popularity,
	rankAll,
	spectralFilter,
	splitRandomShare,
} from '../../packages/recommender/src/index.ts';
import type { Result } from '../report.ts';
import * as sets from './sets.ts';
import { printTable, type Row } from './tables.ts';
import { blended, candidate, tune, validationOn } from './tune.ts';

const threads = 2;

/** Course enrolments of XuetangX: heavy users, no published table. */
export async function mooccubex(data: string): Promise<Result[]> {
	const { train, test } = sets.mooccubex(data);
	const split = splitRandomShare(train, { share: 0.1, seed: 1 });
	const held = split.held.matrix;
	const validation = validationOn(split, { k: 20, users: 3000 }, ({ ndcg }) => ndcg.mean);
	const tuned = await tune(
		[
			candidate('Popularity', popularity, {}, 1),
			candidate('ItemKNN', itemNeighbours, { neighbours: [50, 100, 200] }, 3),
			candidate('Linear filter', linearFilter, { user: [0.5, 1], source: [0.5], target: [0.2, 0.5] }, 4),
			candidate('Spectral filter', spectralFilter, { lowPass: [0.2, 0.5], power: [0.2, 0.4] }, 4, {
				factors: 128,
			}),
			candidate('EASE', ease, { regularisation: [500, 1000, 2000] }, 3),
			candidate('ALS', als, { unobserved: [0.1, 0.3], regularisation: [0.003, 0.01] }, 4),
		],
		split.train,
		train,
		validation,
	);
	const [, ...rest] = tuned;
	const together = await blended(rest, held, {
		k: 20,
		metric: 'ndcg',
		users: 2000,
		fusions: ['normal'],
	});
	const rows: Row[] = [];
	for (const { name, chosen, final } of [...tuned, together]) {
		const { recall, ndcg } = accuracy(await rankAll(final, 20, {}, { threads }), test);
		rows.push({ name, from: 'ours', chosen, values: [recall.mean, ndcg.mean] });
	}
	printTable(
		'MOOCCubeX sample (11,943 users, 2,297 courses, 698,260 train); nothing published',
		'Given split, full ranking without train; settings chosen on a tenth of train',
		['Recall@20', 'NDCG@20'],
		rows,
	);
	await closeThreads();
	return [];
}
