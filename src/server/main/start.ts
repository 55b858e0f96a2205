import { explainStartFailure, main } from './web.ts';

// The entry that `npm start` runs: nothing else lives here, so that other entries may import web.ts.
main().catch((error) => {
	process.stderr.write(`${explainStartFailure(error)}\n`);
	process.exit(1);
});
