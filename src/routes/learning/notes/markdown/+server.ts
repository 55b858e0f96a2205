import { asFile } from '#lib/server/as-file.ts';
import { page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { type ItemId, parseId } from '#server/kernel/ids.ts';
import { exportNotes } from '#server/modules/courses/index.ts';
import type { RequestEvent } from './$types';

/** One's own notes as a Markdown file. */
export const GET = page(async ({ locals, url }: RequestEvent) => {
	const { userId } = requireMember(locals.actor);
	const courseId = parseId<ItemId>(url.searchParams.get('course'));
	const text = await exportNotes(locals.ctx.db, userId, locals.origin, courseId);
	return asFile(text, 'notes.md', 'text/markdown; charset=utf-8');
});
