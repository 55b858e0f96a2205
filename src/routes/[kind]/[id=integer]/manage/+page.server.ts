import { error, redirect } from '@sveltejs/kit';
import { ofForm } from '#lib/server/answer.ts';
import { kindByPath } from '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { findSimilar } from '#lib/server/similar.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { type ItemId, parseId, type SpaceId } from '#server/kernel/ids.ts';
import { spacesToPostIn } from '#server/modules/entitlements/index.ts';
import {
	deleteItem,
	hideItem,
	itemError,
	listRemovedReplies,
	lockItem,
	moveItem,
	personalState,
	pinItem,
	readItem,
	releaseItem,
	releaseReply,
	restoreItem,
	restoreReply,
	unhideItem,
	unhideReply,
	unlockItem,
	unpinItem,
} from '#server/modules/items/index.ts';
import {
	type CloseInput,
	closeQuestion,
	closeReasons,
	offerBounty,
	reopenQuestion,
} from '#server/modules/questions/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	requireMember(actor);
	const id = event.params.id as ItemId;
	const [shown, mine] = await Promise.all([readItem(ctx.db, actor, id), personalState(ctx.db, actor, id)]);
	if (!kindByPath(event.params.kind) || !shown) throw itemError('not_found');
	const { item } = shown;
	const { can } = mine;
	const acts =
		can.pin ||
		can.unpin ||
		can.lock ||
		can.unlock ||
		can.hide ||
		can.unhide ||
		can.release ||
		can.delete ||
		can.restore ||
		can.close ||
		can.reopen ||
		can.move ||
		can.offerBounty;
	if (!acts) error(403, { message: 'This actor may not look after this item.', code: 'common.forbidden' });
	if (item.path !== event.params.kind) redirect(301, `/${item.path}/${item.id}/manage`);
	const query = event.url.searchParams.get('q')?.trim() ?? '';
	const [spaces, similar, removed] = await Promise.all([
		can.move ? spacesToPostIn(ctx.db, actor) : [],
		can.close ? findSimilar(ctx, actor, query || item.title) : [],
		listRemovedReplies(ctx.db, actor, id),
	]);
	return {
		item: {
			id: item.id,
			kind: item.kind,
			path: item.path,
			title: item.title,
			href: item.href,
			status: item.status,
			locked: item.locked,
			pinned: item.pinned,
			space: item.space,
		},
		can,
		own: item.author?.id === actor.userId,
		spaces: spaces.filter((space) => space.id !== item.space.id),
		query,
		similar: similar.filter(({ href }) => href !== item.href),
		reasons: closeReasons,
		removed: removed.map((one) => ({
			id: one.id,
			status: one.status,
			author: one.author?.name ?? null,
			at: one.createdAt,
			text: plainOf(one.html),
		})),
	};
});

const signs: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

/** The first words of a text that is kept as HTML. */
const plainOf = (html: string) =>
	html
		.replace(/<[^>]+>/g, ' ')
		.replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => signs[name] ?? '')
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, 200);

const back = (event: RequestEvent) => redirect(303, `/${event.params.kind}/${event.params.id}`);
const reasonOf = (form: FormData) => String(form.get('reason') ?? '').trim();

/** An act that needs nothing but the item, and perhaps why. */
function simple(act: (event: RequestEvent, id: ItemId, reason: string, form: FormData) => Promise<unknown>) {
	return action(async (event: RequestEvent, form) => {
		await act(event, event.params.id as ItemId, reasonOf(form), form);
		back(event);
	});
}

/** A question's number, or its address in this place: what people paste. */
function questionId(text: string): ItemId | null {
	const digits = /^#?(\d{1,15})$/.exec(text)?.[1] ?? /\/questions\/(\d{1,15})(?:[/?#]|$)/.exec(text)?.[1];
	return parseId<ItemId>(digits);
}

export const actions = {
	move: ofForm(
		'move',
		action(async (event: RequestEvent, form) => {
			const spaceId = parseId<SpaceId>(form.get('spaceId') as string | null);
			if (!spaceId) throw itemError('space_not_found', { fields: { spaceId: 'items.space_not_found' } });
			await moveItem(event.locals.ctx.db, event.locals.actor, event.params.id as ItemId, spaceId);
			back(event);
		}),
	),
	close: ofForm(
		'close',
		action(async (event: RequestEvent, form) => {
			const reason = String(form.get('why') ?? '') as CloseInput['reason'];
			const typed = String(form.get('duplicateOf') ?? '').trim();
			const picked = String(form.get('picked') ?? '');
			const duplicateOf = reason === 'duplicate' ? questionId(typed || picked) : null;
			await closeQuestion(event.locals.ctx.db, event.locals.actor, {
				itemId: event.params.id,
				reason,
				duplicateOf,
			});
			back(event);
		}),
	),
	bounty: ofForm(
		'bounty',
		action(async (event: RequestEvent, form) => {
			await offerBounty(event.locals.ctx.db, event.locals.actor, {
				itemId: event.params.id,
				amount: Number(form.get('amount')),
				days: Number(form.get('days')),
			});
			back(event);
		}),
	),
	delete: ofForm(
		'delete',
		simple((event, id, reason) => deleteItem(event.locals.ctx.db, event.locals.actor, id, reason)),
	),
	hide: ofForm(
		'hide',
		simple((event, id, reason) => hideItem(event.locals.ctx.db, event.locals.actor, id, reason)),
	),
	lock: ofForm(
		'lock',
		simple((event, id, reason) => lockItem(event.locals.ctx.db, event.locals.actor, id, reason)),
	),
	unlock: simple((event, id) => unlockItem(event.locals.ctx.db, event.locals.actor, id)),
	pin: simple((event, id) => pinItem(event.locals.ctx.db, event.locals.actor, id)),
	unpin: simple((event, id) => unpinItem(event.locals.ctx.db, event.locals.actor, id)),
	unhide: simple((event, id) => unhideItem(event.locals.ctx.db, event.locals.actor, id)),
	restore: simple((event, id) => restoreItem(event.locals.ctx.db, event.locals.actor, id)),
	restoreReply: simple((event, id, _, form) =>
		restoreReply(event.locals.ctx.db, event.locals.actor, {
			itemId: id,
			replyId: Number(form.get('replyId')),
		}),
	),
	release: simple((event, id) => releaseItem(event.locals.ctx.db, event.locals.actor, id)),
	releaseReply: simple((event, id, _, form) =>
		releaseReply(event.locals.ctx.db, event.locals.actor, {
			itemId: id,
			replyId: Number(form.get('replyId')),
		}),
	),
	unhideReply: simple((event, id, _, form) =>
		unhideReply(event.locals.ctx.db, event.locals.actor, {
			itemId: id,
			replyId: Number(form.get('replyId')),
		}),
	),
	reopen: simple((event, id) => reopenQuestion(event.locals.ctx.db, event.locals.actor, id)),
} satisfies Actions;
