import type { Db } from '../../platform/db/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import { moveElectionsOn } from './elections/move-on.ts';
import { moveJuriesOn } from './juries/settle.ts';
import { moveProposalsOn } from './rules/move-on.ts';

/** Moves elections, juries and proposals on whose time has come. What may be done until when is asked of the clock, not of this. */
export function governanceJob(db: Db): Job<never> {
	return {
		name: 'governance.move-on',
		cron: '*/2 * * * *',
		work: async () => {
			await moveElectionsOn(db);
			await moveJuriesOn(db);
			await moveProposalsOn(db);
		},
	};
}
