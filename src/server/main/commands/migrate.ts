import type { Command } from '../command.ts';

/** Opening the context has migrated already; this only says so. */
export const migrateCommand: Command = {
	usage: 'stoa migrate',
	summary: 'Brings the database to this version.',
	async run(ctx) {
		const { rows } = await ctx.pool.query('select count(*)::int as count, max(name) as last from migrations');
		process.stdout.write(`The database is at ${rows[0].last} (${rows[0].count} migrations).\n`);
		return 0;
	},
};
