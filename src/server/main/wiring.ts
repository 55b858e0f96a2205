// Importing a kind's module registers it with the spine.
import '../modules/articles/index.ts';
import '../modules/assessments/index.ts';
import '../modules/assignments/index.ts';
import '../modules/courses/index.ts';
import '../modules/discussions/index.ts';
import '../modules/questions/index.ts';
import '../modules/scorm/index.ts';
import '../modules/snippets/index.ts';
// Likewise what is sold registers itself: an answer, an hour, a bounty, a tip, a group's item.
import '../modules/asks/index.ts';
import '../modules/cohorts/index.ts';
import '../modules/mentoring/index.ts';
import '../flows/cohort-deposit.ts';
import '../flows/group-buy.ts';
import '../flows/talk.ts';
import type { Context } from '../api/context.ts';
import { forgetKeysJob } from '../api/index.ts';
import { askPending } from '../flows/ask-pending.ts';
import { bountyHandlers } from '../flows/cash-bounty.ts';
import { importHandlers, importJobs } from '../flows/course-archive/index.ts';
import { lateSandboxJob } from '../flows/late-sandbox.ts';
import { proveMoneyJob } from '../flows/prove-money.ts';
import { reconcileDue } from '../flows/reconcile.ts';
import { renewJobs } from '../flows/renew.ts';
import { refundJobs } from '../flows/send-refund.ts';
import { settleDueJob } from '../flows/settle-due.ts';
import { closeOverdueJob } from '../modules/assessments/index.ts';
import { reviewJob } from '../modules/assignments/index.ts';
import { checkHandlers, checkJobs } from '../modules/checks/index.ts';
import { remindMembersJob } from '../modules/cohorts/index.ts';
import { courseHandlers, remindJob } from '../modules/courses/index.ts';
import { credentialHandlers } from '../modules/credentials/index.ts';
import { expireExpertsJob } from '../modules/experts/index.ts';
import { fairplayHandlers, fairplayJobs } from '../modules/fairplay/index.ts';
import { governanceJob } from '../modules/governance/index.ts';
import { growthHandlers, growthJobs } from '../modules/growth/index.ts';
import { invoiceHandlers, issueDueJob } from '../modules/invoices/index.ts';
import { leaderboardHandlers, leaderboardJobs } from '../modules/leaderboards/index.ts';
import { ltiHandlers, ltiJobs } from '../modules/lti/index.ts';
import { mediaJobs } from '../modules/media/index.ts';
import { moderationHandlers, moderationJobs } from '../modules/moderation/index.ts';
import {
	learningLetterHandlers,
	letterHandlers,
	notificationHandlers,
} from '../modules/notifications/index.ts';
import { expireUnpaid } from '../modules/orders/index.ts';
import { lapseMembersJob, remindTraineesJob } from '../modules/organisations/index.ts';
import { qualityHandlers, qualityJob } from '../modules/quality/index.ts';
import { rewardHandlers, rewardJobs } from '../modules/rewards/index.ts';
import { scormHandlers, scormJobs } from '../modules/scorm/index.ts';
import { handlers as searchHandlers, jobs as searchJobs } from '../modules/search/index.ts';
import { subscriptionHandlers } from '../modules/subscriptions/index.ts';
import { storeFrom, xapiHandlers, xapiJobs } from '../modules/xapi/index.ts';
import { type Config, originOf } from '../platform/config.ts';
import type { Handler } from '../platform/events/index.ts';
import { eventJobs } from '../platform/events/index.ts';
import type { Job } from '../platform/jobs/index.ts';
import { mailJob } from '../platform/mail/index.ts';

/**
 * Every module's reactions to facts.
 *
 * @param origin where this place is, for links in mails and for what is signed
 * @param secret opens the keys that sign
 * @param xapi who learning is told to, and as whose
 */
export function allHandlers(
	origin: string,
	secret: string,
	xapi: Config['xapi'] = { stores: [], actor: 'account' },
): Handler[] {
	return [
		...courseHandlers,
		...credentialHandlers({ origin, secret }),
		...growthHandlers,
		...checkHandlers,
		...rewardHandlers,
		// After what gains are made by: they are added to the boards in the same breath.
		...leaderboardHandlers,
		...fairplayHandlers,
		...notificationHandlers,
		...moderationHandlers,
		...qualityHandlers,
		...scormHandlers,
		...ltiHandlers,
		...xapiHandlers({
			origin,
			actor: xapi.actor,
			stores: xapi.stores.map((address) => storeFrom(address).name),
		}),
		...searchHandlers,
		...bountyHandlers,
		...importHandlers,
		...invoiceHandlers,
		...subscriptionHandlers(origin),
		...letterHandlers(origin),
		...learningLetterHandlers(origin),
	];
}

/** Everything the worker runs. */
export function allJobs(ctx: Context, handlers: Handler[]): Job<never>[] {
	return [
		...eventJobs(ctx.db, handlers),
		mailJob(ctx.db, ctx.config) as Job<never>,
		lateSandboxJob(() => earOf(ctx)) as Job<never>,
		{
			name: 'orders.expire-unpaid',
			cron: '*/2 * * * *',
			work: async () => void (await expireUnpaid(ctx.db)),
		},
		{
			name: 'orders.ask-pending',
			cron: '* * * * *',
			work: async () => void (await askPending(earOf(ctx), ctx.log)),
		},
		{
			// Bills come at hours of their own; a day that was compared is not compared again.
			name: 'orders.reconcile',
			cron: '41 * * * *',
			work: async () => void (await reconcileDue(earOf(ctx), ctx.log)),
		},
		...refundJobs(
			ctx.db,
			() => ctx.providers,
			(error) => ctx.log.warn({ err: error }, 'a refund could not be sent; it is tried again'),
		),
		settleDueJob(ctx.db),
		proveMoneyJob(ctx.db) as Job<never>,
		issueDueJob(ctx.db),
		remindJob(ctx.db),
		...growthJobs(ctx.db),
		remindTraineesJob(ctx.db),
		remindMembersJob(ctx.db),
		lapseMembersJob(ctx.db),
		...renewJobs(ctx.db, () => ({
			...earOf(ctx),
			origin: originOf(ctx.config),
			winBack: { days: ctx.settings.winBackDays, percent: ctx.settings.winBackPercent },
			onError: (error, what) => ctx.log.error({ error }, `renewing ${what} failed; it is tried again`),
		})),
		expireExpertsJob(ctx.db),
		...fairplayJobs(ctx.db),
		closeOverdueJob(ctx.db),
		governanceJob(ctx.db),
		qualityJob(ctx.db),
		...moderationJobs(ctx.db),
		reviewJob(ctx.db),
		...mediaJobs(ctx.db, ctx.media),
		...importJobs(ctx.db, ctx.media),
		...scormJobs(ctx.db, ctx.media),
		...ltiJobs(ctx.db, { secret: ctx.secret, log: ctx.log }),
		...xapiJobs(ctx.db, ctx.config.xapi.stores.map(storeFrom), {
			log: ctx.log,
			...(ctx.media.stop ? { stop: ctx.media.stop } : {}),
		}),
		...rewardJobs(ctx.db),
		...leaderboardJobs(ctx.db),
		...searchJobs(ctx.db),
		...checkJobs(ctx.db),
		forgetKeysJob(ctx.db),
	];
}

/** What taking a provider's word needs; the platform's share may have been changed since the last time. */
const earOf = ({ db, providers, settings }: Context) => ({
	db,
	providers,
	platformShareBps: settings.platformShareBps,
});
