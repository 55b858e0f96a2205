import { type Actor, requireMember } from '../../contracts/actor.ts';
import type { Db } from '../../platform/db/index.ts';

/** Keeps the language a person chose, so that pages and mails follow them to other devices. */
export async function setLocale(db: Db, actor: Actor, locale: 'zh-CN' | 'en'): Promise<void> {
	const { userId } = requireMember(actor);
	await db.updateTable('users').set({ locale }).where('id', '=', userId).execute();
}
