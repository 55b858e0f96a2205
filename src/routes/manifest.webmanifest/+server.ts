import { siteName, siteTagline } from '#lib/site-name.ts';
import type { RequestHandler } from './$types';

/** What a device needs to know to keep the site among its apps: it opens where one learns. */
export const GET: RequestHandler = ({ locals }) => {
	const manifest = {
		id: '/',
		name: siteName(),
		short_name: siteName().slice(0, 12),
		description: siteTagline(),
		lang: locals.locale,
		start_url: '/learning',
		scope: '/',
		display: 'standalone',
		background_color: '#fdfdfd',
		theme_color: '#0f766e',
		icons: [
			{ src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
			{ src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
			{ src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
			{ src: '/icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
		],
	};
	return new Response(JSON.stringify(manifest), {
		headers: {
			'content-type': 'application/manifest+json',
			'cache-control': 'public, max-age=3600',
			vary: 'Cookie, Accept-Language',
		},
	});
};
