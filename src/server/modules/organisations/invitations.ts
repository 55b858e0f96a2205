import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { sendMail } from '../../platform/mail/index.ts';
import { type BadLine, readAddresses } from './address-list.ts';
import { organisationError } from './errors.ts';
import { note } from './log.ts';
import { mailText } from './mails.ts';
import { admit } from './membership.ts';
import { lockOrganisation, type Organisation, organisationTo } from './organisation.ts';

/** Only this is stored, so that a copy of the database opens nothing. */
export const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');
export const newToken = () => randomBytes(24).toString('base64url');

const daysOf = (days: number) => new Date(now().getTime() + days * 86_400_000);
const invitedForDays = 14;
/** Mails an organisation may send in a day: it must not become a way to write to strangers. */
export const mailsADay = 2000;

export const inviteSchema = z.object({
	/** As pasted, or the text of a CSV file. */
	list: z.string().max(200_000, 'organisations.too_many_addresses'),
	role: z.enum(['admin', 'member']).default('member'),
	teamId: z.coerce.number().int().positive().nullish(),
});

/** What became of a list. */
export interface InviteReport {
	invited: string[];
	/** Who belongs to it already. */
	members: string[];
	bad: BadLine[];
}

/**
 * Invites by mail everybody on a list. An address that was invited before is written to again, with a new link; lines
 * that cannot be used are reported and stop nothing.
 *
 * @param place where this site is, and in which language who invites reads it
 * @throws organisations.not_found, organisations.no_addresses, organisations.too_many_invitations,
 *   organisations.team_not_found, common.forbidden, common.invalid_input
 */
export async function inviteByMail(
	db: Db,
	actor: Actor,
	slug: string,
	input: z.input<typeof inviteSchema>,
	place: { origin: string; locale: string },
): Promise<InviteReport> {
	const { list, role, teamId } = validate(inviteSchema, input);
	const { good, bad } = readAddresses(list);
	if (good.length === 0 && bad.length === 0)
		throw organisationError('no_addresses', { fields: { list: 'organisations.no_addresses' } });
	return inTransaction(db, async (tx) => {
		const organisation = await lockOrganisation(tx, actor, slug, role === 'admin' ? 'own' : 'manage');
		const teams = await teamsOf(tx, organisation.id);
		if (teamId != null && ![...teams.values()].includes(teamId)) throw organisationError('team_not_found');
		await countMails(tx, organisation.id, good.length);
		const { rows: already } = await sql<{ email: string }>`select lower(u.email) as email from users u
			join organisation_members m on m.user_id = u.id and m.organisation_id = ${organisation.id}
			where lower(u.email) = any(${good.map(({ email }) => email)}::text[]) and u.email_verified`.execute(tx);
		const members = new Set(already.map(({ email }) => email));
		const inviter = await nameOf(tx, organisation.by);
		const report: InviteReport = { invited: [], members: [...members], bad };
		for (const { email, team, line } of good) {
			if (members.has(email)) continue;
			const into = team === null ? (teamId ?? null) : teams.get(team.toLowerCase());
			if (into === undefined) {
				report.bad.push({ line, text: `${email}, ${team}`.slice(0, 120), fault: 'team' });
				continue;
			}
			await invite(tx, organisation, { email, role, teamId: into, inviter, place });
			report.invited.push(email);
		}
		report.bad.sort((a, b) => a.line - b.line);
		if (report.invited.length > 0)
			await note(tx, organisation.id, 'invited', {
				by: organisation.by,
				count: report.invited.length,
				role,
			});
		return report;
	});
}

async function invite(
	tx: Tx,
	organisation: Organisation & { by: UserId },
	given: {
		email: string;
		role: 'admin' | 'member';
		teamId: number | null;
		inviter: string;
		place: { origin: string; locale: string };
	},
): Promise<void> {
	const token = newToken();
	const values = {
		token_hash: hashOf(token),
		role: given.role,
		team_id: given.teamId,
		created_by: organisation.by,
		created_at: now(),
		expires_at: daysOf(invitedForDays),
		uses: 0,
	};
	await tx
		.insertInto('organisation_invitations')
		.values({ ...values, organisation_id: organisation.id, email: given.email })
		.onConflict((conflict) =>
			conflict.columns(['organisation_id', 'email']).where('email', 'is not', null).doUpdateSet(values),
		)
		.execute();
	const words = mailText('invitation', given.place.locale, {
		organisation: organisation.name,
		inviter: given.inviter,
		days: invitedForDays,
		link: `${given.place.origin}/organisations/invitations/${token}`,
	});
	await sendMail(tx, { recipient: given.email, kind: 'organisation-invitation', ...words });
}

async function teamsOf(tx: Tx, organisationId: number): Promise<Map<string, number>> {
	const rows = await tx
		.selectFrom('organisation_teams')
		.select(['id', 'name'])
		.where('organisation_id', '=', organisationId)
		.execute();
	return new Map(rows.map(({ id, name }) => [name.toLowerCase(), id]));
}

/** @throws organisations.too_many_invitations when so many more would be too many in a day */
async function countMails(tx: Tx, organisationId: number, more: number): Promise<void> {
	const { rows } = await sql<{
		count: number;
	}>`select coalesce(sum((details->>'count')::int), 0)::int as count from organisation_log
		where organisation_id = ${organisationId} and action in ('invited', 'domain-asked') and done_at > ${daysOf(-1)}`.execute(
		tx,
	);
	if (rows[0]!.count + more > mailsADay)
		throw organisationError('too_many_invitations', { params: { most: mailsADay } });
}

export async function nameOf(tx: Db, userId: UserId): Promise<string> {
	return (await tx.selectFrom('users').select('name').where('id', '=', userId).executeTakeFirstOrThrow())
		.name;
}

export const linkSchema = z.object({
	maxUses: z.coerce
		.number('common.bad_value')
		.int('common.bad_value')
		.min(1, 'common.bad_value')
		.max(10_000, 'common.bad_value')
		.default(50),
	days: z.coerce
		.number('common.bad_value')
		.int('common.bad_value')
		.min(1, 'common.bad_value')
		.max(90, 'common.bad_value')
		.default(14),
	teamId: z.coerce.number().int().positive().nullish(),
});

/**
 * Makes a link by which so many may join.
 *
 * @returns the token, which cannot be read again
 * @throws organisations.not_found, organisations.team_not_found, common.forbidden, common.invalid_input
 */
export async function makeJoinLink(
	db: Db,
	actor: Actor,
	slug: string,
	input: z.input<typeof linkSchema>,
): Promise<{ id: number; token: string; expiresAt: Date }> {
	const { maxUses, days, teamId } = validate(linkSchema, input);
	return inTransaction(db, async (tx) => {
		const { id: organisationId, by } = await lockOrganisation(tx, actor, slug, 'manage');
		if (teamId != null && ![...(await teamsOf(tx, organisationId)).values()].includes(teamId))
			throw organisationError('team_not_found');
		const token = newToken();
		const expiresAt = daysOf(days);
		const { id } = await tx
			.insertInto('organisation_invitations')
			.values({
				organisation_id: organisationId,
				token_hash: hashOf(token),
				team_id: teamId ?? null,
				max_uses: maxUses,
				created_by: by,
				created_at: now(),
				expires_at: expiresAt,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		await note(tx, organisationId, 'link-made', { by, count: 0, uses: maxUses });
		return { id, token, expiresAt };
	});
}

/** What stands behind a link; null when it is spent, has expired or never was. One statement. */
export async function findJoinInvitation(
	db: Db,
	token: string,
): Promise<{
	slug: string;
	name: string;
	logo: string | null;
	about: string;
	inviter: string | null;
} | null> {
	const row = await db
		.selectFrom('organisation_invitations as i')
		.innerJoin('organisations as o', 'o.id', 'i.organisation_id')
		.leftJoin('users as u', 'u.id', 'i.created_by')
		.select(['o.slug', 'o.name', 'o.logo', 'o.about', 'u.name as inviter'])
		.where('i.token_hash', '=', hashOf(token))
		.where('i.expires_at', '>', now())
		.whereRef('i.uses', '<', 'i.max_uses')
		.executeTakeFirst();
	return row ?? null;
}

/**
 * Joins an organisation by an invitation: the mail's is good for the address that it went to, once; a link for so many.
 *
 * @throws organisations.invitation_spent, organisations.invitation_other_address, organisations.removed; refusals of acting
 */
export async function acceptJoinInvitation(db: Db, actor: Actor, token: string): Promise<{ slug: string }> {
	const { userId } = requireActing(actor, 'private');
	return inTransaction(db, async (tx) => {
		const row = await tx
			.selectFrom('organisation_invitations as i')
			.innerJoin('organisations as o', 'o.id', 'i.organisation_id')
			.leftJoin('organisation_members as m', (join) =>
				join.onRef('m.organisation_id', '=', 'o.id').on('m.user_id', '=', userId),
			)
			.select(['i.id', 'i.email', 'i.role', 'i.team_id', 'i.uses', 'i.max_uses', 'i.expires_at'])
			.select(['o.id as organisationId', 'o.slug', 'o.space_id', 'm.user_id as member'])
			.where('i.token_hash', '=', hashOf(token))
			.forUpdate(['i'])
			.executeTakeFirst();
		const spent = !row || row.expires_at <= now() || row.uses >= row.max_uses;
		// Who is in already uses nothing up, unless the invitation makes more of them.
		if (row && row.member !== null && (spent || row.email === null)) return { slug: row.slug };
		if (spent) throw organisationError('invitation_spent');
		if (row.email !== null) {
			const person = await tx
				.selectFrom('users')
				.select(['email', 'email_verified'])
				.where('id', '=', userId)
				.executeTakeFirstOrThrow();
			// A forwarded mail makes nobody else an administrator; as a member, having the mail is proof enough.
			if (row.role === 'admin' && (person.email.toLowerCase() !== row.email || !person.email_verified))
				throw organisationError('invitation_other_address', { params: { email: row.email } });
		}
		await tx
			.updateTable('organisation_invitations')
			.set({ uses: row.uses + 1 })
			.where('id', '=', row.id)
			.execute();
		await admit(tx, { id: row.organisationId, spaceId: row.space_id }, userId, {
			cameBy: row.email === null ? 'link' : 'invitation',
			role: row.role as 'admin' | 'member',
			teamId: row.team_id,
		});
		return { slug: row.slug };
	});
}

export interface OpenInvitation {
	id: number;
	/** null for a link. */
	email: string | null;
	role: 'admin' | 'member';
	team: string | null;
	uses: number;
	maxUses: number;
	expiresAt: Date;
	createdAt: Date;
	createdBy: string | null;
}

/** Invitations that still work, the newest first. @throws organisations.not_found, common.forbidden */
export async function listJoinInvitations(
	db: Db,
	actor: Actor,
	slug: string,
	input: { cursor?: string | null; limit?: number } = {},
): Promise<Page<OpenInvitation>> {
	const { id } = await organisationTo(db, actor, slug, 'manage');
	const limit = Math.min(Math.max(input.limit ?? 50, 1), 100);
	const after = decodeCursor(input.cursor, ['integer']);
	const rows = await db
		.selectFrom('organisation_invitations as i')
		.leftJoin('users as u', 'u.id', 'i.created_by')
		.leftJoin('organisation_teams as t', 't.id', 'i.team_id')
		.select(['i.id', 'i.email', 'i.role', 't.name as team', 'i.uses', 'i.max_uses as maxUses'])
		.select(['i.expires_at as expiresAt', 'i.created_at as createdAt', 'u.name as createdBy'])
		.where('i.organisation_id', '=', id)
		.where('i.expires_at', '>', now())
		.whereRef('i.uses', '<', 'i.max_uses')
		.$if(after !== null, (query) => query.where('i.id', '<', after?.[0] as number))
		.orderBy('i.id', 'desc')
		.limit(limit + 1)
		.execute();
	const page = cutPage(rows, limit, (row) => [row.id]);
	return {
		next: page.next,
		items: page.items.map((row) => ({ ...row, role: row.role as OpenInvitation['role'] })),
	};
}

/** Takes an invitation back. @throws organisations.not_found, common.forbidden */
export async function revokeJoinInvitation(
	db: Db,
	actor: Actor,
	slug: string,
	invitationId: number,
): Promise<void> {
	await inTransaction(db, async (tx) => {
		const { id, by } = await lockOrganisation(tx, actor, slug, 'manage');
		const row = await tx
			.deleteFrom('organisation_invitations')
			.where('id', '=', invitationId)
			.where('organisation_id', '=', id)
			.returning('email')
			.executeTakeFirst();
		if (row) await note(tx, id, 'invitation-revoked', { by, email: row.email });
	});
}
