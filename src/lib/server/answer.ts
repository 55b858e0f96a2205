import { isActionFailure, redirect, type RequestEvent } from '@sveltejs/kit';

/** True when the page's script asked: it wants data, a form without a script wants to see the page again. */
export function wantsData(event: RequestEvent): boolean {
	return event.request.headers.get('accept')?.includes('application/json') ?? false;
}

/** Answers a form action: data to the script, the page itself (at `#anchor`) to a form without one. */
export function answer<T extends Record<string, unknown>>(event: RequestEvent, data: T, anchor = ''): T {
	if (wantsData(event)) return data;
	redirect(303, event.url.pathname + anchor);
}

/** Says which form a refusal belongs to, where a page has more than one. */
export function ofForm<E extends RequestEvent, T>(form: string, act: (event: E) => Promise<T>): (event: E) => Promise<T> {
	return async (event) => {
		const result = await act(event);
		if (isActionFailure(result)) (result.data as Record<string, unknown>).form = form;
		return result;
	};
}
