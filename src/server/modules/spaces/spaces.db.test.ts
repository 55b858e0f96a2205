import { afterEach, expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { travel } from '../../kernel/clock.ts';
import { testDatabase, watch } from '../../platform/db/testing.ts';
import { grantEntitlement, listEntitlements, revokeEntitlement, standingIn } from '../entitlements/index.ts';
import { aPerson, aSpace, unique } from '../items/testing.ts';
import {
	aboutHtml,
	acceptInvitation,
	createInvitation,
	createSpace,
	findInvitation,
	findSpace,
	joinSpace,
	leaveSpace,
	listInvitations,
	listSpaceMembers,
	listSpaces,
	revokeInvitation,
	setSpaceRole,
	spaceRole,
	updateSpace,
} from './index.ts';

const { db } = await testDatabase();
afterEach(() => travel(0));
const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error) => error.code,
	);
const day = 86_400_000;

test('staff open a space and own it; its address is taken then', async () => {
	const admin = await aPerson(db, { role: 'admin' });
	const member = await aPerson(db);
	const input = {
		slug: unique('Circle'),
		name: 'A circle',
		names: { 'zh-CN': '圈子' },
		about: 'What **we** do.',
		access: 'private' as const,
		rules: [{ title: 'Be kind' }],
	};
	expect(await codeOf(createSpace(db, member.actor, input))).toBe('common.forbidden');
	const { slug } = await createSpace(db, admin.actor, input);
	expect(await codeOf(createSpace(db, admin.actor, input))).toBe('spaces.slug_taken');
	const space = await findSpace(db, admin.actor, slug);
	expect(space).toMatchObject({
		names: { 'zh-CN': '圈子' },
		role: 'owner',
		memberCount: 1,
		rules: [{ title: 'Be kind' }],
	});
	expect(await aboutHtml(space!, 'en')).toContain('<strong>we</strong>');
});

test('each field that is wrong is named', async () => {
	const admin = await aPerson(db, { role: 'admin' });
	const good = { slug: 'good-one', name: 'Good' };
	const bad: [object, object][] = [
		[{ slug: 'Not A Slug!' }, { slug: 'spaces.slug_shape' }],
		[{ name: ' ' }, { name: 'spaces.name_missing' }],
		[{ access: 'secret' }, { access: 'spaces.access_unknown' }],
		[{ accent: 'red;}' }, { accent: 'spaces.accent_shape' }],
		[{ rules: [{ title: '' }] }, { 'rules.0.title': 'spaces.rule_title_missing' }],
		[{ names: { en: 'x'.repeat(61) } }, { 'names.en': 'spaces.name_too_long' }],
		[{ about: '\0' }, { about: 'spaces.text_broken' }],
	];
	for (const [more, fields] of bad)
		await expect(createSpace(db, admin.actor, { ...good, ...more } as never)).rejects.toMatchObject({
			fields,
		});
});

test('a private space is known to its members and staff only', async () => {
	const member = await aPerson(db);
	const stranger = await aPerson(db);
	const admin = await aPerson(db, { role: 'admin' });
	const space = await aSpace(db, { access: 'private', members: [member.id] });
	const knows = async (actor: typeof visitor) => [
		(await findSpace(db, actor, space.slug)) !== null,
		(await listSpaces(db, actor, { limit: 100 })).items.some((card) => card.id === space.id),
		(await listSpaceMembers(db, actor, { spaceId: space.id })).items.length > 0,
	];
	expect(await knows(visitor)).toEqual([false, false, false]);
	expect(await knows(stranger.actor)).toEqual([false, false, false]);
	expect(await knows(member.actor)).toEqual([true, true, true]);
	expect(await knows(admin.actor)).toEqual([true, true, true]);
	expect(await codeOf(joinSpace(db, stranger.actor, space.id))).toBe('spaces.not_found');
	expect(await codeOf(leaveSpace(db, stranger.actor, space.id))).toBe('spaces.not_found');
});

test('joining and leaving a public space, twice or at the same moment, counts once', async () => {
	const space = await aSpace(db);
	const person = await aPerson(db);
	await Promise.all([1, 2, 3].map(() => joinSpace(db, person.actor, space.id)));
	expect(await findSpace(db, person.actor, space.slug)).toMatchObject({
		memberCount: 1,
		role: 'member',
		can: { join: false, leave: true },
	});
	await leaveSpace(db, person.actor, space.id);
	expect(await codeOf(leaveSpace(db, person.actor, space.id))).toBe('spaces.not_a_member');
	expect(await findSpace(db, person.actor, space.slug)).toMatchObject({
		memberCount: 0,
		role: null,
		can: { join: true },
	});
	const told = await db
		.selectFrom('events')
		.select('type')
		.where('payload', '@>', JSON.stringify({ spaceId: space.id }))
		.orderBy('id')
		.execute();
	expect(told.map((row) => row.type)).toEqual(['spaces.joined', 'spaces.left']);
	expect(await codeOf(joinSpace(db, visitor, space.id))).toBe('common.sign_in_required');
});

test('a paid space is joined by paying, left without losing what was paid, and ended by taking the payment back', async () => {
	const space = await aSpace(db, { access: 'paid' });
	const buyer = await aPerson(db);
	const belongs = async () => (await standingIn(db, buyer.actor, space.id))?.belongs;
	expect(await codeOf(joinSpace(db, buyer.actor, space.id))).toBe('spaces.membership_needed');
	const key = { userId: buyer.id, spaceId: space.id, source: 'purchase' as const, sourceRef: 'order:1' };
	const id = await grantEntitlement(db, { ...key, endsAt: new Date(Date.now() + 30 * day) });
	expect(await grantEntitlement(db, { ...key, endsAt: new Date(Date.now() + 60 * day) })).toBe(id);
	expect([await spaceRole(db, buyer.actor, space.id), await belongs()]).toEqual(['member', true]);
	await leaveSpace(db, buyer.actor, space.id);
	await joinSpace(db, buyer.actor, space.id);
	travel(61 * day);
	expect(await belongs()).toBe(false);
	travel(0);
	expect(await revokeEntitlement(db, key)).toBe(true);
	expect(await revokeEntitlement(db, key)).toBe(false);
	expect([await spaceRole(db, buyer.actor, space.id), await belongs()]).toEqual([null, false]);
	expect(await listEntitlements(db, buyer.id)).toMatchObject([
		{ spaceId: space.id, inForce: false, source: 'purchase' },
	]);
});

test('an entitlement opens either an item or a space, never both or neither', () => {
	const key = { userId: 1, source: 'grant' as const, sourceRef: 'x' };
	expect(() => grantEntitlement(db, key)).toThrow('either one item or one space');
	expect(() => grantEntitlement(db, { ...key, itemId: 1, spaceId: 1 })).toThrow(
		'either one item or one space',
	);
});

test('an invitation lets in as many as it says, in whatever order they come, and only until it ends', async () => {
	const owner = await aPerson(db);
	const space = await aSpace(db, { access: 'private', ownerId: owner.id });
	const people = await Promise.all(Array.from({ length: 6 }, () => aPerson(db)));
	const { token, id } = await createInvitation(db, owner.actor, { spaceId: space.id, maxUses: 3, days: 2 });
	expect(await findInvitation(db, token)).toMatchObject({ slug: space.slug, inviter: owner.name });
	const results = await Promise.all(people.map(({ actor }) => codeOf(acceptInvitation(db, actor, token))));
	expect(results.filter((code) => code === 'done')).toHaveLength(3);
	expect(results.filter((code) => code === 'spaces.invitation_spent')).toHaveLength(3);
	expect(await findSpace(db, owner.actor, space.slug)).toMatchObject({ memberCount: 4 });
	expect(await findInvitation(db, token)).toBeNull();
	// Who is in already is simply taken there.
	expect(await acceptInvitation(db, people[results.indexOf('done')]!.actor, token)).toEqual({
		slug: space.slug,
	});
	const stored = await db.selectFrom('space_invitations').selectAll().where('id', '=', id).executeTakeFirst();
	expect(JSON.stringify(stored)).not.toContain(token);

	const other = await createInvitation(db, owner.actor, { spaceId: space.id, days: 1 });
	const late = await aPerson(db);
	travel(2 * day);
	expect(await codeOf(acceptInvitation(db, late.actor, other.token))).toBe('spaces.invitation_spent');
	travel(0);
	expect((await listInvitations(db, owner.actor, space.id)).map((one) => one.id)).toEqual([other.id]);
	await revokeInvitation(db, owner.actor, { spaceId: space.id, invitationId: other.id });
	expect(await codeOf(acceptInvitation(db, late.actor, other.token))).toBe('spaces.invitation_spent');
	expect(await codeOf(acceptInvitation(db, late.actor, 'no-such-token'))).toBe('spaces.invitation_spent');
	expect(await codeOf(acceptInvitation(db, visitor, token))).toBe('common.sign_in_required');
	expect(await codeOf(createInvitation(db, late.actor, { spaceId: space.id }))).toBe('spaces.not_found');
});

test('who came to a paid space by invitation belongs without paying', async () => {
	const owner = await aPerson(db);
	const guest = await aPerson(db);
	const space = await aSpace(db, { access: 'paid', ownerId: owner.id });
	const { token } = await createInvitation(db, owner.actor, { spaceId: space.id });
	await acceptInvitation(db, guest.actor, token);
	expect((await standingIn(db, guest.actor, space.id))?.belongs).toBe(true);
});

test('owners give roles, moderators only remove members, and one owner always stays', async () => {
	const [owner, moderator, member, other] = await Promise.all(Array.from({ length: 4 }, () => aPerson(db)));
	const space = await aSpace(db, {
		ownerId: owner!.id,
		members: [{ id: moderator!.id, role: 'moderator' }, member!.id, other!.id],
	});
	const set = (
		actor: typeof visitor,
		userId: number,
		role: 'owner' | 'moderator' | 'expert' | 'member' | null,
	) => codeOf(setSpaceRole(db, actor, { spaceId: space.id, userId, role }));
	expect(await set(member!.actor, other!.id, 'expert')).toBe('common.forbidden');
	expect(await set(moderator!.actor, other!.id, 'expert')).toBe('common.forbidden');
	expect(await set(moderator!.actor, owner!.id, null)).toBe('common.forbidden');
	expect(await set(moderator!.actor, other!.id, null)).toBe('done');
	expect(await set(owner!.actor, other!.id, 'expert')).toBe('spaces.not_a_member');
	expect(await set(owner!.actor, member!.id, 'expert')).toBe('done');
	expect(await set(owner!.actor, owner!.id, 'member')).toBe('spaces.last_owner');
	expect(await codeOf(leaveSpace(db, owner!.actor, space.id))).toBe('spaces.last_owner');
	expect(await set(owner!.actor, moderator!.id, 'owner')).toBe('done');
	// Two owners who step down at once: one stays.
	const results = await Promise.all([
		set(owner!.actor, owner!.id, 'member'),
		set(moderator!.actor, moderator!.id, 'member'),
	]);
	expect(results.sort()).toEqual(['done', 'spaces.last_owner']);
});

test('members come with those who look after the space first, page by page, each once', async () => {
	const people = await Promise.all(Array.from({ length: 7 }, () => aPerson(db)));
	const roles = ['member', 'expert', 'member', 'moderator', 'member', 'owner', 'expert'] as const;
	const space = await aSpace(db, {
		members: people.map((person, n) => ({ id: person.id, role: roles[n]! })),
	});
	const seen = [];
	for (let cursor: string | null | undefined; ; ) {
		const { result, statements } = await watch(db, (watched) =>
			listSpaceMembers(watched, visitor, { spaceId: space.id, cursor, limit: 2 }),
		);
		expect(statements).toBe(1);
		seen.push(...result.items);
		if (!result.next) break;
		cursor = result.next;
	}
	expect(seen.map((member) => member.role)).toEqual([
		'owner',
		'moderator',
		'expert',
		'expert',
		'member',
		'member',
		'member',
	]);
	expect(new Set(seen.map((member) => member.person.id)).size).toBe(7);
	expect((await listSpaceMembers(db, visitor, { spaceId: space.id, role: 'expert' })).items).toHaveLength(2);
});

test('a space is changed by who looks after it; what it costs to enter and its end are the owner’s', async () => {
	const owner = await aPerson(db);
	const moderator = await aPerson(db);
	const space = await aSpace(db, { ownerId: owner.id, members: [{ id: moderator.id, role: 'moderator' }] });
	await updateSpace(db, moderator.actor, space.id, { tagline: 'Changed' });
	expect(await findSpace(db, visitor, space.slug)).toMatchObject({ tagline: 'Changed', access: 'public' });
	expect(await codeOf(updateSpace(db, moderator.actor, space.id, { access: 'private' }))).toBe(
		'common.forbidden',
	);
	expect(await codeOf(updateSpace(db, (await aPerson(db)).actor, space.id, { tagline: 'x' }))).toBe(
		'common.forbidden',
	);
	const other = await aSpace(db);
	expect(await codeOf(updateSpace(db, owner.actor, space.id, { slug: other.slug }))).toBe(
		'spaces.slug_taken',
	);
	await updateSpace(db, owner.actor, space.id, { archived: true });
	expect(await codeOf(joinSpace(db, (await aPerson(db)).actor, space.id))).toBe('spaces.archived');
	expect((await listSpaces(db, visitor, { limit: 100 })).items.some((card) => card.id === space.id)).toBe(
		false,
	);
	await updateSpace(db, owner.actor, space.id, { archived: false });
	await joinSpace(db, (await aPerson(db)).actor, space.id);
});

test('spaces come with the largest first, each once, in one statement a page', async () => {
	const all: number[] = [];
	for (let cursor: string | null | undefined; ; ) {
		const { result, statements } = await watch(db, (watched) =>
			listSpaces(watched, visitor, { cursor, limit: 3 }),
		);
		expect(statements).toBe(1);
		all.push(...result.items.map((card) => card.id));
		if (!result.next) break;
		cursor = result.next;
	}
	const wanted = await db
		.selectFrom('spaces')
		.select('id')
		.where('access', '<>', 'private')
		.where('archived_at', 'is', null)
		.orderBy('member_count', 'desc')
		.orderBy('id', 'desc')
		.execute();
	expect(all).toEqual(wanted.map((row) => row.id));
});
