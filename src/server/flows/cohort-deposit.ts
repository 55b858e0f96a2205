import type { Actor } from '../contracts/actor.ts';
import { requireActing } from '../contracts/policy.ts';
import { now } from '../kernel/clock.ts';
import type { OrderId, UserId } from '../kernel/ids.ts';
import { catalogError } from '../modules/catalog/index.ts';
import {
	type Cohort,
	type CohortTerms,
	cohortError,
	demandJoinable,
	endCohort,
	findCohort,
	judge,
	leaveFreeCohort,
	metBy,
	moveMember,
	mustSeeCohort,
	partOfPaid,
	takeSeat,
} from '../modules/cohorts/index.ts';
import {
	closeEscrow,
	lockOrder,
	registerThing,
	releaseEscrow,
	type Thing,
	thingOf,
} from '../modules/orders/index.ts';
import { type Db, inTransaction, type Tx } from '../platform/db/index.ts';
import { earnersOf } from './earners.ts';
import { readSale } from './read-sale.ts';
import { returnEscrow } from './return-escrow.ts';
import { returnMoney } from './return-money.ts';

/**
 * A seat in a cohort: price and deposit are paid at once and held. When the cohort is over the rule says what of the deposit
 * goes back; the price, and what is forfeited, is its seller's then. Until it begins the whole goes back to who leaves.
 */
export const cohortThing: Thing = {
	async demandBuyable(db, buyer, offer) {
		const { cohort } = await demandJoinable(db, buyer, (offer.terms as CohortTerms).cohortId);
		if (cohort.offerId !== offer.id) throw catalogError('offer_retired');
	},
	async prepare(_tx, _buyer, offer, { quantity }) {
		if (quantity !== 1) throw catalogError('not_for_sale');
		return { cohortId: (offer.terms as CohortTerms).cohortId };
	},
	async earners() {
		return 'escrow';
	},
	async give(tx, sale) {
		const { cohortId } = sale.offer.terms as CohortTerms;
		const taken = await takeSeat(tx, { cohortId, userId: sale.userId, orderId: sale.orderId });
		if (taken === 'missed') await returnEscrow(tx, sale.orderId, 'cohort_missed');
	},
	// Who has begun has taken a seat from somebody: the rule decides on the deposit, not a wish.
	async used(tx, sale) {
		const cohort = await findCohort(tx, (sale.offer.terms as CohortTerms).cohortId);
		return cohort === null || cohort.startsAt <= now();
	},
	async takeBack(tx, sale) {
		await closeEscrow(tx, sale.orderId);
		const cohort = await findCohort(tx, (sale.offer.terms as CohortTerms).cohortId);
		const member = cohort && (await memberBy(tx, sale.orderId));
		// Who is through has the deposit back and stays what they are.
		if (member?.status === 'active') await moveMember(tx, cohort!, sale.userId, 'left', { by: null });
	},
};
registerThing('cohort', cohortThing);

function memberBy(tx: Tx, orderId: OrderId) {
	return tx
		.selectFrom('cohort_members')
		.select(['user_id', 'status'])
		.where('order_id', '=', orderId)
		.executeTakeFirst();
}

/** By which order somebody came, its row locked before everything else: a refund and a settlement wait here. */
async function lockOrderOf(tx: Tx, cohortId: number, userId: UserId): Promise<OrderId | null> {
	const row = await tx
		.selectFrom('cohort_members')
		.select('order_id')
		.where('cohort_id', '=', cohortId)
		.where('user_id', '=', userId)
		.executeTakeFirst();
	if (row?.order_id == null) return null;
	await lockOrder(tx, row.order_id);
	return row.order_id;
}

/**
 * Leaves a cohort: one that cost something before it begins, and the whole price goes back; one that cost nothing also
 * later.
 *
 * @throws cohorts.not_found, cohorts.not_a_member, cohorts.begun; refusals of acting
 */
export async function leaveCohort(db: Db, actor: Actor, cohortId: number): Promise<void> {
	const { userId } = requireActing(actor);
	const { cohort } = await mustSeeCohort(db, actor, cohortId);
	const left = await inTransaction(db, async (tx) => {
		const orderId = await lockOrderOf(tx, cohortId, userId);
		if (orderId === null) return false;
		if (cohort.startsAt <= now()) throw cohortError('begun');
		if (!(await moveMember(tx, cohort, userId, 'left', { by: userId }))) throw cohortError('not_a_member');
		await returnEscrow(tx, orderId, 'cohort_left');
		return true;
	});
	if (!left) await leaveFreeCohort(db, actor, cohortId);
}

/** Settles one member of a cohort that is over, once: status, deposit and price in one transaction. */
async function settleMember(db: Db, cohort: Cohort, userId: UserId): Promise<boolean> {
	return inTransaction(db, async (tx) => {
		const orderId = await lockOrderOf(tx, cohort.id, userId);
		await tx.selectFrom('cohorts').select('id').where('id', '=', cohort.id).forNoKeyUpdate().execute();
		// Who still writes a check-in is through with it before it is counted.
		await tx
			.selectFrom('cohort_members')
			.select('user_id')
			.where('cohort_id', '=', cohort.id)
			.where('user_id', '=', userId)
			.forUpdate()
			.execute();
		const met = await metBy(tx, cohort, userId);
		if (orderId === null) {
			const { passed } = judge(cohort.rule, met, 0);
			return moveMember(tx, cohort, userId, passed ? 'passed' : 'failed', { by: null });
		}
		const { sale, paidAt } = await readSale(tx, orderId);
		const terms = sale.offer.terms as CohortTerms;
		const verdict = judge(cohort.rule, met, terms.deposit);
		const back = partOfPaid(sale.amount, terms, verdict.returned);
		const moved = await moveMember(tx, cohort, userId, verdict.passed ? 'passed' : 'failed', {
			by: null,
			returned: back,
		});
		if (moved) await settleMoney(tx, orderId, { back, whole: sale.amount, paidAt: paidAt ?? now() });
		return moved;
	});
}

async function settleMoney(
	tx: Tx,
	orderId: OrderId,
	{ back, whole, paidAt }: { back: number; whole: number; paidAt: Date },
): Promise<void> {
	if (back >= whole) {
		await returnEscrow(tx, orderId, 'deposit_returned');
		return;
	}
	// What went back meanwhile, by a refund or a bank, is not sent again.
	if (back > 0) await returnMoney(tx, orderId, 'deposit_returned', (left) => Math.min(left, back));
	const { sale } = await readSale(tx, orderId);
	const earners = await earnersOf(tx, thingOf('item'), sale, paidAt);
	if (earners === 'escrow') throw new Error('A cohort that is over has been earned.');
	await releaseEscrow(tx, orderId, earners);
}

async function returnToMember(db: Db, cohort: Cohort, userId: UserId): Promise<boolean> {
	return inTransaction(db, async (tx) => {
		const orderId = await lockOrderOf(tx, cohort.id, userId);
		const moved = await moveMember(tx, cohort, userId, 'left', { by: null, told: 'cancelled' });
		if (moved && orderId !== null) await returnEscrow(tx, orderId, 'cohort_cancelled');
		return moved;
	});
}

/**
 * Settles a cohort that is over, or was called off: every member in a transaction of their own, so that who was killed in
 * between goes on where it stopped, and one that fails holds up no other.
 *
 * @returns false when there was nothing to do
 * @throws AggregateError of what failed, after all had their turn
 */
export async function settleCohort(db: Db, cohortId: number): Promise<boolean> {
	const cohort = await findCohort(db, cohortId);
	const over = cohort?.status === 'open' && cohort.endsAt <= now();
	if (!cohort || (!over && cohort.status !== 'cancelled')) return false;
	const members = await db
		.selectFrom('cohort_members')
		.select('user_id')
		.where('cohort_id', '=', cohortId)
		.where('status', '=', 'active')
		.orderBy('joined_at')
		.orderBy('user_id')
		.execute();
	let settled = 0;
	const failures: unknown[] = [];
	for (const { user_id } of members) {
		try {
			const done = over ? await settleMember(db, cohort, user_id) : await returnToMember(db, cohort, user_id);
			if (done) settled += 1;
		} catch (error) {
			failures.push(error);
		}
	}
	if (failures.length > 0)
		throw new AggregateError(
			failures,
			`${failures.length} members of cohort ${cohortId} could not be settled`,
		);
	const ended = over && (await inTransaction(db, (tx) => endCohort(tx, cohort)));
	return ended || settled > 0;
}
