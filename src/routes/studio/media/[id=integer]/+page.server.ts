import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { commonError } from '#server/kernel/errors.ts';
import {
	downloadAddress,
	isPlayable,
	listSubtitles,
	mediaError,
	playMedium,
	posterOf,
	readMedium,
	removeMedium,
	removeSubtitles,
	setSubtitles,
} from '#server/modules/media/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async ({ locals: { ctx, actor }, params }: PageServerLoadEvent) => {
	const { userId } = requireMember(actor);
	const medium = await readMedium(ctx.db, actor, Number(params.id));
	// Those who may watch it do so where it is shown; here is whose it is.
	if (medium.ownerId !== userId && actor.role !== 'admin') throw mediaError('not_found');
	const moves = medium.kind === 'video' || medium.kind === 'audio';
	return {
		medium,
		picture: posterOf(medium),
		playback: moves && isPlayable(medium) ? await playMedium(ctx.db, actor, medium.id, ctx.media) : null,
		download: medium.status === 'ready' ? await downloadAddress(ctx.db, actor, medium.id, ctx.media) : null,
		subtitles: await listSubtitles(ctx.db, medium.id),
	};
});

export const actions = {
	subtitles: action(async ({ locals: { ctx, actor }, params }: RequestEvent, form) => {
		const file = form.get('file');
		if (!(file instanceof File) || file.size === 0 || file.size > 1_900_000)
			throw commonError('invalid_input', { fields: { file: 'common.bad_value' } });
		const cues = await setSubtitles(ctx.db, actor, Number(params.id), {
			language: String(form.get('language') ?? ''),
			label: String(form.get('label') ?? ''),
			text: await file.text(),
		});
		return { cues };
	}),
	unsubtitle: action(async ({ locals: { ctx, actor }, params }: RequestEvent, form) => {
		await removeSubtitles(ctx.db, actor, Number(params.id), String(form.get('language') ?? ''));
		redirect(303, `/studio/media/${params.id}`);
	}),
	remove: action(async ({ locals: { ctx, actor }, params }: RequestEvent) => {
		await removeMedium(ctx.db, actor, Number(params.id));
		redirect(303, '/studio/media?deleted');
	}),
} satisfies Actions;
