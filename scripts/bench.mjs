// `npm run bench -- <suite> [--json FILE] …`
import { existsSync, readdirSync } from 'node:fs';
import { ensureBuild, ensureDependencies, enter, orExplain, Refusal } from './bootstrap.mjs';

await orExplain(async () => {
	// The child that runs on the pinned Node starts here again: the suite's name is handed on beside its options.
	const suite = process.env.STOA_BENCH_SUITE ?? process.argv.splice(2, 1)[0];
	const suites = readdirSync('bench')
		.filter((file) => file.endsWith('.ts') && file !== 'report.ts')
		.map((file) => file.slice(0, -3));
	if (!suite || !existsSync(`bench/${suite}.ts`))
		throw new Refusal(`npm run bench -- <suite> [--json FILE]; suites: ${suites.join(', ')}`);
	await ensureDependencies();
	await ensureBuild();
	process.env.STOA_BENCH_SUITE = suite;
	await enter(`bench/${suite}.ts`, process.argv[1]);
});
