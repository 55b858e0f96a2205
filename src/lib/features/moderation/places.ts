import { m } from '#lib/paraglide/messages.js';

/** The pages of moderators; health is for who looks after the whole place. */
export function moderationPlaces(path: string, staff: boolean, counts?: { open: number; appeals: number }) {
	const place = (href: string, label: string, count?: number) => ({
		href,
		label,
		current: path === href,
		...(count ? { count } : {}),
	});
	return [
		place('/moderation', m.mod_queue(), counts?.open),
		place('/moderation/appeals', m.mod_appeals(), counts?.appeals),
		...(staff ? [place('/moderation/health', m.mod_health())] : []),
		place('/moderation/reversals', m.mod_reversals()),
		place('/moderation-log', m.community_log_title()),
	];
}
