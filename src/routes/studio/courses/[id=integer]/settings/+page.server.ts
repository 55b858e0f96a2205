import { type RequestEvent, redirect } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { ofForm } from '#lib/server/answer.ts';
import { action, page } from '#lib/server/page.ts';
import { studioFrame } from '#lib/server/studio-course.ts';
import { fromDraft, readPrice, readTyped, spineFields } from '#lib/server/write-form.ts';
import { loadChoices } from '#lib/server/write-page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { setCourse } from '#server/flows/author-course.ts';
import { type ItemId, parseId } from '#server/kernel/ids.ts';
import {
	courseToMake,
	readCover,
	readDescription,
	removeCover,
	setCover,
} from '#server/modules/courses/index.ts';
import { readDraft, readOriginal } from '#server/modules/items/index.ts';
import { priceText } from '#shared/price.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor, locale } = event.locals;
	requireMember(actor);
	const id = event.params.id as ItemId;
	const course = await courseToMake(ctx.db, actor, id, 'describe');
	const [described, words, choices, cover] = await Promise.all([
		readDescription(ctx.db, id),
		course.status === 'draft' ? readDraft(ctx.db, actor, id) : readOriginal(ctx.db, actor, id),
		loadChoices(ctx, actor, 'course'),
		readCover(ctx.db, id),
	]);
	const { price, ...about } = described;
	const start = {
		...fromDraft({
			title: course.title,
			source: '',
			tags: [],
			spaceId: course.spaceId,
			language: course.language,
			difficulty: null,
			access: 'free',
			...words,
			data: {
				price: price ? priceText(price) : '',
				currency: price?.currency ?? (locale === 'en' ? 'USD' : 'CNY'),
			},
		}),
		outcomes: about.outcomes.join('\n'),
		audience: about.audience,
		needs: about.needs,
	};
	return {
		...studioFrame(course),
		...choices,
		start,
		cover,
		review: course.review,
		revision: words && 'revision' in words ? words.revision : null,
		draft: course.status === 'draft',
		saved: event.url.searchParams.has('saved'),
		bar: 'item' as const,
	};
});

export const actions = {
	save: action(async (event: RequestEvent, form) => {
		const { ctx, actor } = event.locals;
		const typed = readTyped(form);
		const text = (name: string) => String(form.get(name) ?? '').replace(/\r\n?/g, '\n');
		await setCourse(ctx.db, actor, event.params.id as unknown as ItemId, {
			...spineFields('course', typed),
			...(typed.access === 'paid' ? readPrice(typed) : { price: null }),
			spaceId: parseId(typed.spaceId) ?? undefined,
			revision: Number(form.get('revision')) || undefined,
			outcomes: text('outcomes')
				.split('\n')
				.map((line) => line.replace(/^[-*•]\s*/, '')),
			audience: text('audience'),
			needs: text('needs'),
			review: form.has('review'),
		});
		redirect(303, `${event.url.pathname}?saved`);
	}),
	cover: ofForm(
		'cover',
		action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			const file = form.get('file');
			const picture =
				file instanceof File && file.size > 0
					? { bytes: Buffer.from(await file.arrayBuffer()), name: file.name }
					: null;
			const alt = String(form.get('alt') ?? '');
			await setCover(ctx.db, actor, event.params.id as unknown as ItemId, { alt, picture }, ctx.media);
			redirect(303, `${event.url.pathname}?saved`);
		}),
	),
	uncover: action(async (event: RequestEvent) => {
		const { ctx, actor } = event.locals;
		await removeCover(ctx.db, actor, event.params.id as unknown as ItemId);
		redirect(303, `${event.url.pathname}?saved`);
	}),
} satisfies Actions;
