// npm run bench -- recommender --data FOLDER [--only cnpc,gowalla,…] [--peer-runs 3] [--json FILE]
//   [--neural-sets beauty,sports,lastfm] [--neural-options JSON]
import { parseArgs } from 'node:util';
import { alsSolvers } from './recommender/als-solvers.ts';
import { citeulikeCmn, citeulikeCvae } from './recommender/citeulike.ts';
import { cnpc } from './recommender/cnpc.ts';
import { cold } from './recommender/cold.ts';
import { gowalla } from './recommender/gowalla.ts';
import { latency } from './recommender/latency.ts';
import { mooccubex } from './recommender/mooccubex.ts';
import { type NeuralSet, neural } from './recommender/neural.ts';
import { peers } from './recommender/peers.ts';
import { sequence } from './recommender/sequences.ts';
import { step } from './recommender/tables.ts';
import { type Result, report } from './report.ts';

const { values: options } = parseArgs({
	options: {
		data: { type: 'string' },
		json: { type: 'string' },
		only: { type: 'string', default: '' },
		'peer-runs': { type: 'string', default: '3' },
		'neural-sets': { type: 'string', default: 'beauty,sports,lastfm' },
		'neural-options': { type: 'string', default: '{}' },
	},
});

const suites: Record<string, (data: string) => Promise<Result[]> | Result[]> = {
	latency,
	cnpc,
	gowalla,
	beauty: (data) => sequence(data, 'beauty'),
	sports: (data) => sequence(data, 'sports'),
	lastfm: (data) => sequence(data, 'lastfm'),
	'citeulike-cmn': citeulikeCmn,
	'citeulike-cvae-10': (data) => citeulikeCvae(data, 10),
	'citeulike-cvae-1': (data) => citeulikeCvae(data, 1),
	mooccubex,
	cold,
	neural: (data) =>
		neural(data, options['neural-sets'].split(',') as NeuralSet[], JSON.parse(options['neural-options'])),
	'als-solvers': alsSolvers,
	peers: (data) => peers(data, Number(options['peer-runs'])),
};

const wanted = options.only ? options.only.split(',') : Object.keys(suites);
const unknown = wanted.filter((name) => !(name in suites));
if (unknown.length > 0 || (!options.data && wanted.some((name) => name !== 'latency'))) {
	console.error(
		`npm run bench -- recommender --data FOLDER [--only ${Object.keys(suites).join(',')}] [--peer-runs 3] [--json FILE]`,
	);
	process.exit(2);
}
const results: Result[] = [];
for (const name of wanted) {
	step(`— ${name}`);
	results.push(...(await suites[name]!(options.data ?? '')));
}
console.log('');
report('recommender', results, options.json);
