import { z } from '@hono/zod-openapi';
import type { Actor, Scope } from '../contracts/actor.ts';
import type { Page } from '../kernel/pagination.ts';
import type { SignedInPerson } from '../modules/accounts/index.ts';
import type { Db } from '../platform/db/index.ts';
import type { Context } from './context.ts';

/** One call of an operation: what was sent, checked, and who sent it. */
export interface Call<P = unknown, Q = unknown, B = unknown> {
	ctx: Context;
	/** The pool, or the transaction that makes a repeated POST safe: give it to use cases. */
	db: Db;
	actor: Actor;
	person: SignedInPerson | null;
	/** Token of the browser session; null for visitors and API keys. */
	session: string | null;
	params: P;
	query: Q;
	body: B;
	/** Path and query as they were asked. */
	target: string;
	header: (name: string) => string | null;
}

/** What an operation answers; its status is the operation's. */
export interface Answer {
	body?: unknown;
	/** The body as the bytes of its JSON; spares making them again. */
	json?: Buffer<ArrayBuffer>;
	/** A file, made as it is taken; its type is in the headers. */
	file?: AsyncIterable<Uint8Array>;
	headers?: Record<string, string>;
}

/** Who may call at all; what they may do to which thing is the use case's to say. */
export type Needs = 'anyone' | 'member' | 'admin';

type Shape = Record<string, z.ZodType>;

interface Given<P extends Shape, Q extends z.ZodType, B extends z.ZodType> {
	/** Its name in generated clients: `listItems`. */
	id: string;
	method: 'get' | 'post' | 'put' | 'patch' | 'delete';
	/** Below /api/v1, e.g. `/items/{id}`. */
	path: string;
	tag: string;
	/** One line, an imperative. */
	summary: string;
	description?: string;
	needs: Needs;
	/** What an API key must be good for. */
	scope: Scope;
	/** No API key may: what it does would outlive the key. */
	browserOnly?: boolean;
	/** It changes nothing that a list shows: kept lists stay. */
	quiet?: boolean;
	/** Also for who is suspended: it changes nothing that others see. */
	evenSuspended?: boolean;
	params?: P;
	query?: Q;
	body?: B;
	/** A body that a client could send. */
	example?: unknown;
	/** Status and shape of the answer; no shape is no body. */
	returns: {
		status: 200 | 201 | 204;
		schema?: z.ZodType;
		/** The type of a file that is answered instead. */
		file?: string;
		description: string;
	};
	/** The answer carries an ETag of the revision, or the request must name one in If-Match. */
	etag?: 'gives' | 'asks';
	/** What it gives may be seen by the holder only once: it is not kept in the clear for a repeated POST. */
	secret?: boolean;
	/** Error codes of its own; those that every operation of its form has are added. */
	refusals?: readonly string[];
	/** Visitors may share an answer, until one of these tags is dropped or the seconds are over. */
	shared?: {
		tags: (params: z.output<z.ZodObject<P>>) => string[];
		seconds: number;
		/** True for a signed-in person who would be answered exactly as a visitor is. */
		alike?: (call: Call<z.output<z.ZodObject<P>>, z.output<Q>, z.output<B>>) => Promise<boolean> | boolean;
	};
	run: (call: Call<z.output<z.ZodObject<P>>, z.output<Q>, z.output<B>>) => Promise<Answer> | Answer;
}

/** One method of one path: all that the router, the document, the docs page and the tests need to know of it. */
export interface Operation extends Omit<Given<Shape, z.ZodType, z.ZodType>, 'params' | 'run' | 'shared'> {
	params: z.ZodObject | null;
	/** A POST that makes something: it takes an Idempotency-Key. */
	creates: boolean;
	shared?: {
		tags: (params: never) => string[];
		seconds: number;
		alike?: (call: Call<never, never, never>) => Promise<boolean> | boolean;
	};
	run: (call: Call<never, never, never>) => Promise<Answer> | Answer;
}

/** Declares an operation; the types of `run` follow from the schemas. */
export function operation<
	P extends Shape = Record<never, never>,
	Q extends z.ZodType = z.ZodUndefined,
	B extends z.ZodType = z.ZodUndefined,
>(given: Given<P, Q, B>): Operation {
	return {
		...given,
		params: given.params ? z.object(given.params) : null,
		creates: given.method === 'post' && given.returns.status === 201,
	} as unknown as Operation;
}

/** An operation that does something and has nothing to say of it: 204. */
export function doing<
	P extends Shape = Record<never, never>,
	Q extends z.ZodType = z.ZodUndefined,
	B extends z.ZodType = z.ZodUndefined,
>({
	run,
	...given
}: Omit<Given<P, Q, B>, 'returns' | 'run'> & {
	run: (call: Parameters<Given<P, Q, B>['run']>[0]) => Promise<unknown>;
}): Operation {
	return operation<P, Q, B>({
		...(given as Omit<Given<P, Q, B>, 'returns' | 'run'>),
		returns: { status: 204, description: 'Done.' },
		async run(call) {
			await run(call);
			return nothing;
		},
	});
}

export function answer(body: unknown, headers?: Record<string, string>): Answer {
	return headers ? { body, headers } : { body };
}

/** 201 with where the new thing is. */
export function made(location: string, body: unknown): Answer {
	return { body, headers: { location } };
}

export const nothing: Answer = Object.freeze({});

/** One page of a list: `{ data, next }`, and where the next one is as a Link (RFC 8288). */
export function listed(call: { target: string }, page: Page<unknown>, data: unknown[] = page.items): Answer {
	return { body: { data, next: page.next }, headers: linkTo(call.target, page.next) };
}

/** @param next the cursor; null for none */
export function linkTo(target: string, next: string | null): Record<string, string> {
	if (next === null) return {};
	const [path, query] = target.split('?', 2) as [string, string?];
	const asked = new URLSearchParams(query);
	asked.set('cursor', next);
	return { link: `<${path}?${asked}>; rel="next"` };
}
