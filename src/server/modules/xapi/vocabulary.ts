/** Verbs of statements: those of ADL, and one of the registry where ADL has none. */
export const verbs = {
	registered: { id: 'http://adlnet.gov/expapi/verbs/registered', display: 'registered' },
	completed: { id: 'http://adlnet.gov/expapi/verbs/completed', display: 'completed' },
	passed: { id: 'http://adlnet.gov/expapi/verbs/passed', display: 'passed' },
	failed: { id: 'http://adlnet.gov/expapi/verbs/failed', display: 'failed' },
	terminated: { id: 'http://adlnet.gov/expapi/verbs/terminated', display: 'terminated' },
	earned: { id: 'http://id.tincanapi.com/verb/earned', display: 'earned' },
} as const;

export type Verb = keyof typeof verbs;
export const verbNames = Object.keys(verbs) as [Verb, ...Verb[]];

/** What statements are about. */
export const activityTypes = {
	course: 'http://adlnet.gov/expapi/activities/course',
	lesson: 'http://adlnet.gov/expapi/activities/lesson',
	assessment: 'http://adlnet.gov/expapi/activities/assessment',
	certificate: 'http://activitystrea.ms/schema/1.0/badge',
} as const;
