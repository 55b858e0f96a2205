import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { validate } from '../../kernel/validate.ts';
import type { Db } from '../../platform/db/index.ts';
import { checksError } from './errors.ts';
import { requireLooking, requireSetting } from './policy.ts';
import { bareHost } from './text-facts.ts';

export interface CheckDomain {
	domain: string;
	/** Links to it and what is below it count for nothing; else they are spoken against. */
	allowed: boolean;
	createdAt: Date;
}

/** Domains that are allowed or blocked, by name. One statement. @throws common.forbidden */
export async function listDomains(
	db: Db,
	actor: Actor,
	page: { cursor?: string | null; limit?: number } = {},
): Promise<Page<CheckDomain>> {
	requireLooking(actor);
	const limit = Math.min(Math.max(page.limit ?? 50, 1), 200);
	const after = decodeCursor(page.cursor, ['string']);
	const rows = await db
		.selectFrom('check_domains')
		.select(['domain', 'allowed', 'created_at as createdAt'])
		.$if(after !== null, (query) => query.where('domain', '>', after![0] as string))
		.orderBy('domain')
		.limit(limit + 1)
		.execute();
	return cutPage(rows, limit, (row) => [row.domain]);
}

export const domainSchema = z.object({
	domain: z
		.string('checks.domain_shape')
		.trim()
		.min(1, 'checks.domain_shape')
		.max(300, 'checks.domain_shape'),
	allowed: z.boolean('checks.domain_verdict'),
});
export type DomainInput = z.input<typeof domainSchema>;

/** What somebody typed, an address or a name, as the domain that it is of. */
function domainOf(typed: string): string {
	try {
		const host = bareHost(new URL(/^[a-z]+:\/\//i.test(typed) ? typed : `http://${typed}`).hostname);
		if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(host)) return host;
	} catch {
		// Said below.
	}
	throw checksError('domain_shape', { fields: { domain: 'checks.domain_shape' } });
}

/** Blocks or allows a domain with all below it. @throws checks.domain_shape; common.invalid_input, common.forbidden */
export async function setDomain(db: Db, actor: Actor, input: DomainInput): Promise<CheckDomain> {
	const { userId } = requireSetting(actor);
	const given = validate(domainSchema, input);
	const domain = domainOf(given.domain);
	const values = { allowed: given.allowed, added_by: userId, created_at: now() };
	await db
		.insertInto('check_domains')
		.values({ domain, ...values })
		.onConflict((conflict) => conflict.column('domain').doUpdateSet(values))
		.execute();
	return { domain, allowed: given.allowed, createdAt: values.created_at };
}

/** @throws checks.domain_unknown */
export async function forgetDomain(db: Db, actor: Actor, domain: string): Promise<void> {
	requireSetting(actor);
	const gone = await db
		.deleteFrom('check_domains')
		.where('domain', '=', domain)
		.returning('domain')
		.executeTakeFirst();
	if (!gone) throw checksError('domain_unknown');
}
