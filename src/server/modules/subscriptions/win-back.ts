import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { giveCoupon } from '../catalog/index.ts';
import { subscriptionError } from './errors.ts';
import { ofMine } from './leave.ts';
import { lockSubscription, move } from './store.ts';
import { addDays } from './subscription.ts';
import { tellSubscriber } from './tell.ts';

/** What the operator set: after how many days who left is asked back, and how much cheaper the first period is. */
export interface WinBack {
	days: number;
	/** 0: nobody is asked. */
	percent: number;
}

/** The offer is good for so long. */
const OFFER_DAYS = 14;
/** Who left longer ago, because nobody was asked then, is not written to any more. */
const STALE_DAYS = 30;

/**
 * Asks those back who paid once and left: one letter for each subscription, with a coupon for the first period. Not
 * those who came back already, got their money back, or said that they want no such letters.
 *
 * @returns how many letters were written
 */
export async function winBack(db: Db, { days, percent }: WinBack): Promise<number> {
	if (percent <= 0) return 0;
	const { rows } = await sql<{ id: number }>`
		select s.id from subscriptions s
			where s.status = 'ended' and s.won_back_at is null and s.ended_why in ('cancelled', 'unpaid')
				and s.ended_at between ${addDays(now(), -days - STALE_DAYS)} and ${addDays(now(), -days)}
				and exists (select from subscription_bills b join orders o on o.id = b.order_id
					where b.subscription_id = s.id and b.status = 'paid' and o.amount > 0)
				and not exists (select from subscriptions other where other.user_id = s.user_id and (other.win_back_refused_at is not null
					or other.status <> 'ended' and other.space_id is not distinct from s.space_id))
				and exists (select from offers f where f.renews and f.retired_at is null
					and (f.space_id = s.space_id or s.space_id is null and f.tier_id is not null))
			order by s.ended_at limit 500`.execute(db);
	let written = 0;
	for (const { id } of rows) if (await askBack(db, id, percent)) written++;
	return written;
}

function askBack(db: Db, id: number, percent: number): Promise<boolean> {
	return inTransaction(db, async (tx) => {
		const one = await lockSubscription(tx, id);
		const { won_back_at } = await tx
			.selectFrom('subscriptions')
			.select('won_back_at')
			.where('id', '=', id)
			.executeTakeFirstOrThrow();
		if (one.status !== 'ended' || won_back_at) return false;
		const until = addDays(now(), OFFER_DAYS);
		const code = await giveCoupon(tx, {
			prefix: 'BACK',
			name: `subscription:${id}`,
			percentBps: percent * 100,
			spaceId: one.spaceId,
			sellerId: await ownerOf(tx, one.spaceId),
			endsAt: until,
		});
		const asked = await move(tx, one, { won_back_at: now() }, { what: 'asked_back', data: { code } });
		await tellSubscriber(tx, asked, 'win_back', { until, percent, code });
		return true;
	});
}

async function ownerOf(db: Db, spaceId: number | null): Promise<UserId | null> {
	if (spaceId === null) return null;
	const space = await db.selectFrom('spaces').select('owner_id').where('id', '=', spaceId).executeTakeFirst();
	return space?.owner_id ?? null;
}

/** No more letters that ask somebody back, of this subscription or any other. @throws subscriptions.not_found */
export function refuseWinBack(db: Db, actor: Actor, id: number): Promise<void> {
	return ofMine(
		db,
		actor,
		id,
		async (tx, one) => {
			if (one.status !== 'ended') throw subscriptionError('nothing_to_undo');
			await move(tx, one, { win_back_refused_at: now() }, { what: 'letters_refused', actorId: one.userId });
		},
		{ evenSuspended: true },
	);
}
