import { action, page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { tryText } from '#server/modules/checks/index.ts';

export const load = page(({ locals }) => {
	requireStaff(locals.actor);
	return {};
});

export const actions = {
	default: action(async ({ locals }, form) => {
		const text = String(form.get('text') ?? '');
		const { db, outsideModel } = locals.ctx;
		const fresh = form.has('fresh');
		return { text, fresh, tried: await tryText(db, locals.actor, { text, fresh }, db, outsideModel) };
	}),
};
