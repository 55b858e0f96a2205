import type { Cookies, RequestEvent } from '@sveltejs/kit';

/** Sets the cookies that better-auth made on the answer to a form. */
export function setCookies(cookies: Cookies, made: string[]): void {
	for (const cookie of made) {
		const [pair, ...attributes] = cookie.split(/;\s*/) as [string, ...string[]];
		const at = pair.indexOf('=');
		const options = new Map(
			attributes.map((part) => part.split('=', 2)).map(([key, value]) => [key!.toLowerCase(), value ?? '']),
		);
		cookies.set(pair.slice(0, at), decodeURIComponent(pair.slice(at + 1)), {
			path: options.get('path') || '/',
			httpOnly: options.has('httponly'),
			secure: options.has('secure'),
			sameSite: (options.get('samesite')?.toLowerCase() as 'lax' | 'strict' | 'none' | undefined) ?? 'lax',
			...(options.has('max-age') ? { maxAge: Number(options.get('max-age')) } : {}),
		});
	}
}

/** Where to go after signing in: a path of this site only, so that a link cannot send people elsewhere. */
export function safeNext(event: RequestEvent, given?: FormDataEntryValue | null): string {
	const next = typeof given === 'string' ? given : event.url.searchParams.get('next');
	if (
		!next ||
		!next.startsWith('/') ||
		next.startsWith('//') ||
		next.includes('\\') ||
		// Browsers pass over a tab or a line end: to them `/\t/elsewhere` is `//elsewhere`.
		hasControl(next) ||
		/^\/(sign-|two-factor|api\/)/.test(next)
	)
		return '/';
	return next;
}

/** Path and query of the page of this site that a form was sent from; null when the browser does not tell. */
export function cameFrom(event: RequestEvent): string | null {
	const referer = event.request.headers.get('referer');
	if (!referer || !URL.canParse(referer)) return null;
	const { origin, pathname, search } = new URL(referer);
	return origin === event.url.origin || origin === event.locals.origin ? pathname + search : null;
}

function hasControl(text: string): boolean {
	return [...text].some((character) => character < ' ' || character === '\x7f');
}
