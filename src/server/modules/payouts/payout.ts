import type { UserId } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';

export type PayoutStatus =
	| 'asked'
	| 'approved'
	| 'in_batch'
	| 'sent'
	| 'failed'
	| 'returned'
	| 'refused'
	| 'withdrawn';

/** From which status a payout may become which. Everything else is refused. */
export const payoutTransitions: Record<PayoutStatus, readonly PayoutStatus[]> = {
	asked: ['approved', 'refused', 'withdrawn'],
	approved: ['in_batch', 'refused'],
	// The bank says no at once …
	in_batch: ['sent', 'failed'],
	// … or days later.
	sent: ['returned'],
	failed: [],
	returned: [],
	refused: [],
	withdrawn: [],
};

/** True when a payout may go from one status to the other. */
export function mayBecome(from: PayoutStatus, to: PayoutStatus): boolean {
	return payoutTransitions[from].includes(to);
}

/** Where the money goes when a payout comes to a status; statuses that are left out move none. */
export const payoutMoves: Partial<Record<PayoutStatus, { from: Place; to: Place }>> = {
	asked: { from: 'person', to: 'payouts' },
	sent: { from: 'payouts', to: 'bank' },
	failed: { from: 'payouts', to: 'person' },
	refused: { from: 'payouts', to: 'person' },
	withdrawn: { from: 'payouts', to: 'person' },
	returned: { from: 'bank', to: 'person' },
};

/** `payouts`: set aside, on its way; `bank`: it has left our bank; `person`: it is the person's to ask for. */
export type Place = 'person' | 'payouts' | 'bank';

/** How the number of an account is written, and where its bank takes it. */
export const accountKinds = ['bank_cn', 'iban', 'alipay'] as const;
export type AccountKind = (typeof accountKinds)[number];

export interface Payout {
	id: number;
	userId: UserId;
	value: Money;
	status: PayoutStatus;
	batchId: number | null;
	/** Where it goes, as it is shown: the kind and the last characters. */
	account: { kind: AccountKind; tail: string; legalName: string; bankName: string };
	bankReference: string | null;
	/** Why it was refused, failed or came back. */
	reason: string | null;
	createdAt: Date;
	sentAt: Date | null;
	closedAt: Date | null;
}

/** What the operator has set. */
export interface PayoutTerms {
	/** Days after which what was earned may be paid out, as author and for having brought the buyer. */
	holdDays: number;
	affiliateHoldDays: number;
	/** The least that is paid out, by currency, in minor units. */
	minimums: Readonly<Record<string, number>>;
}
