import { redirect, type RequestHandler } from '@sveltejs/kit';

const themes = ['auto', 'light', 'dark'];
const languages = ['zh-CN', 'en'];

/** Keeps language and theme in cookies, which the server reads before it draws a page: no flash of the wrong one. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await request.formData();
	const theme = String(form.get('theme') ?? '');
	const lang = String(form.get('lang') ?? '');
	const keep = { path: '/', maxAge: 365 * 86_400, httpOnly: false, sameSite: 'lax', secure: url.protocol === 'https:' } as const;
	if (themes.includes(theme)) {
		if (theme === 'auto') cookies.delete('theme', { path: '/' });
		else cookies.set('theme', theme, keep);
	}
	if (languages.includes(lang)) cookies.set('lang', lang, keep);
	const next = String(form.get('next') ?? '/');
	// Only back into this site: a path, never `//elsewhere`.
	redirect(303, /^\/(?![/\\])/.test(next) ? next : '/');
};
