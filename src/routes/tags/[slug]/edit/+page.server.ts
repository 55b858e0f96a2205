import { error, type RequestEvent, redirect } from '@sveltejs/kit';
import { ofForm } from '#lib/server/answer.ts';
import { action, page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { addSynonym, findTag, removeSynonym, type Tag, updateTag } from '#server/modules/items/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

type Event = RequestEvent & { params: { slug: string } };

async function tagOf({ locals, params }: Event): Promise<Tag> {
	const tag = await findTag(locals.ctx.db, locals.actor, params.slug);
	if (!tag) error(404, { message: 'There is no such tag.', code: 'items.tag_not_found' });
	return tag;
}

export const load = page(async (event: PageServerLoadEvent) => {
	requireStaff(event.locals.actor);
	return { tag: await tagOf(event) };
});

const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim();
const back = (tag: Tag) => redirect(303, `/tags/${encodeURIComponent(tag.slug)}/edit?saved`);

export const actions = {
	/** What is said of the tag, in both languages; an empty name falls back to the other one. */
	save: ofForm(
		'save',
		action(async (event: Event, form) => {
			const tag = await tagOf(event);
			const names = { 'zh-CN': text(form, 'name_zh'), en: text(form, 'name_en') };
			const descriptions = { 'zh-CN': text(form, 'about_zh'), en: text(form, 'about_en') };
			await updateTag(event.locals.ctx.db, event.locals.actor, tag.id, {
				name: names.en || names['zh-CN'],
				names,
				description: descriptions.en || descriptions['zh-CN'],
				descriptions,
				wiki: String(form.get('wiki') ?? ''),
				moderatorOnly: form.has('moderatorOnly'),
			});
			redirect(303, `/tags/${encodeURIComponent(tag.slug)}`);
		}),
	),
	addSynonym: ofForm(
		'synonym',
		action(async (event: Event, form) => {
			const tag = await tagOf(event);
			await addSynonym(event.locals.ctx.db, event.locals.actor, tag.id, text(form, 'word'));
			back(tag);
		}),
	),
	removeSynonym: ofForm(
		'synonym',
		action(async (event: Event, form) => {
			const tag = await tagOf(event);
			await removeSynonym(event.locals.ctx.db, event.locals.actor, tag.id, text(form, 'word'));
			back(tag);
		}),
	),
} satisfies Actions;
