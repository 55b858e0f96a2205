import type { OfferId, OrderId, UserId } from '../../kernel/ids.ts';
import { type Currency, formatMoney } from '../../kernel/money.ts';
import type { Tx } from '../../platform/db/index.ts';
import { emit, type Handler, onEvents } from '../../platform/events/index.ts';
import { sendMail } from '../../platform/mail/index.ts';
import { type SubscriberMail, writeMail } from './mails.ts';
import { findPlans } from './plans.ts';
import { accessUntil, addDays, type Subscription, scheduleOf } from './subscription.ts';

/** What a letter says beside what the subscription itself says. */
interface Said {
	/** The day that the letter speaks of; default: the end of the present period. */
	until?: Date;
	order?: OrderId;
	nextOffer?: OfferId;
	months?: number;
	percent?: number;
	code?: string;
}

/** Writes a letter to the subscriber, in the transaction of what it tells of: no commit, no letter, and never two. */
export async function tellSubscriber(
	tx: Tx,
	one: Subscription,
	mail: SubscriberMail,
	{ until, ...said }: Said = {},
): Promise<void> {
	await emit(tx, null, 'subscriptions.told', {
		subscriptionId: one.id,
		subscriberId: one.userId,
		mail,
		offerId: one.offerId,
		until: (until ?? dayOf(one)).toISOString(),
		...said,
	});
}

/** The day that matters: when the money must have come, otherwise when the period is over. */
function dayOf(one: Subscription): Date {
	if (one.status === 'past_due') return accessUntil(one) as Date;
	if (one.status === 'paused')
		return one.dueAt ? addDays(one.dueAt, scheduleOf(one).graceDays) : (one.resumesAt as Date);
	return one.periodEndsAt;
}

/** Puts the letters into the outbox. @param origin where this place is, for links */
export function subscriptionHandlers(origin: string): Handler[] {
	return [
		onEvents('subscriptions.write-letters', ['subscriptions.told'], async (tx, { payload }) => {
			const person = await tx
				.selectFrom('users')
				.select(['email', 'name', 'locale'])
				.where('id', '=', payload.subscriberId as UserId)
				.executeTakeFirst();
			if (!person?.email) return;
			const locale = person.locale === 'en' ? 'en' : 'zh-CN';
			const asked = [payload.offerId, ...(payload.nextOffer ? [payload.nextOffer] : [])] as OfferId[];
			const plans = await findPlans(tx, asked);
			const plan = plans.get(payload.offerId as OfferId);
			const next = plans.get(payload.nextOffer as OfferId);
			const order = payload.order
				? await tx
						.selectFrom('orders')
						.select(['amount', 'currency'])
						.where('id', '=', payload.order)
						.executeTakeFirst()
				: undefined;
			const money = (amount: number, currency: string) =>
				formatMoney({ amount, currency: currency as Currency }, locale);
			const day = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
				dateStyle: 'long',
				// As on the pages that the letters lead to.
				timeZone: 'UTC',
			});
			const { subject, text } = writeMail(payload.mail as SubscriberMail, locale, {
				name: person.name,
				what: plan?.names[locale] || (plan?.title ?? ''),
				price: plan ? money(plan.price.amount, plan.price.currency) : '',
				every: plan ? everyMonths(plan.months, locale) : '',
				until: day.format(new Date(payload.until)),
				paid: order ? money(order.amount, order.currency) : '',
				next: next?.names[locale] || (next?.title ?? ''),
				nextPrice: next ? money(next.price.amount, next.price.currency) : '',
				nextEvery: next ? everyMonths(next.months, locale) : '',
				months: String(payload.months ?? ''),
				percent: payload.percent ? `${payload.percent}%` : '',
				code: payload.code ?? '',
				link: `${origin}/subscriptions/${payload.subscriptionId}`,
			});
			await sendMail(tx, { recipient: person.email, subject, text, kind: `subscription-${payload.mail}` });
		}),
	];
}

function everyMonths(months: number, locale: 'zh-CN' | 'en'): string {
	if (locale === 'en') return months === 1 ? 'a month' : months === 12 ? 'a year' : `every ${months} months`;
	return months === 1 ? '每月' : months === 12 ? '每年' : `每 ${months} 个月`;
}
