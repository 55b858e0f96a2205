import { now } from '../../kernel/clock.ts';
import type { Command } from '../command.ts';

const roles = ['member', 'moderator', 'admin'];

/** Gives roles and confirms addresses from the shell: how the first administrator of a new site is made. */
export const userCommand: Command = {
	usage: 'stoa user role HANDLE member|moderator|admin\nstoa user verify HANDLE\nstoa user list',
	summary: 'Gives a role, confirms an address, lists people.',
	async run(ctx, [verb, handle, role]) {
		if (verb === 'list') {
			const people = await ctx.db
				.selectFrom('users')
				.select(['handle', 'email', 'role'])
				.where('origin', '<>', 'import')
				.orderBy('id')
				.limit(200)
				.execute();
			for (const person of people)
				process.stdout.write(`${person.handle.padEnd(30)} ${person.role.padEnd(10)} ${person.email}\n`);
			return 0;
		}
		const change =
			verb === 'role' && role && roles.includes(role)
				? { role, updated_at: now() }
				: verb === 'verify'
					? { email_verified: true, updated_at: now() }
					: null;
		if (!change || !handle) {
			process.stderr.write(`${this.usage}\n`);
			return 2;
		}
		const { numUpdatedRows } = await ctx.db
			.updateTable('users')
			.set(change)
			.where('handle', '=', handle)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) {
			process.stderr.write(`There is nobody called ${handle}.\n`);
			return 1;
		}
		process.stdout.write(`${handle}: ${verb === 'role' ? role : 'address confirmed'}\n`);
		return 0;
	},
};
