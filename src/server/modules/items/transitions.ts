/**
 * The ways in which items and replies change status: to which, and what the fact says (`items.changed`). From which
 * status, and by whom, the gates say. A draft leaves by being published or discarded.
 */
export const transitions = {
	delete: { to: 'deleted', change: 'deleted' },
	restore: { to: 'published', change: 'restored' },
	hide: { to: 'hidden', change: 'hidden' },
	unhide: { to: 'published', change: 'shown' },
} as const;

export type TransitionName = keyof typeof transitions;

/** Marks that a moderator sets and takes away; each is a column with the time it was set. */
export const marks = {
	lock: { column: 'locked_at', set: true, change: 'locked' },
	unlock: { column: 'locked_at', set: false, change: 'unlocked' },
	pin: { column: 'pinned_at', set: true, change: 'pinned' },
	unpin: { column: 'pinned_at', set: false, change: 'unpinned' },
} as const;

export type MarkName = keyof typeof marks;
