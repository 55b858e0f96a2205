import { now } from '../../kernel/clock.ts';
import type { ItemId, OrderId, ReplyId, UserId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import { type Db, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { type PersonCard, personCards } from '../accounts/index.ts';
import { askError } from './errors.ts';

export type BountyStatus = 'running' | 'paid' | 'returned';

/** From which status money offered for an answer may go to which. */
export const bountyTransitions: Record<BountyStatus, readonly BountyStatus[]> = {
	running: ['paid', 'returned'],
	paid: [],
	returned: [],
};

/** Refuses what is no open question without an accepted answer. @throws asks.bounty_not_open */
export async function demandOpenQuestion(db: Db, itemId: ItemId): Promise<void> {
	const row = await db
		.selectFrom('items')
		.select('id')
		.where('id', '=', itemId)
		.where('kind', '=', 'question')
		.where('status', '=', 'published')
		.where('accepted_reply_id', 'is', null)
		.where('closed_at', 'is', null)
		.where('locked_at', 'is', null)
		.executeTakeFirst();
	if (!row) throw askError('bounty_not_open');
}

/** Begins a bounty whose money is held. */
export async function beginBounty(
	tx: Tx,
	bounty: {
		orderId: OrderId;
		itemId: ItemId;
		userId: UserId;
		amount: number;
		currency: Currency;
		days: number;
	},
): Promise<void> {
	const at = now();
	await tx
		.insertInto('cash_bounties')
		.values({
			order_id: bounty.orderId,
			item_id: bounty.itemId,
			offered_by: bounty.userId,
			amount: bounty.amount,
			currency: bounty.currency,
			created_at: at,
			ends_at: new Date(at.getTime() + bounty.days * 86_400_000),
		})
		.execute();
	await showSum(tx, bounty.itemId);
	await emit(tx, bounty.userId, 'asks.bounty-changed', {
		orderId: bounty.orderId,
		itemId: bounty.itemId,
		change: 'offered',
		offeredBy: bounty.userId,
		wonBy: null,
		replyId: null,
	});
}

/** A bounty with its order locked before it; null when the order is none. */
export async function lockBounty(tx: Tx, orderId: OrderId) {
	await tx.selectFrom('orders').select('id').where('id', '=', orderId).forUpdate().execute();
	const row = await tx
		.selectFrom('cash_bounties')
		.selectAll()
		.where('order_id', '=', orderId)
		.forUpdate()
		.executeTakeFirst();
	return row ?? null;
}

/** Who has earned a bounty on a question: the author of the accepted answer, unless it is who offered it. */
export async function winnerOf(
	tx: Tx,
	bounty: { item_id: ItemId; offered_by: UserId },
): Promise<{ userId: UserId; replyId: ReplyId } | null> {
	const row = await tx
		.selectFrom('items')
		.innerJoin('replies', 'replies.id', 'items.accepted_reply_id')
		.select(['replies.author_id', 'replies.id'])
		.where('items.id', '=', bounty.item_id)
		.executeTakeFirst();
	if (!row || row.author_id === null || row.author_id === bounty.offered_by) return null;
	return { userId: row.author_id, replyId: row.id };
}

/** Ends a bounty: paid to somebody, or returned. @returns false when it had ended before */
export async function endBounty(
	tx: Tx,
	bounty: { order_id: OrderId; item_id: ItemId; offered_by: UserId; status: string },
	winner: { userId: UserId; replyId: ReplyId } | null,
): Promise<boolean> {
	const to: BountyStatus = winner ? 'paid' : 'returned';
	if (!bountyTransitions[bounty.status as BountyStatus].includes(to)) return false;
	await tx
		.updateTable('cash_bounties')
		.set({ status: to, won_by: winner?.userId ?? null, reply_id: winner?.replyId ?? null, closed_at: now() })
		.where('order_id', '=', bounty.order_id)
		.execute();
	await showSum(tx, bounty.item_id);
	await emit(tx, null, 'asks.bounty-changed', {
		orderId: bounty.order_id,
		itemId: bounty.item_id,
		change: to,
		offeredBy: bounty.offered_by,
		wonBy: winner?.userId ?? null,
		replyId: winner?.replyId ?? null,
	});
	return true;
}

/** Keeps with the question what runs on it, in the currency of the oldest; a new version, as pages show it. */
async function showSum(tx: Tx, itemId: ItemId): Promise<void> {
	await sql`update items set version = version, (cash_amount, cash_currency) = (
		select sum(b.amount), min(b.currency) from cash_bounties b where b.item_id = items.id and b.status = 'running'
			and b.currency = (select currency from cash_bounties where item_id = items.id and status = 'running' order by order_id limit 1))
		where id = ${itemId}`.execute(tx);
}

export interface CashBounty {
	orderId: OrderId;
	by: PersonCard | null;
	amount: number;
	currency: Currency;
	status: BountyStatus;
	endsAt: Date;
	winner: PersonCard | null;
	replyId: ReplyId | null;
}

/** What was offered on a question, the latest first. The caller has checked that the reader may see it. */
export async function listBounties(db: Db, itemId: ItemId): Promise<CashBounty[]> {
	const rows = await db
		.selectFrom('cash_bounties')
		.selectAll()
		.where('item_id', '=', itemId)
		.orderBy('order_id', 'desc')
		.limit(50)
		.execute();
	const ids = rows.flatMap((row) => [row.offered_by, ...(row.won_by ? [row.won_by] : [])]);
	const people = new Map((await personCards(db, [...new Set(ids)])).map((one) => [one.id, one]));
	return rows.map((row) => ({
		orderId: row.order_id,
		by: people.get(row.offered_by) ?? null,
		amount: row.amount,
		currency: row.currency as Currency,
		status: row.status as BountyStatus,
		endsAt: row.ends_at,
		winner: row.won_by ? (people.get(row.won_by) ?? null) : null,
		replyId: row.reply_id,
	}));
}
