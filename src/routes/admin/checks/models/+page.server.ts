import { action, page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { askTraining, fewestOfAClass, listModels, listRuns, useModel } from '#server/modules/checks/index.ts';

export const load = page(async ({ locals }) => {
	requireStaff(locals.actor);
	const [tasks, runs] = await Promise.all([
		listModels(locals.ctx.db, locals.actor),
		listRuns(locals.ctx.db, locals.actor, 10),
	]);
	return {
		tasks,
		runs: runs.filter(({ what }) => what === 'train').slice(0, 5),
		fewest: fewestOfAClass,
		admin: locals.actor.role === 'admin',
	};
});

export const actions = {
	train: action(async ({ locals }, form) => {
		await askTraining(locals.ctx.db, locals.actor, String(form.get('task')));
		return { asked: true };
	}),
	use: action(async ({ locals }, form) => {
		await useModel(locals.ctx.db, locals.actor, Number(form.get('id')), form.get('on') === '1');
		return { done: true };
	}),
};
