import { reindexAll } from '../../modules/search/index.ts';
import { sql } from '../../platform/db/index.ts';
import type { Command } from '../command.ts';

/** Makes every search document anew, e.g. after the rules of segmentation changed. */
export const searchCommand: Command = {
	usage: 'stoa search reindex',
	summary: 'Makes every search document anew.',
	async run(ctx, [verb]) {
		if (verb !== 'reindex') {
			process.stderr.write(`${this.usage}\n`);
			return 2;
		}
		const count = await reindexAll(ctx.db);
		await sql`analyze search_documents`.execute(ctx.db);
		process.stdout.write(`${count} documents.\n`);
		return 0;
	},
};
