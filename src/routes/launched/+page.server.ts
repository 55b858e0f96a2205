import { type RequestEvent, redirect } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { setCookies } from '#lib/server/session.ts';
import { AppError } from '#server/kernel/errors.ts';
import { openSession } from '#server/modules/accounts/index.ts';
import { enrol } from '#server/modules/courses/index.ts';
import { coursesToChoose, readTicket, takeTicket } from '#server/modules/lti/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, url }: PageServerLoadEvent) => {
	const ticket = url.searchParams.get('ticket') ?? '';
	const arrival = await readTicket(locals.ctx.db, ticket).catch((error) => {
		if (error instanceof AppError && error.code === 'lti.ticket_expired') return null;
		throw error;
	});
	// Whoever comes a second time has done nothing wrong: they are told where to go.
	if (!arrival)
		return { ticket, name: '', platform: '', expired: true, choosing: false, other: null, choices: [] };
	const { deep, name, platform, userId } = arrival;
	const signedIn = locals.person;
	return {
		ticket,
		name,
		platform,
		expired: false,
		choosing: deep !== null,
		/** Somebody else than the platform says. */
		other: signedIn && signedIn.id !== userId ? signedIn.name : null,
		choices: deep && signedIn ? await coursesToChoose(locals.ctx.db, locals.actor) : [],
	};
});

export const actions = {
	/** Comes in: only now, by a button in a window of its own, is somebody signed in. */
	default: action(async (event: RequestEvent, form) => {
		const { ctx, origin } = event.locals;
		const arrival = await takeTicket(ctx.db, String(form.get('ticket') ?? ''));
		const cookie = await openSession(ctx.db, ctx.secret, {
			userId: arrival.userId,
			secure: origin.startsWith('https://'),
			address: event.getClientAddress(),
			userAgent: event.request.headers.get('user-agent'),
		});
		setCookies(event.cookies, [cookie]);
		const courseId = Number(/^\/courses\/(\d+)/.exec(arrival.target)?.[1]);
		if (courseId) {
			const { actor } = await ctx.identities.identifyBrowser(
				new Headers({ cookie: cookie.split(';', 1)[0]! }),
			);
			// Whoever was sent to a course begins it, if it is theirs to begin; its page says what is missing.
			await enrol(ctx.db, actor, courseId).catch((error) => {
				if (!(error instanceof AppError)) throw error;
			});
		}
		redirect(303, arrival.target);
	}),
} satisfies Actions;
