import type { ItemId, UserId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { kinds } from '../items/index.ts';

/** Beyond this share something was used, and is not simply sent back; the same for time and for items. */
const MOST = 0.5;

/**
 * True when somebody has used most of what an order opened: on average over its items, as their kinds say. What no kind
 * says anything of counts as not used.
 */
export async function mostlyConsumed(
	db: Db,
	userId: UserId,
	items: readonly { id: ItemId; kind: string | null }[],
): Promise<boolean> {
	let sum = 0;
	// A query a kind that knows, not a query an item of a list: a bundle has few items.
	for (const { id, kind } of items) {
		const share = await kinds.get(kind ?? '')?.consumed?.(db, { itemId: id, userId });
		sum += Math.min(1, Math.max(0, share ?? 0));
	}
	return items.length > 0 && sum / items.length > MOST;
}
