import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { commonError } from '#server/kernel/errors.ts';
import {
	listMyMedia,
	type MediaKind,
	posterOf,
	purposeNames,
	uploadWhole,
	usedBytes,
} from '#server/modules/media/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

const kinds: readonly MediaKind[] = ['video', 'audio', 'image', 'file'];

export const load = page(async ({ locals: { ctx, actor }, url }: PageServerLoadEvent) => {
	const { userId } = requireMember(actor);
	const kind = kinds.find((one) => one === url.searchParams.get('kind')) ?? null;
	const [media, used, ffmpeg] = await Promise.all([
		listMyMedia(ctx.db, actor, { cursor: url.searchParams.get('cursor'), kind }),
		usedBytes(ctx.db, userId),
		ctx.media.ffmpeg.version(),
	]);
	return {
		media: { ...media, items: media.items.map((medium) => ({ ...medium, picture: posterOf(medium) })) },
		used,
		most: ctx.settings.mediaQuotaMb * 1024 * 1024,
		converts: ffmpeg !== null,
		deleted: url.searchParams.has('deleted'),
	};
});

export const actions = {
	upload: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		const files = form.getAll('file').filter((one) => one instanceof File && one.size > 0) as File[];
		const purpose = purposeNames.find((one) => one === form.get('purpose'));
		if (files.length === 0 || !purpose)
			throw commonError('invalid_input', { fields: { file: 'common.bad_value' } });
		for (const file of files) {
			const bytes = new Uint8Array(await file.arrayBuffer());
			await uploadWhole(ctx.db, actor, { name: file.name, purpose, bytes }, ctx.media);
		}
		redirect(303, '/studio/media');
	}),
} satisfies Actions;
