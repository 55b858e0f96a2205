import type { RequestEvent } from '@sveltejs/kit';
import { answer, ofForm } from '#lib/server/answer.ts';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { parseId } from '#server/kernel/ids.ts';
import { decideReview, listReported } from '#server/modules/credentials/index.ts';
import { hrefOf } from '#server/modules/items/index.ts';
import type { Actions } from './$types';

export const load = page(async ({ locals }) => ({
	reported: (await listReported(locals.ctx.db, locals.actor)).map(({ course, ...one }) => ({
		...one,
		course: { title: course.title, href: hrefOf({ kind: 'course', ...course }) },
	})),
}));

export const actions = {
	decide: ofForm(
		'decide',
		action(async (event: RequestEvent, form) => {
			await decideReview(event.locals.ctx.db, event.locals.actor, {
				id: parseId<number>(form.get('review') as string | null) ?? 0,
				hide: form.get('hide') === '1',
				reason: String(form.get('reason') ?? ''),
			});
			return answer(event, {});
		}),
	),
} satisfies Actions;
