import { AppError } from '../kernel/errors.ts';
import { apiError } from './errors.ts';
import { type Locale, titleOf } from './titles.ts';

/** The body of every refusal: RFC 9457, with members of our own after `detail`. */
export interface Problem {
	/** Address of what the code means, on the docs page. */
	type: string;
	/** One sentence in the reader's language. */
	title: string;
	status: number;
	/** Stable; what programs should look at. */
	code: string;
	/** What exactly is wrong, in English. */
	detail?: string;
	/** Names this request in the server's log. */
	requestId: string;
	/** What is wrong with each field of the request. */
	errors?: { field: string; code: string; detail: string }[];
	/** Values that the title speaks of, e.g. the revision that now stands. */
	params?: Record<string, string | number>;
}

export const PROBLEM_TYPE = 'application/problem+json';

/** What to answer for anything thrown. What is not a refusal is a bug: an id only, the rest is for the log. */
export function problemOf(thrown: unknown, requestId: string, locale: Locale): Problem {
	const error = thrown instanceof AppError ? thrown : apiError('internal');
	const problem: Problem = {
		type: `/api/docs#${error.code}`,
		title: titleOf(error.code, locale, error.params),
		status: error.status,
		code: error.code,
		requestId,
	};
	if (error.message !== error.code) problem.detail = error.message;
	const fields = Object.entries(error.fields);
	if (fields.length > 0) {
		problem.errors = fields.map(([field, code]) => ({
			field,
			code,
			detail: titleOf(code, locale, error.params),
		}));
	}
	if (Object.keys(error.params).length > 0) problem.params = error.params;
	return problem;
}

/** The refusal as an answer. */
export function problemResponse(
	thrown: unknown,
	requestId: string,
	locale: Locale,
	headers: Record<string, string> = {},
): Response {
	const problem = problemOf(thrown, requestId, locale);
	const retryAfter = thrown instanceof AppError ? thrown.retryAfter : undefined;
	return new Response(JSON.stringify(problem), {
		status: problem.status,
		headers: {
			'content-type': PROBLEM_TYPE,
			'content-language': locale,
			'cache-control': 'no-store',
			'x-request-id': requestId,
			...(retryAfter === undefined ? {} : { 'retry-after': String(Math.max(1, Math.ceil(retryAfter))) }),
			...(problem.status === 401 ? { 'www-authenticate': 'Bearer realm="stoa"' } : {}),
			...headers,
		},
	});
}
