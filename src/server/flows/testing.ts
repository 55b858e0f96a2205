import { listOffers, priceItem, priceSpace } from '../modules/catalog/index.ts';
import { anItem, aPerson, aSpace, type PersonBuilt, unique } from '../modules/items/testing.ts';
import type { Notice, PaymentProvider, RefundAnswer } from '../modules/orders/index.ts';
import { startPayment } from '../modules/orders/index.ts';
import type { Db } from '../platform/db/index.ts';
import { checkout } from './checkout.ts';
import { settlePayment } from './settle-payment.ts';

/* Builders for tests of money: each makes what it needs through the use cases, as people would. */

/** An article that is for sale, and who wrote it. */
export async function aPaidArticle(db: Db, amount = 1900) {
	const author = await aPerson(db);
	const item = await anItem(db, { kind: 'article', authorId: author.id, access: 'paid' });
	await priceItem(db, author.actor, item.id, { amount, currency: 'CNY' });
	const [offer] = await listOffers(db, { itemId: item.id });
	return { author, item, offerId: offer!.id, amount };
}

/** A space that is for sale by the month, and who owns it. */
export async function aPaidSpace(db: Db, amount = 3900, months = 1) {
	const author = await aPerson(db);
	const space = await aSpace(db, { access: 'paid', ownerId: author.id });
	await priceSpace(db, author.actor, space.id, months, { amount, currency: 'CNY' });
	const [offer] = await listOffers(db, { spaceId: space.id });
	return { author, space, offerId: offer!.id, amount };
}

/** An order and a payment that was begun. */
export async function anOrder(db: Db, buyer: PersonBuilt, offerId: number, provider = 'fake') {
	const { orderId } = await checkout(db, buyer.actor, { offerId, key: unique('key-of-a-test') });
	const { reference } = await startPayment(db, buyer.actor, orderId, provider);
	return { orderId, reference };
}

/** A notice of the fake provider. */
export function aNotice(notice: Pick<Notice, 'reference' | 'outcome' | 'amount'> & Partial<Notice>): Notice {
	return { provider: 'fake', noticeId: unique('notice'), currency: 'CNY', body: '{}', ...notice };
}

/** An order that is paid. The platform's share is a fifth. */
export async function aPaidOrder(
	db: Db,
	{
		buyer,
		offerId,
		amount,
		provider,
	}: { buyer: PersonBuilt; offerId: number; amount: number; provider?: FakeProvider },
) {
	const order = await anOrder(db, buyer, offerId);
	provider?.pay(order.reference, amount);
	await settlePayment(db, aNotice({ reference: order.reference, outcome: 'succeeded', amount }), 2000);
	return order;
}

/** A provider that keeps books in memory, as the real ones do at their place. */
export interface FakeProvider extends PaymentProvider {
	/** What it has of each payment, and what it sent back under which reference. */
	readonly paid: Map<string, number>;
	readonly refunds: Map<string, { payment: string; amount: number; status: RefundAnswer['status'] }>;
	/** How it answers the next refunds it does not know yet; `down`: not at all. */
	manner: RefundAnswer['status'] | 'down';
	/** The buyer pays there. */
	pay(reference: string, amount: number): void;
	/** What it holds for us. */
	holds(): number;
}

export function fakeProvider(name = 'fake'): FakeProvider {
	const paid = new Map<string, number>();
	const refunds: FakeProvider['refunds'] = new Map();
	const unused = () => Promise.reject(new Error('not asked for in these tests'));
	return {
		name,
		currencies: ['CNY'],
		methods: ['page'],
		calendar: { utcOffset: 0, readyAfterHours: 1 },
		paid,
		refunds,
		manner: 'succeeded',
		pay: (reference, amount) => void paid.set(reference, (paid.get(reference) ?? 0) + amount),
		holds: () =>
			[...paid.values()].reduce((sum, amount) => sum + amount, 0) -
			[...refunds.values()].reduce((sum, one) => sum + (one.status === 'succeeded' ? one.amount : 0), 0),
		begin: unused,
		hear: unused,
		ask: unused,
		bill: unused,
		async refund({ reference, paymentReference, amount }) {
			if (this.manner === 'down') throw new Error('The provider does not answer.');
			const known = refunds.get(reference);
			if (known) return { status: known.status };
			const before = [...refunds.values()]
				.filter((one) => one.payment === paymentReference && one.status !== 'failed')
				.reduce((sum, one) => sum + one.amount, 0);
			if (before + amount > (paid.get(paymentReference) ?? 0))
				throw new Error(`${reference} wants more back than was paid.`);
			refunds.set(reference, { payment: paymentReference, amount, status: this.manner });
			return this.manner === 'failed'
				? { status: 'failed', failure: 'card_closed' }
				: { status: this.manner };
		},
		async askRefund(reference) {
			if (this.manner === 'down') throw new Error('The provider does not answer.');
			const known = refunds.get(reference);
			return known ? { status: known.status } : null;
		},
	};
}
