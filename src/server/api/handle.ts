import { randomUUID } from 'node:crypto';
import type { Context as HonoContext } from 'hono';
import { requireMember, visitor } from '../contracts/actor.ts';
import { AppError, commonError } from '../kernel/errors.ts';
import { validate } from '../kernel/validate.ts';
import { accountError, type Identity } from '../modules/accounts/index.ts';
import { clientAddress } from '../platform/client-address.ts';
import type { Context } from './context.ts';
import { apiError } from './errors.ts';
import { countRequest, countWrongKeys } from './limits.ts';
import { metricsOf } from './metrics.ts';
import { fingerprintOf, once, readKey } from './once.ts';
import type { Answer, Call, Operation } from './operation.ts';
import { problemResponse } from './problems.ts';
import { readJson } from './read-body.ts';
import { keepShared, sharedAnswer, toResponse } from './respond.ts';
import { negotiateLocale } from './titles.ts';

const nobody: Identity = { actor: visitor, person: null, session: null };

/** The one way from a request to an answer, for every operation of the API. */
export async function handle(ctx: Context, operation: Operation, c: HonoContext): Promise<Response> {
	const begun = performance.now();
	const request = c.req.raw;
	const requestId = randomUUID();
	let who = nobody;
	let headers: Record<string, string> = {};
	let response: Response;
	try {
		const authorization = request.headers.get('authorization');
		const address = addressOf(ctx, c);
		who = await identify(ctx, request.headers, authorization, address);
		const counted = countRequest(ctx, who, { write: operation.method !== 'get', authorization, address });
		headers = counted.headers;
		headers['x-request-id'] = requestId;
		if (counted.refusal) throw counted.refusal;
		admit(operation, who);
		response = await respond(ctx, operation, c, who, headers);
		// Who writes and then reads must find what they wrote, also before the fact has come round to us.
		if (operation.method !== 'get' && !operation.quiet) ctx.pages.drop(['feeds']);
	} catch (thrown) {
		if (!(thrown instanceof AppError)) {
			ctx.log.error({ err: thrown, requestId, operation: operation.id }, 'API request failed');
		}
		response = problemResponse(thrown, requestId, localeOf(ctx, request, who), headers);
	}
	metricsOf(ctx).observe(operation.path, request.method, response.status, (performance.now() - begun) / 1000);
	return response;
}

/** The language of a refusal: what the request asks for, else the person's own, else the place's. */
export function localeOf(ctx: Context, request: Request, who: Identity = nobody) {
	const own = who.person?.locale === 'en' ? 'en' : who.person ? 'zh-CN' : undefined;
	return negotiateLocale(request.headers.get('accept-language')) ?? own ?? ctx.settings.defaultLocale;
}

/** The client's address; requests made inside the process have none of their own. */
export function addressOf(ctx: Context, c: HonoContext): string {
	const incoming = (c.env as { incoming?: Parameters<typeof clientAddress>[1] } | undefined)?.incoming;
	return incoming ? clientAddress(ctx.config, incoming) : '127.0.0.1';
}

/** Who sent a request; wrong keys are counted. @throws accounts.api_key_invalid */
export async function identify(
	ctx: Context,
	headers: Headers,
	authorization: string | null,
	address: string,
): Promise<Identity> {
	if (authorization === null) return ctx.identities.identify(headers);
	countWrongKeys(ctx, address, false);
	try {
		// Any other credential would otherwise be passed over, and its bearer taken for a visitor.
		if (!/^Bearer stoa_\w+$/.test(authorization)) {
			throw accountError('api_key_invalid', { detail: 'Send the key as "Authorization: Bearer stoa_…".' });
		}
		return await ctx.identities.identify(headers);
	} catch (error) {
		if (error instanceof AppError) countWrongKeys(ctx, address, true);
		throw error;
	}
}

/** The one place that decides who may call an operation at all. */
function admit(operation: Operation, { actor }: Identity): void {
	const { scopes } = actor;
	if (scopes !== null && !scopes.includes(operation.scope)) {
		throw accountError('api_key_scope', {
			params: { scope: operation.scope },
			detail: `This needs a key with the scope "${operation.scope}".`,
		});
	}
	if (scopes !== null && operation.browserOnly) {
		throw apiError('browser_only', { detail: 'This is done signed in, in the browser, not with a key.' });
	}
	if (operation.needs !== 'anyone') requireMember(actor);
	if (actor.suspended && operation.scope !== 'read' && !operation.evenSuspended) {
		throw accountError('suspended', { detail: 'The account is suspended: it may read and appeal.' });
	}
	if (operation.needs === 'admin' && actor.role !== 'admin') {
		throw commonError('forbidden', { detail: 'Only administrators may.' });
	}
}

async function respond(
	ctx: Context,
	operation: Operation,
	c: HonoContext,
	who: Identity,
	headers: Record<string, string>,
): Promise<Response> {
	const request = c.req.raw;
	const target = request.url.slice(request.url.indexOf('/', 8));
	const params = readParams(operation, c);
	const cacheBegun = ctx.pages.begin();
	const shared = operation.shared && ctx.config.pageCache ? operation.shared : null;
	// Before the query is even checked: what was answered before was asked rightly.
	if (shared && who.actor.userId === null) {
		const kept = sharedAnswer(ctx, target, request, headers, false);
		if (kept) return kept;
	}
	const sent = operation.body ? await readJson(request) : undefined;
	if (operation.body && !sent) throw apiError('body_missing', { detail: 'Send a JSON object.' });
	const call: Call = {
		ctx,
		db: ctx.db,
		...who,
		params,
		query: operation.query ? validate(operation.query, readQuery(target)) : undefined,
		body: operation.body ? validate(operation.body, sent?.value) : undefined,
		target,
		header: (name) => request.headers.get(name),
	};
	const own = who.actor.userId !== null;
	const alike = shared && (!own || (await shared.alike?.(call as Call<never, never, never>)));
	if (own && alike) {
		const kept = sharedAnswer(ctx, target, request, headers, true);
		if (kept) return kept;
	}
	const run = operation.run as (call: Call) => Promise<Answer> | Answer;
	const key = operation.creates ? readKey(request.headers.get('idempotency-key')) : null;
	if (key !== null && who.actor.userId !== null) {
		const fingerprint = fingerprintOf(operation.method, target, sent?.bytes ?? Buffer.alloc(0));
		const repeatable = { userId: who.actor.userId, key, fingerprint, secret: operation.secret ?? false };
		const { answer, replayed } = await once(ctx, repeatable, (db) => run({ ...call, db }));
		if (replayed) headers['idempotency-replayed'] = 'true';
		return toResponse(operation, answer, request, headers);
	}
	const answer = await run(call);
	if (!alike) return toResponse(operation, answer, request, headers);
	const tags = (shared.tags as (params: unknown) => string[])(params);
	const until = { tags, seconds: shared.seconds, begun: cacheBegun };
	return keepShared(ctx, target, answer, until, request, headers, own);
}

/** An id that cannot be one names nothing. */
function readParams(operation: Operation, c: HonoContext): unknown {
	if (!operation.params) return {};
	const parsed = operation.params.safeParse(c.req.param());
	if (parsed.success) return parsed.data;
	const name = String(parsed.error.issues[0]?.path[0]);
	throw commonError('not_found', { detail: `No ${name} looks like "${c.req.param(name)?.slice(0, 60)}".` });
}

/** A name that stands once is a text, one that stands more often a list. */
function readQuery(target: string): Record<string, string | string[]> {
	const at = target.indexOf('?');
	const query: Record<string, string | string[]> = {};
	if (at < 0) return query;
	for (const [name, value] of new URLSearchParams(target.slice(at + 1))) {
		const before = Object.hasOwn(query, name) ? query[name] : undefined;
		if (name === '__proto__') continue;
		query[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
	}
	return query;
}
