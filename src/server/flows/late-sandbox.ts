import { LATE_MESSAGE, type SignedMessage } from '../modules/orders/index.ts';
import type { Db } from '../platform/db/index.ts';
import { enqueue, type Job } from '../platform/jobs/index.ts';
import { type Ear, hearProvider } from './hear-provider.ts';

/** Lets a message of the sandbox arrive after `seconds`, as providers' messages do when they are busy. */
export function sendLate(db: Db, message: SignedMessage, seconds: number): Promise<void> {
	return enqueue(db, LATE_MESSAGE, message, { runAt: new Date(Date.now() + seconds * 1000), maxAttempts: 3 });
}

/**
 * Delivers late messages, by the road that every provider's take: where the sandbox is closed by then, nobody hears it.
 *
 * @param ear read when a message comes, as the share may have been changed since
 */
export function lateSandboxJob(ear: () => Ear): Job<SignedMessage> {
	return {
		name: LATE_MESSAGE,
		async work({ body, signature }) {
			const headers = { 'x-sandbox-signature': signature };
			await hearProvider(ear(), 'sandbox', { headers, body, query: new URLSearchParams() });
		},
	};
}
