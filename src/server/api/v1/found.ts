import type { Actor } from '../../contracts/actor.ts';
import { commonError } from '../../kernel/errors.ts';
import { accountError, findPerson, type PersonProfile } from '../../modules/accounts/index.ts';
import { may } from '../../modules/entitlements/index.ts';
import { findTag, itemError, itemOfReply, type Tag } from '../../modules/items/index.ts';
import { findSpace, type Space, spaceError } from '../../modules/spaces/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { apiError } from '../errors.ts';

// What an address names, or a refusal that says what is missing.

export async function theSpace({ db, actor }: { db: Db; actor: Actor }, slug: string): Promise<Space> {
	const space = await findSpace(db, actor, slug);
	if (!space) throw spaceError('not_found', { detail: `There is no space "${slug}" here.` });
	return space;
}

export async function thePerson({ db }: { db: Db }, handle: string): Promise<PersonProfile> {
	const person = await findPerson(db, handle);
	if (!person) throw accountError('not_found', { detail: `There is nobody with the handle "${handle}".` });
	return person;
}

export async function theTag({ db, actor }: { db: Db; actor: Actor }, slug: string): Promise<Tag> {
	const tag = await findTag(db, actor, slug);
	if (!tag) throw itemError('tag_not_found', { detail: `There is no tag "${slug}".` });
	return tag;
}

/** @throws items.not_found for what the asking person may not know of */
export async function mustSee(db: Db, actor: Actor, itemId: number): Promise<void> {
	const access = (await may(db, actor, 'read', [{ id: itemId }])).get(itemId);
	if (access === 'none') throw itemError('not_found', { detail: `There is no item ${itemId} here.` });
}

/** The item that a reply hangs on, when the asking person may know of it. */
export async function itemOf(db: Db, actor: Actor, replyId: number): Promise<number> {
	const itemId = await itemOfReply(db, replyId);
	const access = itemId === null ? 'none' : (await may(db, actor, 'read', [{ id: itemId }])).get(itemId);
	// The same refusal for both: whether a reply is there is part of what a stranger may not know.
	if (itemId === null || access === 'none') {
		throw itemError('reply_not_found', { detail: `There is no reply ${replyId} here.` });
	}
	return itemId;
}

export function present<T>(thing: T | null | undefined, what: string): T {
	if (thing === null || thing === undefined)
		throw commonError('not_found', { detail: `There is no such ${what} here.` });
	return thing;
}

/**
 * The revision that a change begins from, as If-Match names it: the ETag that reading gave, whose first number is
 * the revision.
 *
 * @throws api.if_match_missing, api.revision_outdated for what no reading gave
 */
export function revisionOf(header: string | null): number {
	if (header === null) {
		throw apiError('if_match_missing', { detail: 'Send the ETag that you read it with as If-Match.' });
	}
	const revision = /^"(\d{1,9})(?:-[\w-]+)?"$/.exec(header.trim())?.[1];
	if (!revision || Number(revision) < 1) {
		throw apiError('revision_outdated', { detail: `If-Match names no revision: ${header.slice(0, 60)}` });
	}
	return Number(revision);
}
