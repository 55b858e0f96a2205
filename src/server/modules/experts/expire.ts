import { now } from '../../kernel/clock.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import { DAY, REMIND_DAYS, reminderDue } from './application.ts';
import { mark } from './review.ts';

/** Experts looked at in one go; the next hour goes on. */
const AT_ONCE = 500;

/** Ends what is over, and reminds, once each, those whose time ends in a month and in a week. @returns how many of each */
export async function expireExperts(db: Db): Promise<{ expired: number; reminded: number }> {
	const at = now();
	const { rows } = await sql<{
		userId: number;
		applicationId: number;
		expiresAt: Date;
		reminded: number | null;
	}>`
		select user_id as "userId", application_id as "applicationId", expires_at as "expiresAt", reminded_days as reminded from experts
		where status = 'active' and expires_at <= ${new Date(at.getTime() + REMIND_DAYS[0] * DAY)}
			and (expires_at <= ${at} or reminded_days is null or reminded_days > ${REMIND_DAYS.at(-1)!})
		order by expires_at limit ${sql.lit(AT_ONCE)}`.execute(db);
	let [expired, reminded] = [0, 0];
	for (const { userId, applicationId, expiresAt, reminded: before } of rows) {
		const over = expiresAt <= at;
		const due = over ? null : reminderDue((expiresAt.getTime() - at.getTime()) / DAY, before);
		if (!over && due === null) continue;
		await inTransaction(db, async (tx) => {
			const changed = await tx
				.updateTable('experts')
				.set(over ? { status: 'expired' } : { reminded_days: due })
				.where('user_id', '=', userId)
				.where('status', '=', 'active')
				.where('expires_at', '=', expiresAt)
				.executeTakeFirst();
			if (changed.numUpdatedRows === 0n) return;
			if (over) await mark(tx, userId, false);
			await emit(tx, null, 'experts.changed', {
				userId,
				applicationId,
				change: over ? 'expired' : 'reminded',
			});
			if (over) expired++;
			else reminded++;
		});
	}
	return { expired, reminded };
}

/** Says anew how long experts take to answer: the median of the last twenty paid questions, in hours. */
export async function countAnswerTimes(db: Db): Promise<void> {
	await sql`update experts e set answer_hours = t.hours from (
			select x.user_id, (select percentile_cont(0.5) within group (order by extract(epoch from a.answered_at - a.asked_at) / 3600)
				from (select answered_at, asked_at from asks where expert_id = x.user_id and answered_at is not null order by id desc limit 20) a) as hours
			from experts x where x.status = 'active') t
		where t.user_id = e.user_id and t.hours is distinct from e.answer_hours`.execute(db);
}

export const expireExpertsJob = (db: Db): Job<never> => ({
	name: 'experts.expire',
	cron: '37 * * * *',
	work: async () => {
		await expireExperts(db);
		await countAnswerTimes(db);
	},
});
