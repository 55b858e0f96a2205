import { z } from 'zod';
import { type Actor, requireMember } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { sendMail } from '../../platform/mail/index.ts';
import { organisationError } from './errors.ts';
import { hashOf, nameOf, newToken } from './invitations.ts';
import { note } from './log.ts';
import { mailText } from './mails.ts';
import { admit } from './membership.ts';
import { lockOrganisation, organisationTo } from './organisation.ts';

/**
 * Mailboxes that only who runs a domain can read (as certificate authorities ask them, CA/Browser Forum 3.2.2.4.4). A
 * mailbox of anybody there would let a student claim a university, and with it everybody's sign-on.
 */
export const domainMailboxes = ['admin', 'administrator', 'hostmaster', 'postmaster', 'webmaster'] as const;

/** Where everybody may have an address: nobody's company. */
const publicDomains = new Set(
	`gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.co.jp ymail.com icloud.com me.com
	mac.com aol.com proton.me protonmail.com pm.me gmx.com gmx.de gmx.net web.de mail.com mail.ru yandex.com yandex.ru
	zoho.com fastmail.com hey.com tutanota.com qq.com foxmail.com vip.qq.com 163.com 126.com yeah.net 188.com sina.com
	sina.cn sohu.com aliyun.com 139.com 189.cn wo.cn tom.com 21cn.com naver.com daum.net hanmail.net duck.com`.split(
		/\s+/,
	),
);

export const domainSchema = z.object({
	domain: z
		.string()
		.trim()
		.toLowerCase()
		.transform((domain) => domain.replace(/^@/, ''))
		.pipe(
			z
				.string()
				.max(253, 'organisations.domain_shape')
				.regex(
					/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/,
					'organisations.domain_shape',
				),
		),
	mailbox: z.enum(domainMailboxes, 'organisations.domain_mailbox'),
});

const askedForDays = 3;
const domainsAtMost = 20;

/**
 * Says that a mail domain belongs to an organisation; a mail to whoever runs it asks whether it does.
 *
 * @throws organisations.not_found, organisations.domain_shape, organisations.domain_public, organisations.domain_taken,
 *   organisations.too_many_invitations, common.forbidden
 */
export async function claimDomain(
	db: Db,
	actor: Actor,
	slug: string,
	input: z.input<typeof domainSchema>,
	place: { origin: string; locale: string },
): Promise<void> {
	const { domain, mailbox } = validate(domainSchema, input);
	if (publicDomains.has(domain))
		throw organisationError('domain_public', { fields: { domain: 'organisations.domain_public' } });
	await inTransaction(db, async (tx) => {
		const { id, by, name } = await lockOrganisation(tx, actor, slug, 'manage');
		const rows = await tx
			.selectFrom('organisation_domains')
			.select(['domain', 'verified_at', 'asked_at'])
			.where('organisation_id', '=', id)
			.execute();
		const known = rows.find((row) => row.domain === domain);
		if (known?.verified_at) return;
		// Strangers read these mails: one an hour for a domain, and not for ever more domains.
		const lately = rows.filter(({ asked_at }) => asked_at > new Date(now().getTime() - 3_600_000)).length;
		if (
			rows.length >= domainsAtMost ||
			lately >= 5 ||
			(known && known.asked_at > new Date(now().getTime() - 600_000))
		)
			throw organisationError('too_many_invitations', { params: { most: domainsAtMost } });
		const token = newToken();
		const values = { mailbox, token_hash: hashOf(token), asked_at: now() };
		await tx
			.insertInto('organisation_domains')
			.values({ organisation_id: id, domain, ...values })
			.onConflict((conflict) => conflict.columns(['organisation_id', 'domain']).doUpdateSet(values))
			.execute();
		const words = mailText('domain', place.locale, {
			domain,
			organisation: name,
			inviter: await nameOf(tx, by),
			link: `${place.origin}/organisations/domains/${token}`,
		});
		await sendMail(tx, { recipient: `${mailbox}@${domain}`, kind: 'organisation-domain', ...words });
		await note(tx, id, 'domain-asked', { by, domain, count: 1 });
	});
}

/** What a mailed link asks; null when it is spent. One statement. */
export async function findDomainClaim(
	db: Db,
	token: string,
): Promise<{ domain: string; organisation: string } | null> {
	const row = await db
		.selectFrom('organisation_domains as d')
		.innerJoin('organisations as o', 'o.id', 'd.organisation_id')
		.select(['d.domain', 'o.name as organisation'])
		.where('d.token_hash', '=', hashOf(token))
		.where('d.verified_at', 'is', null)
		.where('d.asked_at', '>', new Date(now().getTime() - askedForDays * 86_400_000))
		.executeTakeFirst();
	return row ?? null;
}

/**
 * Confirms a domain by the mailed link; whoever has the link has read the mailbox, signed in or not.
 *
 * @throws organisations.domain_link_spent, organisations.domain_taken when another organisation has it
 */
export async function confirmDomain(db: Db, token: string): Promise<{ domain: string }> {
	return inTransaction(db, async (tx) => {
		if (!(await findDomainClaim(tx, token))) throw organisationError('domain_link_spent');
		const row = await tx
			.updateTable('organisation_domains')
			.set({ verified_at: now(), token_hash: null })
			.where('token_hash', '=', hashOf(token))
			.returning(['organisation_id', 'domain'])
			.executeTakeFirst()
			.catch((error: { code?: string }) => {
				if (error.code === '23505') throw organisationError('domain_taken');
				throw error;
			});
		if (!row) throw organisationError('domain_link_spent');
		await note(tx, row.organisation_id, 'domain-verified', { by: null, domain: row.domain });
		return { domain: row.domain };
	});
}

/** Whether people with an address there may join by themselves. @throws organisations.not_found, common.forbidden */
export async function setDomainJoinable(
	db: Db,
	actor: Actor,
	slug: string,
	{ domain, joinable }: { domain: string; joinable: boolean },
): Promise<void> {
	await inTransaction(db, async (tx) => {
		const { id, by } = await lockOrganisation(tx, actor, slug, 'manage');
		await tx
			.updateTable('organisation_domains')
			.set({ joinable })
			.where('organisation_id', '=', id)
			.where('domain', '=', domain)
			.execute();
		await note(tx, id, 'domain-changed', { by, domain, joinable });
	});
}

/**
 * Gives a domain up: nobody joins by it any more; who did stays.
 *
 * @throws organisations.not_found, organisations.domain_in_use while the sign-on speaks for it, common.forbidden
 */
export async function dropDomain(db: Db, actor: Actor, slug: string, domain: string): Promise<void> {
	await inTransaction(db, async (tx) => {
		const { id, by } = await lockOrganisation(tx, actor, slug, 'manage');
		const used = await tx
			.selectFrom('organisation_sign_ons')
			.select('organisation_id')
			.where('organisation_id', '=', id)
			.where(sql<boolean>`${domain} = any(domains)`)
			.executeTakeFirst();
		if (used) throw organisationError('domain_in_use');
		await tx
			.deleteFrom('organisation_domains')
			.where('organisation_id', '=', id)
			.where('domain', '=', domain)
			.execute();
		await note(tx, id, 'domain-dropped', { by, domain });
	});
}

export interface Domain {
	domain: string;
	mailbox: string;
	askedAt: Date;
	verifiedAt: Date | null;
	joinable: boolean;
}

/** @throws organisations.not_found, common.forbidden */
export async function listDomains(db: Db, actor: Actor, slug: string): Promise<Domain[]> {
	const { id } = await organisationTo(db, actor, slug, 'manage');
	return db
		.selectFrom('organisation_domains')
		.select(['domain', 'mailbox', 'asked_at as askedAt', 'verified_at as verifiedAt', 'joinable'])
		.where('organisation_id', '=', id)
		.orderBy('domain')
		.execute();
}

const joinableOf = (db: Db, userId: number) =>
	db
		.selectFrom('users as u')
		.innerJoin('organisation_domains as d', (join) =>
			join.on(sql<boolean>`d.domain = lower(split_part(u.email, '@', 2))`),
		)
		.innerJoin('organisations as o', 'o.id', 'd.organisation_id')
		.select(['o.id', 'o.slug', 'o.name', 'o.logo', 'o.space_id as spaceId', 'd.domain'])
		.where('u.id', '=', userId)
		.where('u.email_verified', '=', true)
		.where('d.verified_at', 'is not', null)
		.where('d.joinable', '=', true);

/** Organisations that the asking person may join by their confirmed address. One statement. */
export async function listJoinable(
	db: Db,
	actor: Actor,
): Promise<{ slug: string; name: string; logo: string | null; domain: string }[]> {
	const { userId } = requireMember(actor);
	const rows = await joinableOf(db, userId)
		.where(
			sql<boolean>`not exists (select from organisation_members m where m.organisation_id = o.id and m.user_id = u.id)`,
		)
		.where(
			sql<boolean>`not exists (select from organisation_removals r where r.organisation_id = o.id and r.user_id = u.id)`,
		)
		.limit(10)
		.execute();
	return rows.map(({ slug, name, logo, domain }) => ({ slug, name, logo, domain }));
}

/** Joins by a confirmed address. @throws organisations.not_joinable, organisations.removed; refusals of acting */
export async function joinByDomain(db: Db, actor: Actor, slug: string): Promise<void> {
	const { userId } = requireActing(actor, 'public');
	await inTransaction(db, async (tx) => {
		const row = await joinableOf(tx, userId).where('o.slug', '=', slug).executeTakeFirst();
		if (!row) throw organisationError('not_joinable');
		await admit(tx, row, userId, { cameBy: 'domain' });
	});
}
