import { type Actor, visitor } from '../../contracts/actor.ts';
import type { Db } from '../../platform/db/index.ts';

/** What a page knows of the person who is signed in. */
export interface SignedInPerson {
	id: number;
	handle: string;
	name: string;
	image: string | null;
	face: unknown;
	locale: string;
	timeZone: string;
	unreadCount: number;
	role: 'member' | 'moderator' | 'admin';
}

/** The browser's session, looked up; a visitor when there is none. */
export async function identify(_db: Db, _headers: Headers): Promise<{ actor: Actor; person: SignedInPerson | null }> {
	return { actor: visitor, person: null };
}
