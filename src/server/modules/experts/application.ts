/** How many equal verdicts decide an application. */
export const VERDICTS_NEEDED = 2;
/** How long somebody stays verified, and from when on they may renew and are reminded, in days. */
export const VALID_DAYS = 730;
export const REMIND_DAYS = [30, 7] as const;
/** How long after a refusal or a revocation one waits before applying again, in days. */
export const WAIT_DAYS = 30;
export const DAY = 86_400_000;

export type ApplicationStatus = 'waiting' | 'approved' | 'refused' | 'withdrawn';
export type Verdict = 'approve' | 'refuse' | 'conflict';

/**
 * What verdicts come to: the first two that agree decide, so that one of each asks a third. Who has a conflict counts for
 * nothing.
 */
export function outcomeOf(verdicts: readonly Verdict[]): 'approved' | 'refused' | null {
	const count = (one: Verdict) => verdicts.filter((verdict) => verdict === one).length;
	if (count('approve') >= VERDICTS_NEEDED) return 'approved';
	if (count('refuse') >= VERDICTS_NEEDED) return 'refused';
	return null;
}

/** Of the days on which one is reminded, the one that is due: the nearest to the end that has been reached. Null: none. */
export function reminderDue(daysLeft: number, reminded: number | null): number | null {
	const due = REMIND_DAYS.filter((days) => daysLeft <= days).at(-1) ?? null;
	return due !== null && (reminded === null || due < reminded) ? due : null;
}
