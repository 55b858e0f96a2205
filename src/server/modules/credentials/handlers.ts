import { type Handler, onEvents } from '../../platform/events/index.ts';
import { revokeForAward } from './change-certificate.ts';
import { settlePathsOf } from './edit-path.ts';
import { issueForCourse } from './issue.ts';
import type { Issuer } from './issuer.ts';

/** What follows from what was learnt. */
export function credentialHandlers(issuer: Issuer): Handler[] {
	return [
		onEvents('credentials.issue', ['courses.completed'], async (tx, { payload }) => {
			await issueForCourse(tx, issuer, { userId: payload.learnerId, courseId: payload.courseId });
		}),
		onEvents('credentials.revoke-badge', ['rewards.withdrawn'], (tx, { payload }) =>
			revokeForAward(tx, payload.awardId, 'The badge was withdrawn.'),
		),
		onEvents('credentials.settle-paths', ['courses.completed'], async (tx, { payload }) => {
			await settlePathsOf(tx, issuer, payload.learnerId, payload.courseId);
		}),
	];
}
