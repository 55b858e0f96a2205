import { type Config, ConfigError, readConfig } from '../platform/config.ts';
import type { Command, DatabaseCommand } from './command.ts';
import { openContext } from './context.ts';
import { explainStartFailure } from './explain-start-failure.ts';

// Each command is loaded when it is called: `stoa migrate` must not wait for an importer's libraries.
const commands: Record<string, { summary: string; load: () => Promise<Command | DatabaseCommand> }> = {
	migrate: {
		summary: 'bring the database to this version',
		load: async () => (await import('./commands/migrate.ts')).migrateCommand,
	},
	user: {
		summary: 'give a role, confirm an address, list people',
		load: async () => (await import('./commands/user.ts')).userCommand,
	},
	search: {
		summary: 'make the search documents anew',
		load: async () => (await import('./commands/search.ts')).searchCommand,
	},
	lti: {
		summary: 'change the key that signs to learning platforms',
		load: async () => (await import('./commands/lti.ts')).ltiCommand,
	},
	ledger: {
		summary: 'prove that every cent is accounted for',
		load: async () => (await import('./commands/ledger.ts')).ledgerCommand,
	},
	certificates: {
		summary: 'list and rotate the keys that sign certificates',
		load: async () => (await import('./commands/certificates.ts')).certificatesCommand,
	},
	checks: {
		summary: 'train models of texts, look again at what was posted',
		load: async () => (await import('./commands/checks.ts')).checksCommand,
	},
	doctor: {
		summary: 'look at what could be wrong',
		load: async () => (await import('./commands/doctor.ts')).doctorCommand,
	},
	import: {
		summary: 'take over a Stack Exchange dump, Markdown articles, or a course',
		load: async () => (await import('./commands/import.ts')).importCommand,
	},
	'replay-reputation': {
		summary: 'weigh the votes of a Stack Exchange dump by a table of rules',
		load: async () => (await import('./commands/replay-reputation.ts')).replayReputationCommand,
	},
	export: {
		summary: 'write everything as JSON Lines, or a course as a folder',
		load: async () => (await import('./commands/export.ts')).exportCommand,
	},
	backup: {
		summary: 'write the database and the data directory into one file',
		load: async () => (await import('./commands/backup.ts')).backupCommand,
	},
	restore: {
		summary: 'bring an empty database to what a backup holds',
		load: async () => (await import('./commands/restore.ts')).restoreCommand,
	},
	seed: {
		summary: 'fill an empty database with the demo community',
		load: async () => (await import('./commands/seed.ts')).seedCommand,
	},
};

function usage(): string {
	const rows = Object.entries(commands).map(([word, { summary }]) => `  ${word.padEnd(12)} ${summary}`);
	return `npm run stoa -- <command>\n\n${rows.join('\n')}\n`;
}

async function main(): Promise<number> {
	const [word, ...args] = process.argv.slice(2);
	const entry = word ? commands[word] : undefined;
	if (!entry) {
		process.stderr.write(usage());
		return word && word !== 'help' ? 2 : 0;
	}
	const command = await entry.load();
	if (args.includes('--help')) {
		process.stdout.write(`${command.usage}\n${command.summary}\n`);
		return 0;
	}
	const config = readConfig({ LOG_LEVEL: 'warn', ...process.env });
	if ('runOn' in command) return onDatabase(config, command, args);
	const ctx = await openContext(config);
	try {
		return await command.run(ctx, args);
	} finally {
		await ctx.close();
	}
}

/** Runs a command that wants no more than the database's address. */
async function onDatabase(config: Config, command: DatabaseCommand, args: string[]): Promise<number> {
	if (config.databaseUrl) return command.runOn({ url: config.databaseUrl, config }, args);
	const { findRunning, startEmbedded } = await import('../platform/db/embedded.ts');
	const running = command.beside ? findRunning(config.dataDir) : undefined;
	if (running) return command.runOn({ url: running, config }, args);
	const embedded = await startEmbedded({ dataDir: config.dataDir });
	try {
		return await command.runOn({ url: embedded.url, config }, args);
	} finally {
		await embedded.stop();
	}
}

main().then(
	(code) => process.exit(code),
	(error) => {
		process.stderr.write(`${error instanceof ConfigError ? error.message : explainStartFailure(error)}\n`);
		process.exit(1);
	},
);
