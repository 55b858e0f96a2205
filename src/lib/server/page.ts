import {
	type ActionFailure,
	error,
	fail,
	isHttpError,
	isRedirect,
	type RequestEvent,
	redirect,
} from '@sveltejs/kit';
import { AppError, commonError } from '#server/kernel/errors.ts';

/** What a form gets back when it was refused: what was typed, and why. */
export type Refused = {
	code: string;
	params: Record<string, string | number>;
	/** Error code by field name. */
	fields: Record<string, string>;
	/** What was typed, by field name; files and passwords are left out. */
	values: Record<string, string>;
};

/**
 * Wraps a load function of a page that needs a member: a visitor is sent to sign in, and back. Other refusals
 * become the error page with their status in hooks.server.ts.
 */
export function page<E extends RequestEvent, T>(
	load: (event: E) => Promise<T> | T,
): (event: E) => Promise<T> {
	return async (event) => {
		try {
			return await load(event);
		} catch (thrown) {
			if (thrown instanceof AppError && thrown.code === 'common.sign_in_required') toSignIn(event);
			throw thrown;
		}
	};
}

/**
 * Wraps a form action: a module's refusal comes back to the form with everything that was typed.
 *
 * @param act gets the event and its form data
 */
export function action<E extends RequestEvent, T>(
	act: (event: E, form: FormData) => Promise<T>,
): (event: E) => Promise<T | ActionFailure<Refused>> {
	return async (event) => {
		const form = await event.request.formData().catch(() => {
			error(400, { message: 'The form did not arrive whole.' });
		});
		try {
			countForm(event.locals);
			return await act(event, form);
		} catch (cause) {
			const thrown = cause instanceof AppError ? cause : unstorable(cause, form);
			if (isRedirect(cause) || isHttpError(cause) || !thrown) throw cause;
			if (thrown.code === 'common.sign_in_required') toSignIn(event);
			const values: Record<string, string> = {};
			for (const [name, value] of form) {
				if (typeof value === 'string' && !/password|secret|token/i.test(name)) values[name] = value;
			}
			return fail(thrown.status, { code: thrown.code, params: thrown.params, fields: thrown.fields, values });
		}
	};
}

/** The database refused a text with U+0000, in a field that no use case looks at closely, such as a reason. */
function unstorable(cause: unknown, form: FormData): AppError | null {
	if ((cause as { code?: string } | null)?.code !== '22021') return null;
	const field =
		[...form].find(([, value]) => typeof value === 'string' && value.includes('\0'))?.[0] ?? 'form';
	return commonError('invalid_input', { cause, fields: { [field]: 'common.bad_value' } });
}

/**
 * Forms are counted as the API's writes are, at twice their number: a person presses more buttons than a program needs,
 * but no person fills a place with a thousand questions. What visitors send (sign-in, sign-up) has limits of its own.
 */
function countForm({ ctx, actor }: App.Locals): void {
	const limit = ctx.config.apiLimits.writes * 2;
	if (actor.userId === null || limit === 0) return;
	const { allowed, reset } = ctx.limiter.take(`forms:${actor.userId}`, { limit, seconds: 60 });
	if (!allowed) throw commonError('too_many_requests', { retryAfter: reset });
}

function toSignIn(event: RequestEvent): never {
	// After a POST the page itself is the place to come back to, not its `?/action` address.
	const back = event.request.method === 'GET' ? event.url.pathname + event.url.search : event.url.pathname;
	redirect(303, `/sign-in?next=${encodeURIComponent(back)}`);
}
