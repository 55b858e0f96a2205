import { type RequestEvent, redirect } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { ofForm } from '#lib/server/answer.ts';
import { decisionOf } from '#lib/server/decision-form.ts';
import { action, page } from '#lib/server/page.ts';
import { isStaff } from '#server/contracts/actor.ts';
import { parseId } from '#server/kernel/ids.ts';
import { spacesToPostIn } from '#server/modules/entitlements/index.ts';
import { hrefOf } from '#server/modules/items/index.ts';
import {
	addNote,
	claimCase,
	decideCase,
	listCanned,
	readCase,
	releaseCase,
	undoDecision,
	undoMinutes,
} from '#server/modules/moderation/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

type Event = RequestEvent & { params: { id: number } };

export const load = page(async ({ locals, params, url }: PageServerLoadEvent) => {
	const { ctx, actor, person, locale } = locals;
	const [one, canned, spaces] = await Promise.all([
		readCase(ctx.db, actor, Number(params.id)),
		listCanned(ctx.db, actor, locale),
		spacesToPostIn(ctx.db, actor),
	]);
	const { item, replyId, findingId } = one.row;
	// A finding is decided where its evidence is; the case is for what is done to people.
	const finding = findingId !== null && isStaff(actor) ? `/admin/fair-play/${findingId}` : null;
	return {
		one,
		canned,
		spaces: spaces.filter(({ id }) => id !== one.row.spaceId).map(({ id, name }) => ({ id, name })),
		href: item ? hrefOf(item) + (replyId ? `#r${replyId}` : '') : finding,
		begin: canned.find(({ id }) => id === parseId<number>(url.searchParams.get('canned'))) ?? null,
		me: actor.userId,
		admin: actor.role === 'admin',
		staff: isStaff(actor),
		timeZone: person?.timeZone ?? 'UTC',
		undoMinutes,
	};
});

export const actions = {
	claim: ofForm(
		'claim',
		action(async (event: Event) => {
			await claimCase(event.locals.ctx.db, event.locals.actor, Number(event.params.id));
			redirect(303, `${event.url.pathname}#decide`);
		}),
	),
	unclaim: ofForm(
		'claim',
		action(async (event: Event) => {
			await releaseCase(event.locals.ctx.db, event.locals.actor, Number(event.params.id));
			redirect(303, '/moderation');
		}),
	),
	note: ofForm(
		'note',
		action(async (event: Event, form) => {
			await addNote(event.locals.ctx.db, event.locals.actor, Number(event.params.id), {
				text: String(form.get('text') ?? ''),
			});
			redirect(303, `${event.url.pathname}#notes`);
		}),
	),
	decide: ofForm(
		'decide',
		action(async (event: Event, form) => {
			await decideCase(
				event.locals.ctx.db,
				{ actor: event.locals.actor },
				Number(event.params.id),
				decisionOf(form),
			);
			redirect(303, `${event.url.pathname}#decisions`);
		}),
	),
	undo: ofForm(
		'undo',
		action(async (event: Event, form) => {
			await undoDecision(
				event.locals.ctx.db,
				event.locals.actor,
				parseId<number>(String(form.get('decision') ?? '')) ?? 0,
			);
			redirect(303, event.url.pathname);
		}),
	),
} satisfies Actions;
