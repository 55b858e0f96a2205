import { ofForm } from '#lib/server/answer.ts';
import { action, page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import {
	askRecheck,
	type CheckAction,
	type CheckName,
	changeList,
	createList,
	forgetDomain,
	listDomains,
	listLists,
	listRules,
	listRuns,
	listStopped,
	resetRule,
	setDomain,
	setRule,
} from '#server/modules/checks/index.ts';

export const load = page(async ({ locals, url }) => {
	requireStaff(locals.actor);
	const { db } = locals.ctx;
	const { actor } = locals;
	const [rules, lists, domains, runs, stopped] = await Promise.all([
		listRules(db, actor),
		listLists(db, actor),
		listDomains(db, actor, { cursor: url.searchParams.get('domains') }),
		listRuns(db, actor, 5),
		listStopped(db, actor, { cursor: url.searchParams.get('cursor') }),
	]);
	return {
		rules,
		lists,
		domains,
		runs,
		stopped,
		admin: actor.role === 'admin',
		outside: Boolean(locals.ctx.outsideModel),
	};
});

const text = (form: FormData, name: string) => String(form.get(name) ?? '');

export const actions = {
	rule: action(async ({ locals }, form) => {
		const { db } = locals.ctx;
		const name = text(form, 'name') as CheckName;
		if (form.has('reset')) await resetRule(db, locals.actor, name);
		else
			await setRule(db, locals.actor, {
				name,
				action: text(form, 'action') as CheckAction,
				forNew: form.get('forNew'),
				forOthers: form.get('forOthers'),
				holdAt: form.get('holdAt'),
				hideAt: form.get('hideAt'),
			});
		return { done: true };
	}),
	list: ofForm(
		'list',
		action(async ({ locals }, form) => {
			const file = form.get('file');
			const words = file instanceof File && file.size > 0 ? await file.text() : text(form, 'words');
			const written = await createList(locals.ctx.db, locals.actor, {
				name: text(form, 'name'),
				action: text(form, 'action') as CheckAction,
				words,
				lenient: form.has('lenient'),
			});
			return { written };
		}),
	),
	listAction: action(async ({ locals }, form) => {
		await changeList(locals.ctx.db, locals.actor, Number(form.get('id')), {
			action: text(form, 'action') as CheckAction,
		});
		return { done: true };
	}),
	domain: ofForm(
		'domain',
		action(async ({ locals }, form) => {
			await setDomain(locals.ctx.db, locals.actor, {
				domain: text(form, 'domain'),
				allowed: form.get('allowed') === '1',
			});
			return { done: true };
		}),
	),
	forget: action(async ({ locals }, form) => {
		await forgetDomain(locals.ctx.db, locals.actor, text(form, 'domain'));
		return { done: true };
	}),
	recheck: action(async ({ locals }) => {
		await askRecheck(locals.ctx.db, locals.actor);
		return { asked: true };
	}),
};
