import { textCheck } from '../modules/checks/index.ts';
import { registerTextCheck } from '../modules/items/index.ts';
import { originOf, readConfig } from '../platform/config.ts';
import { signIns } from './commands/seed.ts';
import { type Context, openContext } from './context.ts';
import { explainStartFailure } from './explain-start-failure.ts';
import { fillDemo, isDemo } from './fill-demo.ts';
import { serve } from './web.ts';

// The entry that `npm start` runs; it does so by being imported, so nothing imports it.

/** `npm start`: opens everything, serves, and stops everything on a signal. */
async function main(): Promise<void> {
	const config = readConfig();
	let web: Awaited<ReturnType<typeof serve>> | undefined;
	let opened: Context | undefined;
	let stopping = false;
	const stop = async (code: number) => {
		if (stopping) return;
		stopping = true;
		await web?.close();
		await opened?.close();
		process.exit(code);
	};
	// Nothing can be answered without it, and a new start recovers it: whoever supervises this process is to know.
	const onDatabaseGone = (error: Error) => {
		process.stderr.write(`${error.message} Nothing that was saved is lost.\n`);
		setTimeout(() => process.exit(1), 5000).unref();
		void stop(1).catch(() => process.exit(1));
	};
	const ctx = await openContext(config, { jobs: config.role !== 'web', onDatabaseGone });
	opened = ctx;
	process.on('SIGINT', () => void stop(0));
	process.on('SIGTERM', () => void stop(0));
	if (config.role === 'worker') return;
	let filled = false;
	try {
		filled = config.demo && (await fillDemo(ctx));
		// What the demo brings is good; what people write from here on is looked at.
		registerTextCheck(textCheck(ctx.db, new URL(originOf(config)).hostname, ctx.outsideModel ?? null));
		web = await serve(ctx);
	} catch (error) {
		// A port that is taken must not leave a database behind.
		await ctx.close();
		throw error;
	}
	process.stdout.write(
		`Stoa is at http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${web.port}\n`,
	);
	if (filled || (config.demo && (await isDemo(ctx)))) process.stdout.write(signIns());
}

main().catch((error) => {
	process.stderr.write(`${explainStartFailure(error)}\n`);
	process.exit(1);
});
