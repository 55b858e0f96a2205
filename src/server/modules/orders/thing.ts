import type { Actor } from '../../contracts/actor.ts';
import type { OrderId, UserId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import type { Db, Tx } from '../../platform/db/index.ts';
import type { Offer } from '../catalog/index.ts';

/** An order that was paid, as whoever hands over what was bought sees it. */
export interface Sale {
	orderId: OrderId;
	/** Who paid, and who gets it. */
	userId: UserId;
	amount: number;
	tax: number;
	currency: Currency;
	quantity: number;
	offer: Offer;
	/** What only one kind of order has. */
	details: unknown;
}

/** Whose money a sale becomes, by weight; `escrow`: nobody's, until whoever sold it has done the work. */
export type Earners = 'escrow' | readonly { userId: UserId; weight: number }[];

/**
 * One kind of thing that is sold. Orders, prices, payments and refunds are the same for all of them; this is what
 * differs. All of it runs in the caller's transaction.
 */
export interface Thing {
	/**
	 * Refuses whom it may not be sold to, whichever road they come by.
	 *
	 * @throws catalog.not_for_sale, orders.already_owned
	 */
	demandBuyable(db: Db, buyer: Actor & { userId: UserId }, offer: Offer): Promise<void>;
	/**
	 * Checks what only this kind of order has, and gives it back as it is kept; default: nothing is kept. Asked once, when
	 * the order is placed. Whatever a client sent goes through here.
	 *
	 * @throws common.invalid_input
	 */
	prepare?(
		tx: Tx,
		buyer: Actor & { userId: UserId },
		offer: Offer,
		order: { quantity: number; details: unknown },
	): Promise<unknown>;
	/** True for what may be bought for somebody else, by a code. */
	givable?: boolean;
	/** True when a second payment for it buys nothing, so that it is owed back. */
	hasAlready?(tx: Tx, userId: UserId, offer: Offer): Promise<boolean>;
	/** Default: the seller of the offer, the platform alone where there is none. */
	earners?(tx: Tx, sale: Sale): Promise<Earners>;
	/** Hands over what was bought; asked again for the same order it does nothing more. */
	give(tx: Tx, sale: Sale): Promise<void>;
	/** True when so much of it was used that the buyer may not simply send it back. Default: never. */
	used?(tx: Tx, sale: Sale): Promise<boolean>;
	/** Takes it back after the whole price was refunded. */
	takeBack(tx: Tx, sale: Sale): Promise<void>;
}
