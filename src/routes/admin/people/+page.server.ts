import { action, page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { commonError } from '#server/kernel/errors.ts';
import { parseId } from '#server/kernel/ids.ts';
import { liftSuspension, setRole, suspendPerson } from '#server/modules/accounts/index.ts';
import { listPeopleForStaff } from '#server/modules/admin/index.ts';

export const load = page(async ({ locals, url }) => {
	const q = url.searchParams.get('q')?.trim() ?? '';
	return {
		q,
		people: await listPeopleForStaff(locals.ctx.db, locals.actor, {
			q,
			cursor: url.searchParams.get('cursor'),
		}),
	};
});

function personOf(form: FormData): number {
	const id = parseId<number>(String(form.get('id')));
	if (!id) throw commonError('not_found');
	return id;
}

export const actions = {
	role: action(async ({ locals }, form) => {
		requireStaff(locals.actor, 'admin');
		await setRole(locals.ctx.db, locals.actor, personOf(form), String(form.get('role')) as 'member');
		return { done: true };
	}),
	suspend: action(async ({ locals }, form) => {
		const days = String(form.get('days') ?? '').trim();
		await suspendPerson(locals.ctx.db, locals.actor, personOf(form), {
			reason: form.get('reason'),
			days: days === '' ? null : days,
		});
		return { done: true };
	}),
	lift: action(async ({ locals }, form) => {
		await liftSuspension(locals.ctx.db, locals.actor, personOf(form));
		return { done: true };
	}),
};
