import { type RequestEvent, redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { inForm } from '#lib/server/pricing-forms.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { addMonths, now } from '#server/kernel/clock.ts';
import {
	type Formula,
	monthOf,
	type PoolTermsInput,
	poolTerms,
	previewPool,
	setPoolTerms,
} from '#server/modules/rewards/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

const numbers = [
	'vote',
	'repeat',
	'down',
	'solved',
	'view',
	'voterDays',
	'mostPercent',
	'least',
] as const satisfies (keyof Formula)[];

/** Points and formula as a form or an address has them; null when it has none. */
function termsIn(given: { get(name: string): unknown }): PoolTermsInput | null {
	if (given.get('points') === null) return null;
	const formula = Object.fromEntries(numbers.map((name) => [name, String(given.get(name) ?? '')]));
	return { points: String(given.get('points')), formula } as unknown as PoolTermsInput;
}

export const load = page(async ({ locals: { ctx, actor }, url }: PageServerLoadEvent) => {
	requireStaff(actor, 'admin');
	const month = monthOf(now());
	const [inForce, next] = await Promise.all([
		poolTerms(ctx.db, month),
		poolTerms(ctx.db, monthOf(addMonths(new Date(month), 1))),
	]);
	const asked = url.searchParams.get('month');
	return {
		numbers,
		month: month.slice(0, 7),
		inForce,
		next,
		from: url.searchParams.get('from'),
		preview: asked
			? await previewPool(ctx.db, actor, { month: asked, terms: termsIn(url.searchParams) })
			: null,
	};
});

export const actions = {
	set: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		let from = '';
		await inForm('set', async () => {
			from = (await setPoolTerms(ctx.db, actor, termsIn(form) as PoolTermsInput)).month;
		});
		redirect(303, `/admin/pool?from=${from.slice(0, 7)}`);
	}),
} satisfies Actions;
