import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Measure, QueueRow, Rung } from '#server/modules/moderation/index.ts';

const said = m as unknown as Record<string, (() => string) | undefined>;

/** A reason of a report, or what the checks call what they found. */
export const reasonWords = (reason: string): string =>
	said[`mod_reason_${reason.replaceAll('-', '_')}`]?.() ?? reason;
/** What a moderator may do: `Hide`. */
export const measureWords = (measure: string): string => said[`mod_do_${measure}`]?.() ?? measure;
/** What was done: `Hidden`. */
export const doneWords = (measure: string): string => said[`mod_done_${measure}`]?.() ?? measure;
/** What was done, to the person whom it concerns. */
export const saidWords = (measure: string): string => said[`mod_said_${measure}`]?.() ?? measure;
export const sourceWords = (source: string): string => said[`mod_source_${source}`]?.() ?? source;
export const subjectWords = (subject: string): string => said[`mod_subject_${subject}`]?.() ?? subject;
export const statusWords = (status: string): string => said[`mod_status_${status}`]?.() ?? status;

export const subjectIcons: Record<string, string> = {
	item: 'file-text',
	reply: 'reply',
	person: 'circle-user',
	finding: 'users',
};

/** A step of the ladder: `Silence, 3 days`; of a measure's words what stands before the colon. */
export function rungWords({ measure, days }: Rung): string {
	const what = measureWords(measure).split(/[:：]/)[0] as string;
	if (measure === 'warn') return what;
	return days === null ? m.mod_ladder_forever({ what }) : m.mod_ladder_days({ what, n: days });
}

/** `2`, `2.5`: at most one digit after the point. */
export const short = (n: number): string =>
	new Intl.NumberFormat(getLocale(), { maximumFractionDigits: 1 }).format(n);

/** Why a case stands where it stands, in words. */
export function priorityWords({
	harm,
	reach,
	confidence,
}: Pick<QueueRow, 'harm' | 'reach' | 'confidence'>): string {
	return m.mod_priority_words({
		harm: short(harm),
		reach: short(reach),
		confidence: Math.round(confidence * 100),
	});
}

/** A day and an hour in the reader's language and time zone. */
export function moment(at: Date, timeZone = 'UTC'): string {
	return new Intl.DateTimeFormat(getLocale(), { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(
		at,
	);
}

export const titleOf = (row: Pick<QueueRow, 'title' | 'subject' | 'people'>): string =>
	row.subject === 'finding'
		? m.mod_finding_title({ n: row.people.length })
		: row.title || subjectWords(row.subject);

/** Hours as people say them: minutes below one, days above two. */
export function hoursWords(hours: number | null): string {
	return hours === null ? m.mod_hours_none() : m.mod_hours({ n: short(hours) });
}

export const percent = (part: number, of: number): string =>
	of === 0 ? '—' : `${Math.round((100 * part) / of)} %`;

export const textMeasures: Measure[] = ['release', 'hide', 'delete', 'merge'];
export const alsoMeasures: Measure[] = ['lock', 'move', 'edit'];
export const personMeasures: Measure[] = ['warn', 'slow', 'silence', 'suspend'];
