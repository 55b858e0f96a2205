import {
	accuracy,
	als,
	type Csr,
	closeThreads,
	content,
	ease,
	forward,
	type Interactions,
	itemNeighbours,
	leaveLastOut,
	type Model,
	type ModelKind,
	popularity,
	rankAll,
	rankSampled,
	rp3beta,
	sampledAccuracy,
	sequenceNeighbours,
} from '../../packages/recommender/src/index.ts';
import { atLeast, type Result } from '../report.ts';
import * as sets from './sets.ts';
import { printTable, published, type Row } from './tables.ts';
import { blended, type Candidate, candidate, type Tuned, tune } from './tune.ts';

const tables = {
	beauty: published(`
PopRec | 0.0080 | 0.0044 | 0.0152 | 0.0068
GRU4Rec | 0.0164 | 0.0099 | 0.0283 | 0.0137
Caser | 0.0205 | 0.0131 | 0.0347 | 0.0176
BERT4Rec | 0.0203 | 0.0124 | 0.0347 | 0.0170
HGN | 0.0325 | 0.0206 | 0.0512 | 0.0266
SASRec | 0.0387 | 0.0249 | 0.0605 | 0.0318
S3-Rec | 0.0387 | 0.0244 | 0.0647 | 0.0327
TIGER | 0.0454 | 0.0321 | 0.0648 | 0.0384
`),
	sports: published(`
PopRec | 0.0056 | 0.0041 | 0.0094 | 0.0053
GRU4Rec | 0.0129 | 0.0086 | 0.0204 | 0.0110
Caser | 0.0116 | 0.0072 | 0.0194 | 0.0097
BERT4Rec | 0.0115 | 0.0075 | 0.0191 | 0.0099
HGN | 0.0189 | 0.0120 | 0.0313 | 0.0159
SASRec | 0.0233 | 0.0154 | 0.0350 | 0.0192
S3-Rec | 0.0251 | 0.0161 | 0.0385 | 0.0204
TIGER | 0.0264 | 0.0181 | 0.0400 | 0.0225
`),
	lastfm: published(`
PopRec | | | 0.0440 | 0.0203
SASRec | | | 0.0688 | 0.0390
BERT4Rec | | | 0.0633 | 0.0337
S3-Rec | | | 0.0743 | 0.0427
`),
};

const sampledTable = published(`
PopRec | 0.3037 | 0.1687 | 0.1506
SASRec | 0.4706 | 0.2755 | 0.2364
BERT4Rec | 0.4991 | 0.2871 | 0.2424
FDSA | 0.4055 | 0.2225 | 0.1884
S3-Rec | 0.5835 | 0.3583 | 0.3072
`);

const titles = {
	beauty: 'Amazon Beauty (22,363 users, 12,101 items)',
	sports: 'Amazon Sports and Outdoors (35,598 users, 18,357 items)',
	lastfm: 'LastFM (1,090 users, 3,646 artists)',
};

const threads = 2;

/** What comes next: the last item of each sequence is test, the one before it validation. */
export async function sequence(data: string, set: keyof typeof tables): Promise<Result[]> {
	const { all } = sets.sequences(data, set);
	const test = leaveLastOut(all);
	const validation = leaveLastOut(test.train);
	const users = evenly(all.matrix.rows, 6000);
	const measure = async (model: Model) => {
		const lists = await rankAll(model, 10, { users }, { threads });
		const [at5, at10] = [
			accuracy(lists, validation.held.matrix, 5),
			accuracy(lists, validation.held.matrix, 10),
		];
		return (at5.recall.mean + at5.ndcg.mean + at10.recall.mean + at10.ndcg.mean) / 4;
	};
	const tuned = await tune(candidates(set), validation.train, test.train, measure);
	const [popular, ...rest] = tuned as [Tuned, ...Tuned[]];
	const together = await blended(rest, validation.held.matrix, {
		k: 10,
		metric: 'both',
		users: 6000,
		fusions: ['normal', 'range'],
	});
	const rows: Row[] = [...tables[set]];
	const results: Result[] = [];
	for (const { name, chosen, final } of [popular, ...rest, together]) {
		const values = await fullRanking(final, test.held.matrix);
		rows.push({ name, from: 'ours', chosen, values });
		if (name !== 'Blend') continue;
		const best = tables[set].at(-1)!;
		for (const [n, at] of ['HR@5', 'NDCG@5', 'HR@10', 'NDCG@10'].entries())
			if (best.values[n] !== null)
				results.push(atLeast(`${set} ${at}, against ${best.name}`, values[n]!, '', best.values[n]!));
	}
	printTable(
		`${titles[set]}; published: S3-Rec, TIGER`,
		'Leave one out, full ranking without the items of train and validation; settings chosen on the item before the last, then trained on all but the last',
		['HR@5', 'NDCG@5', 'HR@10', 'NDCG@10'],
		rows,
		3,
	);
	if (set === 'lastfm') results.push(...(await sampled(data, [popular, ...rest, together], test.held)));
	await closeThreads();
	return results;
}

function candidates(set: keyof typeof tables): Candidate[] {
	return [
		candidate('PopRec', popularity, {}, 1),
		candidate(
			'ItemKNN',
			itemNeighbours,
			{ decay: [0.5, 0.7, 0.85], shrink: [0, 2, 6], alpha: [0.4, 0.5], weighting: ['none', 'tf-idf'] },
			14,
			{ neighbours: 500 },
		),
		candidate(
			'RP3beta',
			rp3beta as ModelKind<object>,
			{ beta: [0.3, 0.5, 0.7], decay: [0.5, 0.7, 0.85] },
			9,
			{
				neighbours: 500,
			} as object,
		),
		candidate(
			'Forward',
			forward,
			{ decay: [0.3, 0.5, 0.7], backward: [0, 0.5, 1], discount: [0, 0.2, 0.4], gap: [0.7, 0.9] },
			16,
		),
		candidate(
			'Sequence neighbours',
			sequenceNeighbours,
			{ neighbours: [500], decay: [0.5, 0.8], gap: [0.6, 0.9], rarity: [0.5, 1], before: [0, 0.5] },
			10,
		),
		candidate('Content', content, { neighbours: [100], decay: [0.5, 0.7] }, 2),
		candidate('ALS', als, { unobserved: [0.002, 0.01, 0.05], regularisation: [0.003, 0.01] }, 6, {
			factors: 128,
		}),
		// EASE inverts a square of the items for each setting: minutes for the larger sets, seconds here.
		...(set === 'lastfm'
			? [candidate('EASE', ease, { regularisation: [100, 300, 1000], decay: [0.6, 0.8] }, 6)]
			: []),
	];
}

async function fullRanking(model: Model, held: Csr): Promise<number[]> {
	const lists = await rankAll(model, 10, {}, { threads });
	const [at5, at10] = [accuracy(lists, held, 5), accuracy(lists, held, 10)];
	return [at5.recall.mean, at5.ndcg.mean, at10.recall.mean, at10.ndcg.mean];
}

/** The positive among the 99 negatives that the authors drew. */
async function sampled(data: string, models: readonly Tuned[], held: Interactions): Promise<Result[]> {
	const cases = sets.lastfmNegatives(data).map((negatives, user) => ({
		user,
		positive: held.matrix.columns[held.matrix.starts[user]!]!,
		negatives,
	}));
	const rows: Row[] = [...sampledTable];
	const results: Result[] = [];
	for (const { name, chosen, final } of models) {
		const { hitRate, ndcg, mrr } = sampledAccuracy(await rankSampled(final, cases), 10);
		rows.push({ name, from: 'ours', chosen, values: [hitRate.mean, ndcg.mean, mrr.mean] });
		if (name === 'Blend')
			results.push(
				atLeast('lastfm sampled HR@10, against S3-Rec', hitRate.mean, '', 0.5835),
				atLeast('lastfm sampled NDCG@10, against S3-Rec', ndcg.mean, '', 0.3583),
			);
	}
	printTable(
		'LastFM, sampled; published: S3-Rec',
		'The positive among the 99 fixed negatives of the authors; models as above',
		['HR@10', 'NDCG@10', 'MRR'],
		rows,
		1,
	);
	return results;
}

function evenly(total: number, most: number): Int32Array {
	const size = Math.min(total, most);
	return Int32Array.from({ length: size }, (_, n) => Math.floor((n * total) / size));
}
