import { error, type RequestEvent, redirect } from '@sveltejs/kit';
import { answer, ofForm, told } from '#lib/server/answer.ts';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { parseId } from '#server/kernel/ids.ts';
import { listCourses } from '#server/modules/courses/index.ts';
import {
	deletePath,
	describePath,
	listIssued,
	readPath,
	setPathStatus,
	setSteps,
} from '#server/modules/credentials/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, params, url }: PageServerLoadEvent) => {
	const { ctx, actor } = locals;
	requireMember(actor);
	const path = await readPath(ctx.db, actor, params.id);
	if (path.kind !== 'programme' || !path.manages)
		error(404, { message: 'There is no such path.', code: 'credentials.path_not_found' });
	const [courses, issued] = await Promise.all([
		listCourses(ctx.db, actor, { limit: 100 }),
		listIssued(ctx.db, actor, { pathId: path.id }, url.searchParams.get('cursor')),
	]);
	const inPath = new Set(path.steps.flatMap((step) => step.courses.map(({ id }) => id)));
	return {
		path,
		courses: courses.items.filter(({ id }) => !inPath.has(id)).map(({ id, title }) => ({ id, title })),
		issued,
	};
});

interface Step {
	title: string;
	needed: number | null;
	courses: number[];
}

const idOf = (event: RequestEvent) => event.params.id as unknown as number;
const text = (form: FormData, name: string) => String(form.get(name) ?? '').replace(/\r\n?/g, '\n');

/** Reads the steps, changes them, and writes them back. */
async function change(event: RequestEvent, form: FormData, edit: (steps: Step[], at: number) => Step[]) {
	const { ctx, actor } = event.locals;
	const path = await readPath(ctx.db, actor, idOf(event));
	const steps = path.steps.map(
		({ title, needed, courses }): Step => ({
			title,
			// All of them stays all of them when one is added or taken out.
			needed: needed >= courses.length ? null : needed,
			courses: courses.map(({ id }) => id),
		}),
	);
	const number = parseId<number>(text(form, 'step')) ?? 0;
	await setSteps(ctx.db, actor, path.id, edit(steps, number - 1));
	return answer(event, {}, number ? `#step-${number}` : '#steps');
}

const at = (steps: Step[], own: number, edit: (step: Step) => Step) =>
	steps.map((step, n) => (n === own ? edit(step) : step));

export const actions = {
	describe: ofForm(
		'describe',
		action(async (event: RequestEvent, form) => {
			await describePath(event.locals.ctx.db, event.locals.actor, idOf(event), {
				title: text(form, 'title'),
				summary: text(form, 'summary'),
				source: text(form, 'source'),
				language: text(form, 'language') as 'en',
				certificate: form.has('certificate'),
			});
			return answer(event, {});
		}),
	),
	addStep: told(
		action((event: RequestEvent, form) =>
			change(event, form, (steps) => [...steps, { title: text(form, 'title'), needed: null, courses: [] }]),
		),
	),
	setStep: told(
		action((event: RequestEvent, form) =>
			change(event, form, (steps, own) =>
				at(steps, own, (step) => ({
					...step,
					title: text(form, 'title'),
					needed: form.get('needed') === 'all' ? null : Number(form.get('needed')),
				})),
			),
		),
	),
	moveStep: told(
		action((event: RequestEvent, form) =>
			change(event, form, (steps, own) => {
				const moved = [...steps];
				const [one] = moved.splice(own, 1);
				if (one) moved.splice(Math.max(0, own + (form.get('to') === 'up' ? -1 : 1)), 0, one);
				return moved;
			}),
		),
	),
	removeStep: told(
		action((event: RequestEvent, form) =>
			change(event, form, (steps, own) => steps.filter((_, n) => n !== own)),
		),
	),
	addCourse: told(
		action((event: RequestEvent, form) =>
			change(event, form, (steps, own) =>
				at(steps, own, (step) => ({
					...step,
					courses: [...step.courses, parseId<number>(text(form, 'course')) ?? 0].filter((id) => id > 0),
				})),
			),
		),
	),
	removeCourse: told(
		action((event: RequestEvent, form) =>
			change(event, form, (steps, own) =>
				at(steps, own, (step) => {
					const courses = step.courses.filter((id) => id !== parseId<number>(text(form, 'course')));
					return {
						...step,
						courses,
						needed: step.needed === null ? null : Math.min(step.needed, courses.length),
					};
				}),
			),
		),
	),
	publish: told(
		action(async (event: RequestEvent, form) => {
			await setPathStatus(
				event.locals.ctx.db,
				event.locals.actor,
				idOf(event),
				form.get('status') === 'archived' ? 'archived' : 'published',
			);
			return answer(event, {});
		}),
	),
	delete: told(
		action(async (event: RequestEvent) => {
			await deletePath(event.locals.ctx.db, event.locals.actor, idOf(event));
			redirect(303, '/studio/paths');
		}),
	),
} satisfies Actions;
