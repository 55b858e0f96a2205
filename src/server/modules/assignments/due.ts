const DAY = 86_400_000;

/** What is done with works that come late. */
export type Late = 'counts' | 'less' | 'refused';

export interface DueTerms {
	dueAt: Date | null;
	dueDays: number | null;
	late: Late;
	/** Of the points, for each day begun. */
	latePercent: number;
	/** After so many days it is refused all the same. */
	lateDays: number | null;
}

/** When somebody who began the course then has to hand in; null: whenever they please. */
export function dueOf(terms: DueTerms, startedAt: Date | null): Date | null {
	if (terms.dueAt) return terms.dueAt;
	if (terms.dueDays === null || startedAt === null) return null;
	return new Date(startedAt.getTime() + terms.dueDays * DAY);
}

/** Days begun after it was due; 0 in time. */
export function daysLate(due: Date | null, at: Date): number {
	return due === null ? 0 : Math.max(0, Math.ceil((at.getTime() - due.getTime()) / DAY));
}

/** From when on nothing is taken any more; null: never. */
export function closesAt(terms: DueTerms, due: Date | null): Date | null {
	if (due === null) return null;
	if (terms.late === 'refused') return due;
	return terms.lateDays === null ? null : new Date(due.getTime() + terms.lateDays * DAY);
}

/** What is left of a score, 0 to 1. */
export function afterLateness(terms: DueTerms, score: number, late: number): number {
	if (terms.late !== 'less') return score;
	return score * Math.max(0, 1 - (late * terms.latePercent) / 100);
}
