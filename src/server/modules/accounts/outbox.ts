import type { Actor } from '../../contracts/actor.ts';
import { commonError } from '../../kernel/errors.ts';
import type { Db } from '../../platform/db/index.ts';

/** A mail as its recipient got it. */
export interface SentMail {
	id: number;
	recipient: string;
	subject: string;
	text: string;
	createdAt: Date;
}

/**
 * The mails that were written, the newest first, at most 50. Administrators see all of them; in a demo everybody sees
 * their own. A reset link is as good as a password: shown an administrator's, a moderator would be one.
 *
 * @param email the asking person's address; null for a visitor
 * @throws common.not_found outside of a demo for all but administrators
 */
export async function readOutbox(
	db: Db,
	actor: Actor,
	email: string | null,
	demo: boolean,
): Promise<SentMail[]> {
	const all = actor.role === 'admin';
	if (!demo && !all) throw commonError('not_found');
	if (!all && email === null) return [];
	return db
		.selectFrom('mails')
		.select(['id', 'recipient', 'subject', 'body_text as text', 'created_at as createdAt'])
		.$if(!all, (query) => query.where('recipient', '=', email as string))
		.orderBy('id', 'desc')
		.limit(50)
		.execute();
}
