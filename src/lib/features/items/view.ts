import type { SignedInPerson } from '#server/modules/accounts/index.ts';
import type { ItemPage, PersonalState } from '#server/modules/items/index.ts';

/** What every part of an item's page is given. */
export interface ItemView {
	page: ItemPage;
	mine: PersonalState;
	person: SignedInPerson | null;
	/** What this person may do to each reply; empty for a visitor. */
	rights: ReadonlyMap<number, ReplyRights>;
	/** This person's votes by reply; 0 stands for the item. */
	votes: ReadonlyMap<number, -1 | 1>;
	/** Address of the page without query, where its forms post to. */
	path: string;
	/** What stands before `?/vote` in its forms: nothing on the item's own page. */
	actions: string;
	/** With scheme and host: what is shared and cited. */
	address: string;
	/** What a refused form had, to be shown again beside the reason. */
	refused: Refusal | null;
	/** The comment that a reply form is open under (`?reply=`), for readers without a script. */
	replyTo: number | null;
	/** What the choice of reactions is open for (`?react=`): a reply, or 0 for the item. */
	reactTo: number | null;
}

/** The answer of `replyRights` of the items module. */
export interface ReplyRights {
	edit: boolean;
	delete: boolean;
	hide: boolean;
	vote: boolean;
	accept: boolean;
	unaccept: boolean;
}

export interface Refusal {
	/** Which form: `answer`, `comment`. */
	form: string;
	/** What a comment was meant to reply to. */
	parentId: number | null;
	text: string;
	message: string;
}

/** True when this person wrote it. */
export function wrote(view: ItemView, author: { id: number } | null): boolean {
	return author !== null && view.person !== null && author.id === view.person.id;
}
