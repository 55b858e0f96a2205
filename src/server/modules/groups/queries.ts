import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import type { Db } from '../../platform/db/index.ts';
import { personCards } from '../accounts/index.ts';
import { may } from '../entitlements/index.ts';
import { groupError } from './errors.ts';
import type { Group, GroupStatus } from './group.ts';

function groups(db: Db) {
	return db
		.selectFrom('group_buys')
		.innerJoin('offers', 'offers.id', 'group_buys.offer_id')
		.innerJoin('items', 'items.id', 'group_buys.item_id')
		.selectAll('group_buys')
		.select(['offers.amount', 'offers.currency', 'items.title']);
}

type Row = Awaited<ReturnType<ReturnType<typeof groups>['executeTakeFirstOrThrow']>>;

async function shown(db: Db, actor: Actor, rows: Row[]): Promise<Group[]> {
	if (rows.length === 0) return [];
	const members = await db
		.selectFrom('group_members')
		.select(['group_id', 'user_id'])
		.where(
			'group_id',
			'in',
			rows.map(({ id }) => id),
		)
		.orderBy('joined_at')
		.execute();
	const people = new Map(
		(await personCards(db, [...new Set(members.map(({ user_id }) => user_id))])).map((one) => [one.id, one]),
	);
	return rows.map((row) => {
		const own = members.filter(({ group_id }) => group_id === row.id);
		return {
			id: row.id,
			itemId: row.item_id,
			title: row.title,
			offerId: row.offer_id,
			status: row.status as GroupStatus,
			price: { amount: row.amount, currency: row.currency as Currency },
			size: row.size,
			joined: row.joined,
			endsAt: row.ends_at,
			people: own.flatMap(({ user_id }) => people.get(user_id) ?? []),
			mine: own.some(({ user_id }) => user_id === actor.userId),
		};
	});
}

/** One group, to whoever may see its item. @throws groups.not_found */
export async function readGroup(db: Db, actor: Actor, id: number): Promise<Group> {
	const row = await groups(db).where('group_buys.id', '=', id).executeTakeFirst();
	if (!row) throw groupError('not_found');
	const [group] = await shown(db, actor, [row]);
	const seen = (await may(db, actor, 'read', [{ id: row.item_id }])).get(row.item_id);
	if (seen === 'none' && !group!.mine) throw groupError('not_found');
	return group!;
}

/** The groups of an item that can be joined now, those that end first before the others, at most 10. */
export async function listOpenGroups(db: Db, actor: Actor, itemId: ItemId): Promise<Group[]> {
	const rows = await groups(db)
		.where('group_buys.item_id', '=', itemId)
		.where('group_buys.status', '=', 'open')
		.where('ends_at', '>', now())
		.orderBy('ends_at')
		.limit(10)
		.execute();
	return shown(db, actor, rows);
}

/** The groups that somebody is in, the latest first, at most 30. */
export async function listMyGroups(db: Db, actor: Actor): Promise<Group[]> {
	if (actor.userId === null) return [];
	const rows = await groups(db)
		.innerJoin('group_members as mine', 'mine.group_id', 'group_buys.id')
		.where('mine.user_id', '=', actor.userId)
		.orderBy('group_buys.id', 'desc')
		.limit(30)
		.execute();
	return shown(db, actor, rows);
}
