import type { RequestEvent } from '@sveltejs/kit';
import QRCode from 'qrcode';
import { action, page } from '#lib/server/page.ts';
import { setCookies } from '#lib/server/session.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { parseId } from '#server/kernel/ids.ts';
import {
	beginSecondFactor,
	changePassword,
	confirmSecondFactor,
	endOtherSessions,
	endSecondFactor,
	endSession,
	listSessions,
} from '#server/modules/accounts/index.ts';

export const load = page(async ({ locals }) => {
	const { userId } = requireMember(locals.actor);
	const { db } = locals.ctx;
	const [sessions, person, passkeys] = await Promise.all([
		listSessions(db, userId, locals.session),
		db.selectFrom('users').select('two_factor_enabled').where('id', '=', userId).executeTakeFirstOrThrow(),
		db
			.selectFrom('passkeys')
			.select(['id', 'name', 'created_at as createdAt'])
			.where('user_id', '=', userId)
			.orderBy('id')
			.execute(),
	]);
	return { sessions, twoFactor: person.two_factor_enabled, passkeys };
});

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
	removePasskey: action(async ({ locals }, form) => {
		const { userId } = requireMember(locals.actor);
		const id = parseId<number>(text(form, 'id'));
		if (id)
			await locals.ctx.db.deleteFrom('passkeys').where('id', '=', id).where('user_id', '=', userId).execute();
		return { done: 'passkey' as const };
	}),
};
