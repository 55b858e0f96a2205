import type { OrderId, UserId } from '../../kernel/ids.ts';
import type { PersonCard } from '../accounts/index.ts';
import type { Sells } from '../catalog/index.ts';

/** `expired`: nobody redeemed it in time, and its money went back; `void`: the whole order was refunded. */
export type GiftStatus = 'ready' | 'redeemed' | 'expired' | 'void';

/** From which status a gift may go to which. */
export const giftTransitions: Record<GiftStatus, readonly GiftStatus[]> = {
	ready: ['redeemed', 'expired', 'void'],
	redeemed: ['void'],
	expired: [],
	void: [],
};

/** How long a code is good for. */
export const giftMonths = 12;

/** A gift as who holds its code sees it. */
export interface Gift {
	id: number;
	code: string;
	status: GiftStatus;
	/** It can be redeemed no more. */
	expired: boolean;
	expiresAt: Date;
	message: string;
	giver: PersonCard | null;
	giverId: UserId;
	orderId: OrderId;
	redeemedBy: PersonCard | null;
	/** What it gives. */
	title: string;
	sells: Sells;
	months: number | null;
	/** Where that is read, by what it is made of. */
	itemId: number | null;
	itemKind: string | null;
	slug: string;
}
