import { asFile } from '#lib/server/as-file.ts';
import '#lib/server/kinds.ts';
import { page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { downloadCourse } from '#server/flows/course-archive/index.ts';
import type { ItemId } from '#server/kernel/ids.ts';
import type { RequestEvent } from './$types';

/** A course as one file, for those who make it. */
export const GET = page(async ({ locals, params }: RequestEvent) => {
	const { ctx, actor } = locals;
	requireMember(actor);
	const { name, pieces } = await downloadCourse(ctx.db, actor, params.id as unknown as ItemId, ctx.media);
	return asFile(pieces, name, 'application/zip');
});
