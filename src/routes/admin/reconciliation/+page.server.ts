import { action, page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { reconcileByHand } from '#server/flows/reconcile.ts';
import { countWaiting, listReconciliations, listStrayNotices } from '#server/modules/orders/index.ts';

export const load = page(async ({ locals, url }) => {
	requireStaff(locals.actor, 'admin');
	const { db, providers } = locals.ctx;
	const [reports, waiting, stray] = await Promise.all([
		listReconciliations(db, locals.actor, { cursor: url.searchParams.get('cursor') }),
		countWaiting(db, locals.actor),
		listStrayNotices(db, locals.actor),
	]);
	return {
		providers: [...providers.values()].map(({ name, methods, currencies }) => ({
			name,
			methods: [...methods],
			currencies: [...currencies],
			waiting: waiting.get(name) ?? 0,
		})),
		reports: reports.items,
		next: reports.next,
		stray,
		yesterday: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
	};
});

export const actions = {
	run: action(async ({ locals }, form) => {
		const { db, providers, settings } = locals.ctx;
		const ear = { db, providers, platformShareBps: settings.platformShareBps };
		const status = await reconcileByHand(ear, locals.actor, {
			provider: form.get('provider'),
			day: form.get('day'),
		});
		return { done: status };
	}),
};
