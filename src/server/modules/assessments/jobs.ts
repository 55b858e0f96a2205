import type { Db } from '../../platform/db/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import { closeOverdue } from './attempts.ts';

/** Hands in attempts whose time is over, for who closed the page. */
export const closeOverdueJob = (db: Db): Job<never> => ({
	name: 'assessments.close-overdue',
	cron: '* * * * *',
	work: async () => void (await closeOverdue(db)),
});
