import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Actor, requireMember, type Scope } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import { validate } from '../../kernel/validate.ts';
import type { Db } from '../../platform/db/index.ts';
import { accountError } from './errors.ts';
import { hashApiKey } from './identify.ts';

const schema = z.object({
	name: z.string().trim().min(1, 'accounts.key_name_missing').max(60, 'accounts.key_name_long'),
	scopes: z.array(z.enum(['read', 'write', 'admin'])).min(1, 'accounts.key_scopes_missing'),
	/** Days until it ends; 0 for never. */
	days: z.coerce.number().int().min(0).max(3650).default(0),
});

export interface ApiKey {
	id: number;
	name: string;
	/** First characters, to tell keys apart. */
	prefix: string;
	scopes: Scope[];
	createdAt: Date;
	lastUsedAt: Date | null;
	expiresAt: Date | null;
}

/** Makes a key; `key` is shown once and never stored. @throws accounts.api_key_scope when a member asks for `admin` */
export async function createApiKey(
	db: Db,
	actor: Actor,
	input: unknown,
): Promise<{ id: number; key: string }> {
	const { role, scopes: own } = requireMember(actor);
	// A key that could make keys would outlive its own revocation.
	if (own !== null)
		throw accountError('api_key_scope', {
			detail: 'API keys are made in the browser, not with another key.',
		});
	const { userId } = requireActing(actor);
	const { name, scopes, days } = validate(schema, input);
	if (scopes.includes('admin') && role !== 'admin')
		throw accountError('api_key_scope', { fields: { scopes: 'accounts.key_scope_admin' } });
	const key = `stoa_${randomBytes(30).toString('hex')}`;
	const { id } = await db
		.insertInto('api_keys')
		.values({
			user_id: userId,
			name,
			prefix: key.slice(0, 12),
			hash: hashApiKey(key),
			scopes,
			expires_at: days > 0 ? new Date(now().getTime() + days * 86_400_000) : null,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return { id, key };
}

/** A person's keys that still work, newest first. */
export async function listApiKeys(db: Db, actor: Actor): Promise<ApiKey[]> {
	const { userId } = requireMember(actor);
	const rows = await db
		.selectFrom('api_keys')
		.select([
			'id',
			'name',
			'prefix',
			'scopes',
			'created_at as createdAt',
			'last_used_at as lastUsedAt',
			'expires_at as expiresAt',
		])
		.where('user_id', '=', userId)
		.where('revoked_at', 'is', null)
		.orderBy('id', 'desc')
		.limit(100)
		.execute();
	return rows as ApiKey[];
}

/** Ends a key. @throws common.not_found */
export async function revokeApiKey(db: Db, actor: Actor, id: number): Promise<void> {
	const { userId } = requireMember(actor);
	const { numUpdatedRows } = await db
		.updateTable('api_keys')
		.set({ revoked_at: now() })
		.where('id', '=', id)
		.where('user_id', '=', userId)
		.where('revoked_at', 'is', null)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw commonError('not_found');
}
