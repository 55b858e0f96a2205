import { type RequestEvent, redirect } from '@sveltejs/kit';
import { importSent, importUploaded } from '#lib/server/course-import.ts';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { listImports } from '#server/flows/course-archive/index.ts';
import { parseId } from '#server/kernel/ids.ts';
import { spacesToPostIn } from '#server/modules/entitlements/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, url }: PageServerLoadEvent) => {
	const { ctx, actor } = locals;
	requireMember(actor);
	const [imports, spaces] = await Promise.all([
		listImports(ctx.db, actor, { cursor: url.searchParams.get('cursor'), limit: 10 }),
		spacesToPostIn(ctx.db, actor),
	]);
	const wanted = url.searchParams.get('space');
	return {
		imports,
		spaces: spaces.map(({ id, name, names }) => ({ id, name, names })),
		space: spaces.find(({ id }) => String(id) === wanted)?.id ?? spaces[0]?.id ?? null,
	};
});

/** Of the form without a script the space stands in its address: the upload has fields of its own. */
const where = (event: RequestEvent, form: FormData) => ({
	spaceId: parseId<number>(String(form.get('spaceId') ?? event.url.searchParams.get('space') ?? '')) ?? 0,
});

export const actions = {
	import: action(async (event: RequestEvent, form) => {
		await importUploaded(event, form, where(event, form));
		redirect(303, event.url.pathname);
	}),
	upload: action(async (event: RequestEvent, form) => {
		await importSent(event, form, where(event, form));
		redirect(303, event.url.pathname);
	}),
} satisfies Actions;
