import { action, page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { listPlatformShares, setPlatformShare } from '#server/modules/payouts/index.ts';

export const load = page(async ({ locals }) => {
	const { ctx, actor } = locals;
	requireStaff(actor, 'admin');
	return { shares: await listPlatformShares(ctx.db, actor), usual: ctx.settings.platformShareBps };
});

export const actions = {
	default: action(async ({ locals }, form) => {
		const percent = String(form.get('percent') ?? '').trim();
		await setPlatformShare(locals.ctx.db, locals.actor, {
			handle: form.get('handle'),
			// Typed in percent, kept in hundredths of one.
			shareBps: percent === '' ? null : Math.round(Number(percent) * 100),
			startsAt: form.get('startsAt') ? new Date(`${form.get('startsAt')}T00:00:00Z`) : null,
			note: form.get('note') ?? '',
		});
		return { done: true };
	}),
};
