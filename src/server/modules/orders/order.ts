import { defineErrors } from '../../kernel/errors.ts';
import type { ItemId, OfferId, OrderId, SpaceId, UserId } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import type { QuoteLine, Sells } from '../catalog/index.ts';

export const orderError = defineErrors('orders', {
	not_found: 404,
	already_owned: 409,
	not_payable: 409,
	price_changed: 409,
	not_givable: 422,
	seats_taken: 409,
	payment_declined: 402,
	notice_invalid: 400,
	amount_mismatch: 409,
	no_provider: 503,
	provider_unavailable: 503,
});

export type OrderStatus = 'pending' | 'paid' | 'cancelled' | 'expired' | 'refunded';

/** From which status an order may become which. Everything else is refused. */
export const orderTransitions: Record<OrderStatus, readonly OrderStatus[]> = {
	pending: ['paid', 'cancelled', 'expired'],
	// A provider may report success after we gave up waiting: the buyer paid, so the order is paid.
	expired: ['paid'],
	cancelled: ['paid'],
	paid: ['refunded'],
	refunded: [],
};

/** True when an order may go from one status to the other. */
export function mayBecome(from: OrderStatus, to: OrderStatus): boolean {
	return orderTransitions[from].includes(to);
}

export interface Order {
	id: OrderId;
	userId: UserId;
	offerId: OfferId;
	status: OrderStatus;
	/** What is paid, and what was sent back of it. */
	price: Money;
	refunded: number;
	quantity: number;
	/** How the price came about, as the buyer saw it. */
	quote: QuoteLine[];
	gift: boolean;
	title: string;
	createdAt: Date;
	/** Until when it waits for its payment. */
	expiresAt: Date;
	paidAt: Date | null;
	/** What was bought; see Offer. */
	sells: Sells;
	itemId: ItemId | null;
	spaceId: SpaceId | null;
	bundleId: number | null;
	tierId: number | null;
	personId: UserId | null;
	/** Where what was bought is. */
	itemKind: string | null;
	slug: string;
	/** For what is sold by time: how many months were bought. */
	months: number | null;
	/** It is of a subscription: later payments are taken without the buyer. */
	renews: boolean;
}

/** One try at paying an order. */
export interface Payment {
	provider: string;
	reference: string;
	status: 'started' | 'succeeded' | 'failed';
	/** Why it failed, in the provider's word. */
	failure: string | null;
	createdAt: Date;
}
