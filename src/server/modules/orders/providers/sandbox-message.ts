import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { now } from '../../../kernel/clock.ts';
import type { Notice } from '../notice.ts';
import { orderError } from '../order.ts';

/** A message of the sandbox provider, signed like a real one's: `body` is what is signed. */
export interface SignedMessage {
	body: string;
	signature: string;
}

/** What the sandbox says of a payment, a refund or a dispute. */
export type SandboxMessage = Pick<
	Notice,
	'about' | 'reference' | 'outcome' | 'amount' | 'currency' | 'failure'
>;

/** The job that delivers a late message. */
export const LATE_MESSAGE = 'orders.hear-sandbox';

const MAX_AGE_MS = 10 * 60_000;

/**
 * The payment provider that Stoa brings along: no money moves, everything else is as with a real one. Its messages
 * are signed with the instance's secret, carry their time, and come back through {@link readSandboxMessage}.
 */
export function signSandboxMessage(secret: string, message: SandboxMessage): SignedMessage {
	const body = JSON.stringify({ id: randomUUID(), sentAt: now().getTime(), ...message });
	return { body, signature: sign(secret, body) };
}

/** Checks a message's signature, age and shape. @throws orders.notice_invalid */
export function readSandboxMessage(secret: string, { body, signature }: SignedMessage): Notice {
	const expected = Buffer.from(sign(secret, body));
	const given = Buffer.from(signature);
	if (expected.length !== given.length || !timingSafeEqual(expected, given))
		throw orderError('notice_invalid', { detail: 'The signature is not ours.' });
	const message = JSON.parse(body) as SandboxMessage & { id: string; sentAt: number };
	if (Math.abs(now().getTime() - message.sentAt) > MAX_AGE_MS)
		throw orderError('notice_invalid', { detail: 'The message is too old.' });
	return {
		provider: 'sandbox',
		noticeId: message.id,
		about: message.about ?? 'payment',
		type: `${message.about ?? 'payment'}.${message.outcome}`,
		reference: message.reference,
		outcome: message.outcome,
		amount: message.amount,
		currency: message.currency,
		failure: message.failure,
		body,
	};
}

function sign(secret: string, body: string): string {
	return createHmac('sha256', `sandbox:${secret}`).update(body).digest('hex');
}
