import { error, redirect } from '@sveltejs/kit';
import { conflictOf, orConflict } from '#lib/server/edit-form.ts';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { emptyForm } from '#lib/server/write-form.ts';
import { previewOf } from '#lib/server/write-page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import type { ReplyId } from '#server/kernel/ids.ts';
import {
	itemError,
	itemOfReply,
	personalState,
	readItem,
	readOriginalReply,
	readRevisions,
	replyRights,
	reviseReply,
} from '#server/modules/items/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** The reply to be edited; nobody who may not edit it gets here. */
async function readEditable(event: { params: { id: number }; locals: App.Locals }) {
	const { ctx, actor } = event.locals;
	requireMember(actor);
	const replyId = event.params.id as ReplyId;
	const itemId = await itemOfReply(ctx.db, replyId);
	const original = itemId === null ? null : await readOriginalReply(ctx.db, actor, itemId, replyId);
	if (!original) throw itemError('reply_not_found');
	const [shown, mine] = await Promise.all([
		readItem(ctx.db, actor, original.itemId),
		personalState(ctx.db, actor, original.itemId),
	]);
	if (!shown) throw itemError('not_found');
	const author = original.authorId === null ? null : { id: original.authorId };
	if (
		!replyRights(mine, { id: replyId, kind: original.kind, author, communityWiki: original.communityWiki })
			.edit
	) {
		error(403, { message: 'This actor may not edit here.', code: 'common.forbidden' });
	}
	return { original, item: shown.item, own: original.authorId === actor.userId };
}

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const { original, item, own } = await readEditable(event);
	const from = Number(event.url.searchParams.get('from')) || null;
	const [earlier] = from
		? await readRevisions(ctx.db, actor, { itemId: item.id, replyId: original.id, numbers: [from] })
		: [];
	return {
		reply: { id: original.id, kind: original.kind },
		item: { title: item.title, href: item.href, path: item.path, id: item.id },
		start: { source: earlier?.source ?? original.source },
		revision: original.revision,
		restored: earlier?.number ?? null,
		own,
		bar: 'item' as const,
	};
});

const plain = (value: FormDataEntryValue | null) =>
	typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '';

export const actions = {
	save: action(async (event: RequestEvent, form) => {
		const { ctx, actor } = event.locals;
		const { original, item } = await readEditable(event);
		const source = plain(form.get('source'));
		const comment = plain(form.get('comment'));
		const revision = Number(form.get('revision')) || 0;
		const key = { itemId: item.id, replyId: original.id };
		const made = await orConflict(
			() => reviseReply(ctx.db, actor, { ...key, revision, source, comment }),
			async () => {
				const texts = await readRevisions(ctx.db, actor, { ...key, numbers: [revision, original.revision] });
				const standing = texts.find(({ number }) => number === original.revision);
				return standing
					? conflictOf(texts.find(({ number }) => number === revision) ?? null, standing, { source })
					: null;
			},
			{ source, comment },
		);
		// A refusal carries data; what was written has a status too, where it stands.
		if ('data' in made) return made;
		redirect(303, `${item.href}#r${original.id}`);
	}),
	preview: action(async (event: RequestEvent, form) => {
		requireMember(event.locals.actor);
		const source = plain(form.get('source'));
		const values: Record<string, string> = {
			source,
			comment: plain(form.get('comment')),
			revision: plain(form.get('revision')),
		};
		return { values, preview: { shown: await previewOf({ ...emptyForm, source }, event.locals.locale) } };
	}),
} satisfies Actions;
