import type { Actor } from '../../contracts/actor.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { type Settings, settingsSchema, writeSettings } from '../../platform/settings/index.ts';
import { requireAdmin } from './policy.ts';

/** Changes the settings of the site. Administrators may. @returns the settings as they are now */
export async function changeSettings(db: Db, actor: Actor, input: unknown): Promise<Settings> {
	const { userId } = requireAdmin(actor);
	const settings = validate(settingsSchema, input);
	await writeSettings(db, userId, settings);
	await sql`select pg_notify('stoa_events', ${JSON.stringify({ id: 0, type: 'settings.changed', payload: {} })})`.execute(
		db,
	);
	return settings;
}
