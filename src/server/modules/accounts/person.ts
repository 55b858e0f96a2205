import type { Role } from '../../contracts/actor.ts';
import type { UserId } from '../../kernel/ids.ts';

/** What is shown beside anything a person wrote. */
export interface PersonCard {
	id: UserId;
	handle: string;
	name: string;
	/** Address of an uploaded picture; null shows the drawn face. */
	image: string | null;
	/** Parameters of the drawn face (shared/avatar.ts); null draws one from the handle. */
	face: unknown;
	headline: string;
	reputation: number;
	role: Exclude<Role, 'visitor'>;
	/** Verified as knowing something, at this time. Left out where a list does not ask. */
	expert?: boolean;
}

/** What a page knows of the person who is signed in. */
export interface SignedInPerson {
	id: UserId;
	handle: string;
	name: string;
	email: string;
	image: string | null;
	face: unknown;
	locale: string;
	timeZone: string;
	reputation: number;
	unreadCount: number;
	role: Exclude<Role, 'visitor'>;
	emailVerified: boolean;
}
