import { error, redirect } from '@sveltejs/kit';
import { conflictOf, fromOriginal, orConflict, withRevision } from '#lib/server/edit-form.ts';
import { kindByPath } from '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { readPrice, readTyped, spineFields } from '#lib/server/write-form.ts';
import { loadChoices, previewOf, sellable } from '#lib/server/write-page.ts';
import { isStaff, requireMember } from '#server/contracts/actor.ts';
import { revise } from '#server/flows/publish.ts';
import { type ItemId, parseId } from '#server/kernel/ids.ts';
import {
	hrefOf,
	itemError,
	personalState,
	readItem,
	readOriginal,
	readRevisions,
} from '#server/modules/items/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** The item to be edited, and what this person may change of it beside its words. */
async function readEditable(event: { params: { kind: string; id: number }; locals: App.Locals }) {
	const { ctx, actor } = event.locals;
	const { userId } = requireMember(actor);
	const id = event.params.id as ItemId;
	const [original, shown, mine] = await Promise.all([
		readOriginal(ctx.db, actor, id),
		readItem(ctx.db, actor, id),
		personalState(ctx.db, actor, id),
	]);
	if (!kindByPath(event.params.kind) || !original || !shown) throw itemError('not_found');
	if (!mine.can.edit) error(403, { message: 'This actor may not edit here.', code: 'common.forbidden' });
	// A moderator mends words; what it costs, and where it stands, is its author's affair and the staff's.
	const own = shown.item.author?.id === userId;
	return { original, shown, own, mayPlace: own || isStaff(actor) };
}

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const { original, shown, own, mayPlace } = await readEditable(event);
	const { item } = shown;
	if (item.kind === 'course') redirect(303, `/studio/courses/${item.id}/settings`);
	if (item.path !== event.params.kind) redirect(301, `/${item.path}/${item.id}/edit${event.url.search}`);
	const from = Number(event.url.searchParams.get('from')) || null;
	const [choices, [earlier]] = await Promise.all([
		loadChoices(ctx, actor, item.kind),
		from ? readRevisions(ctx.db, actor, { itemId: item.id, numbers: [from] }) : [],
	]);
	const column = shown.column ?? null;
	const standing = fromOriginal(original, item.price, column?.id ?? null);
	// Its author chooses among their own columns; others only see, and may end, that it stands in one.
	const standsIn = column ? [{ id: column.id, title: column.title }] : [];
	const columns = own
		? [...standsIn.filter(({ id }) => !choices.columns.some((one) => one.id === id)), ...choices.columns]
		: standsIn;
	return {
		kind: item.kind,
		item: { id: item.id, title: item.title, href: item.href, path: item.path },
		tags: choices.tags,
		columns: mayPlace && item.kind === 'article' ? columns : [],
		start: earlier ? withRevision(standing, earlier) : standing,
		revision: original.revision,
		restored: earlier?.number ?? null,
		mayPlace,
		own,
		sellable: sellable(item.kind),
		bar: 'item' as const,
	};
});

export const actions = {
	save: action(async (event: RequestEvent, form) => {
		const { ctx, actor } = event.locals;
		const { original, shown, mayPlace } = await readEditable(event);
		const typed = readTyped(form);
		const { kind, id } = shown.item;
		const { access, language, difficulty, ...words } = spineFields(kind, typed);
		const revision = Number(form.get('revision')) || 0;
		const comment = String(form.get('comment') ?? '');
		const paid = mayPlace && access === 'paid' && sellable(kind);
		const made = await orConflict(
			() =>
				revise(
					ctx.db,
					actor,
					id,
					{
						...words,
						language,
						difficulty,
						revision,
						comment,
						...(mayPlace ? { access } : {}),
						...(paid ? readPrice(typed) : {}),
						...(mayPlace && kind === 'article' && form.has('columnId')
							? { columnId: parseId<ItemId>(typed.columnId) }
							: {}),
					},
					shown.column?.id ?? null,
				),
			async () => {
				const texts = await readRevisions(ctx.db, actor, {
					itemId: id,
					numbers: [revision, original.revision],
				});
				const standing = texts.find(({ number }) => number === original.revision);
				return standing
					? conflictOf(texts.find(({ number }) => number === revision) ?? null, standing, typed)
					: null;
			},
			{ ...typed, comment },
		);
		// A refusal carries data; what was written has a status too, where it stands.
		if ('data' in made) return made;
		redirect(303, hrefOf({ kind, id, slug: made.slug }));
	}),
	preview: action(async (event: RequestEvent, form) => {
		requireMember(event.locals.actor);
		const typed = readTyped(form);
		const kept = { revision: String(form.get('revision') ?? ''), comment: String(form.get('comment') ?? '') };
		return {
			values: { ...typed, ...kept } as Record<string, string>,
			preview: { shown: await previewOf(typed, event.locals.locale) },
		};
	}),
} satisfies Actions;
