import type { Db } from '../../platform/db/index.ts';
import { aPerson, type PersonBuilt, unique } from '../items/testing.ts';
import { foundOrganisation } from './found.ts';
import { admit } from './membership.ts';
import { joinTeam } from './teams.ts';

export interface OrganisationBuilt {
	id: number;
	slug: string;
	spaceId: number;
	owner: PersonBuilt;
	members: PersonBuilt[];
}

/** An organisation with so many members beside its owner. */
export async function anOrganisation(
	db: Db,
	given: { owner?: PersonBuilt; members?: number | PersonBuilt[]; slug?: string; name?: string } = {},
): Promise<OrganisationBuilt> {
	const owner = given.owner ?? (await aPerson(db));
	const slug =
		given.slug ??
		unique('firm')
			.toLowerCase()
			.replace(/[^a-z0-9-]/g, '-');
	const { id } = await foundOrganisation(db, owner.actor, { slug, name: given.name ?? `Firm ${slug}` });
	const { space_id } = await db
		.selectFrom('organisations')
		.select('space_id')
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	const members: PersonBuilt[] = Array.isArray(given.members) ? given.members : [];
	if (typeof given.members === 'number')
		for (let n = 0; n < given.members; n++) members.push(await aPerson(db));
	for (const { id: userId } of members) await addMemberTo(db, { id, spaceId: space_id }, userId);
	return { id, slug, spaceId: space_id!, owner, members };
}

/** Makes somebody a member, as an invitation would. */
export async function addMemberTo(
	db: Db,
	organisation: { id: number; spaceId: number | null },
	userId: number,
): Promise<void> {
	await db.transaction().execute((tx) => admit(tx, organisation, userId, { cameBy: 'invitation' }));
}

/** Puts somebody into a team, leading it or not. */
export async function intoTeam(
	db: Db,
	organisationId: number,
	teamId: number,
	userId: number,
	leads = false,
): Promise<void> {
	await db.transaction().execute((tx) => joinTeam(tx, { id: organisationId }, teamId, userId, leads));
}
