import type { ItemAction } from './policy.ts';

/** One way in which a status may change: from which, to which, and which right it takes. */
export interface Transition {
	from: readonly string[];
	to: 'published' | 'hidden' | 'deleted';
	action: ItemAction;
	/** What the fact says: `items.changed` with this. */
	change: string;
}

/** The only ways in which items and replies change status; a draft leaves by being published or discarded. */
export const transitions = {
	delete: { from: ['published', 'hidden'], to: 'deleted', action: 'delete', change: 'deleted' },
	restore: { from: ['deleted'], to: 'published', action: 'restore', change: 'restored' },
	hide: { from: ['published'], to: 'hidden', action: 'hide', change: 'hidden' },
	unhide: { from: ['hidden'], to: 'published', action: 'hide', change: 'shown' },
} as const satisfies Record<string, Transition>;

export type TransitionName = keyof typeof transitions;

/** Marks that a moderator sets and takes away; each is a column with the time it was set. */
export const marks = {
	lock: { column: 'locked_at', set: true, action: 'lock', change: 'locked' },
	unlock: { column: 'locked_at', set: false, action: 'lock', change: 'unlocked' },
	pin: { column: 'pinned_at', set: true, action: 'pin', change: 'pinned' },
	unpin: { column: 'pinned_at', set: false, action: 'pin', change: 'unpinned' },
} as const;

export type MarkName = keyof typeof marks;
