import { type RequestEvent, redirect } from '@sveltejs/kit';
import { requireMember } from '#server/contracts/actor.ts';
import { AppError } from '#server/kernel/errors.ts';
import {
	type Organisation,
	type OrganisationRight,
	organisationTo,
} from '#server/modules/organisations/index.ts';
import { momentIn } from '#shared/time-zone.ts';
import { action } from './page.ts';

type Here = RequestEvent & { params: { slug: string } };

/**
 * The organisation of a page, for whoever may see it; who has to sign on first is led there.
 *
 * @throws common.sign_in_required, organisations.not_found, common.forbidden
 */
export async function organisationPage(event: Here, right: OrganisationRight): Promise<Organisation> {
	requireMember(event.locals.actor);
	try {
		return await organisationTo(event.locals.ctx.db, event.locals.actor, event.params.slug, right);
	} catch (error) {
		if (error instanceof AppError && error.code === 'organisations.sign_on_needed')
			redirect(303, `/organisations/${event.params.slug}/sign-on?needed`);
		throw error;
	}
}

/** What a refused form gets back, with the name of the form that it belongs to. */
export interface OrganisationForm {
	form?: string;
	code?: string;
	params?: Record<string, string | number>;
	fields?: Record<string, string>;
	values?: Record<string, string>;
}

/** An action that changes something and shows the page again; `form` says which form a refusal belongs to. */
export function changing<E extends RequestEvent>(
	form: string,
	act: (event: E, fields: (name: string) => string, data: FormData) => Promise<unknown>,
) {
	const run = action(async (event: E, data) => {
		const given = await act(event, (name) => String(data.get(name) ?? '').trim(), data);
		if (given && typeof given === 'object') return given as Record<string, unknown>;
		const back = new URL(event.url.pathname, event.url);
		back.searchParams.set('saved', '');
		redirect(303, back.pathname + back.search.replace('saved=', 'saved'));
	});
	return async (event: E) => {
		const result = (await run(event)) as Record<string, unknown> & { data?: Record<string, unknown> };
		(result.data ?? result).form = form;
		return result as OrganisationForm & Record<string, unknown>;
	};
}

/** An id out of a form; null where none was chosen. */
export const idOf = (text: string): number | null => (/^[1-9]\d{0,15}$/.test(text) ? Number(text) : null);

/** The end of a day of a form, by the clocks of whoever chose it; null for none. */
export function endOfDay(text: string, zone: string | undefined): Date | null {
	if (!text) return null;
	return momentIn(zone || 'UTC', `${text}T23:59`) ?? new Date(Number.NaN);
}
