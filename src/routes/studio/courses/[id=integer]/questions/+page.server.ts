import type { RequestEvent } from '@sveltejs/kit';
import { answer, ofForm, told } from '#lib/server/answer.ts';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { studioFrame } from '#lib/server/studio-course.ts';
import { type ItemId, parseId } from '#server/kernel/ids.ts';
import { courseToMake } from '#server/modules/courses/index.ts';
import { addFaq, dropFaq, listFaq, moveFaq, readBoard, rewriteFaq } from '#server/modules/mentoring/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const id = event.params.id as ItemId;
	const course = await courseToMake(ctx.db, actor, id, 'report');
	const [board, faq] = await Promise.all([readBoard(ctx.db, actor, id), listFaq(ctx.db, id)]);
	return { ...studioFrame(course), board, faq };
});

const courseOf = (event: RequestEvent) => event.params.id as unknown as ItemId;
const entryOf = (form: FormData) => parseId<number>(form.get('entry') as string | null) ?? 0;
const given = (form: FormData) => ({
	question: String(form.get('question') ?? ''),
	source: String(form.get('source') ?? '').replace(/\r\n?/g, '\n'),
});

export const actions = {
	add: ofForm(
		'add',
		action(async (event: RequestEvent, form) => {
			await addFaq(event.locals.ctx.db, event.locals.actor, courseOf(event), given(form));
			return answer(event, {}, '#faq');
		}),
	),
	rewrite: ofForm(
		'rewrite',
		action(async (event: RequestEvent, form) => {
			await rewriteFaq(event.locals.ctx.db, event.locals.actor, courseOf(event), entryOf(form), given(form));
			return answer(event, {}, '#faq');
		}),
	),
	move: told(
		action(async (event: RequestEvent, form) => {
			const by = form.get('by') === 'up' ? 'up' : 'down';
			await moveFaq(event.locals.ctx.db, event.locals.actor, courseOf(event), entryOf(form), by);
			return answer(event, {}, '#faq');
		}),
	),
	drop: told(
		action(async (event: RequestEvent, form) => {
			await dropFaq(event.locals.ctx.db, event.locals.actor, courseOf(event), entryOf(form));
			return answer(event, {}, '#faq');
		}),
	),
} satisfies Actions;
