// node bench/recommender/neural.ts --data DIR --set beauty|sports|lastfm [--model sasrec|two-tower] [--options JSON]
//   [--refit] [--blend [--partner NUMBER]] [--threads 2] [--load FILE]
// One training of a neural model on a published sequence set: seconds an epoch, validation, then the test.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
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
	twoTower,
	unpack,
} from '../../packages/recommender/src/index.ts';
import { lastfmNegatives, sequences } from './sets.ts';

const { values: args } = parseArgs({
	options: {
		data: { type: 'string', default: '../shared/data' },
		set: { type: 'string', default: 'beauty' },
		model: { type: 'string', default: 'sasrec' },
		options: { type: 'string', default: '{}' },
		refit: { type: 'boolean', default: false },
		blend: { type: 'boolean', default: false },
		threads: { type: 'string', default: '2' },
		load: { type: 'string' },
		partner: { type: 'string' },
	},
});
const allPartners: Partner[] = [
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
const partners = args.partner ? [allPartners[Number(args.partner)]!] : allPartners;
const set = args.set as 'beauty' | 'sports' | 'lastfm';
const control = { threads: Number(args.threads) };
const kind = args.model === 'two-tower' ? twoTower : sasrec;
const { all } = sequences(args.data, set);
const test = leaveLastOut(all);
const validation = leaveLastOut(test.train);
const options = JSON.parse(args.options) as object;
const say = (text: string) => console.log(`${set} ${args.model} ${text}`);

// The model holds the last item of what it is given back for itself: that is the published protocol's validation item.
const start = performance.now();
const model = args.load ? kind.load(readFileSync(args.load)) : await kind.fit(test.train, options, control);
const seconds = (performance.now() - start) / 1000;
const { epochs, validation: reached } = model.state;
say(`options ${JSON.stringify(model.options)}`);
say(`best after ${epochs} epochs, validation NDCG@10 ${reached.toFixed(5)}`);
if (!args.load) {
	const made = Math.min(Number(model.options.epochs), epochs + Number(model.options.patience));
	const each = (seconds / made).toFixed(1);
	say(`${seconds.toFixed(0)} s, ${each} s an epoch with validation, ${control.threads} threads`);
}
// A model that was saved after a refit has seen the validation item: with no patience it holds nothing back.
const strict =
	Number(model.options.patience) > 0 || model.histories.columns.length < test.train.matrix.columns.length;
const alone = await report(
	`trained ${strict ? 'without' : 'with'} the validation item`,
	model,
	test.train.matrix,
);

let final: Model = model;
if (args.refit && strict) {
	final = await kind.fit(test.train, { ...model.options, epochs, patience: 0 }, control);
	await report('trained again with it, as many epochs', final);
}
if (args.blend && !strict)
	say('no blend: its weights are chosen on the validation item, which this model has seen');
if (args.blend && strict) {
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
	const without = await partner.fit(validation.train);
	await report(`${partner.name} alone, trained without the validation item`, without, test.train.matrix);
	await report('blend, both without', mixed(validated, without, weights), test.train.matrix);
	const part = await partner.fit(test.train);
	await report(`${partner.name} alone, trained with it`, part);
	const which = final === model ? `${args.model} without, partner with` : 'both with';
	const together = await report(`blend, ${which} the validation item`, mixed(final, part, weights));
	const { difference, low, high } = compare(together, alone);
	say(`blend - alone, NDCG@10: ${difference.toFixed(4)} [${low.toFixed(4)}, ${high.toFixed(4)}]`);
	if (set === 'lastfm') await chooseForSampled(validated, final);
}
await closeThreads();

interface Partner {
	name: string;
	fit(data: Interactions): Promise<Model>;
}

/** The discount and the weight that rank the validation item best among the user's 99 negatives, then the test. */
async function chooseForSampled(validated: Model, final: Model): Promise<void> {
	const casesOf = (held: Interactions) =>
		lastfmNegatives(args.data).map((negatives, user) => ({
			user,
			positive: held.matrix.columns[held.matrix.starts[user]!]!,
			negatives,
		}));
	const discounts = [0, 0.25, 0.5, 0.75, 1].map((discount) => ({
		discount,
		model: remembering(discounted(validated, discount, validation.train)),
	}));
	let best = { value: -1, discount: 0, weight: 0, partner: partners[0]! };
	for (const partner of partners) {
		const part = remembering(await partner.fit(validation.train));
		for (const { discount, model } of discounts)
			for (const weight of [0, 0.25, 0.5, 0.75, 1]) {
				const both = mixed(model, part, [weight, 1 - weight]);
				const { ndcg } = sampledAccuracy(await rankSampled(both, casesOf(validation.held)), 10);
				if (ndcg.mean > best.value) best = { value: ndcg.mean, discount, weight, partner };
			}
	}
	const { discount, weight, partner, value } = best;
	const part = await partner.fit(test.train);
	const both = mixed(discounted(final, discount, test.train), part, [weight, 1 - weight]);
	const { hitRate, ndcg, mrr } = sampledAccuracy(await rankSampled(both, casesOf(test.held)), 10);
	say(
		`99 negatives, chosen: discount ${discount}, ${weight} and ${1 - weight} ${partner.name}, validation ${value.toFixed(4)}`,
	);
	say(
		`99 negatives, blend: HR@10 NDCG@10 MRR ${[hitRate, ndcg, mrr].map(({ mean }) => mean.toFixed(4)).join(' ')}`,
	);
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
	return kind.load(pack(file.kind, file.version, { ...file.state, ...parts }));
}

function discounted(model: Model, discount: number, data: Interactions): Model {
	if (kind !== sasrec) return model;
	const discounts = Float32Array.from(columnCounts(data.matrix), (count) => discount * Math.log(1 + count));
	return changed(model, { state: { ...(model.state as object), discounts } });
}

async function report(name: string, model: Model, histories?: Csr): Promise<Float64Array> {
	const lists = await rankAll(model, 10, histories ? { histories } : {}, control);
	const [at5, at10] = [accuracy(lists, test.held.matrix, 5), accuracy(lists, test.held.matrix, 10)];
	const values = [at5.recall, at5.ndcg, at10.recall, at10.ndcg].map(({ mean }) => mean.toFixed(4));
	say(`${name}: HR@5 NDCG@5 HR@10 NDCG@10 ${values.join(' ')}`);
	if (set === 'lastfm') {
		const cases = lastfmNegatives(args.data).map((negatives, user) => ({
			user,
			positive: test.held.matrix.columns[test.held.matrix.starts[user]!]!,
			negatives,
		}));
		const { hitRate, ndcg, mrr } = sampledAccuracy(
			await rankSampled(model, cases, histories ? { histories } : {}),
			10,
		);
		const sampled = [hitRate, ndcg, mrr].map(({ mean }) => mean.toFixed(4));
		say(`${name}, 99 negatives: HR@10 NDCG@10 MRR ${sampled.join(' ')}`);
	}
	return at10.ndcg.perUser;
}
