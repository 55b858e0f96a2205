import { now } from '../kernel/clock.ts';
import { claimPending, type Heard, type Pending } from '../modules/orders/index.ts';
import type { Log } from '../platform/log.ts';
import type { Ear } from './hear-provider.ts';
import { settlePayment } from './settle-payment.ts';

/** A payment of which the provider knows nothing for so long is over: no page or code can be paid any more. */
const GIVEN_UP_MS = 25 * 3_600_000;
/** A run ends before the next one begins. */
const RUN_MS = 45_000;

/**
 * Asks providers about payments of which they have said nothing: a notice that is lost, or comes after hours, keeps
 * nobody from what was paid for. Each payment is asked about at growing intervals.
 *
 * @returns how many payments were asked about
 */
export async function askPending(ear: Ear, log?: Log): Promise<number> {
	const pending = await claimPending(ear.db, [...ear.providers.keys()]);
	const until = Date.now() + RUN_MS;
	let asked = 0;
	// One provider that hangs keeps no other waiting.
	const queues = Map.groupBy(pending, ({ provider }) => provider);
	await Promise.all(
		[...queues.values()].map(async (queue) => {
			for (const payment of queue) {
				if (Date.now() > until) return;
				asked += 1;
				try {
					await askAbout(ear, payment);
				} catch (error) {
					// What is claimed is asked about again later; the others wait for nothing.
					log?.warn(
						{ err: error, provider: payment.provider },
						'a provider could not be asked about a payment',
					);
				}
			}
		}),
	);
	return asked;
}

/**
 * Asks the provider of one payment what became of it, and acts on the answer.
 *
 * @returns null when the provider has nothing to say of it yet
 * @throws orders.provider_unavailable
 */
export async function askAbout(ear: Ear, payment: Pending): Promise<Heard | null> {
	const { provider, reference, createdAt } = payment;
	const notice = await ear.providers.get(provider)?.ask(reference);
	if (notice) return settlePayment(ear.db, notice, ear.platformShareBps);
	if (now().getTime() - createdAt.getTime() < GIVEN_UP_MS) return null;
	const { amount, currency } = payment;
	return settlePayment(
		ear.db,
		{
			provider,
			noticeId: `ask:${reference}:expired`,
			about: 'payment',
			type: 'asked',
			reference,
			outcome: 'failed',
			amount,
			currency,
			failure: 'expired',
			body: '',
		},
		ear.platformShareBps,
	);
}
