import { type Heard, type ProviderRequest, type Providers, providerOf } from '../modules/orders/index.ts';
import type { Db } from '../platform/db/index.ts';
import { settlePayment } from './settle-payment.ts';

/** What hearing needs beside what was said. */
export interface Ear {
	db: Db;
	providers: Providers;
	/** The platform's share of a sale in basis points. */
	platformShareBps: number;
}

/**
 * Takes in a callback of any provider: checked to be the provider's and of now, kept, heard once, settled. What it
 * tells of is settled one by one: what was settled before one that fails stays so, and comes again as a duplicate.
 *
 * @returns what the provider wants to hear, and what each thing it told of led to
 * @throws orders.no_provider; orders.notice_invalid when it is forged, altered or too old; nothing is kept then.
 *   orders.provider_unavailable when it cannot be checked just now: the provider is to send it again
 */
export async function hearProvider(
	{ db, providers, platformShareBps }: Ear,
	name: string,
	request: ProviderRequest,
): Promise<{ reply: { type: string; body: string }; heard: Heard[] }> {
	const { notices, reply } = await providerOf(providers, name).hear(request);
	const heard: Heard[] = [];
	for (const notice of notices) heard.push(await settlePayment(db, notice, platformShareBps));
	return { reply, heard };
}
