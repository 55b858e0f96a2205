/**
 * The ways in which items and replies change status: to which, and what the fact says (`items.changed`). From which
 * status, and by whom, the gates say. A draft leaves by being published or discarded. What is restored is again what
 * it was before it was deleted: nobody brings what was held or hidden into sight by deleting it.
 */
export const transitions = {
	delete: { to: 'deleted', change: 'deleted' },
	restore: { to: 'published', change: 'restored' },
	hide: { to: 'hidden', change: 'hidden' },
	release: { to: 'published', change: 'released' },
	unhide: { to: 'published', change: 'shown' },
} as const;

export type TransitionName = keyof typeof transitions;

/** What the fact says where restoring leads out of sight again. */
const restored = { published: 'restored', held: 'held', hidden: 'hidden' } as const;

/** Where one of the transitions leads from where something stands. */
export function transitionOf(name: TransitionName, deletedFrom: string | null) {
	const { to, change } = transitions[name];
	if (name !== 'restore' || deletedFrom === null) return { to, change };
	const back = deletedFrom as keyof typeof restored;
	return { to: back, change: restored[back] };
}

/** Marks that a moderator sets and takes away; each is a column with the time it was set. */
export const marks = {
	lock: { column: 'locked_at', set: true, change: 'locked' },
	unlock: { column: 'locked_at', set: false, change: 'unlocked' },
	pin: { column: 'pinned_at', set: true, change: 'pinned' },
	unpin: { column: 'pinned_at', set: false, change: 'unpinned' },
} as const;

export type MarkName = keyof typeof marks;
