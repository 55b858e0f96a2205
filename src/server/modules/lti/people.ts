import { randomBytes } from 'node:crypto';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { freeHandle } from '../accounts/index.ts';

/** Whom a platform sent, by its own word. */
export interface Sent {
	issuer: string;
	subject: string;
	name?: string | undefined;
	locale?: string | undefined;
}

/**
 * The account of somebody whom a platform sent: the one that this platform's word made, or a new one. Never one that is
 * here already by another way, whatever mail address the platform gives: whoever runs a platform could name anybody's.
 */
export async function personOf(tx: Tx, sent: Sent): Promise<UserId> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${`lti ${sent.issuer} ${sent.subject}`}, 0))`.execute(
		tx,
	);
	const known = await tx
		.selectFrom('lti_people')
		.select('user_id')
		.where('issuer', '=', sent.issuer)
		.where('subject', '=', sent.subject)
		.executeTakeFirst();
	if (known) return known.user_id;
	const name = [...(sent.name ?? '').trim()].slice(0, 80).join('');
	const handle = await freeHandle(tx, name || 'learner');
	const { id } = await tx
		.insertInto('users')
		.values({
			handle,
			name: name || handle,
			// Nobody reads mail there; it only keeps addresses apart.
			email: `${randomBytes(12).toString('hex')}@lti.invalid`,
			origin: 'lti',
			locale: sent.locale?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en',
			created_at: now(),
			updated_at: now(),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await tx
		.insertInto('lti_people')
		.values({ issuer: sent.issuer, subject: sent.subject, user_id: id, created_at: now() })
		.execute();
	await emit(tx, id, 'accounts.registered', { userId: id });
	return id;
}
