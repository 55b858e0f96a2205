import type { Member } from '../../contracts/actor.ts';
import type { Db } from '../../platform/db/index.ts';

/** One thing that waits for a mentor. */
export interface WaitingWork {
	href: string;
	/** What it is, in the words of whoever made it. */
	title: string;
	/** Where it is: the name of its course or cohort. */
	about: string;
	/** Since when it waits; null where nobody waits for it. */
	since: Date | null;
	/** Whom it concerns. */
	person?: { handle: string; name: string } | null;
	/** A number that belongs to it, such as days of silence. */
	figure?: number | null;
}

/** All of one kind that waits for somebody. */
export interface WaitingList {
	count: number;
	/** The longest waiting first, at most {@link WAITING_SHOWN}. */
	rows: WaitingWork[];
}

/** One kind of thing that makers of courses are waited for with. */
export interface MentorWork {
	/** Names it, e.g. `assignments`; pages find its words and icon by it. */
	name: string;
	/** What of it waits for this person, in all of their courses. One statement or two. */
	read(db: Db, mentor: Member): Promise<WaitingList>;
}

/** How many of a kind the desk shows. */
export const WAITING_SHOWN = 20;

const registered = new Map<string, MentorWork>();

/** What may wait for a mentor. Whoever has work for them registers it; the mentor's desk shows all of it. */
export const mentorWork = {
	/** Makes a kind known. A second registration of the same name replaces the first. */
	register(work: MentorWork): MentorWork {
		registered.set(work.name, work);
		return work;
	},
	all: registered as ReadonlyMap<string, MentorWork>,
};
