/** What a refusal carries to the edge; see {@link defineErrors}. */
export interface ErrorDetails {
	/** Values for the localised message, by name. */
	params?: Record<string, string | number>;
	/** One code per form field that is wrong: `{ title: 'items.title_too_short' }`. */
	fields?: Record<string, string>;
	/** A sentence in English for logs and API clients. */
	detail?: string;
	/** Seconds after which trying again makes sense. */
	retryAfter?: number;
	cause?: unknown;
}

/**
 * An expected refusal with a stable code. Everything else that is thrown is a bug: it is logged whole and
 * answered with an id only.
 */
export class AppError extends Error {
	readonly code: string;
	readonly status: number;
	readonly params: Record<string, string | number>;
	readonly fields: Record<string, string>;
	readonly retryAfter: number | undefined;

	constructor(code: string, status: number, details: ErrorDetails = {}) {
		super(details.detail ?? code, { cause: details.cause });
		this.name = 'AppError';
		this.code = code;
		this.status = status;
		this.params = details.params ?? {};
		this.fields = details.fields ?? {};
		this.retryAfter = details.retryAfter;
	}
}

const catalogue = new Map<string, number>();

/** Every error code that the loaded modules declare, with its HTTP status: what docs and translations must list. */
export function errorCatalogue(): ReadonlyMap<string, number> {
	return catalogue;
}

/**
 * Declares the refusals of one module.
 *
 * @param domain prefix of the codes, e.g. `items`
 * @param codes code without prefix to HTTP status, e.g. `{ not_found: 404 }`
 * @returns a function that makes the error: `throw itemError('not_found')` has code `items.not_found`
 */
export function defineErrors<const C extends Record<string, number>>(domain: string, codes: C) {
	for (const [code, status] of Object.entries(codes)) catalogue.set(`${domain}.${code}`, status);
	return (code: keyof C & string, details?: ErrorDetails): AppError =>
		new AppError(`${domain}.${code}`, codes[code] as number, details);
}

/** Refusals that belong to no module. */
export const commonError = defineErrors('common', {
	invalid_input: 422,
	not_found: 404,
	forbidden: 403,
	sign_in_required: 401,
	too_many_requests: 429,
	conflict: 409,
	payload_too_large: 413,
	bad_origin: 403,
	unavailable: 503,
});
