import { error, type RequestEvent, redirect } from '@sveltejs/kit';
import './kinds.ts';
import { type Actor, requireMember } from '#server/contracts/actor.ts';
import { publish } from '#server/flows/publish.ts';
import { type ItemId, parseId } from '#server/kernel/ids.ts';
import type { Context } from '#server/main/context.ts';
import { spacesToPostIn } from '#server/modules/entitlements/index.ts';
import {
	discardDraft,
	hrefOf,
	listItems,
	listTags,
	readDraft,
	saveDraft,
} from '#server/modules/items/index.ts';
import { renderMarkdown } from '#server/platform/markdown/index.ts';
import { action } from './page.ts';
import { findSimilar } from './similar.ts';
import {
	emptyForm,
	fromDraft,
	readPrice,
	readTyped,
	spineFields,
	type Typed,
	toDraft,
} from './write-form.ts';

/** The kinds that have a form, each at its address. */
export const writeForms = {
	question: '/ask',
	article: '/write/article',
	discussion: '/write/discussion',
	snippet: '/write/snippet',
	column: '/write/column',
} as const;
export type WriteKind = keyof typeof writeForms;

export function isWriteKind(kind: string): kind is WriteKind {
	return Object.hasOwn(writeForms, kind);
}

/** What is sold piece by piece; questions and discussions are open to a space, or to everybody. */
export const sellable = (kind: string) =>
	kind === 'article' || kind === 'snippet' || kind === 'column' || kind === 'course';

/** What every form for writing offers to choose from. */
export async function loadChoices(ctx: Context, actor: Actor, kind: string) {
	const [spaces, tags, columns] = await Promise.all([
		spacesToPostIn(ctx.db, actor),
		listTags(ctx.db, actor, { limit: 120 }),
		kind === 'article' && actor.userId !== null
			? listItems(ctx.db, actor, { kind: 'column', authorId: actor.userId, sort: 'new', limit: 50 })
			: null,
	]);
	return {
		spaces,
		tags: tags.items.map(({ slug, name, names }) => ({ slug, name, names })),
		columns: (columns?.items ?? []).map(({ id, title }) => ({ id, title })),
	};
}

/** What the page of a new text shows: the draft `?draft=`, or an empty form begun with what the address says. */
export async function loadWritePage(event: RequestEvent, kind: WriteKind) {
	const { ctx, actor, locale } = event.locals;
	requireMember(actor);
	const query = event.url.searchParams;
	const draftId = parseId<ItemId>(query.get('draft'));
	const [choices, draft] = await Promise.all([
		loadChoices(ctx, actor, kind),
		draftId ? readDraft(ctx.db, actor, draftId) : null,
	]);
	if (draftId && !draft) error(404, { message: 'There is no such draft.', code: 'items.not_found' });
	if (draft && draft.kind !== kind)
		redirect(303, `${writeForms[draft.kind as WriteKind] ?? '/drafts'}?draft=${draft.id}`);
	const asked = choices.spaces.find(({ slug }) => slug === query.get('space'));
	const start: Typed = draft
		? fromDraft(draft)
		: {
				...emptyForm,
				title: query.get('title')?.slice(0, 200) ?? '',
				tags: query.get('tags')?.slice(0, 200) ?? '',
				spaceId: String((asked ?? choices.spaces[0])?.id ?? ''),
				language: locale,
				columnId: choices.columns.find(({ id }) => String(id) === query.get('column'))?.id.toString() ?? '',
			};
	start.currency ||= locale === 'en' ? 'USD' : 'CNY';
	return {
		kind,
		...choices,
		start,
		draft: draft && { id: draft.id, savedAt: draft.savedAt },
		saved: query.has('saved'),
		sellable: sellable(kind),
		emailVerified: actor.emailVerified,
		suspended: actor.suspended,
		// The form has a bar of its own where a phone's tabs would be.
		bar: 'item' as const,
	};
}

/** The text as it will be read, split where the free part ends; null when nothing is written yet. */
export async function previewOf(typed: Typed, locale: string) {
	const source = typed.code.trim()
		? `${typed.source}\n\n${fenced(typed.code, typed.codeLanguage)}`
		: typed.source;
	if (!source.trim()) return null;
	const { html, previewHtml } = await renderMarkdown(source, { locale });
	return { title: typed.title, html, fold: previewHtml };
}

function fenced(code: string, language: string): string {
	const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
	const fence = '`'.repeat(longest + 1);
	return `${fence}${language.replace(/[^\w+#.-]/g, '')}\n${code}\n${fence}`;
}

/** The form actions of a page that writes something new. */
export function writeActions(kindOf: (event: RequestEvent) => WriteKind) {
	const values = (typed: Typed, form: FormData): Record<string, string> => ({
		...typed,
		draftId: String(form.get('draftId') ?? ''),
	});
	return {
		publish: action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			const kind = kindOf(event);
			const typed = readTyped(form);
			const draftId = parseId<ItemId>(form.get('draftId') as string | null);
			const made = await publish(ctx.db, actor, {
				...spineFields(kind, typed),
				kind,
				spaceId: parseId(typed.spaceId) ?? 0,
				...(draftId ? { draftId } : {}),
				...(sellable(kind) && typed.access === 'paid' ? readPrice(typed) : {}),
				...(kind === 'article' ? { columnId: parseId<ItemId>(typed.columnId) } : {}),
			});
			redirect(303, hrefOf(made));
		}),
		save: action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			const kind = kindOf(event);
			const draftId = parseId<ItemId>(form.get('draftId') as string | null);
			const { id } = await saveDraft(ctx.db, actor, toDraft(kind, readTyped(form), draftId));
			redirect(303, `${writeForms[kind]}?draft=${id}&saved`);
		}),
		discard: action(async (event: RequestEvent, form) => {
			const draftId = parseId<ItemId>(form.get('draftId') as string | null);
			if (draftId) await discardDraft(event.locals.ctx.db, event.locals.actor, draftId);
			redirect(303, '/drafts?discarded');
		}),
		preview: action(async (event: RequestEvent, form) => {
			requireMember(event.locals.actor);
			const typed = readTyped(form);
			return { values: values(typed, form), preview: { shown: await previewOf(typed, event.locals.locale) } };
		}),
		check: action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			requireMember(actor);
			const typed = readTyped(form);
			return { values: values(typed, form), similar: await findSimilar(ctx, actor, typed.title) };
		}),
	};
}
