import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import {
	type CheckAction,
	changeList,
	checksError,
	deleteList,
	readList,
} from '#server/modules/checks/index.ts';

/** Beyond this a list is exchanged by a file: no page carries megabytes. */
const shown = 20_000;

export const load = page(async ({ locals, params }) => {
	requireStaff(locals.actor);
	const list = await readList(locals.ctx.db, locals.actor, Number(params.id));
	if (!list) throw checksError('list_unknown');
	return {
		list: { ...list, words: list.words.length > shown ? '' : list.words },
		long: list.words.length > shown,
		admin: locals.actor.role === 'admin',
	};
});

export const actions = {
	save: action(async ({ locals, params }, form) => {
		const file = form.get('file');
		const words =
			file instanceof File && file.size > 0
				? await file.text()
				: form.has('words')
					? String(form.get('words'))
					: undefined;
		const name = form.get('name');
		return {
			written: await changeList(locals.ctx.db, locals.actor, Number(params.id), {
				action: String(form.get('action')) as CheckAction,
				lenient: form.has('lenient'),
				...(words === undefined ? {} : { words }),
				...(name === null ? {} : { name: String(name) }),
			}),
		};
	}),
	delete: action(async ({ locals, params }) => {
		await deleteList(locals.ctx.db, locals.actor, Number(params.id));
		redirect(303, '/admin/checks');
	}),
};
