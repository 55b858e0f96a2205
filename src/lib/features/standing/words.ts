import { m } from '#lib/paraglide/messages.js';

const messages = m as unknown as Record<
	string,
	((params?: Record<string, string | number>) => string) | undefined
>;
const word = (name: string, params?: Record<string, string | number>) =>
	messages[`standing_${name.replaceAll('-', '_')}`]?.(params);

/** What a level is called. */
export const levelName = (level: number): string => word(`level_${level}`) ?? String(level);
/** What a privilege allows; `votes` closes a question. */
export const privilegeWords = (privilege: string, votes: number): string =>
	word(`privilege_${privilege}`, { n: votes }) ?? privilege;
/** What a level asks for. */
export const needWords = (field: string): string => word(`need_${field}`) ?? field;
/** Why an entry was written. */
export const reasonWords = (reason: string): string => word(`reason_${reason}`) ?? reason;
/** Why it was taken back: known words, or those of whoever did it. */
export const whyWords = (why: string): string => word(`why_${why}`) ?? why;
export const ledgerWords = (ledger: string): string => word(ledger) ?? ledger;

/**
 * What a rule is about, as a phrase: "A vote up for an answer".
 *
 * @param alone there are no rules for single kinds beside one for all
 */
export function causeWords(cause: string, of: string | null, alone = false): string {
	const head = word(`cause_${cause}`) ?? cause;
	if (cause === 'level-reached' && of !== null) return `${head} ${of}`;
	const takesKind = ['up', 'down', 'cast-up', 'cast-down', 'published', 'replied', 'reward'].includes(cause);
	if (!takesKind) return head;
	const all = alone ? m.standing_of_all : m.standing_of_any;
	return `${head} ${of === null ? all() : (word(`of_${of}`) ?? of)}`;
}
