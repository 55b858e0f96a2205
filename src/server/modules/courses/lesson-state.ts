import { missingOf, type Rule, type RuleFacts } from './rule.ts';

/** Whether a learner may open a lesson now, and if not, what stands in the way. */
export type LessonState =
	| { open: true }
	/** The course is not theirs: to be bought, or to be joined. */
	| { open: false; why: 'held' }
	/** It opens so many days after they began, and they have not begun. */
	| { open: false; why: 'begin' }
	| { open: false; why: 'drip'; until: Date }
	| { open: false; why: 'rule'; missing: Rule };

/** How somebody stands to a course. */
export interface Standing {
	/** Makes the course, or looks after the place: everything is open. */
	maker: boolean;
	/** The course is theirs to read, by the rule of entitlements. */
	full: boolean;
	/** When they began; null when they have not. */
	startedAt: Date | null;
	facts: RuleFacts;
	/** What must be met before the course is begun. */
	courseRule: Rule | null;
}

/** What of a lesson decides when it opens. */
export interface Opening {
	preview: boolean;
	dripDays: number | null;
	dripAt: Date | null;
	rule: Rule | null;
}

const day = 86_400_000;

/** The one answer to "may they open it now"; the order of the lines is the rule. Pure. */
export function lessonState(lesson: Opening, who: Standing, at: Date): LessonState {
	if (who.maker || lesson.preview) return { open: true };
	if (!who.full) return { open: false, why: 'held' };
	if (who.startedAt === null) {
		const missing = missingOf(who.courseRule, who.facts);
		if (missing) return { open: false, why: 'rule', missing };
		if (lesson.dripDays !== null && lesson.dripDays > 0) return { open: false, why: 'begin' };
	}
	const until = opensAt(lesson, who.startedAt);
	if (until && until > at) return { open: false, why: 'drip', until };
	const missing = missingOf(lesson.rule, who.facts);
	return missing ? { open: false, why: 'rule', missing } : { open: true };
}

/** When a lesson opens for somebody who began at `startedAt`; null: at once. */
export function opensAt(
	{ dripDays, dripAt }: Pick<Opening, 'dripDays' | 'dripAt'>,
	startedAt: Date | null,
): Date | null {
	if (dripAt) return dripAt;
	if (dripDays !== null && startedAt) return new Date(startedAt.getTime() + dripDays * day);
	return null;
}
