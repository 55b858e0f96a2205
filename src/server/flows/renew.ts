import { AppError } from '../kernel/errors.ts';
import type { PaymentProvider } from '../modules/orders/index.ts';
import {
	beginCharge,
	type Charge,
	dueBills,
	dueSubscriptions,
	endCharge,
	followPrices,
	turnSubscription,
	type WinBack,
	winBack,
} from '../modules/subscriptions/index.ts';
import type { Db } from '../platform/db/index.ts';
import type { Job } from '../platform/jobs/index.ts';
import { settlePayment } from './settle-payment.ts';

/** What renewing needs beside the database. */
export interface Renewing {
	/** By name. */
	providers: ReadonlyMap<string, PaymentProvider>;
	/** The platform's share of a sale in basis points. */
	platformShareBps: number;
	/** Where this place is; providers report to it. */
	origin: string;
	/** How who left is asked back. */
	winBack: WinBack;
	/** Is told of what did not work for one subscription, so that the others have their turn. */
	onError: (error: unknown, what: string) => void;
}

/**
 * Does everything that is due of all subscriptions, and takes the money that is due. It may be killed between any two
 * statements and called by several at once: what is done is written down before it is done.
 */
export async function renewSubscriptions(db: Db, how: Renewing): Promise<void> {
	for (const id of await dueSubscriptions(db))
		await turnSubscription(db, id).catch((error) => how.onError(error, `subscription ${id}`));
	for (const id of await dueBills(db))
		await chargeBill(db, id, how).catch((error) => how.onError(error, `subscription bill ${id}`));
}

/**
 * Takes the money of one bill, or asks for it by mail where it cannot be taken.
 *
 * @throws orders.provider_unavailable; the bill is tried again after some minutes
 */
export async function chargeBill(db: Db, billId: number, how: Renewing): Promise<void> {
	const can = (name: string) => how.providers.get(name)?.chargeAgain !== undefined;
	const charge = await beginCharge(db, billId, can);
	if (!charge) return;
	const notice = await ask(charge, how);
	await settlePayment(db, notice, how.platformShareBps);
	await endCharge(db, billId);
}

async function ask(charge: Charge, { providers, origin }: Renewing) {
	const provider = providers.get(charge.provider) as PaymentProvider;
	const { reference, amount, currency, title, locale } = charge;
	const request = {
		reference,
		amount,
		currency,
		title,
		locale,
		method: provider.methods[0] as string,
		returnUrl: `${origin}/subscriptions`,
		notifyUrl: `${origin}/checkout/${provider.name}/notify`,
		again: true,
	};
	try {
		return await (provider.chargeAgain as NonNullable<PaymentProvider['chargeAgain']>)(
			request,
			charge.agreement,
		);
	} catch (error) {
		if (!(error instanceof AppError) || error.code === 'orders.provider_unavailable') throw error;
		// The provider refuses outright, e.g. because the agreement is none any more: the same as a decline.
		return {
			provider: provider.name,
			noticeId: `refused:${reference}`,
			reference,
			outcome: 'failed' as const,
			amount,
			currency,
			failure: error.code,
			body: error.message,
		};
	}
}

/** The jobs of subscriptions. @param how read each time, as settings may have been changed since */
export function renewJobs(db: Db, how: () => Renewing): Job<never>[] {
	return [
		{ name: 'subscriptions.renew', cron: '* * * * *', work: () => renewSubscriptions(db, how()) },
		{ name: 'subscriptions.follow-prices', cron: '*/10 * * * *', work: () => followPrices(db) },
		{
			name: 'subscriptions.win-back',
			cron: '23 * * * *',
			work: async () => void (await winBack(db, how().winBack)),
		},
	];
}
