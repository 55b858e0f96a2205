import type { Db } from '../../platform/db/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import { backfillJobs } from './backfill.ts';
import { poolJobs } from './pool.ts';
import { questJobs } from './quest-progress.ts';

export const rewardJobs = (db: Db): Job<never>[] => [...backfillJobs(db), ...questJobs(db), ...poolJobs(db)];
