import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { expect, test } from 'vitest';
import config from '../vite.server.config.ts';

const app = `
import { subscribe } from 'node:diagnostics_channel';
import { als, closeThreads, interactionsFromHistories, rankAll } from '${resolve('packages/recommender/src/index.ts')}';
let started = 0;
subscribe('worker_threads', () => started++);
const data = interactionsFromHistories(
	Array.from({ length: 900 }, (_, user) => Array.from({ length: 9 }, (_, i) => (user * 7 + i * i * 13) % 500)),
	500,
);
const answers = [];
for (const threads of [1, 2]) {
	const model = await als.fit(data, { factors: 8, iterations: 2 }, { threads });
	const { items } = await rankAll(model, 5, {}, { threads });
	answers.push(Buffer.concat([model.save(), Buffer.from(items.buffer)]).toString('base64'));
}
await closeThreads();
console.log(JSON.stringify({ started, isSame: answers[0] === answers[1] }));
`;

// Of two threads the calling one is one.
test('the recommender has its threads in the built server', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'recommender-threads-'));
	try {
		const source = join(folder, 'app.ts');
		writeFileSync(source, app);
		const options = config.build!.rolldownOptions!;
		const worker = (options.input as Record<string, string>)['chunks/worker']!;
		await build({
			...config,
			configFile: false,
			logLevel: 'error',
			build: {
				...config.build,
				outDir: join(folder, 'out'),
				rolldownOptions: { ...options, input: { 'modules/app': source, 'chunks/worker': worker } },
			},
		});
		const output = execFileSync(process.execPath, [join(folder, 'out/modules/app.js')], { encoding: 'utf8' });
		expect(JSON.parse(output)).toEqual({ started: 1, isSame: true });
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
