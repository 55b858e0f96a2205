import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import type { ItemId, UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { catalogPolicy } from '../catalog/index.ts';
import { relationsTo } from '../items/index.ts';
import { payoutError } from './errors.ts';
import { splitSchema } from './schemas.ts';

/** What can be earned together. Exactly one. */
export type Shared = { itemId: number } | { spaceId: number } | { bundleId: number };

/** Who earns which part of a thing. */
export interface Split {
	id: number;
	startsAt: Date;
	shares: { userId: UserId; handle: string; name: string; weight: number }[];
}

const columns = { itemId: 'item_id', spaceId: 'space_id', bundleId: 'bundle_id' } as const;
const owners = {
	itemId: ['items', 'author_id'],
	spaceId: ['spaces', 'owner_id'],
	bundleId: ['bundles', 'seller_id'],
} as const;

// To others the thing is not there: it may be in a space that they must not know of.
function demandSeller(actor: Actor, thing: { ownerId: UserId | null } | undefined): void {
	const held = thing && relationsTo(actor, thing.ownerId, null);
	if (!held || !catalogPolicy.permits('price', held)) throw commonError('not_found');
	catalogPolicy.require(actor, 'price', held);
}

function named(of: Shared) {
	const [[name, id]] = Object.entries(of) as [[keyof typeof columns, number]];
	return { name, id, column: columns[name] };
}

/**
 * Says who earns a thing from some moment on: co-authors by weight. Its seller and staff may. Sales before that moment
 * stay as they were divided; to end a split, set one of the seller alone.
 *
 * @throws payouts.split_not_whole, payouts.person_unknown, payouts.person_twice, common.not_found; refusals of the policy
 */
export async function setSplit(db: Db, actor: Actor, of: Shared, input: unknown): Promise<number> {
	const { userId } = requireActing(actor);
	const { shares, startsAt } = validate(splitSchema, input);
	const { name, id, column } = named(of);
	const at = now();
	return inTransaction(db, async (tx) => {
		const [table, owner] = owners[name];
		const thing = await tx
			.selectFrom(table as 'items')
			.select(`${owner as 'author_id'} as ownerId`)
			.where('id', '=', id)
			.forUpdate()
			.executeTakeFirst();
		demandSeller(actor, thing);
		if (shares.reduce((sum, { weight }) => sum + weight, 0) !== 10_000) throw payoutError('split_not_whole');
		const handles = shares.map(({ handle }) => handle.replace(/^@/, '').toLowerCase());
		if (new Set(handles).size < handles.length) throw payoutError('person_twice');
		const people = await tx
			.selectFrom('users')
			.select(['id', 'handle'])
			.where('handle', 'in', handles)
			.execute();
		const ids = new Map(people.map((person) => [person.handle.toLowerCase(), person.id]));
		const unknown = handles.find((handle) => !ids.has(handle));
		if (unknown !== undefined) throw payoutError('person_unknown', { params: { handle: unknown } });
		const rule = await tx
			.insertInto('split_rules')
			// What was sold is sold: a rule that began before now would say otherwise.
			.values({ [column]: id, starts_at: startsAt && startsAt > at ? startsAt : at, set_by: userId })
			.returning('id')
			.executeTakeFirstOrThrow();
		await tx
			.insertInto('split_shares')
			.values(shares.map(({ weight }, i) => ({ rule_id: rule.id, user_id: ids.get(handles[i]!)!, weight })))
			.execute();
		return rule.id;
	});
}

type Sold = { itemId: number | null; spaceId: number | null; bundleId: number | null };

const sharesAt = statement<Sold & { at: Date }, { userId: UserId; weight: number }>(
	`select s.user_id as "userId", s.weight from split_shares s where s.rule_id = (select r.id from split_rules r
		where r.starts_at <= :at::timestamptz and (r.item_id = :itemId::bigint or r.space_id = :spaceId::bigint or r.bundle_id = :bundleId::bigint)
		order by r.starts_at desc, r.id desc limit 1) order by s.weight desc, s.user_id`,
);

/** Who earns what is sold, as the rule in force at `at` says; empty when there is none. One statement. */
export function splitOf(db: Db, sold: Sold, at: Date): Promise<{ userId: UserId; weight: number }[]> {
	const { itemId, spaceId, bundleId } = sold;
	return sharesAt(db, { itemId, spaceId, bundleId, at });
}

const sharesOfItemsAt = statement<
	{ items: readonly number[]; at: Date },
	{ itemId: ItemId; userId: UserId; weight: number }
>(
	`select r.item_id as "itemId", s.user_id as "userId", s.weight from unnest(:items::bigint[]) as asked (id)
		join lateral (select id, item_id from split_rules where item_id = asked.id and starts_at <= :at::timestamptz
			order by starts_at desc, id desc limit 1) r on true
		join split_shares s on s.rule_id = r.id order by r.item_id, s.weight desc, s.user_id`,
);

/** Who earns each of several items, as the rules in force at `at` say; items without one are left out. One statement. */
export async function splitsOfItems(
	db: Db,
	itemIds: readonly ItemId[],
	at: Date,
): Promise<Map<ItemId, { userId: UserId; weight: number }[]>> {
	const rows = await sharesOfItemsAt(db, { items: itemIds, at });
	const splits = new Map<ItemId, { userId: UserId; weight: number }[]>();
	for (const { itemId, ...share } of rows) splits.set(itemId, [...(splits.get(itemId) ?? []), share]);
	return splits;
}

/** Every rule that a thing had and will have, the latest first. Its seller and staff may look. One statement beside the gate. */
export async function listSplits(db: Db, actor: Actor, of: Shared): Promise<Split[]> {
	const { name, id, column } = named(of);
	const [table, owner] = owners[name];
	const thing = await db
		.selectFrom(table as 'items')
		.select(`${owner as 'author_id'} as ownerId`)
		.where('id', '=', id)
		.executeTakeFirst();
	demandSeller(actor, thing);
	const rows = await db
		.selectFrom('split_rules')
		.innerJoin('split_shares', 'split_shares.rule_id', 'split_rules.id')
		.innerJoin('users', 'users.id', 'split_shares.user_id')
		.select([
			'split_rules.id',
			'starts_at as startsAt',
			'users.id as userId',
			'users.handle',
			'users.name',
			'weight',
		])
		.where(column, '=', id)
		.orderBy('starts_at', 'desc')
		.orderBy('split_rules.id', 'desc')
		.orderBy('weight', 'desc')
		.limit(500)
		.execute();
	const splits = new Map<number, Split>();
	for (const { id: rule, startsAt, ...share } of rows) {
		const split = splits.get(rule) ?? { id: rule, startsAt, shares: [] };
		split.shares.push(share);
		splits.set(rule, split);
	}
	return [...splits.values()];
}

/** Something that a person sells, and who earns it now. */
export interface SharedThing {
	/** `item:12`, `space:3` or `bundle:4`. */
	of: string;
	title: string;
	/** Handles and basis points of the split in force; empty: all of it is the seller's. */
	shares: { handle: string; weight: number }[];
}

/** What a person sells and could share, the latest first, at most 200. One statement. */
export async function sharedThings(db: Db, userId: UserId): Promise<SharedThing[]> {
	const { rows } = await sql<SharedThing>`
		with things as (
			select 'item' as sells, id, title from items where author_id = ${userId} and price_amount is not null
			union all
			select 'space', s.id, s.name from spaces s where s.owner_id = ${userId}
				and exists (select from offers f where f.space_id = s.id and f.retired_at is null)
			union all
			select 'bundle', id, title from bundles where seller_id = ${userId} and retired_at is null)
		select t.sells || ':' || t.id as of, t.title, coalesce((
			select json_agg(json_build_object('handle', u.handle, 'weight', s.weight) order by s.weight desc)
				from split_shares s join users u on u.id = s.user_id
				where s.rule_id = (select r.id from split_rules r where r.starts_at <= ${now()} and case t.sells
					when 'item' then r.item_id when 'space' then r.space_id else r.bundle_id end = t.id
					order by r.starts_at desc, r.id desc limit 1)), '[]') as shares
		from things t order by t.sells, t.id desc limit 200`.execute(db);
	return rows;
}
