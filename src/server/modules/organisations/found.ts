import { z } from 'zod';
import { type Actor, requireMember } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { openSpace } from '../spaces/index.ts';
import { organisationError } from './errors.ts';
import { note } from './log.ts';
import { lockOrganisation, type OrganisationRole } from './organisation.ts';

const name = z.string().trim().min(1, 'organisations.name_missing').max(80, 'organisations.name_too_long');
const about = z.string().trim().max(2000, 'organisations.name_too_long').default('');

export const foundingSchema = z.object({
	name,
	slug: z
		.string()
		.trim()
		.toLowerCase()
		.regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/, 'organisations.slug_shape'),
	about,
});
export type FoundingInput = z.input<typeof foundingSchema>;

/** So many organisations one person may found: each makes a space and may send mails. */
const foundedAtMost = 5;
/** Addresses of pages that lie beside those of organisations. */
const reserved = new Set(['new', 'invitations', 'domains']);

/**
 * Founds an organisation with a private space of its own; whoever does so owns both.
 *
 * @throws common.invalid_input, organisations.slug_taken, organisations.too_many; refusals of acting
 */
export async function foundOrganisation(
	db: Db,
	actor: Actor,
	input: FoundingInput,
): Promise<{ id: number; slug: string }> {
	const { userId } = requireActing(actor, 'public');
	const given = validate(foundingSchema, input);
	const taken = () => organisationError('slug_taken', { fields: { slug: 'organisations.slug_taken' } });
	if (reserved.has(given.slug)) throw taken();
	return inTransaction(db, async (tx) => {
		await sql`select from users where id = ${userId} for no key update`.execute(tx);
		const { count } = await tx
			.selectFrom('organisations')
			.select((eb) => eb.fn.countAll<number>().as('count'))
			.where('created_by', '=', userId)
			.executeTakeFirstOrThrow();
		if (count >= foundedAtMost && actor.role !== 'admin')
			throw organisationError('too_many', { params: { most: foundedAtMost } });
		const row = await tx
			.insertInto('organisations')
			.values({ ...given, created_by: userId, created_at: now() })
			.onConflict((conflict) => conflict.column('slug').doNothing())
			.returning('id')
			.executeTakeFirst();
		if (!row) throw taken();
		const space = await openSpace(tx, userId, {
			slug: await freeSpaceSlug(tx, given.slug),
			name: given.name,
			access: 'private',
		});
		await tx.updateTable('organisations').set({ space_id: space.id }).where('id', '=', row.id).execute();
		await tx
			.insertInto('organisation_members')
			.values({
				organisation_id: row.id,
				user_id: userId,
				role: 'owner',
				came_by: 'founder',
				joined_at: now(),
			})
			.execute();
		await note(tx, row.id, 'founded', { by: userId });
		return { id: row.id, slug: given.slug };
	});
}

async function freeSpaceSlug(tx: Tx, wanted: string): Promise<string> {
	const base = wanted.slice(0, 48).replace(/-+$/, '');
	const tries = [wanted, `${base}-team`, ...Array.from({ length: 30 }, (_, n) => `${base}-${n + 2}`)];
	const rows = await tx.selectFrom('spaces').select('slug').where('slug', 'in', tries).execute();
	const used = new Set(rows.map(({ slug }) => slug));
	return tries.find((slug) => !used.has(slug)) ?? `${base}-${Date.now().toString(36)}`;
}

export const descriptionSchema = z.object({ name, about });

/** @throws organisations.not_found, common.invalid_input, common.forbidden; refusals of acting */
export async function describeOrganisation(
	db: Db,
	actor: Actor,
	slug: string,
	input: z.input<typeof descriptionSchema>,
): Promise<void> {
	const given = validate(descriptionSchema, input);
	await inTransaction(db, async (tx) => {
		const { id, by } = await lockOrganisation(tx, actor, slug, 'manage');
		await tx.updateTable('organisations').set(given).where('id', '=', id).execute();
		await note(tx, id, 'described', { by });
	});
}

/** @param address of a picture of ours, null for none. @throws as {@link describeOrganisation} */
export async function setLogo(db: Db, actor: Actor, slug: string, address: string | null): Promise<void> {
	await inTransaction(db, async (tx) => {
		const { id, by } = await lockOrganisation(tx, actor, slug, 'manage');
		await tx.updateTable('organisations').set({ logo: address }).where('id', '=', id).execute();
		await note(tx, id, 'described', { by });
	});
}

export interface OrganisationCard {
	slug: string;
	name: string;
	logo: string | null;
	memberCount: number;
	role: OrganisationRole | null;
}

/**
 * Organisations that the asking person belongs to, the last joined first, at most 50; with `all`, and for an
 * administrator of the place, every one. One statement.
 */
export async function listOrganisations(
	db: Db,
	actor: Actor,
	{ all = false }: { all?: boolean } = {},
): Promise<OrganisationCard[]> {
	const { userId } = requireMember(actor);
	const every = all && actor.role === 'admin';
	const rows = await db
		.selectFrom('organisations as o')
		.leftJoin('organisation_members as m', (join) =>
			join.onRef('m.organisation_id', '=', 'o.id').on('m.user_id', '=', userId),
		)
		.select(['o.slug', 'o.name', 'o.logo', 'o.member_count as memberCount', 'm.role'])
		.$if(!every, (query) => query.where('m.user_id', 'is not', null))
		.orderBy(sql`m.joined_at desc nulls last, o.id desc`)
		.limit(every ? 200 : 50)
		.execute();
	return rows.map((row) => ({ ...row, role: row.role as OrganisationRole | null }));
}
