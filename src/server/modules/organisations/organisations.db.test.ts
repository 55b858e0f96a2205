import { afterEach, expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { travel } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { aCourse } from '../courses/testing.ts';
import { may } from '../entitlements/index.ts';
import { aPerson } from '../items/testing.ts';
import { listSeatPools } from '../orders/index.ts';
import { spaceRole } from '../spaces/index.ts';
import {
	acceptJoinInvitation,
	changeTeam,
	claimDomain,
	confirmDomain,
	createTeam,
	dropDomain,
	dropTeamMember,
	endSeats,
	findDomainClaim,
	findJoinInvitation,
	findOrganisation,
	foundOrganisation,
	freeSeatOf,
	giveSeat,
	giveTeamSeats,
	grantSeats,
	inviteByMail,
	joinByDomain,
	leaveOrganisation,
	lendSeats,
	listDomains,
	listJoinable,
	listJoinInvitations,
	listLog,
	listOrganisationMembers,
	listOrganisationSeats,
	listTeams,
	makeJoinLink,
	removeMember,
	revokeJoinInvitation,
	setMemberRole,
	setTeamMember,
} from './index.ts';
import { anOrganisation } from './testing.ts';

const { db } = await testDatabase();
afterEach(() => travel(0));

const place = { origin: 'https://stoa.example', locale: 'en' };
const code = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error) => (error instanceof AppError ? error.code : Promise.reject(error)),
	);
const emailOf = async (id: number) =>
	(await db.selectFrom('users').select('email').where('id', '=', id).executeTakeFirstOrThrow()).email;
const setEmail = (id: number, email: string, email_verified = true) =>
	db.updateTable('users').set({ email, email_verified }).where('id', '=', id).execute();
const lastMail = async (recipient: string) => {
	const mail = await db
		.selectFrom('mails')
		.select(['subject', 'body_text'])
		.where('recipient', '=', recipient)
		.orderBy('id', 'desc')
		.executeTakeFirst();
	return { subject: mail?.subject, token: /\/([\w-]{32})(?:\s|$)/.exec(mail?.body_text ?? '')?.[1] ?? '' };
};
const admin = await aPerson(db, { role: 'admin' });

test('whoever founds an organisation owns it and its private space; strangers are not told that there is one', async () => {
	const owner = await aPerson(db);
	const stranger = await aPerson(db);
	const { slug } = await foundOrganisation(db, owner.actor, { name: '海港科技', slug: 'Harbour' });
	expect(slug).toBe('harbour');
	const seen = await findOrganisation(db, owner.actor, slug);
	expect(seen).toMatchObject({ name: '海港科技', role: 'owner', memberCount: 1, spaceSlug: 'harbour' });
	expect(await spaceRole(db, owner.actor, seen!.spaceId!)).toBe('owner');
	expect(await findOrganisation(db, stranger.actor, slug)).toBe(null);
	expect(await findOrganisation(db, visitor, slug)).toBe(null);
	expect(await code(listOrganisationMembers(db, stranger.actor, slug))).toBe('organisations.not_found');

	for (const [input, refusal] of [
		[{ name: 'Another', slug: 'harbour' }, 'organisations.slug_taken'],
		[{ name: 'Another', slug: 'new' }, 'organisations.slug_taken'],
		[{ name: '', slug: 'x1' }, 'common.invalid_input'],
		[{ name: 'A\0', slug: 'x1' }, 'common.invalid_input'],
		[{ name: 'A', slug: '../x' }, 'common.invalid_input'],
	] as const)
		expect(await code(foundOrganisation(db, owner.actor, input))).toBe(refusal);
	expect(
		await code(foundOrganisation(db, { ...owner.actor, emailVerified: false }, { name: 'A', slug: 'a1' })),
	).toBe('accounts.email_not_verified');
	for (let n = 0; n < 4; n++) await foundOrganisation(db, owner.actor, { name: 'More', slug: `more-${n}` });
	expect(await code(foundOrganisation(db, owner.actor, { name: 'More', slug: 'more-9' }))).toBe(
		'organisations.too_many',
	);
});

test('a list invites whom it can and reports the lines that it cannot use', async () => {
	const { owner, slug, id } = await anOrganisation(db, { members: 1 });
	const [member] = (await listOrganisationMembers(db, owner.actor, slug)).items;
	const team = await createTeam(db, owner.actor, slug, { name: 'Core' });
	const list = `email,team\nnew@firm.example,Core\nnobody\n${await emailOf(member!.userId)},\nlost@firm.example,Nowhere\nNEW@firm.example,Core`;
	const report = await inviteByMail(db, owner.actor, slug, { list }, place);
	expect(report).toEqual({
		invited: ['new@firm.example'],
		members: [await emailOf(member!.userId)],
		bad: [
			{ line: 3, text: 'nobody', fault: 'shape' },
			{ line: 5, text: 'lost@firm.example, Nowhere', fault: 'team' },
			{ line: 6, text: 'NEW@firm.example,Core', fault: 'twice' },
		],
	});
	const { token, subject } = await lastMail('new@firm.example');
	expect(subject).toContain('invites you');
	expect(await findJoinInvitation(db, token)).toMatchObject({ slug });
	// A copy of the database opens nothing.
	const kept = await db
		.selectFrom('organisation_invitations')
		.selectAll()
		.where('organisation_id', '=', id)
		.execute();
	expect(JSON.stringify(kept)).not.toContain(token);

	const newcomer = await aPerson(db);
	expect(await acceptJoinInvitation(db, newcomer.actor, token)).toEqual({ slug });
	expect((await listTeams(db, owner.actor, slug))[0]).toMatchObject({ id: team, memberCount: 1 });
	const other = await aPerson(db);
	expect(await code(acceptJoinInvitation(db, other.actor, token))).toBe('organisations.invitation_spent');
	expect(await code(acceptJoinInvitation(db, visitor, token))).toBe('common.sign_in_required');
	expect(await code(inviteByMail(db, owner.actor, slug, { list: ' \n ' }, place))).toBe(
		'organisations.no_addresses',
	);
	expect(await code(inviteByMail(db, newcomer.actor, slug, { list: 'a@b.example' }, place))).toBe(
		'common.forbidden',
	);

	// Written to again, the first link works no more; taken back, none does.
	await inviteByMail(db, owner.actor, slug, { list: 'twice@firm.example' }, place);
	const first = (await lastMail('twice@firm.example')).token;
	await inviteByMail(db, owner.actor, slug, { list: 'twice@firm.example' }, place);
	const second = (await lastMail('twice@firm.example')).token;
	expect([await findJoinInvitation(db, first), (await findJoinInvitation(db, second))?.slug]).toEqual([
		null,
		slug,
	]);
	const open = await listJoinInvitations(db, owner.actor, slug);
	await revokeJoinInvitation(db, owner.actor, slug, open.items[0]!.id);
	expect(await findJoinInvitation(db, second)).toBe(null);
});

test('an invitation to look after the organisation is good for its address alone', async () => {
	const { owner, slug } = await anOrganisation(db);
	await inviteByMail(db, owner.actor, slug, { list: 'chief@firm.example', role: 'admin' }, place);
	const { token } = await lastMail('chief@firm.example');
	const thief = await aPerson(db);
	expect(await code(acceptJoinInvitation(db, thief.actor, token))).toBe(
		'organisations.invitation_other_address',
	);
	const chief = await aPerson(db);
	await setEmail(chief.id, 'chief@firm.example', false);
	expect(await code(acceptJoinInvitation(db, chief.actor, token))).toBe(
		'organisations.invitation_other_address',
	);
	await setEmail(chief.id, 'chief@firm.example');
	await acceptJoinInvitation(db, chief.actor, token);
	expect(await findOrganisation(db, chief.actor, slug)).toMatchObject({
		role: 'admin',
		can: { manage: true, own: false },
	});
	// Who looks after it does not appoint others.
	expect(
		await code(inviteByMail(db, chief.actor, slug, { list: 'x@firm.example', role: 'admin' }, place)),
	).toBe('common.forbidden');
});

test('of many who race for the last place of a link, so many come in as it has', async () => {
	const { owner, slug } = await anOrganisation(db);
	const { token } = await makeJoinLink(db, owner.actor, slug, { maxUses: 3 });
	const people = await Promise.all(Array.from({ length: 8 }, () => aPerson(db)));
	const came = await Promise.all(people.map(({ actor }) => code(acceptJoinInvitation(db, actor, token))));
	expect(came.filter((one) => one === 'done')).toHaveLength(3);
	expect((await findOrganisation(db, owner.actor, slug))?.memberCount).toBe(4);
	travel(15 * 86_400_000);
	const { token: other } = await makeJoinLink(db, owner.actor, slug, { days: 1 });
	travel(17 * 86_400_000);
	expect(await findJoinInvitation(db, other)).toBe(null);
});

test('whoever is taken out loses seats, teams and space, keeps what they learnt, and comes back by invitation only', async () => {
	const person = await aPerson(db);
	const { owner, slug, spaceId, id } = await anOrganisation(db, { members: [person] });
	const course = await aCourse(db, { access: 'paid' });
	const inside = await aCourse(db, { author: owner, spaceId });
	const pool = await grantSeats(db, admin.actor, slug, { courseId: course.id, seats: 1, months: 3 });
	await giveSeat(db, owner.actor, slug, { poolId: pool, handle: person.handle });
	const reads = async (courseId: number) =>
		(await may(db, person.actor, 'read', [{ id: courseId }])).get(courseId);
	expect([await reads(course.id), await reads(inside.id)]).toEqual(['full', 'full']);
	await db
		.insertInto('enrolments')
		.values({ user_id: person.id, course_id: course.id, version: 1 })
		.execute();
	const { token } = await makeJoinLink(db, owner.actor, slug, {});

	await removeMember(db, owner.actor, slug, person.handle);
	expect([await reads(course.id), await reads(inside.id)]).toEqual(['preview', 'none']);
	expect((await listOrganisationSeats(db, owner.actor, slug))[0]).toMatchObject({ taken: 0, people: [] });
	expect(await findOrganisation(db, person.actor, slug)).toBe(null);
	expect(
		await db.selectFrom('enrolments').select('course_id').where('user_id', '=', person.id).execute(),
	).toEqual([{ course_id: course.id }]);

	expect(await code(acceptJoinInvitation(db, person.actor, token))).toBe('organisations.removed');
	await inviteByMail(db, owner.actor, slug, { list: await emailOf(person.id) }, place);
	await acceptJoinInvitation(db, person.actor, (await lastMail(await emailOf(person.id))).token);
	expect(await reads(inside.id)).toBe('full');
	expect(await code(leaveOrganisation(db, owner.actor, slug))).toBe('organisations.last_owner');
	await leaveOrganisation(db, person.actor, slug);
	await acceptJoinInvitation(db, person.actor, token);
	expect((await findOrganisation(db, person.actor, slug))?.role).toBe('member');

	const actions = (await listLog(db, owner.actor, slug)).items.map(({ action }) => action);
	expect(actions).toEqual([
		'joined',
		'left',
		'joined',
		'invited',
		'removed',
		'seat-freed',
		'link-made',
		'seat-given',
		'seats-granted',
		'joined',
		'founded',
	]);
	expect(await code(listLog(db, person.actor, slug))).toBe('common.forbidden');
	expect(
		await db
			.selectFrom('events')
			.select('payload')
			.where('type', '=', 'organisations.left')
			.where('payload', '@>', JSON.stringify({ organisationId: id }) as never)
			.execute(),
	).toHaveLength(2);
});

test('an organisation keeps an owner; administrators take out members, owners anybody', async () => {
	const [one, two] = [await aPerson(db), await aPerson(db)];
	const { owner, slug, spaceId } = await anOrganisation(db, { members: [one, two] });
	expect(await code(setMemberRole(db, one.actor, slug, { handle: two.handle, role: 'admin' }))).toBe(
		'common.forbidden',
	);
	await setMemberRole(db, owner.actor, slug, { handle: one.handle, role: 'admin' });
	expect(await spaceRole(db, one.actor, spaceId)).toBe('moderator');
	expect(await code(setMemberRole(db, one.actor, slug, { handle: one.handle, role: 'owner' }))).toBe(
		'common.forbidden',
	);
	expect(await code(removeMember(db, one.actor, slug, owner.handle))).toBe('common.forbidden');
	expect(await code(setMemberRole(db, owner.actor, slug, { handle: owner.handle, role: 'member' }))).toBe(
		'organisations.last_owner',
	);
	await setMemberRole(db, owner.actor, slug, { handle: two.handle, role: 'owner' });
	// Two owners who both go at once: one of them stays.
	const went = await Promise.all([
		code(leaveOrganisation(db, owner.actor, slug)),
		code(leaveOrganisation(db, two.actor, slug)),
	]);
	expect(went.sort()).toEqual(['done', 'organisations.last_owner']);
	expect(await code(removeMember(db, admin.actor, slug, 'nobody-here'))).toBe('organisations.person_unknown');
});

test('a domain is the organisation’s when whoever runs it says so, and then people of it come in by themselves', async () => {
	const { owner, slug } = await anOrganisation(db);
	for (const [domain, refusal] of [
		['gmail.com', 'organisations.domain_public'],
		['@QQ.com', 'organisations.domain_public'],
		['localhost', 'common.invalid_input'],
		['-x.example', 'common.invalid_input'],
		['10.0.0.1', 'common.invalid_input'],
	] as const)
		expect([
			domain,
			await code(claimDomain(db, owner.actor, slug, { domain, mailbox: 'admin' }, place)),
		]).toEqual([domain, refusal]);
	expect(
		await code(
			claimDomain(db, owner.actor, slug, { domain: 'lake.example', mailbox: 'someone' as 'admin' }, place),
		),
	).toBe('common.invalid_input');

	await claimDomain(db, owner.actor, slug, { domain: 'Lake.example', mailbox: 'postmaster' }, place);
	const person = await aPerson(db);
	await setEmail(person.id, 'Ada@lake.example');
	expect(await listJoinable(db, person.actor)).toEqual([]);
	expect(await code(joinByDomain(db, person.actor, slug))).toBe('organisations.not_joinable');
	const { token } = await lastMail('postmaster@lake.example');
	expect(await findDomainClaim(db, token)).toMatchObject({ domain: 'lake.example' });
	await confirmDomain(db, token);
	expect(await code(confirmDomain(db, token))).toBe('organisations.domain_link_spent');
	expect((await listDomains(db, owner.actor, slug))[0]?.verifiedAt).toBeInstanceOf(Date);

	expect((await listJoinable(db, person.actor)).map((one) => one.slug)).toEqual([slug]);
	await setEmail(person.id, 'Ada@lake.example', false);
	expect(await listJoinable(db, person.actor)).toEqual([]);
	await setEmail(person.id, 'Ada@lake.example');
	await joinByDomain(db, person.actor, slug);
	await removeMember(db, owner.actor, slug, person.handle);
	expect(await listJoinable(db, person.actor)).toEqual([]);
	expect(await code(joinByDomain(db, person.actor, slug))).toBe('organisations.removed');

	const rival = await anOrganisation(db);
	await claimDomain(db, rival.owner.actor, rival.slug, { domain: 'lake.example', mailbox: 'admin' }, place);
	expect(await code(confirmDomain(db, (await lastMail('admin@lake.example')).token))).toBe(
		'organisations.domain_taken',
	);
	await dropDomain(db, owner.actor, slug, 'lake.example');
	expect(await listDomains(db, owner.actor, slug)).toEqual([]);
});

test('seats are given to people and teams, never more than there are, and open what they are for', async () => {
	const people = await Promise.all(Array.from({ length: 6 }, () => aPerson(db)));
	const { owner, slug } = await anOrganisation(db, { members: people });
	const course = await aCourse(db, { access: 'paid' });
	const reads = async (at: number) =>
		(await may(db, people[at]!.actor, 'read', [{ id: course.id }])).get(course.id);
	expect(await code(grantSeats(db, owner.actor, slug, { courseId: course.id, seats: 9, months: 1 }))).toBe(
		'common.forbidden',
	);
	expect(await code(grantSeats(db, admin.actor, slug, { seats: 9, months: 1 }))).toBe('common.invalid_input');
	expect(await code(grantSeats(db, admin.actor, slug, { courseId: 999_999, seats: 9, months: 1 }))).toBe(
		'organisations.seats_target',
	);
	const pool = await grantSeats(db, admin.actor, slug, { courseId: course.id, seats: 3, months: 1 });

	// Six at once for three seats.
	const got = await Promise.all(
		people.map(({ handle }) => code(giveSeat(db, owner.actor, slug, { poolId: pool, handle }))),
	);
	expect(got.sort()).toEqual([...Array(3).fill('done'), ...Array(3).fill('orders.seats_taken')]);
	expect((await listOrganisationSeats(db, owner.actor, slug))[0]).toMatchObject({
		seats: 3,
		taken: 3,
		bought: false,
	});
	for (const { handle } of people) await freeSeatOf(db, owner.actor, slug, { poolId: pool, handle });
	expect(await reads(0)).toBe('preview');

	const team = await createTeam(db, owner.actor, slug, { name: 'Core' });
	for (const { handle } of people.slice(0, 4))
		await setTeamMember(db, owner.actor, slug, { teamId: team, handle });
	expect(await code(giveTeamSeats(db, owner.actor, slug, { poolId: pool, teamId: team }))).toBe(
		'organisations.seats_too_few',
	);
	expect(await reads(0)).toBe('preview');
	for (const { handle } of people.slice(2, 4))
		await dropTeamMember(db, owner.actor, slug, { teamId: team, handle });
	expect(await giveTeamSeats(db, owner.actor, slug, { poolId: pool, teamId: team })).toBe(2);
	expect([await reads(0), await reads(1), await reads(2)]).toEqual(['full', 'full', 'preview']);
	// Who comes into the team later sits down while there is a seat; who leaves it stands up.
	await setTeamMember(db, owner.actor, slug, { teamId: team, handle: people[2]!.handle });
	await setTeamMember(db, owner.actor, slug, { teamId: team, handle: people[3]!.handle });
	expect([await reads(2), await reads(3)]).toEqual(['full', 'preview']);
	await dropTeamMember(db, owner.actor, slug, { teamId: team, handle: people[2]!.handle });
	expect(await reads(2)).toBe('preview');

	await endSeats(db, admin.actor, slug, pool);
	expect([await reads(0), await listOrganisationSeats(db, owner.actor, slug)]).toEqual(['preview', []]);
	expect(await code(giveSeat(db, owner.actor, slug, { poolId: pool, handle: people[0]!.handle }))).toBe(
		'organisations.seats_not_found',
	);
	const other = await anOrganisation(db);
	const theirs = await grantSeats(db, admin.actor, other.slug, { courseId: course.id, seats: 1, months: 1 });
	expect(await code(giveSeat(db, owner.actor, slug, { poolId: theirs, handle: people[0]!.handle }))).toBe(
		'organisations.seats_not_found',
	);
});

test('seats that somebody bought are lent to an organisation by them alone, and are no longer theirs to give', async () => {
	const { owner, slug } = await anOrganisation(db);
	const stranger = await anOrganisation(db);
	const space = await db
		.insertInto('spaces')
		.values({ slug: 'club', name: 'Club', access: 'paid' })
		.returning('id')
		.executeTakeFirstOrThrow();
	const offer = await db
		.insertInto('offers')
		.values({ sells: 'seats', space_id: space.id, months: 12, amount: 100, currency: 'CNY' })
		.returning('id')
		.executeTakeFirstOrThrow();
	const order = await db
		.insertInto('orders')
		.values({
			user_id: owner.id,
			offer_id: offer.id,
			amount: 100,
			subtotal: 100,
			currency: 'CNY',
			title: 'Seats',
			key: 'lent',
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	const pool = await db
		.insertInto('seat_pools')
		.values({
			order_id: order.id,
			owner_id: owner.id,
			space_id: space.id,
			seats: 2,
			starts_at: new Date(),
			ends_at: new Date(Date.now() + 86_400_000),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	expect(await code(lendSeats(db, stranger.owner.actor, stranger.slug, pool.id))).toBe(
		'organisations.seats_not_found',
	);
	await lendSeats(db, owner.actor, slug, pool.id);
	expect(await listSeatPools(db, owner.actor)).toEqual([]);
	expect((await listOrganisationSeats(db, owner.actor, slug))[0]).toMatchObject({
		what: 'Club',
		bought: true,
		seats: 2,
	});
	await giveSeat(db, owner.actor, slug, { poolId: pool.id, handle: owner.handle });
	expect(await spaceRole(db, owner.actor, space.id)).toBe('member');
	expect(await code(endSeats(db, admin.actor, slug, pool.id))).toBe('organisations.seats_not_found');
});

test('teams are named once, and each claim of the sign-on leads to one', async () => {
	const { owner, slug, members } = await anOrganisation(db, { members: 1 });
	const core = await createTeam(db, owner.actor, slug, { name: 'Core', claim: 'eng' });
	expect(await code(createTeam(db, owner.actor, slug, { name: 'core' }))).toBe(
		'organisations.team_name_taken',
	);
	expect(await code(createTeam(db, owner.actor, slug, { name: 'Other', claim: 'eng' }))).toBe(
		'organisations.claim_taken',
	);
	const other = await anOrganisation(db);
	expect(await code(changeTeam(db, other.owner.actor, other.slug, core, { name: 'Mine now' }))).toBe(
		'organisations.team_not_found',
	);
	expect(await code(setTeamMember(db, owner.actor, slug, { teamId: core, handle: other.owner.handle }))).toBe(
		'organisations.person_unknown',
	);
	expect(await code(createTeam(db, members[0]!.actor, slug, { name: 'Mine' }))).toBe('common.forbidden');
});
