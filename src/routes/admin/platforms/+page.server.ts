import { type RequestEvent, redirect } from '@sveltejs/kit';
import { ofForm } from '#lib/server/answer.ts';
import { action, page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { listPlatforms, removePlatform, setPlatform } from '#server/modules/lti/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, url }: PageServerLoadEvent) => {
	requireStaff(locals.actor, 'admin');
	return {
		platforms: await listPlatforms(locals.ctx.db, locals.actor),
		origin: locals.origin,
		saved: url.searchParams.has('saved'),
	};
});

const done = () => redirect(303, '/admin/platforms?saved');

export const actions = {
	set: ofForm(
		'set',
		action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
			const text = (name: string) => String(form.get(name) ?? '');
			const id = Number(text('id')) || undefined;
			await setPlatform(
				ctx.db,
				actor,
				{
					name: text('name'),
					issuer: text('issuer'),
					clientId: text('clientId'),
					authorizeUrl: text('authorizeUrl'),
					tokenUrl: text('grantUrl'),
					jwksUrl: text('jwksUrl'),
					deployments: text('deployments').split(/\r?\n/),
					opensPaid: form.has('opensPaid'),
					active: id === undefined || form.has('active'),
				},
				id,
			);
			done();
		}),
	),
	remove: ofForm(
		'remove',
		action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
			await removePlatform(ctx.db, actor, Number(form.get('id')) || 0);
			done();
		}),
	),
} satisfies Actions;
