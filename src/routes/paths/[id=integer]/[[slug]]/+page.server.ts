import { type RequestEvent, redirect } from '@sveltejs/kit';
import { answer, told } from '#lib/server/answer.ts';
import { issuerOf } from '#lib/server/credentials.ts';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { parseId } from '#server/kernel/ids.ts';
import {
	deletePath,
	followPath,
	leavePath,
	listCertificates,
	type Path,
	readPath,
	setSteps,
} from '#server/modules/credentials/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, params, url }: PageServerLoadEvent) => {
	const { ctx, actor } = locals;
	const path = await readPath(ctx.db, actor, params.id);
	if (path.slug && params.slug !== path.slug)
		redirect(301, `/paths/${path.id}/${encodeURIComponent(path.slug)}${url.search}`);
	const own =
		actor.userId === null || !path.completedAt ? [] : await listCertificates(ctx.db, actor, actor.userId);
	const certificate = own.find(
		({ achievement, revokedAt }) => achievement.kind === 'path' && achievement.id === path.id && !revokedAt,
	);
	return { path, certificate: certificate?.token ?? null };
});

const idOf = (event: RequestEvent) => event.params.id as unknown as number;

/** The courses of a personal path, in their order. */
const coursesOf = (path: Path) => path.steps.flatMap(({ courses }) => courses);

async function change(
	event: RequestEvent,
	form: FormData,
	edit: (courses: { id: number; known: boolean }[], at: number) => { id: number; known: boolean }[],
) {
	const { ctx, actor } = event.locals;
	const path = await readPath(ctx.db, actor, idOf(event));
	const courses = coursesOf(path).map(({ id, known }) => ({ id: id as number, known }));
	const course = parseId<number>(form.get('course') as string | null);
	const at = courses.findIndex(({ id }) => id === course);
	if (at >= 0 && path.kind === 'personal')
		await setSteps(
			ctx.db,
			actor,
			path.id,
			edit(courses, at).map((one) => ({ title: '', courses: [one] })),
		);
	return answer(event, {}, `#course-${course}`);
}

export const actions = {
	follow: told(
		action(async (event: RequestEvent) => {
			const { ctx, actor } = event.locals;
			await followPath(ctx.db, actor, idOf(event), issuerOf(ctx));
			return answer(event, {});
		}),
	),
	leave: told(
		action(async (event: RequestEvent) => {
			await leavePath(event.locals.ctx.db, event.locals.actor, idOf(event));
			return answer(event, {});
		}),
	),
	known: told(
		action((event: RequestEvent, form) =>
			change(event, form, (courses, at) =>
				courses.map((one, n) => (n === at ? { ...one, known: form.get('known') === '1' } : one)),
			),
		),
	),
	move: told(
		action((event: RequestEvent, form) =>
			change(event, form, (courses, at) => {
				const to = at + (form.get('to') === 'up' ? -1 : 1);
				const moved = [...courses];
				const [one] = moved.splice(at, 1);
				moved.splice(Math.max(0, to), 0, one!);
				return moved;
			}),
		),
	),
	take: told(
		action((event: RequestEvent, form) =>
			change(event, form, (courses, at) => courses.filter((_, n) => n !== at)),
		),
	),
	delete: told(
		action(async (event: RequestEvent) => {
			await deletePath(event.locals.ctx.db, event.locals.actor, idOf(event));
			redirect(303, '/paths');
		}),
	),
} satisfies Actions;
