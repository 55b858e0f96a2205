import { type Db, inTransaction } from '../../platform/db/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import { enqueue } from '../../platform/jobs/index.ts';
import { discountFinding } from './discount.ts';
import { lookForRings, takeDue } from './look.ts';

/** The nightly search, the one after bursts, and what a confirmed ring goes on with: one after the other, in one queue. */
export function fairplayJobs(db: Db): Job<never>[] {
	const jobs: Job<{ findingId?: number }>[] = [
		{
			name: 'fairplay.nightly',
			cron: '23 3 * * *',
			// Into the queue, so that no two searches overlap.
			work: () =>
				enqueue(db, 'fairplay.look', {}, { key: 'fairplay.look', queue: 'fairplay', maxAttempts: 3 }),
		},
		{ name: 'fairplay.look', work: async () => void (await lookForRings(db)) },
		{
			name: 'fairplay.look-around',
			work: async () => {
				const around = await takeDue(db);
				if (around.length > 0) await lookForRings(db, { around });
			},
		},
		{
			name: 'fairplay.discount',
			work: async ({ findingId }) => {
				if (typeof findingId !== 'number') return;
				await inTransaction(db, async (tx) => {
					const finding = await tx
						.selectFrom('fair_findings')
						.select('status')
						.where('id', '=', findingId)
						.forNoKeyUpdate()
						.executeTakeFirst();
					if (finding?.status === 'confirmed') await discountFinding(tx, findingId);
				});
			},
		},
	];
	return jobs as Job<never>[];
}
