import type { ReplyId } from '../../kernel/ids.ts';
import type { ItemCard } from '../items/index.ts';
import type { Segment } from './highlight.ts';

/** One result. */
export interface Hit {
	item: ItemCard;
	title: Segment[];
	/** The part of the body, or of the best fitting reply, that shows most of what was asked for. */
	snippet: Segment[];
	/** The reply that the snippet is from; null when it is from the body. */
	replyId: ReplyId | null;
	/** The reader lacks the entitlement: only the preview was searched. */
	held: boolean;
}
