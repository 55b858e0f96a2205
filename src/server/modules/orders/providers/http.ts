import { orderError } from '../order.ts';

/** An answer that came whole. */
export interface Answered {
	status: number;
	headers: Headers;
	body: Buffer;
}

/** A day's bill of a busy shop; nothing that a provider says is longer. */
const LONGEST = 64 * 1024 * 1024;

/**
 * Asks a provider's machine.
 *
 * @param patienceMs time for the whole answer: a buyer waits for `begin`, and a sweep asks many
 * @throws orders.provider_unavailable when it cannot be reached, takes too long, or answers with 5xx or 429
 */
export async function callProvider(
	url: string | URL,
	init: RequestInit = {},
	patienceMs = 10_000,
): Promise<Answered> {
	const response = await fetch(url, {
		...init,
		redirect: 'error',
		signal: AbortSignal.timeout(patienceMs),
	}).catch((cause) => {
		throw unavailable(cause);
	});
	const parts: Uint8Array[] = [];
	let size = 0;
	try {
		for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
			size += part.byteLength;
			if (size > LONGEST) throw new Error(`The answer is longer than ${LONGEST} bytes.`);
			parts.push(part);
		}
	} catch (cause) {
		throw unavailable(cause);
	}
	const { status, headers } = response;
	if (status >= 500 || status === 429) throw unavailable(new Error(`The provider answered ${status}.`));
	return { status, headers, body: Buffer.concat(parts) };
}

/** The refusal that stands for every way in which a provider does not answer. */
export function unavailable(cause: unknown) {
	return orderError('provider_unavailable', {
		cause,
		detail: cause instanceof Error ? cause.message : 'The provider did not answer.',
		retryAfter: 30,
	});
}
