import { isActionFailure, type RequestEvent, redirect } from '@sveltejs/kit';
import { refusal } from '#lib/refusal.ts';

/** True when the page's script asked: it wants data, a form without a script wants to see the page again. */
export function wantsData(event: RequestEvent): boolean {
	return event.request.headers.get('accept')?.includes('application/json') ?? false;
}

/** Answers a form action: data to the script, the page itself (at `#anchor`) to a form without one. */
export function answer<T extends Record<string, unknown>>(event: RequestEvent, data: T, anchor = ''): T {
	if (wantsData(event)) return data;
	redirect(303, event.url.pathname + anchor);
}

/**
 * For forms without fields of their own, such as a vote: a refusal also carries its sentence in the reader's language,
 * which the script shows for a moment and the page in a banner.
 */
export function told<E extends RequestEvent, T>(act: (event: E) => Promise<T>): (event: E) => Promise<T> {
	return async (event) => {
		const result = await act(event);
		if (isActionFailure(result)) {
			const data = result.data as unknown as {
				code: string;
				params: Record<string, string | number>;
				message?: string;
			};
			data.message = refusal(data.code, data.params);
		}
		return result;
	};
}

/** Says which form a refusal belongs to, where a page has more than one. */
export function ofForm<E extends RequestEvent, T>(
	form: string,
	act: (event: E) => Promise<T>,
): (event: E) => Promise<T> {
	return async (event) => {
		const result = await act(event);
		if (isActionFailure(result)) (result.data as unknown as Record<string, unknown>).form = form;
		return result;
	};
}
