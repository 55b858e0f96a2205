import { error } from '@sveltejs/kit';
import { kindByPath } from '#lib/server/kinds.ts';
import { page } from '#lib/server/page.ts';
import { parseId } from '#server/kernel/ids.ts';
import { listRevisions, personalState, readItem, readRevisions } from '#server/modules/items/index.ts';
import { diffLines } from '#server/platform/markdown/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { params, url, locals } = event;
	const { ctx, actor } = locals;
	const replyId = parseId(url.searchParams.get('reply'));
	const cursor = url.searchParams.get('cursor');
	const [shown, mine, history] = await Promise.all([
		readItem(ctx.db, actor, params.id),
		personalState(ctx.db, actor, params.id),
		listRevisions(ctx.db, actor, params.id, replyId, { cursor, limit: 20 }),
	]);
	if (!kindByPath(params.kind) || !shown || history.items.length === 0)
		error(404, { message: 'There are no revisions to show.', code: 'items.not_found' });
	const asked = Number(url.searchParams.get('v'));
	const number = history.items.find((card) => card.number === asked)?.number ?? history.items[0]!.number;
	const texts = await readRevisions(ctx.db, actor, {
		itemId: params.id,
		replyId,
		numbers: [number - 1, number],
	});
	const chosen = texts.find((text) => text.number === number);
	if (!chosen) error(404, { message: 'There is no such revision.', code: 'items.not_found' });
	const before = texts.find((text) => text.number === number - 1) ?? null;
	const codeOf = (data: unknown) => String((data as { code?: unknown } | null)?.code ?? '');
	return {
		item: { title: shown.item.title, href: shown.item.href, path: shown.item.path, id: shown.item.id },
		replyId,
		// Restoring is editing: the form opens with the words of that version, and says who may not.
		mayRestore: replyId ? mine.can.comment || mine.can.moderate : mine.can.edit,
		newest: cursor === null ? history.items[0]!.number : null,
		history,
		number,
		before: before?.number ?? null,
		titles: before && before.title !== chosen.title ? [before.title ?? '', chosen.title ?? ''] : null,
		tags:
			before && String(before.tags) !== String(chosen.tags) ? [before.tags ?? [], chosen.tags ?? []] : null,
		text: diffLines(before?.source ?? '', chosen.source),
		code: diffLines(codeOf(before?.data), codeOf(chosen.data)),
	};
});
