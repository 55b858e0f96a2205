import { defineErrors } from '../../../kernel/errors.ts';
import type { OrderId, UserId } from '../../../kernel/ids.ts';
import type { Money } from '../../../kernel/money.ts';

export const refundError = defineErrors('refunds', {
	not_found: 404,
	not_refundable: 409,
	nothing_left: 409,
	too_much: 422,
	asked_already: 409,
	decided_already: 409,
	owed: 409,
	note_missing: 422,
});

/**
 * asked: the buyer waits for an answer. approved: promised, the money is set aside. sending: the provider was asked to
 * send it, or may have been. failed: the provider did not; it is still promised.
 */
export type RefundStatus = 'asked' | 'approved' | 'sending' | 'succeeded' | 'failed' | 'refused';

/** From which status a refund may become which. Everything else is refused. */
export const refundTransitions: Record<RefundStatus, readonly RefundStatus[]> = {
	asked: ['approved', 'refused'],
	// Called off by itself when a bank took the money first.
	approved: ['sending', 'refused'],
	sending: ['succeeded', 'failed'],
	// Tried again, or called off: then those who had the money have it again.
	failed: ['approved', 'refused'],
	succeeded: [],
	refused: [],
};

/** @throws refunds.decided_already when a refund may not go from one status to the other */
export function demandRefundMove(from: RefundStatus, to: RefundStatus): void {
	if (!refundTransitions[from].includes(to))
		throw refundError('decided_already', { detail: `A refund that is ${from} does not become ${to}.` });
}

/**
 * Why money goes back. sale: it takes back what the sale gave. unearned: the thing had been bought before, or could not
 * be given any more, so the order earned nobody anything. overpayment: a further payment of a paid order. The last two
 * are owed: nobody asks, nobody decides.
 */
export type RefundCause = 'sale' | 'unearned' | 'overpayment';

/** In which states a refund has its amount set aside in the ledger. */
export const promised: readonly RefundStatus[] = ['approved', 'sending', 'failed'];

export interface Refund {
	id: number;
	orderId: OrderId;
	cause: RefundCause;
	status: RefundStatus;
	money: Money;
	reason: string;
	/** What whoever decided said. */
	note: string;
	/** Why the provider did not send it, in its word. */
	failure: string | null;
	/** null: it is owed, or the operator sent it unasked. */
	askedBy: UserId | null;
	/** null with a decision: the rule of the cooling-off period decided, or it is owed. */
	decidedBy: UserId | null;
	provider: string;
	reference: string;
	createdAt: Date;
	decidedAt: Date | null;
	settledAt: Date | null;
}
