import type { ItemId, OfferId, OrderId, UserId } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import type { PersonCard } from '../accounts/index.ts';

export type AskStatus = 'waiting' | 'answered' | 'declined' | 'expired' | 'refunded';

/** From which status a paid question may go to which. Everything else is refused. */
export const askTransitions: Record<AskStatus, readonly AskStatus[]> = {
	waiting: ['answered', 'declined', 'expired', 'refunded'],
	// Only the operator sends back money that was earned.
	answered: ['refunded'],
	declined: [],
	expired: [],
	refunded: [],
};

/** The texts of a paid question, in the order in which they are written; each of them once. */
export const askParts = ['question', 'answer', 'followup', 'reply'] as const;
export type AskPart = (typeof askParts)[number];

export interface AskText {
	part: AskPart;
	html: string;
	hasMath: boolean;
	at: Date;
}

/** What a list shows of a paid question. */
export interface AskCard {
	id: number;
	title: string;
	language: string;
	status: AskStatus;
	asker: PersonCard | null;
	expert: PersonCard | null;
	price: Money;
	askedAt: Date;
	dueAt: Date;
	answeredAt: Date | null;
	/** True when the follow-up waits for the expert. */
	followupWaits: boolean;
}

/** How the reader stands to it: `passer` may read its title only, and listen in for money. */
export type AskRelation = 'asker' | 'expert' | 'listener' | 'admin' | 'passer';

export interface Ask extends AskCard {
	relation: AskRelation;
	orderId: OrderId;
	askerId: UserId;
	expertId: UserId;
	open: boolean;
	reason: string | null;
	/** Empty for a passer. */
	texts: AskText[];
	listen: { offerId: OfferId; price: Money } | null;
	listeners: number;
	/** The free question that it became. */
	itemId: ItemId | null;
}
