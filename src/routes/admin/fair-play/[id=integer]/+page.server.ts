import type { RequestEvent } from '@sveltejs/kit';
import { answer } from '#lib/server/answer.ts';
import { action, page } from '#lib/server/page.ts';
import { decideFinding, readFinding } from '#server/modules/fairplay/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, params }: PageServerLoadEvent) => ({
	finding: await readFinding(locals.ctx.db, locals.actor, params.id),
}));

export const actions = {
	decide: action(async (event: RequestEvent, form) => {
		const { ctx, actor } = event.locals;
		await decideFinding(ctx.db, actor, event.params.id as unknown as number, {
			decision: String(form.get('decision') ?? '') as 'confirmed',
			reason: String(form.get('reason') ?? ''),
		});
		return answer(event, {}, '#decisions');
	}),
} satisfies Actions;
