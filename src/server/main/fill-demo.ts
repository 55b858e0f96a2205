import { addHeld, addPackage, demoPassword, seedDemo } from '../flows/seed-demo/index.ts';
import { originOf } from '../platform/config.ts';
import type { Context } from './context.ts';

/** True where the demo community lives: its sign-ins are then told at every start. */
export async function isDemo(ctx: Context): Promise<boolean> {
	return (
		(await ctx.db
			.selectFrom('users')
			.select('id')
			.where('origin', '=', 'demo')
			.limit(1)
			.executeTakeFirst()) !== undefined
	);
}

/** Fills a database that nobody is in yet with the demo. @returns whether it did */
export async function fillDemo(ctx: Context): Promise<boolean> {
	if (await ctx.db.selectFrom('users').select('id').limit(1).executeTakeFirst()) return false;
	const { hashPassword } = await import('better-auth/crypto');
	process.stdout.write('Filling the demo community …\n');
	const filled = await seedDemo(ctx.db, 'demo', {
		passwordHash: await hashPassword(demoPassword),
		secret: ctx.secret,
		origin: originOf(ctx.config),
	});
	if (filled) await addPackage(ctx.db, 'demo', ctx.media);
	if (filled) await addHeld(ctx.db);
	return filled;
}
