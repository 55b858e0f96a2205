import type { ItemId, OfferId, SpaceId } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';

/** A thing at a price. Offers never change: a new price is a new offer, and the old one is retired. */
export interface Offer {
	id: OfferId;
	itemId: ItemId | null;
	spaceId: SpaceId | null;
	price: Money;
	/** For a space: how many months one payment opens it for. */
	months: number | null;
	/** Title of the item or name of the space, as it is now. */
	title: string;
	/** Who the author's share goes to. */
	sellerId: number | null;
	/** Where the thing is. */
	kind: string | null;
	slug: string;
}
