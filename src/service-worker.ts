// Gives out what was taken along when there is no connection, and nothing else: with one, every answer is the server's.
// Only browsers with something on their shelf have this worker at all (lib/enhance/offline).
import { findKept, isUnsure, openShelf, setUnsure, shelfPage, wipe } from './lib/enhance/offline/shelf.ts';

/** What of a worker's scope is used here; the compiler knows the windows' one. */
interface Fetching extends Event {
	request: Request;
	preloadResponse: Promise<Response | undefined>;
	respondWith(answer: Promise<Response>): void;
	waitUntil(work: Promise<unknown>): void;
}
interface Scope extends EventTarget {
	location: Location;
	clients: { claim(): Promise<void> };
	registration: { navigationPreload?: { enable(): Promise<void> } };
	skipWaiting(): Promise<void>;
}
const scope = globalThis as unknown as Scope;

/** Longer than this nobody waits for a page that lies on the shelf. */
const patience = 8000;

scope.addEventListener('install', (event) => (event as Fetching).waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => {
	const ready = async () => {
		// Pages are asked for while the worker still wakes: they come no later than without it.
		await scope.registration.navigationPreload?.enable().catch(() => undefined);
		await scope.clients.claim();
	};
	(event as Fetching).waitUntil(ready());
});

scope.addEventListener('fetch', (happened) => {
	const event = happened as Fetching;
	const { request } = event;
	const { origin, pathname } = new URL(request.url);
	if (origin !== scope.location.origin) return;
	if (request.mode === 'navigate') {
		event.respondWith(request.method === 'GET' ? page(event) : form(request, pathname));
		return;
	}
	if (request.method !== 'GET' || pathname.startsWith('/api/')) return;
	if (['style', 'script', 'font', 'image'].includes(request.destination))
		event.respondWith(
			fetch(request).catch(async (error) => (await kept(request.url)) ?? Promise.reject(error)),
		);
});

async function kept(address: string): Promise<Response | undefined> {
	const shelf = await openShelf();
	if (!shelf || (await isUnsure(shelf))) return undefined;
	return findKept(shelf, address, Date.now());
}

async function page(event: Fetching): Promise<Response> {
	const { url } = event.request;
	const asked = (async () => (await event.preloadResponse) ?? fetch(event.request))();
	// What comes after somebody stopped waiting is nobody's.
	asked.catch(() => undefined);
	try {
		const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), patience));
		const first = await Promise.race([asked, late]);
		if (first !== 'late') return first;
		return (await shown(url, 'kept')) ?? (await asked);
	} catch (error) {
		return (await shown(url, 'kept')) ?? (await shown(shelfPage, 'missing')) ?? Promise.reject(error);
	}
}

/** A page of the shelf, which says of itself that it is one. */
async function shown(address: string, as: 'kept' | 'missing'): Promise<Response | undefined> {
	const found = await kept(address);
	if (!found) return undefined;
	const html = (await found.text()).replace('<html ', `<html data-offline="${as}" `);
	return new Response(html, { status: as === 'kept' ? 200 : 503, headers: found.headers });
}

/** A form goes to the server or nowhere. Who signs out leaves nothing; who signs in may be somebody else. */
async function form(request: Request, pathname: string): Promise<Response> {
	const signsIn = /^\/(?:sign-|two-factor|reset-password)/.test(pathname);
	if (pathname === '/sign-out') await wipe();
	const shelf = signsIn ? await openShelf() : null;
	if (shelf) await setUnsure(shelf, true);
	try {
		return await fetch(request);
	} catch (error) {
		// Nobody signed in.
		if (shelf) await setUnsure(shelf, false);
		return (await shown(shelfPage, 'missing')) ?? Promise.reject(error);
	}
}
