import type { RequestEvent } from '@sveltejs/kit';
import QRCode from 'qrcode';
import { action, page } from '#lib/server/page.ts';
import { setCookies } from '#lib/server/session.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { commonError } from '#server/kernel/errors.ts';
import { parseId } from '#server/kernel/ids.ts';
import {
	beginElsewhere,
	beginSecondFactor,
	changePassword,
	confirmSecondFactor,
	endOtherSessions,
	endSecondFactor,
	endSession,
	listElsewhere,
	listSessions,
	listWaysIn,
	refusalElsewhere,
	requestPasswordReset,
	unlinkElsewhere,
} from '#server/modules/accounts/index.ts';

export const load = page(async ({ locals, url }) => {
	const { userId } = requireMember(locals.actor);
	const { db, config } = locals.ctx;
	const [sessions, person, ways, passkeys] = await Promise.all([
		listSessions(db, userId, locals.session),
		db.selectFrom('users').select('two_factor_enabled').where('id', '=', userId).executeTakeFirstOrThrow(),
		listWaysIn(db, userId),
		db
			.selectFrom('passkeys')
			.select(['id', 'name', 'created_at as createdAt'])
			.where('user_id', '=', userId)
			.orderBy('id')
			.execute(),
	]);
	const failed = url.searchParams.get('error');
	const refused = failed ? refusalElsewhere(config, failed, url.searchParams.get('with')) : null;
	return {
		sessions,
		twoFactor: person.two_factor_enabled,
		passkeys,
		hasPassword: ways.password,
		elsewhere: elsewhereRows(listElsewhere(config), ways.elsewhere),
		refused: refused && { code: refused.code, params: refused.params },
	};
});

/** What is set up, linked or not, and what was linked before it was set up no more. */
function elsewhereRows(known: { id: string; name: string }[], linked: { provider: string; since: Date }[]) {
	const gone = linked
		.filter(({ provider }) => !known.some(({ id }) => id === provider))
		.map(({ provider }) => ({ id: provider, name: provider }));
	return [...known, ...gone].map(({ id, name }) => ({
		id,
		name,
		since: linked.find(({ provider }) => provider === id)?.since ?? null,
	}));
}

const at = (event: RequestEvent) => ({
	headers: event.request.headers,
	address: event.getClientAddress(),
	userId: requireMember(event.locals.actor).userId,
});
const text = (form: FormData, name: string) => String(form.get(name) ?? '');

export const actions = {
	password: action(async (event, form) => {
		const { cookies: made } = await changePassword(
			await event.locals.ctx.signIn(),
			{ current: text(form, 'current'), password: text(form, 'password') },
			at(event),
		);
		setCookies(event.cookies, made);
		return { done: 'password' as const };
	}),
	endSession: action(async ({ locals }, form) => {
		const id = parseId<number>(text(form, 'id'));
		if (id) await endSession(locals.ctx.db, locals.actor, id);
		return { done: 'sessions' as const };
	}),
	endOthers: action(async ({ locals }) => {
		await endOtherSessions(locals.ctx.db, locals.actor, locals.session);
		return { done: 'sessions' as const };
	}),
	beginTotp: action(async (event, form) => {
		const { totpUri, backupCodes } = await beginSecondFactor(
			await event.locals.ctx.signIn(),
			text(form, 'current'),
			at(event),
		);
		const svg = await QRCode.toString(totpUri, { type: 'svg', margin: 2 });
		return {
			done: 'totp-begun' as const,
			qr: `data:image/svg+xml,${encodeURIComponent(svg)}`,
			secret: new URL(totpUri).searchParams.get('secret') ?? '',
			backupCodes,
		};
	}),
	confirmTotp: action(async (event, form) => {
		const { cookies: made } = await confirmSecondFactor(
			await event.locals.ctx.signIn(),
			text(form, 'code'),
			at(event),
		);
		setCookies(event.cookies, made);
		return { done: 'totp-on' as const, backupCodes: text(form, 'codes').split(' ').filter(Boolean) };
	}),
	endTotp: action(async (event, form) => {
		const { cookies: made } = await endSecondFactor(
			await event.locals.ctx.signIn(),
			text(form, 'current'),
			at(event),
		);
		setCookies(event.cookies, made);
		return { done: 'totp-off' as const };
	}),
	link: action(async (event, form) => {
		const { ctx, locale } = event.locals;
		const provider = listElsewhere(ctx.config).find(({ id }) => id === text(form, 'provider'));
		if (!provider) throw commonError('not_found');
		const here = '/settings/security';
		const begun = await beginElsewhere(
			await ctx.signIn(),
			{ provider, next: here, failed: `${here}?with=${provider.id}`, locale, link: true },
			event.request.headers,
			event.getClientAddress(),
		);
		setCookies(event.cookies, begun.cookies);
		// A form may not lead to another site (form-action in our policy), and a link that adds a way in without one
		// could be followed unasked: so the form is answered with the link.
		return { done: 'link-begun' as const, provider: provider.id, url: begun.url };
	}),
	unlink: action(async ({ locals }, form) => {
		await unlinkElsewhere(locals.ctx.db, locals.actor, text(form, 'provider'));
		return { done: 'unlinked' as const };
	}),
	mailPassword: action(async (event) => {
		const { ctx, person } = event.locals;
		await requestPasswordReset(await ctx.signIn(), { email: person?.email }, event.getClientAddress());
		return { done: 'password-mailed' as const };
	}),
	removePasskey: action(async ({ locals }, form) => {
		const { userId } = requireMember(locals.actor);
		const id = parseId<number>(text(form, 'id'));
		if (id)
			await locals.ctx.db.deleteFrom('passkeys').where('id', '=', id).where('user_id', '=', userId).execute();
		return { done: 'passkey' as const };
	}),
};
