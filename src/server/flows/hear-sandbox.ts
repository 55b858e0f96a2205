import {
	type Heard,
	LATE_MESSAGE,
	orderError,
	readSandboxMessage,
	type SignedMessage,
} from '../modules/orders/index.ts';
import type { Db } from '../platform/db/index.ts';
import { enqueue, type Job } from '../platform/jobs/index.ts';
import { settlePayment } from './settle-payment.ts';

/** What hearing a message needs beside the database. */
export interface SandboxOptions {
	/** The instance's secret, with which the sandbox signs. */
	secret: string;
	/** The platform's share of a sale in basis points. */
	platformShareBps: number;
}

/**
 * Lets a payment begin at the sandbox, or end there. Where it is closed nobody could pay with it: it gives away what
 * others sell.
 *
 * @throws orders.no_provider
 */
export function requireSandbox(config: { sandbox: boolean }): void {
	if (!config.sandbox) throw orderError('no_provider', { detail: 'No payment provider is set up.' });
}

/**
 * Takes in one message of the sandbox provider, as a real provider's would be: checked, heard once, settled.
 *
 * @throws orders.notice_invalid when it is not the sandbox's, was altered, or is too old
 */
export async function hearSandbox(
	db: Db,
	message: SignedMessage,
	{ secret, platformShareBps }: SandboxOptions,
): Promise<Heard> {
	return settlePayment(db, readSandboxMessage(secret, message), platformShareBps);
}

/** Lets a message arrive after `seconds`, as providers' messages do when they are busy. */
export function sendLate(db: Db, message: SignedMessage, seconds: number): Promise<void> {
	return enqueue(db, LATE_MESSAGE, message, { runAt: new Date(Date.now() + seconds * 1000), maxAttempts: 3 });
}

/** Delivers late messages. @param options read when a message comes, as the share may have been changed since */
export function lateSandboxJob(db: Db, options: () => SandboxOptions): Job<SignedMessage> {
	return { name: LATE_MESSAGE, work: async (message) => void (await hearSandbox(db, message, options())) };
}
