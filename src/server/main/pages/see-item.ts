import type { Actor } from '../../contracts/actor.ts';
import { noteRead } from '../../modules/growth/index.ts';
import { recordView } from '../../modules/items/index.ts';

/** Counts that an item was looked at, and for whom it counts as read: who was shown the whole of it. */
export function seeItem(actor: Actor, item: { id: number; held: boolean }): void {
	recordView(item.id);
	if (actor.userId !== null && !item.held) noteRead(actor.userId, item.id);
}
