import type { Actor, Member } from '../../contracts/actor.ts';
import { obstacle } from '../../contracts/policy.ts';
import type { ItemId, ReplyId, SpaceId, UserId } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../platform/db/index.ts';
import { itemError } from './errors.ts';
import type { ReplyKind } from './kinds.ts';

/** What somebody wrote, as it is about to stand. */
export interface WrittenText {
	/** Empty for a reply. */
	title: string;
	/** Markdown. */
	source: string;
}

/** A text to be looked at, and who wants it to stand where. */
export interface TextToCheck extends WrittenText {
	what: 'item' | ReplyKind;
	/** null for an item that is not written yet. */
	itemId: ItemId | null;
	/** null for an item, and for a reply that is not written yet. */
	replyId: ReplyId | null;
	spaceId: SpaceId;
	writer: Member;
	/** They look after the space or the place. */
	trusted: boolean;
	/** What stood there before; null for what is new. */
	before: (WrittenText & { status: TextStatus }) | null;
}

export type TextStatus = 'published' | 'held' | 'hidden';

/** What is done with a text: it is shown, it waits for somebody to look, it is out of sight. */
export type TextDecision = 'publish' | 'hold' | 'hide';

export interface TextVerdict {
	decision: TextDecision;
	/** Called in the same transaction once the text is written: keeps why, and tells it. */
	settle?: (tx: Tx, written: { itemId: ItemId; replyId: ReplyId | null; revision: number }) => Promise<void>;
}

/** Looks at texts before they stand. */
export interface TextCheck {
	/** Before the transaction: what others must be asked, who may take their time. Its answer is given to `check`. */
	ahead?: (db: Db, text: WrittenText) => Promise<unknown>;
	/**
	 * In the transaction of publishing, replying and revising.
	 *
	 * @throws a coded error to refuse the text: then nothing is written
	 */
	check: (tx: Tx, text: TextToCheck, seenAhead: unknown) => Promise<TextVerdict>;
}

let registered: TextCheck | null = null;

/** Makes a check known; a second one replaces the first, null takes it away. Without one everything is published. */
export function registerTextCheck(check: TextCheck | null): void {
	registered = check;
}

/** Called before the transaction by whoever writes a text; who may not write at all makes nobody look. */
export async function lookAhead(db: Db, actor: Actor, text: WrittenText): Promise<unknown> {
	return obstacle(actor, 'public') ? undefined : registered?.ahead?.(db, text);
}

/** @throws what the check throws to refuse the text */
export async function checkText(tx: Tx, text: TextToCheck, seenAhead: unknown): Promise<TextVerdict> {
	return (await registered?.check(tx, text, seenAhead)) ?? { decision: 'publish' };
}

/**
 * Who edits what another wrote changes nothing of whether it stands: an edit that would take it out of sight is refused.
 *
 * @throws items.edit_stopped
 */
export function refuseStopping(
	decision: TextDecision,
	authorId: UserId | null,
	editorId: UserId,
	moderator: boolean,
): void {
	if (decision !== 'publish' && !moderator && authorId !== editorId)
		throw itemError('edit_stopped', { detail: 'The checks would take this text out of sight.' });
}

const statusFor = { publish: 'published', hold: 'held', hide: 'hidden' } as const;

/**
 * The status of a text after a look at it. What is out of sight because somebody hid it stays so; what waited comes
 * into sight when nothing speaks against it any more.
 */
export function statusAfter(decision: TextDecision, before: TextStatus | null): TextStatus {
	return before === 'hidden' ? 'hidden' : statusFor[decision];
}
