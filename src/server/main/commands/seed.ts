import { demoPassword, demoSignIns, seedDemo } from '../../flows/seed-demo/index.ts';
import { originOf } from '../../platform/config.ts';
import { reportProgress } from '../../platform/progress.ts';
import type { Command } from '../command.ts';

/** Fills an empty database with the demo, as the first start does. */
export const seedCommand: Command = {
	usage: 'stoa seed',
	summary: 'Fills an empty database with the demo community.',
	async run(ctx, args) {
		if (args.length > 0) {
			process.stderr.write(`${this.usage}\n`);
			return 2;
		}
		const { hashPassword } = await import('better-auth/crypto');
		const step = reportProgress().step('demo', 'items');
		let before = 0;
		const filled = await seedDemo(
			ctx.db,
			'demo',
			{
				passwordHash: await hashPassword(demoPassword),
				secret: ctx.secret,
				origin: originOf(ctx.config),
			},
			(done, total) => {
				step.advance(done - before, done / total);
				before = done;
			},
		);
		if (!filled) {
			process.stderr.write(
				'There are people in this database already, and the demo goes only into an empty one. Set STOA_DATA_DIR to a new directory, or DATABASE_URL to a new database.\n',
			);
			return 1;
		}
		step.finish();
		process.stdout.write(signIns());
		return 0;
	},
};

/** The sign-ins of the demo, for the terminal. */
export function signIns(): string {
	const rows = demoSignIns.map(({ handle, role }) => `  ${`${handle}@demo.stoa.example`.padEnd(30)} ${role}`);
	return `Demo sign-ins (password ${demoPassword}):\n${rows.join('\n')}\n`;
}
