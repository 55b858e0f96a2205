import { z } from 'zod';
import { type Actor, requireMember } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { OrderId, UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { type PersonCard, personCards } from '../accounts/index.ts';
import { listOffers, type Offer } from '../catalog/index.ts';
import { askError } from './errors.ts';
import { slotTerms } from './terms.ts';

/** A booking is paid out so long after its end: until then the operator can send the money back. */
export const afterTalkMs = 24 * 3_600_000;

export type TalkStatus = 'booked' | 'done' | 'cancelled';

/** From which status a booked talk may go to which. */
export const talkTransitions: Record<TalkStatus, readonly TalkStatus[]> = {
	booked: ['done', 'cancelled'],
	done: [],
	cancelled: [],
};

export interface Slot {
	id: number;
	startsAt: Date;
	minutes: number;
	booked: boolean;
}

const newSlot = z.object({ startsAt: z.coerce.date('asks.slot_time') });

/**
 * Offers a time at which the actor can be talked to, as long as their offer of talks says.
 *
 * @throws asks.not_open when talks are not offered; asks.slot_past, asks.slot_twice when it overlaps another of theirs
 */
export async function addSlot(db: Db, actor: Actor, input: unknown): Promise<{ id: number }> {
	const { userId } = requireActing(actor, 'public');
	const { startsAt } = validate(newSlot, input);
	if (startsAt <= now() || startsAt.getTime() > now().getTime() + 366 * 86_400_000)
		throw askError('slot_past');
	return inTransaction(db, async (tx) => {
		await tx.selectFrom('users').select('id').where('id', '=', userId).forNoKeyUpdate().execute();
		const [offer] = await listOffers(tx, { personId: userId }, 'slot');
		if (!offer) throw askError('not_open');
		const { minutes } = slotTerms.parse(offer.terms);
		const others = await tx
			.selectFrom('slots')
			.select(['starts_at', 'minutes'])
			.where('expert_id', '=', userId)
			.where('status', '<>', 'withdrawn')
			.where('starts_at', '>', new Date(startsAt.getTime() - 8 * 3_600_000))
			.where('starts_at', '<', new Date(startsAt.getTime() + minutes * 60_000))
			.execute();
		if (others.some((one) => one.starts_at.getTime() + one.minutes * 60_000 > startsAt.getTime()))
			throw askError('slot_twice');
		return tx
			.insertInto('slots')
			.values({ expert_id: userId, starts_at: startsAt, minutes })
			.returning('id')
			.executeTakeFirstOrThrow();
	});
}

/** Takes an offered time back, while nobody has booked it. @throws asks.not_found, asks.slot_taken */
export async function withdrawSlot(db: Db, actor: Actor, id: number): Promise<void> {
	const { userId } = requireActing(actor);
	await inTransaction(db, async (tx) => {
		const slot = await tx.selectFrom('slots').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
		if (slot?.expert_id !== userId || slot.status === 'withdrawn') throw askError('not_found');
		if (slot.status === 'booked') throw askError('slot_taken');
		await tx.updateTable('slots').set({ status: 'withdrawn' }).where('id', '=', id).execute();
	});
}

/** The times of an expert that are still to come, the next first, at most 60. */
export async function listSlots(db: Db, expertId: UserId): Promise<Slot[]> {
	const rows = await db
		.selectFrom('slots')
		.select(['id', 'starts_at', 'minutes', 'status'])
		.where('expert_id', '=', expertId)
		.where('status', '<>', 'withdrawn')
		.where('starts_at', '>', now())
		.orderBy('starts_at')
		.limit(60)
		.execute();
	return rows.map((row) => ({
		id: row.id,
		startsAt: row.starts_at,
		minutes: row.minutes,
		booked: row.status === 'booked',
	}));
}

/** Refuses a slot that cannot be booked with this offer. @throws asks.slot_taken, asks.slot_past, asks.not_found */
export async function demandFreeSlot(db: Db, slotId: number, offer: Offer): Promise<void> {
	const slot = await db.selectFrom('slots').selectAll().where('id', '=', slotId).executeTakeFirst();
	if (slot?.expert_id !== offer.personId || slot.status === 'withdrawn') throw askError('not_found');
	if (slot.status !== 'open') throw askError('slot_taken');
	if (slot.starts_at <= now()) throw askError('slot_past');
}

/**
 * Books a slot for a paid order. Of many who paid for one slot, one has it.
 *
 * @returns false when it is taken, withdrawn or past: the money goes back
 */
export async function bookSlot(
	tx: Tx,
	booking: { orderId: OrderId; userId: UserId; slotId: number; note: string },
): Promise<boolean> {
	const at = now();
	const slot = await tx
		.updateTable('slots')
		.set({ status: 'booked' })
		.where('id', '=', booking.slotId)
		.where('status', '=', 'open')
		.where('starts_at', '>', at)
		.returningAll()
		.executeTakeFirst();
	if (!slot) return false;
	await tx
		.insertInto('slot_bookings')
		.values({
			order_id: booking.orderId,
			slot_id: slot.id,
			booked_by: booking.userId,
			note: booking.note,
			booked_at: at,
		})
		.execute();
	await tellTalk(
		tx,
		slot,
		{ order_id: booking.orderId, booked_by: booking.userId },
		'booked',
		booking.userId,
	);
	return true;
}

/** A booking with its slot, the order locked before both. @throws asks.not_found */
export async function lockTalk(tx: Tx, orderId: OrderId) {
	await tx.selectFrom('orders').select('id').where('id', '=', orderId).forUpdate().execute();
	const booking = await tx
		.selectFrom('slot_bookings')
		.selectAll()
		.where('order_id', '=', orderId)
		.forUpdate()
		.executeTakeFirst();
	if (!booking) throw askError('not_found');
	const slot = await tx
		.selectFrom('slots')
		.selectAll()
		.where('id', '=', booking.slot_id)
		.forUpdate()
		.executeTakeFirstOrThrow();
	return { booking, slot };
}

type Locked = Awaited<ReturnType<typeof lockTalk>>;

/** Moves a booked talk on; a cancelled one leaves its time free again. @throws asks.wrong_status */
export async function moveTalk(
	tx: Tx,
	{ booking, slot }: Locked,
	to: 'done' | 'cancelled',
	by: UserId | null,
): Promise<void> {
	if (!talkTransitions[booking.status as TalkStatus].includes(to)) throw askError('wrong_status');
	await tx
		.updateTable('slot_bookings')
		.set({ status: to, closed_at: now() })
		.where('order_id', '=', booking.order_id)
		.execute();
	if (to === 'cancelled') {
		// Who calls a talk off as its expert has no time then; one that the other called off can be booked again.
		const status = by === slot.expert_id ? 'withdrawn' : 'open';
		await tx.updateTable('slots').set({ status }).where('id', '=', slot.id).execute();
	}
	await tellTalk(tx, slot, booking, to, by);
}

async function tellTalk(
	tx: Tx,
	slot: { id: number; expert_id: number; starts_at: Date },
	booking: { order_id: number; booked_by: number },
	change: TalkStatus,
	by: UserId | null,
): Promise<void> {
	await emit(tx, by, 'asks.talk-changed', {
		slotId: slot.id,
		orderId: booking.order_id,
		change,
		bookedBy: booking.booked_by,
		expertId: slot.expert_id,
		startsAt: slot.starts_at.toISOString(),
	});
}

/** A booked talk as one of the two sees it. */
export interface Talk {
	orderId: OrderId;
	slotId: number;
	startsAt: Date;
	minutes: number;
	status: TalkStatus;
	note: string;
	/** Where one meets; told to both. */
	place: string;
	/** Until when who booked may call it off for the whole price. */
	cancelUntil: Date;
	/** The other one. */
	other: PersonCard | null;
	/** True for who offers the time. */
	mine: boolean;
}

/** The actor's talks, as expert and as who booked, the latest first, at most 100. */
export async function listTalks(db: Db, actor: Actor): Promise<Talk[]> {
	const { userId } = requireMember(actor);
	const rows = await db
		.selectFrom('slot_bookings as b')
		.innerJoin('slots as s', 's.id', 'b.slot_id')
		.innerJoin('orders as o', 'o.id', 'b.order_id')
		.innerJoin('offers as f', 'f.id', 'o.offer_id')
		.select([
			'b.order_id',
			's.id',
			's.starts_at',
			's.minutes',
			'b.status',
			'b.note',
			'f.terms',
			'b.booked_by',
			's.expert_id',
		])
		.where((eb) => eb.or([eb('b.booked_by', '=', userId), eb('s.expert_id', '=', userId)]))
		.orderBy('s.starts_at', 'desc')
		.limit(100)
		.execute();
	const otherOf = (row: (typeof rows)[number]) => (row.expert_id === userId ? row.booked_by : row.expert_id);
	const people = new Map(
		(await personCards(db, [...new Set(rows.map(otherOf))])).map((one) => [one.id, one]),
	);
	return rows.map((row) => {
		const terms = slotTerms.parse(row.terms);
		return {
			orderId: row.order_id,
			slotId: row.id,
			startsAt: row.starts_at,
			minutes: row.minutes,
			status: row.status as TalkStatus,
			note: row.note,
			place: terms.place,
			cancelUntil: cancelUntil(row.starts_at, terms.cancelHours),
			other: people.get(otherOf(row)) ?? null,
			mine: row.expert_id === userId,
		};
	});
}

/** The last moment at which a booking is called off for the whole price. */
export function cancelUntil(startsAt: Date, cancelHours: number): Date {
	return new Date(startsAt.getTime() - cancelHours * 3_600_000);
}
