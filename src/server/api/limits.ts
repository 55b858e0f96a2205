import { type AppError, commonError } from '../kernel/errors.ts';
import type { Identity } from '../modules/accounts/index.ts';
import { networkOf } from '../platform/client-address.ts';
import type { Context } from './context.ts';

/** Requests are counted by the minute. */
const WINDOW = 60;

type Policy = 'reads' | 'writes' | 'anonymous';

export interface Counted {
	/** How often this client may still ask, in the two headers of the HTTP RateLimit draft. */
	headers: Record<string, string>;
	/** common.too_many_requests when it asked too often; its answer carries the headers too. */
	refusal: AppError | null;
}

/** Counts one request: by API key, by account for a browser, by address for a visitor. A limit of 0 is no limit. */
export function countRequest(
	ctx: Context,
	who: Identity,
	request: { write: boolean; authorization: string | null; address: string },
): Counted {
	const { userId } = who.actor;
	const policy: Policy = userId === null ? 'anonymous' : request.write ? 'writes' : 'reads';
	const limit = ctx.config.apiLimits[policy];
	if (limit === 0) return { headers: {}, refusal: null };
	// A key is known by its end: the beginning is the same in all of them.
	const client = userId === null ? networkOf(request.address) : (request.authorization?.slice(-24) ?? userId);
	const { allowed, remaining, reset } = ctx.limiter.take(`api:${policy}:${client}`, {
		limit,
		seconds: WINDOW,
	});
	const headers = {
		'ratelimit-policy': `"${policy}";q=${limit};w=${WINDOW}`,
		ratelimit: `"${policy}";r=${remaining};t=${reset}`,
	};
	const detail = `Ask again in ${reset} seconds.`;
	return {
		headers,
		refusal: allowed ? null : commonError('too_many_requests', { retryAfter: reset, detail }),
	};
}

/**
 * Slows down who tries keys: ten wrong ones a minute from one address, then none is looked at.
 *
 * @param wrong true counts one, false only asks
 * @throws common.too_many_requests
 */
export function countWrongKeys(ctx: Context, address: string, wrong: boolean): void {
	const { remaining, reset } = ctx.limiter.take(
		`api:keys:${networkOf(address)}`,
		{ limit: 10, seconds: WINDOW },
		wrong ? 1 : 0,
	);
	if (!wrong && remaining === 0) {
		throw commonError('too_many_requests', {
			retryAfter: reset,
			detail: 'Too many wrong API keys came from this address.',
		});
	}
}
