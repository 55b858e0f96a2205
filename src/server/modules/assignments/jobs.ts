import type { Db } from '../../platform/db/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import { findReviewers } from './find-reviewers.ts';
import { settleOverdue } from './settle-reviews.ts';

/** Finds reviewers for works that wait for some, and settles those whose reviewers' time is over. */
export const reviewJob = (db: Db): Job<never> => ({
	name: 'assignments.reviews',
	cron: '* * * * *',
	work: async () => {
		await findReviewers(db);
		await settleOverdue(db);
	},
});
