import { type RequestEvent, redirect } from '@sveltejs/kit';
import { ofForm } from '#lib/server/answer.ts';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { studioFrame } from '#lib/server/studio-course.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { type ItemId, parseId } from '#server/kernel/ids.ts';
import { courseToMake } from '#server/modules/courses/index.ts';
import { mediaError, uploadWhole } from '#server/modules/media/index.ts';
import {
	importPackage,
	launchables,
	listPackages,
	makeLessons,
	removePackage,
} from '#server/modules/scorm/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, params, url }: PageServerLoadEvent) => {
	const { ctx, actor } = locals;
	requireMember(actor);
	const course = await courseToMake(ctx.db, actor, params.id as ItemId, 'see');
	const packages = await listPackages(ctx.db, actor, course.id);
	return {
		...studioFrame(course),
		packages: packages.map(({ manifest, ...one }) => ({
			...one,
			notes: one.status === 'ready' ? manifest.notes : null,
			launchables: one.status === 'ready' ? launchables(manifest) : [],
		})),
		made: Number(url.searchParams.get('made')) || null,
	};
});

const idOf = (event: RequestEvent) => event.params.id as unknown as ItemId;
const keyOf = (event: RequestEvent, form: FormData) => ({
	courseId: idOf(event),
	packageId: Number(form.get('packageId')) || 0,
});

export const actions = {
	/** A file that was uploaded by the script. */
	import: ofForm(
		'import',
		action(async (event: RequestEvent, form) => {
			const mediaId = parseId<number>(String(form.get('mediaId') ?? ''));
			if (mediaId === null) throw mediaError('not_found');
			await importPackage(event.locals.ctx.db, event.locals.actor, idOf(event), { mediaId });
			redirect(303, event.url.pathname);
		}),
	),
	/** Without a script the file comes with the form. */
	upload: ofForm(
		'import',
		action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			await courseToMake(ctx.db, actor, idOf(event), 'edit');
			const file = form.get('file');
			if (!(file instanceof File) || file.size === 0) throw mediaError('not_found');
			const bytes = Buffer.from(await file.arrayBuffer());
			const mediaId = await uploadWhole(
				ctx.db,
				actor,
				{ name: file.name, purpose: 'file', bytes },
				ctx.media,
			);
			await importPackage(ctx.db, actor, idOf(event), { mediaId });
			redirect(303, event.url.pathname);
		}),
	),
	lessons: ofForm(
		'lessons',
		action(async (event: RequestEvent, form) => {
			const made = await makeLessons(event.locals.ctx.db, event.locals.actor, keyOf(event, form), {
				only: form.getAll('only').map(String),
			});
			redirect(303, `${event.url.pathname}?made=${made.length}`);
		}),
	),
	remove: ofForm(
		'remove',
		action(async (event: RequestEvent, form) => {
			await removePackage(event.locals.ctx.db, event.locals.actor, keyOf(event, form));
			redirect(303, event.url.pathname);
		}),
	),
} satisfies Actions;
