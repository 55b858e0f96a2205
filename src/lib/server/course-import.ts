import type { RequestEvent } from '@sveltejs/kit';
import { askImport } from '#server/flows/course-archive/index.ts';
import { parseId } from '#server/kernel/ids.ts';
import { mediaError, uploadWhole } from '#server/modules/media/index.ts';

type Where = { courseId: number } | { spaceId: number };

/** Has a file imported that the script has uploaded. */
export async function importUploaded(event: RequestEvent, form: FormData, where: Where): Promise<void> {
	const mediaId = parseId<number>(String(form.get('mediaId') ?? ''));
	if (mediaId === null) throw mediaError('not_found');
	await askImport(event.locals.ctx.db, event.locals.actor, { mediaId, ...where });
}

/** Without a script the file comes with the form. */
export async function importSent(event: RequestEvent, form: FormData, where: Where): Promise<void> {
	const { ctx, actor } = event.locals;
	const file = form.get('file');
	if (!(file instanceof File) || file.size === 0) throw mediaError('not_found');
	const bytes = Buffer.from(await file.arrayBuffer());
	const mediaId = await uploadWhole(ctx.db, actor, { name: file.name, purpose: 'file', bytes }, ctx.media);
	await askImport(ctx.db, actor, { mediaId, ...where });
}
