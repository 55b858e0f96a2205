import type { Db } from '../../platform/db/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import { reassignWaiting } from './claim.ts';

/** Every quarter of an hour: what nobody came for is given to somebody else. */
export function moderationJobs(db: Db): Job<never>[] {
	return [
		{
			name: 'moderation.reassign',
			cron: '*/15 * * * *',
			work: async () => void (await reassignWaiting(db)),
		},
	];
}
