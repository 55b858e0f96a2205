// The sequence model alone and blended, on the published sequence sets: seconds an epoch, validation, then the test.
import {
	accuracy,
	blend,
	type Csr,
	closeThreads,
	columnCounts,
	compare,
	forward,
	type Interactions,
	learnWeights,
	leaveLastOut,
	type Model,
	pack,
	rankAll,
	rankSampled,
	sampledAccuracy,
	sasrec,
	sequenceNeighbours,
	unpack,
} from '../../packages/recommender/src/index.ts';
import { atLeast, type Result } from '../report.ts';
import { lastfmNegatives, sequences } from './sets.ts';
import { step } from './tables.ts';

export type NeuralSet = 'beauty' | 'sports' | 'lastfm';

/** What was found on validation in earlier runs; `given` options go before. */
const settings: Record<NeuralSet, object> = {
	beauty: { candidates: 1024 },
	sports: { candidates: 1024 },
	lastfm: { rate: 0.0015, dropout: 0.5, batch: 32 },
};

/** The published SASRec rows: HR@10, NDCG@10. */
const published: Record<NeuralSet, [number, number]> = {
	beauty: [0.0605, 0.0318],
	sports: [0.035, 0.0192],
	lastfm: [0.0688, 0.039],
};

const control = { threads: 2 };

/** @param given options of `sasrec` beside those that were found for each set */
export async function neural(data: string, sets: readonly NeuralSet[], given: object): Promise<Result[]> {
	const results: Result[] = [];
	for (const set of sets) results.push(...(await study(data, set, { ...settings[set], ...given })));
	await closeThreads();
	return results;
}

interface Partner {
	name: string;
	fit(data: Interactions): Promise<Model>;
}

const partners: Partner[] = [
	...[0.5, 0.8].flatMap((decay) =>
		[0, 0.4].map((discount) => ({
			name: `forward decay ${decay} discount ${discount}`,
			fit: (data: Interactions) => forward.fit(data, { decay, discount, backward: 0.5, gap: 0.9 }),
		})),
	),
	...[0.5, 0.8].flatMap((decay) =>
		[0.5, 1].map((rarity) => ({
			name: `sequence neighbours decay ${decay} rarity ${rarity}`,
			fit: (data: Interactions) =>
				sequenceNeighbours.fit(data, { neighbours: 500, decay, rarity, gap: 0.8, before: 0.5 }),
		})),
	),
];

async function study(data: string, set: NeuralSet, options: object): Promise<Result[]> {
	if ((options as { patience?: number }).patience === 0)
		throw new Error(
			'With no patience the validation item would be trained on: rows would not be what they say.',
		);
	const { all } = sequences(data, set);
	const test = leaveLastOut(all);
	const validation = leaveLastOut(test.train);
	const negatives = set === 'lastfm' ? lastfmNegatives(data) : undefined;
	const say = (text: string) => console.log(`${set} sasrec: ${text}`);
	const casesOf = (held: Csr) =>
		(negatives ?? []).map((drawn, user) => ({
			user,
			positive: held.columns[held.starts[user]!]!,
			negatives: drawn,
		}));
	const report = async (name: string, model: Model, histories?: Csr) => {
		const asked = histories ? { histories } : {};
		const lists = await rankAll(model, 10, asked, control);
		const [at5, at10] = [accuracy(lists, test.held.matrix, 5), accuracy(lists, test.held.matrix, 10)];
		say(`${name}: HR@5 NDCG@5 HR@10 NDCG@10 ${digits(at5.recall, at5.ndcg, at10.recall, at10.ndcg)}`);
		if (negatives) {
			const { hitRate, ndcg, mrr } = sampledAccuracy(
				await rankSampled(model, casesOf(test.held.matrix), asked),
				10,
			);
			say(`${name}, 99 negatives: HR@10 NDCG@10 MRR ${digits(hitRate, ndcg, mrr)}`);
		}
		return at10;
	};

	step(`${set}: the sequence model`);
	// The model holds the last item of what it is given back for itself: that is the published protocol's validation item.
	const start = performance.now();
	const model = await sasrec.fit(test.train, options, control);
	const seconds = (performance.now() - start) / 1000;
	const { epochs, validation: reached } = model.state;
	const made = Math.min(Number(model.options.epochs), epochs + Number(model.options.patience));
	say(`options ${JSON.stringify(model.options)}`);
	say(`best after ${epochs} epochs, validation NDCG@10 ${reached.toFixed(4)}`);
	say(`${seconds.toFixed(0)} s, ${(seconds / made).toFixed(1)} s an epoch with validation`);
	const alone = await report('trained without the validation item', model);
	const refitted = await sasrec.fit(test.train, { ...options, epochs, patience: 0 }, control);
	await report('trained again with it, as many epochs', refitted);

	step(`${set}: its blend`);
	const validated = changed(model, { histories: { ...validation.train.matrix } });
	let best: { value: number; partner: Partner; weights: number[] } | undefined;
	for (const partner of partners) {
		const part = await partner.fit(validation.train);
		const { value, weights } = await learnWeights([validated, part], validation.held.matrix, {
			k: 10,
			metric: 'both',
		});
		if (!best || value > best.value) best = { value, partner, weights };
	}
	const { partner, value, weights } = best!;
	say(
		`blend: validation ${value.toFixed(4)}, ${partner.name}, weights ${weights.map((w) => w.toFixed(3)).join(' ')}`,
	);
	// Nothing trained on the validation item, as in the published tables; it is only part of the history asked with.
	const strict = mixed(validated, await partner.fit(validation.train), weights);
	const together = await report('blend, both without', strict, test.train.matrix);
	await report('blend, both with', mixed(refitted, await partner.fit(test.train), weights));
	const { difference, low, high } = compare(together.ndcg.perUser, alone.ndcg.perUser);
	say(`blend without - alone, NDCG@10: ${difference.toFixed(4)} [${low.toFixed(4)}, ${high.toFixed(4)}]`);
	if (negatives) await chooseForSampled();
	return [
		atLeast(`${set}: sasrec, HR@10 beside published SASRec`, alone.recall.mean, '', null, published[set][0]),
		atLeast(`${set}: sasrec, NDCG@10 beside published SASRec`, alone.ndcg.mean, '', null, published[set][1]),
		atLeast(`${set}: its blend, HR@10`, together.recall.mean, '', null, published[set][0]),
		atLeast(`${set}: its blend, NDCG@10`, together.ndcg.mean, '', null, published[set][1]),
	];

	/** The discount and the weight that rank the validation item best among the user's 99 negatives, then the test. */
	async function chooseForSampled(): Promise<void> {
		const discounts = [0, 0.25, 0.5, 0.75, 1].map((discount) => ({
			discount,
			model: remembering(discounted(validated, discount, validation.train)),
		}));
		let chosen = { value: -1, discount: 0, weight: 0, partner: partners[0]! };
		for (const partner of partners) {
			const part = remembering(await partner.fit(validation.train));
			for (const { discount, model } of discounts)
				for (const weight of [0, 0.25, 0.5, 0.75, 1]) {
					const both = mixed(model, part, [weight, 1 - weight]);
					const { ndcg } = sampledAccuracy(await rankSampled(both, casesOf(validation.held.matrix)), 10);
					if (ndcg.mean > chosen.value) chosen = { value: ndcg.mean, discount, weight, partner };
				}
		}
		const { discount, weight, partner, value } = chosen;
		const part = await partner.fit(test.train);
		const both = mixed(discounted(refitted, discount, test.train), part, [weight, 1 - weight]);
		const { hitRate, ndcg, mrr } = sampledAccuracy(await rankSampled(both, casesOf(test.held.matrix)), 10);
		say(
			`99 negatives, chosen: discount ${discount}, ${weight} and ${1 - weight} ${partner.name}, validation ${value.toFixed(4)}`,
		);
		say(`99 negatives, blend with: HR@10 NDCG@10 MRR ${digits(hitRate, ndcg, mrr)}`);
	}
}

function digits(...measures: readonly { mean: number }[]): string {
	return measures.map(({ mean }) => mean.toFixed(4)).join(' ');
}

function mixed(first: Model, second: Model, [a = 0, b = 0]: readonly number[]): Model {
	return blend([
		{ model: first, weight: a },
		{ model: second, weight: b },
	]);
}

/** Scores each stored user once. */
function remembering(model: Model): Model {
	const known = new Map<number, Float32Array>();
	return {
		...model,
		scores(query, out) {
			if (query.user === undefined || query.history) return model.scores(query, out);
			let scores = known.get(query.user);
			if (!scores) {
				scores = model.scores(query);
				known.set(query.user, scores);
			}
			out?.set(scores);
			return out ?? scores.slice();
		},
	};
}

/** The same weights with parts of the file exchanged: neither histories nor discount change what was trained. */
function changed(model: Model, parts: object): Model {
	const file = unpack(model.save());
	return sasrec.load(pack(file.kind, file.version, { ...file.state, ...parts }));
}

function discounted(model: Model, discount: number, data: Interactions): Model {
	const discounts = Float32Array.from(columnCounts(data.matrix), (count) => discount * Math.log(1 + count));
	return changed(model, { state: { ...(model.state as object), discounts } });
}
