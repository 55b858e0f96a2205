import { m } from '#lib/paraglide/messages.js';

interface Words {
	icon: string;
	/** A sentence in which `what` is the thing that it was done to. */
	say: (inputs: { what: string }) => string;
}

const done: Record<string, Words> = {
	deleted: { icon: 'trash', say: m.admin_log_deleted },
	restored: { icon: 'rotate-ccw-clock', say: m.admin_log_restored },
	hidden: { icon: 'ban', say: m.admin_log_hidden },
	shown: { icon: 'eye', say: m.admin_log_shown },
	locked: { icon: 'lock', say: m.admin_log_locked },
	unlocked: { icon: 'lock-open', say: m.admin_log_unlocked },
	pinned: { icon: 'pin', say: m.admin_log_pinned },
	unpinned: { icon: 'pin', say: m.admin_log_unpinned },
	moved: { icon: 'arrow-right', say: m.admin_log_moved },
	closed: { icon: 'circle-x', say: m.admin_log_closed },
	reopened: { icon: 'lock-open', say: m.admin_log_reopened },
	edited: { icon: 'pencil', say: m.admin_log_edited },
	retagged: { icon: 'tag', say: m.admin_log_retagged },
	released: { icon: 'eye', say: m.mod_log_released },
	dismissed: { icon: 'circle-check', say: m.mod_log_dismissed },
	undone: { icon: 'rotate-ccw-clock', say: m.mod_log_undone },
	upheld: { icon: 'shield', say: m.mod_log_upheld },
	reversed: { icon: 'rotate-ccw-clock', say: m.mod_log_reversed },
	warn: { icon: 'triangle-alert', say: m.mod_log_warn },
	slow: { icon: 'clock', say: m.mod_log_slow },
	unslow: { icon: 'clock', say: m.mod_log_unslow },
	silence: { icon: 'ban', say: m.mod_log_silence },
	unsilence: { icon: 'message-square', say: m.mod_log_unsilence },
	suspend: { icon: 'ban', say: m.admin_log_suspend },
	unsuspend: { icon: 'lock-open', say: m.admin_log_unsuspend },
};
const roles: Record<string, () => string> = {
	member: m.admin_role_member,
	moderator: m.admin_role_moderator,
	admin: m.admin_role_admin,
};
/** Stands in a sentence where the link comes: no language has this letter. */
const gap = '\u0000';

/**
 * `item:hidden`, `reply:deleted`, `suspend` or `role:admin` as a sentence around the thing it was done to: what stands
 * before the link and after it. What has no words yet is shown as it is kept.
 */
export function logWords(action: string): { icon: string; before: string; after: string } {
	const [about, change = ''] = action.split(':');
	const words = done[change || (about ?? '')];
	const sentence =
		about === 'role'
			? m.admin_log_role({ what: gap, role: roles[change]?.() ?? change })
			: words
				? words.say({ what: about === 'reply' ? m.admin_log_reply({ what: gap }) : gap })
				: `${action} ${gap}`;
	const [before = '', after = ''] = sentence.split(gap);
	return { icon: about === 'role' ? 'shield-check' : (words?.icon ?? 'shield'), before, after };
}
