import { type RequestEvent, redirect } from '@sveltejs/kit';
import { answer, ofForm, told } from '#lib/server/answer.ts';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { parseId } from '#server/kernel/ids.ts';
import {
	addFaq,
	assignQuestion,
	echoQuestion,
	listAnswering,
	passQuestion,
	readQuestion,
	replyToQuestion,
	rewritePost,
	solveQuestion,
	takeQuestion,
	withdrawQuestion,
} from '#server/modules/mentoring/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

const idOf = (event: RequestEvent) => event.params.id as number;
const text = (form: FormData, name: string) => String(form.get(name) ?? '').replace(/\r\n?/g, '\n');

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const question = await readQuestion(ctx.db, actor, event.params.id);
	const { can } = question;
	return {
		question,
		others: can.move && question.status === 'waiting' ? await listAnswering(ctx.db, question.courseId) : [],
	};
});

export const actions = {
	reply: ofForm(
		'reply',
		action(async (event: RequestEvent, form) => {
			const { id } = await replyToQuestion(event.locals.ctx.db, event.locals.actor, idOf(event), {
				source: text(form, 'source'),
			});
			redirect(303, `${event.url.pathname}#post-${id}`);
		}),
	),
	rewrite: ofForm(
		'rewrite',
		action(async (event: RequestEvent, form) => {
			const post = parseId<number>(form.get('post') as string | null) ?? 0;
			await rewritePost(event.locals.ctx.db, event.locals.actor, post, { source: text(form, 'source') });
			redirect(303, `${event.url.pathname}#post-${post}`);
		}),
	),
	solve: told(
		action(async (event: RequestEvent, form) => {
			await solveQuestion(event.locals.ctx.db, event.locals.actor, idOf(event), {
				postId: parseId<number>(form.get('post') as string | null),
			});
			return answer(event, {});
		}),
	),
	withdraw: told(
		action(async (event: RequestEvent) => {
			await withdrawQuestion(event.locals.ctx.db, event.locals.actor, idOf(event));
			return answer(event, {});
		}),
	),
	echo: told(
		action(async (event: RequestEvent, form) => {
			await echoQuestion(event.locals.ctx.db, event.locals.actor, idOf(event), form.get('on') === '1');
			return answer(event, {});
		}),
	),
	take: told(
		action(async (event: RequestEvent) => {
			await takeQuestion(event.locals.ctx.db, event.locals.actor, idOf(event));
			return answer(event, {}, '#reply');
		}),
	),
	pass: told(
		action(async (event: RequestEvent, form) => {
			await passQuestion(event.locals.ctx.db, event.locals.actor, idOf(event), { note: text(form, 'note') });
			return answer(event, {});
		}),
	),
	assign: told(
		action(async (event: RequestEvent, form) => {
			await assignQuestion(event.locals.ctx.db, event.locals.actor, idOf(event), {
				handle: text(form, 'handle'),
			});
			return answer(event, {});
		}),
	),
	faq: ofForm(
		'faq',
		action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			const { id, courseId } = await readQuestion(ctx.db, actor, idOf(event));
			await addFaq(ctx.db, actor, courseId, {
				question: text(form, 'question'),
				source: text(form, 'source'),
				questionId: id,
			});
			return answer(event, {}, '#faq');
		}),
	),
} satisfies Actions;
