// node bench/recommender/neural.ts --data DIR --set beauty|sports|lastfm [--model sasrec|two-tower] [--options JSON]
//   [--refit] [--blend] [--threads 2]
// One training of a neural model on a published sequence set: seconds an epoch, validation, then the test.
import { parseArgs } from 'node:util';
import {
	accuracy,
	blend,
	closeThreads,
	compare,
	forward,
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
	},
});
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
const model = await kind.fit(test.train, options, control);
const seconds = (performance.now() - start) / 1000;
const { epochs, validation: reached } = model.state;
const patience = Number(model.options.patience);
const made = Math.min(Number(model.options.epochs), epochs + patience);
say(`options ${JSON.stringify(options)}`);
say(`best after ${epochs} epochs, validation NDCG@10 ${reached.toFixed(5)}`);
say(
	`${seconds.toFixed(0)} s, ${(seconds / made).toFixed(1)} s an epoch with validation, ${control.threads} threads`,
);
const alone = await report('trained without the validation item', model);

let final: Model = model;
if (args.refit) {
	final = await kind.fit(test.train, { ...options, epochs, patience: 0 }, control);
	await report('trained again with it, as many epochs', final);
}
if (args.blend) {
	const before = { ...unpack(model.save()) };
	const state = { ...before.state, histories: { ...validation.train.matrix } };
	const validated = kind.load(pack(before.kind, before.version, state));
	let best = { value: -1, decay: 0, discount: 0, other: 'forward' };
	let weights = [1, 0];
	for (const other of ['forward', 'sequence-neighbours'])
		for (const decay of [0.5, 0.8])
			for (const discount of other === 'forward' ? [0, 0.4] : [0.5, 1]) {
				const part = await partner(other, decay, discount, validation.train);
				const learned = await learnWeights([validated, part], validation.held.matrix, {
					k: 10,
					metric: 'both',
				});
				if (learned.value > best.value) {
					best = { value: learned.value, decay, discount, other };
					weights = learned.weights;
				}
			}
	say(`blend ${JSON.stringify(best)} weights ${weights.map((weight) => weight.toFixed(3)).join(' ')}`);
	const part = await partner(best.other, best.decay, best.discount, test.train);
	await report(`${best.other} alone`, part);
	const together = await report(
		'blend',
		blend([
			{ model: final, weight: weights[0]! },
			{ model: part, weight: weights[1]! },
		]),
	);
	const { difference, low, high } = compare(together, alone);
	say(`blend - alone, NDCG@10: ${difference.toFixed(4)} [${low.toFixed(4)}, ${high.toFixed(4)}]`);
}
await closeThreads();

function partner(other: string, decay: number, second: number, data: typeof test.train): Promise<Model> {
	return other === 'forward'
		? forward.fit(data, { decay, discount: second, backward: 0.5, gap: 0.9 })
		: sequenceNeighbours.fit(data, { neighbours: 500, decay, rarity: second, gap: 0.8, before: 0.5 });
}

async function report(name: string, model: Model): Promise<Float64Array> {
	const lists = await rankAll(model, 10, {}, control);
	const [at5, at10] = [accuracy(lists, test.held.matrix, 5), accuracy(lists, test.held.matrix, 10)];
	const values = [at5.recall, at5.ndcg, at10.recall, at10.ndcg].map(({ mean }) => mean.toFixed(4));
	say(`${name}: HR@5 NDCG@5 HR@10 NDCG@10 ${values.join(' ')}`);
	if (set === 'lastfm') {
		const cases = lastfmNegatives(args.data).map((negatives, user) => ({
			user,
			positive: test.held.matrix.columns[test.held.matrix.starts[user]!]!,
			negatives,
		}));
		const { hitRate, ndcg, mrr } = sampledAccuracy(await rankSampled(model, cases), 10);
		const sampled = [hitRate, ndcg, mrr].map(({ mean }) => mean.toFixed(4));
		say(`${name}, 99 negatives: HR@10 NDCG@10 MRR ${sampled.join(' ')}`);
	}
	return at10.ndcg.perUser;
}
