import { z } from 'zod';
import type { ItemId, OfferId } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import type { PersonCard } from '../accounts/index.ts';

export type GroupStatus = 'open' | 'filled' | 'failed';

/** From which status a group may go to which. */
export const groupTransitions: Record<GroupStatus, readonly GroupStatus[]> = {
	open: ['filled', 'failed'],
	filled: [],
	failed: [],
};

/** What stands in the terms of an offer to groups. */
export const groupTerms = z.object({
	size: z.coerce.number().int('groups.size').min(2, 'groups.size').max(100, 'groups.size'),
	/** How long a group has to find its people. */
	hours: z.coerce.number().int('groups.hours').min(1, 'groups.hours').max(720, 'groups.hours'),
});

/** A group as anybody sees it who may see the item. Whoever is counted has paid. */
export interface Group {
	id: number;
	itemId: ItemId;
	/** Of the item. */
	title: string;
	offerId: OfferId;
	status: GroupStatus;
	price: Money;
	size: number;
	joined: number;
	endsAt: Date;
	people: PersonCard[];
	/** True for a reader who is in it. */
	mine: boolean;
}
