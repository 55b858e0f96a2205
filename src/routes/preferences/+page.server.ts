import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/page.ts';
import { cameFrom, safeNext } from '#lib/server/session.ts';
import { setLocale } from '#server/modules/accounts/index.ts';

export const load = () => redirect(303, '/');

const year = { path: '/', maxAge: 31_536_000, httpOnly: false, sameSite: 'lax' as const };

export const actions = {
	/** Language and theme: a cookie for everybody, the account too for who is signed in. */
	default: action(async (event, form) => {
		const { ctx, actor } = event.locals;
		const theme = form.get('theme');
		const lang = form.get('lang');
		if (theme === 'light' || theme === 'dark') event.cookies.set('theme', theme, { ...year, secure: false });
		if (theme === 'auto') event.cookies.delete('theme', { path: '/' });
		if (lang === 'zh-CN' || lang === 'en') {
			event.cookies.set('lang', lang, { ...year, secure: false });
			if (actor.userId !== null) await setLocale(ctx.db, actor, lang);
		}
		redirect(303, safeNext(event, cameFrom(event)));
	}),
};
