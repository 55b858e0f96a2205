// npm run bench -- rings [--json FILE]: how well planted rings of accounts are found.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { randomFrom, syntheticBase } from '../src/server/modules/fairplay/testing/community.ts';
import { dumpFolder, importBase } from './moderation/import-base.ts';
import { type Found, tryRings } from './moderation/rings.ts';
import { atLeast, atMost, type Result, report } from './report.ts';

const { values: options } = parseArgs({ options: { json: { type: 'string' }, seeds: { type: 'string' } } });
// Weights and thresholds were chosen on the synthetic communities 1 to 40; these are others.
const seeds = Array.from({ length: Number(options.seeds ?? 20) }, (_, n) => 5001 + n);
const results: Result[] = [];

function add(place: string, rows: readonly Found[]): void {
	for (const one of rows) {
		const name = `${place}, ${one.strategy}`;
		console.log(
			`${name.padEnd(40)} found ${one.runsFound}/${one.runs} recall ${one.recall.toFixed(3)} precision ${one.precision.toFixed(3)} honest flagged per 1,000: ${one.wrong.toFixed(3)}, worst run ${one.worst.toFixed(2)}; slowest ${one.slowest.toFixed(0)} ms`,
		);
		// Rotating a third of the accounts at a time looks like a class: it is reported, and no target is set.
		if (one.strategy !== 'none')
			results.push(atLeast(`${name}: recall`, one.recall, '', one.strategy === 'split' ? null : 0.8));
		results.push(atMost(`${name}: honest flagged`, one.wrong, 'per 1,000', 1));
	}
}

add(
	'synthetic, 2,500 people',
	tryRings((seed) => syntheticBase(randomFrom(seed)), seeds),
);
const folder = dumpFolder('stackexchange-quantum');
if (existsSync(folder)) {
	const base = importBase(folder);
	console.log(
		`${base.people.length} people, ${base.posts.length} posts, ${base.posts.reduce((sum, { votes }) => sum + votes.length, 0)} up-votes imported`,
	);
	add(
		'stackexchange-quantum',
		tryRings(() => base, seeds),
	);
} else console.log('stackexchange-quantum: 11 figures skipped, the data folder does not hold it');
report('rings', results, options.json);
