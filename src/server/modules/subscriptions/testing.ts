import type { Member } from '../../contracts/actor.ts';
import type { OfferId, OrderId, SpaceId, UserId } from '../../kernel/ids.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { offerAsOrdered } from '../catalog/index.ts';
import { anItem, aPerson, aSpace } from '../items/testing.ts';
import { type Notice, orderError, type PaymentProvider, settleFree } from '../orders/index.ts';
import { begin } from './begin.ts';
import { move } from './store.ts';
import { orderTrial } from './try.ts';

/** A paid space with plans, and an article in it that only they open. */
export async function aPlannedSpace(
	db: Db,
	plans: { months: number; amount: number; trialDays?: number }[],
): Promise<{
	space: { id: SpaceId; slug: string };
	owner: Awaited<ReturnType<typeof aPerson>>;
	item: Awaited<ReturnType<typeof anItem>>;
	/** In the order given. */
	plans: OfferId[];
}> {
	const owner = await aPerson(db);
	const space = await aSpace(db, { access: 'paid', ownerId: owner.id });
	const item = await anItem(db, {
		kind: 'article',
		spaceId: space.id,
		authorId: owner.id,
		access: 'members',
	});
	const ids: OfferId[] = [];
	for (const plan of plans) ids.push(await aPlan(db, { spaceId: space.id, ...plan }));
	return { space, owner, item, plans: ids };
}

/** An offer of a space that renews itself. */
export async function aPlan(
	db: Db,
	given: { spaceId: SpaceId; months: number; amount: number; trialDays?: number },
): Promise<OfferId> {
	const { id } = await db
		.insertInto('offers')
		.values({
			sells: 'space',
			space_id: given.spaceId,
			months: given.months,
			renews: true,
			amount: given.amount,
			currency: 'CNY',
			trial_days: given.trialDays ?? null,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** A provider of a test: what it did is counted, what it answers is set. */
export interface TestProvider extends Pick<PaymentProvider, 'name' | 'methods' | 'chargeAgain'> {
	/** Payments that it took without the buyer, by reference. */
	taken: Map<string, number>;
	/** How often it was asked. */
	asked: number;
	answers: 'succeeded' | 'failed' | 'unavailable';
	/** Runs before it answers, and after it took the money. */
	beforeAnswer?: () => Promise<void>;
}

export function aProvider(): TestProvider {
	const outcomes = new Map<string, Notice['outcome']>();
	const provider: TestProvider = {
		name: 'sandbox',
		methods: ['page'],
		taken: new Map(),
		asked: 0,
		answers: 'succeeded',
		async chargeAgain({ reference, amount, currency }) {
			provider.asked++;
			if (provider.answers === 'unavailable') throw orderError('provider_unavailable');
			const outcome = outcomes.get(reference) ?? provider.answers;
			outcomes.set(reference, outcome);
			if (outcome === 'succeeded') provider.taken.set(reference, amount);
			await provider.beforeAnswer?.();
			return {
				provider: 'sandbox',
				noticeId: `charged:${reference}:${outcome}`,
				reference,
				outcome,
				amount,
				currency,
				...(outcome === 'failed' ? { failure: 'declined' } : {}),
				body: '',
			};
		},
	};
	return provider;
}

/** What was written to a person, the oldest first. */
export async function lettersTo(db: Db, userId: UserId): Promise<string[]> {
	const rows = await db
		.selectFrom('events')
		.select('payload')
		.where('type', '=', 'subscriptions.told')
		.orderBy('id')
		.execute();
	return rows
		.map(({ payload }) => payload as { subscriberId: number; mail: string })
		.filter(({ subscriberId }) => subscriberId === userId)
		.map(({ mail }) => mail);
}

/** A subscription of somebody to a space of its own, with two plans; in its trial or paid for the first month. */
export async function aSubscription(
	db: Db,
	actor: Member,
	{ trial = false }: { trial?: boolean } = {},
): Promise<{ id: number; offerId: OfferId; otherPlan: OfferId }> {
	const { plans } = await aPlannedSpace(db, [
		{ months: 12, amount: 30_000, trialDays: 14 },
		{ months: 1, amount: 3000 },
	]);
	const [offerId, otherPlan] = plans as [OfferId, OfferId];
	return inTransaction(db, async (tx) => {
		const key = { offerId, key: `subscription-of-a-test-${offerId}` };
		const orderId = (await orderTrial(tx, actor, key)) as OrderId;
		const sale = { orderId, userId: actor.userId, quantity: 1, offer: await offerAsOrdered(tx, offerId) };
		await settleFree(tx, orderId);
		const one = await begin(tx, sale);
		if (!trial) await move(tx, one, { status: 'active', period: 1, trial_ends_at: null }, { what: 'paid' });
		return { id: one.id, offerId, otherPlan };
	});
}
