import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Actor, visitor } from '../../contracts/actor.ts';
import { now, travel } from '../../kernel/clock.ts';
import { testDatabase, watch } from '../../platform/db/testing.ts';
import { anEntitlement, anItem, aPerson, aSpace } from '../items/testing.ts';
import { membershipsOf } from '../spaces/index.ts';
import { type Access, may, readableItems } from './index.ts';

const { db } = await testDatabase();

const day = 86_400_000;
const intervals = ['running', 'endless', 'over', 'not yet', 'revoked'] as const;
type Interval = (typeof intervals)[number];

interface World {
	spaceAccess: 'public' | 'paid' | 'private';
	itemAccess: 'free' | 'members' | 'paid';
	status: 'draft' | 'published' | 'hidden' | 'deleted';
	who: 'visitor' | 'stranger' | 'author' | 'moderator of the place' | 'admin';
	role: 'none' | 'member' | 'invited' | 'expert' | 'moderator' | 'owner';
	item: Interval | null;
	whole: Interval | null;
	space: Interval | null;
	elsewhere: Interval | null;
}

const interval = fc.option(fc.constantFrom(...intervals), { freq: 1 });
const worlds: fc.Arbitrary<World> = fc.record({
	spaceAccess: fc.constantFrom('public', 'paid', 'private'),
	itemAccess: fc.constantFrom('free', 'members', 'paid'),
	status: fc.oneof(
		{ weight: 5, arbitrary: fc.constant('published' as const) },
		fc.constantFrom('draft', 'hidden', 'deleted'),
	),
	who: fc.oneof(
		{ weight: 5, arbitrary: fc.constant('stranger' as const) },
		fc.constantFrom('visitor', 'author', 'moderator of the place', 'admin'),
	),
	role: fc.constantFrom('none', 'member', 'invited', 'expert', 'moderator', 'owner'),
	item: interval,
	whole: interval,
	space: interval,
	elsewhere: interval,
});

/** The table of the module's README, written a second time and slowly. */
function expected(world: World): Access {
	const inForce = (given: Interval | null) => given === 'running' || given === 'endless';
	const entitled =
		world.who !== 'visitor' && (inForce(world.item) || inForce(world.whole) || inForce(world.space));
	const role = world.who === 'visitor' ? 'none' : world.role;
	if (world.who === 'author') return 'full';
	if (world.status === 'draft') return 'none';
	if (
		world.who === 'admin' ||
		world.who === 'moderator of the place' ||
		role === 'owner' ||
		role === 'moderator'
	)
		return 'full';
	if (world.status !== 'published') return 'none';
	if (world.spaceAccess === 'private' && role === 'none') return entitled ? 'full' : 'none';
	if (world.itemAccess === 'free' || entitled) return 'full';
	if (world.itemAccess === 'paid' || world.who === 'visitor') return 'preview';
	if (world.spaceAccess !== 'paid') return 'full';
	return role === 'expert' || role === 'invited' ? 'full' : 'preview';
}

async function build(world: World): Promise<{ actor: Actor; item: { id: number } }> {
	const person = await aPerson(db, {
		role: world.who === 'admin' ? 'admin' : world.who === 'moderator of the place' ? 'moderator' : 'member',
	});
	const inSpace =
		world.role === 'none' || world.who === 'visitor'
			? []
			: [
					{
						id: person.id,
						role: world.role === 'invited' ? ('member' as const) : world.role,
						invited: world.role === 'invited',
					},
				];
	const space = await aSpace(db, { access: world.spaceAccess, members: inSpace });
	const author = world.who === 'author' ? person : await aPerson(db);
	const whole = await anItem(db, { kind: 'column', spaceId: space.id, authorId: author.id });
	const item = await anItem(db, {
		spaceId: space.id,
		authorId: author.id,
		access: world.itemAccess,
		status: world.status,
		partOf: whole.id,
	});
	const other = await anItem(db);
	const times = (given: Interval) => {
		const at = now().getTime();
		return {
			startsAt: new Date(given === 'not yet' ? at + day : at - 2 * day),
			...(given === 'running'
				? { endsAt: new Date(at + day) }
				: given === 'over'
					? { endsAt: new Date(at - day) }
					: {}),
			...(given === 'revoked' ? { revokedAt: new Date(at - day) } : {}),
		};
	};
	if (world.item) await anEntitlement(db, { userId: person.id, itemId: item.id, ...times(world.item) });
	if (world.whole) await anEntitlement(db, { userId: person.id, itemId: whole.id, ...times(world.whole) });
	if (world.space) await anEntitlement(db, { userId: person.id, spaceId: space.id, ...times(world.space) });
	if (world.elsewhere)
		await anEntitlement(db, { userId: person.id, itemId: other.id, ...times(world.elsewhere) });
	return { actor: world.who === 'visitor' ? visitor : person.actor, item };
}

test('may() answers as the table of rules says for every place, access, role and way of being entitled', async () => {
	const plain = {
		status: 'published',
		who: 'stranger',
		item: null,
		whole: null,
		space: null,
		elsewhere: null,
	} as const;
	const ways: Partial<World>[] = [
		{},
		...intervals.map((item) => ({ item })),
		{ whole: 'endless' },
		{ space: 'running' },
	];
	const every: World[] = [];
	for (const spaceAccess of ['public', 'paid', 'private'] as const) {
		for (const itemAccess of ['free', 'members', 'paid'] as const) {
			for (const role of ['none', 'member', 'invited', 'expert', 'moderator', 'owner'] as const) {
				for (const way of ways) {
					every.push({ ...plain, spaceAccess, itemAccess, role, ...way });
				}
			}
		}
	}
	for (let at = 0; at < every.length; at += 24) {
		const some = every.slice(at, at + 24);
		const built = await Promise.all(some.map(build));
		for (const [n, { actor, item }] of built.entries()) {
			expect((await may(db, actor, 'read', [item])).get(item.id), JSON.stringify(some[n])).toBe(
				expected(some[n]!),
			);
		}
	}
}, 60_000);

test('and in any other world, for many items as for one', async () => {
	const lapsed: World = {
		spaceAccess: 'paid',
		itemAccess: 'members',
		status: 'published',
		who: 'stranger',
		role: 'member',
		item: null,
		whole: null,
		space: 'over',
		elsewhere: null,
	};
	await fc.assert(
		fc.asyncProperty(fc.array(worlds, { minLength: 1, maxLength: 40, size: 'max' }), async (given) => {
			const built = await Promise.all(given.map(build));
			const items = built.map(({ item }) => item);
			for (const [n, { actor, item }] of built.entries()) {
				const { result, statements } = await watch(db, (watched) => may(watched, actor, 'read', items));
				expect(statements).toBe(1);
				expect(result.get(item.id), JSON.stringify(given[n])).toBe(expected(given[n]!));
				expect((await may(db, actor, 'read', [item])).get(item.id)).toBe(result.get(item.id));
			}
		}),
		{ numRuns: 4, examples: [[[lapsed]]], endOnFailure: true },
	);
}, 60_000);

test('an item that does not exist is none, and nothing asked is nothing sent', async () => {
	expect((await may(db, visitor, 'read', [{ id: 999_999_999 }])).get(999_999_999)).toBe('none');
	const { statements } = await watch(db, (watched) => may(watched, visitor, 'read', []));
	expect(statements).toBe(0);
});

test('what is said in rows passed along is not believed', async () => {
	const item = await anItem(db, { access: 'paid' });
	const claimed = { id: item.id, access: 'free', status: 'published' };
	expect((await may(db, visitor, 'read', [claimed])).get(item.id)).toBe('preview');
});

test('an entitlement opens from its start until its end', async () => {
	const reader = await aPerson(db);
	const item = await anItem(db, { access: 'paid' });
	const at = now().getTime();
	await anEntitlement(db, {
		userId: reader.id,
		itemId: item.id,
		startsAt: new Date(at + day),
		endsAt: new Date(at + 2 * day),
	});
	const seen = async () => (await may(db, reader.actor, 'read', [item])).get(item.id);
	try {
		expect(await seen()).toBe('preview');
		travel(1.5 * day);
		expect(await seen()).toBe('full');
		travel(2.5 * day);
		expect(await seen()).toBe('preview');
	} finally {
		travel(0);
	}
});

test('readableItems names exactly the published items whose existence the actor may know', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(worlds, { minLength: 1, maxLength: 30, size: 'max' }), async (given) => {
			const plain = given.map((world) => ({
				...world,
				item: null,
				whole: null,
				space: null,
				elsewhere: null,
			}));
			const built = await Promise.all(plain.map(build));
			for (const [n, { actor, item }] of built.entries()) {
				const world = plain[n]!;
				const memberships = (await membershipsOf(db, actor)).map(({ spaceId }) => spaceId);
				const rows = await db
					.selectFrom('items')
					.select('id')
					.where('id', '=', item.id)
					.where(readableItems(actor, memberships))
					.execute();
				const staff = world.who === 'admin' || world.who === 'moderator of the place';
				const knows =
					world.status === 'published' &&
					(world.spaceAccess !== 'private' || staff || memberships.length > 0);
				expect(rows.length, JSON.stringify(world)).toBe(knows ? 1 : 0);
			}
		}),
		{ numRuns: 4, endOnFailure: true },
	);
}, 60_000);
