// `npm run stoa -- <command>`
import { ensureBuild, ensureDependencies, enter, orExplain } from './bootstrap.mjs';

await orExplain(async () => {
	await ensureDependencies();
	await ensureBuild();
	await enter('dist/server/main/cli.js', process.argv[1]);
});
