import { m } from '#lib/paraglide/messages.js';
import { causeWords, ledgerWords, needWords, privilegeWords } from './words.ts';

/** What a path of a difference is about, for who reads it: `rules/points/up/answer`, `levels/2/reputation` … */
export function pathWords(path: string): string {
	const [head, a, b, c] = path.split('/') as [string, string?, string?, string?];
	if (head === 'rules') return `${ledgerWords(a!)}: ${causeWords(b!, c === '*' ? null : c!)}`;
	if (head === 'levels') return `${m.standing_level({ n: a! })}: ${needWords(b!)}`;
	if (head === 'privileges') return privilegeWords(a!, 0);
	if (head === 'keepPercent') return m.standing_admin_keep();
	if (head === 'graceDays') return m.standing_admin_grace();
	if (head === 'closingVotes') return m.standing_admin_closing();
	const fields: Record<string, () => string> = {
		free: m.standing_admin_pair_free,
		days: m.standing_admin_days,
		percent: m.standing_admin_percent,
		hours: m.standing_admin_hours,
		idleDays: m.standing_admin_days,
	};
	const groups: Record<string, () => string> = {
		pair: m.standing_admin_pair,
		newAccount: m.standing_admin_new,
		decay: m.standing_admin_fade,
	};
	if (a === 'perDay')
		return `${ledgerWords(head)}, ${m.standing_admin_perday()}: ${causeWords(b!, null, true)}`;
	return `${ledgerWords(head)}, ${groups[a!]?.() ?? a}${b ? `: ${fields[b]?.() ?? b}` : ''}`;
}
