import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#server/kernel/errors.ts';
import { readCalendar } from '#server/modules/cohorts/index.ts';
import { originOf } from '#server/platform/config.ts';
import type { RequestHandler } from './$types';

/** Somebody's calendar, for a program that signs in nowhere: the address is the key. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { ctx } = locals;
	try {
		const text = await readCalendar(ctx.db, params.token, {
			secret: ctx.secret,
			origin: originOf(ctx.config),
			words: (name) => {
				const locale = name === 'zh-CN' ? ('zh-CN' as const) : ('en' as const);
				return {
					name: m.cohorts_calendar_name({}, { locale }),
					begins: (cohort) => m.cohorts_calendar_begins({ name: cohort }, { locale }),
					ends: (cohort) => m.cohorts_calendar_ends({ name: cohort }, { locale }),
					talk: (person) => m.cohorts_calendar_talk({ name: person }, { locale }),
				};
			},
		});
		return new Response(text, {
			headers: {
				'content-type': 'text/calendar; charset=utf-8',
				'cache-control': 'private, max-age=300',
				'content-disposition': 'inline; filename="stoa.ics"',
				'x-robots-tag': 'noindex',
			},
		});
	} catch (thrown) {
		if (thrown instanceof AppError && thrown.status === 404)
			return new Response('Not found', {
				status: 404,
				headers: { 'content-type': 'text/plain; charset=utf-8' },
			});
		throw thrown;
	}
};
