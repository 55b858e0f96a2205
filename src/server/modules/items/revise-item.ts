import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { announceLateItem } from './announce.ts';
import { checkForKind, kindNamed } from './checks.ts';
import { itemError } from './errors.ts';
import { demand } from './gate.ts';
import { itemChangeSchema } from './schemas.ts';
import { storeBody, storeRevision, tagItem } from './store.ts';
import { lockItemRow } from './subject.ts';
import { slugOf } from './tag-slug.ts';
import { mayCreateTags, mayTagFreely, resolveTags } from './tags.ts';
import { openExcerpt, renderText } from './text.ts';
import { checkText, lookAhead, refuseStopping, statusAfter, type TextStatus } from './text-check.ts';

export type ItemChange = z.input<typeof itemChangeSchema>;

/**
 * Writes a new revision of an item. `revision` is the one the editor began from: when somebody else wrote a newer one
 * meanwhile, nothing is changed and the refusal says which, so that the form keeps the text and shows both.
 * A change of language, difficulty or access alone makes no revision. The checks look at what is rewritten: it may be
 * out of sight afterwards, and what was held comes into sight when nothing speaks against it any more.
 *
 * @returns the revision that now stands, and where
 * @throws items.edit_conflict with `params.revision`; common.invalid_input, items.not_found, items.locked,
 *   items.wrong_status, items.tag_reserved; refusals of the policy
 */
export async function reviseItem(
	db: Db,
	actor: Actor,
	id: ItemId,
	input: ItemChange,
): Promise<{ revision: number; slug: string; status: TextStatus }> {
	const given = validate(itemChangeSchema, input);
	const body = await renderText(db, given.source, { base: 'post', locale: given.language });
	const ahead = await lookAhead(db, actor, given);
	return inTransaction(db, async (tx) => {
		const item = await lockItemRow(tx, actor, id);
		const { userId } = demand(actor, item, 'edit');
		noNewerThan(item.revision, given.revision);
		const kind = kindNamed(item.kind);
		const data = checkForKind(kind, given);
		const before = await whatStands(tx, id);
		const tags = await resolveTags(tx, given.tags, {
			mayCreate: mayCreateTags(actor),
			moderator: mayTagFreely(actor, item.moderator),
			standing: before.tag_slugs,
		});
		const tag_slugs = tags.map((tag) => tag.slug);
		const described = {
			language: given.language ?? before.language,
			difficulty: given.difficulty === undefined ? before.difficulty : given.difficulty,
			// Who mends the words of others says nothing of who may read them.
			access:
				item.moderator || item.relations.includes('author') ? (given.access ?? before.access) : before.access,
		};
		const { language, difficulty, access } = before;
		const rewritten =
			before.title !== given.title ||
			before.source !== given.source ||
			!isDeepStrictEqual(before.tag_slugs, tag_slugs) ||
			(data !== undefined && !isDeepStrictEqual(before.data, data));
		if (!rewritten && isDeepStrictEqual(described, { language, difficulty, access })) {
			return { revision: item.revision, slug: item.slug, status: item.status as TextStatus };
		}
		// What was open to everybody is not once the text is sold.
		const shown = described.access === access ? {} : { excerpt: openExcerpt(described.access, body) };
		await tx
			.updateTable('items')
			.set({ ...described, ...shown })
			.where('id', '=', id)
			.execute();
		let { revision, slug } = item;
		const from = item.status as TextStatus;
		let status = from;
		if (rewritten) {
			const verdict = await checkText(
				tx,
				{
					what: 'item',
					itemId: id,
					replyId: null,
					spaceId: item.spaceId,
					title: given.title,
					source: given.source,
					writer: { ...actor, userId },
					trusted: item.moderator,
					before: { title: before.title, source: before.source, status: from },
				},
				ahead,
			);
			refuseStopping(verdict.decision, item.authorId, userId, item.moderator);
			status = statusAfter(verdict.decision, from);
			const at = now();
			revision = before.last + 1;
			slug = slugOf(given.title, kind.name);
			await tx
				.updateTable('items')
				.set({
					title: given.title,
					slug,
					status,
					excerpt: openExcerpt(described.access, body),
					tag_slugs,
					reading_minutes: Math.max(1, body.readingMinutes),
					revision,
					edited_at: at,
					last_activity_at: at,
				})
				.where('id', '=', id)
				.execute();
			await storeBody(tx, id, given.source, body);
			await tagItem(tx, id, tags);
			const { title, source, comment } = given;
			await storeRevision(tx, id, revision, {
				title,
				source,
				comment,
				tag_slugs,
				data,
				editor_id: userId,
				created_at: at,
			});
			await kind.write?.(tx, id, data);
			await verdict.settle?.(tx, { itemId: id, replyId: null, revision });
		}
		await emit(tx, userId, 'items.revised', { itemId: id, revision });
		if (status !== from) {
			const change = status === 'published' ? 'released' : status;
			await emit(tx, userId, 'items.changed', { itemId: id, change });
		}
		if (status === 'published' && !item.announced) await announceLateItem(tx, id);
		else if (status === 'published')
			await tellNewlyMentioned(tx, userId, id, null, before.source, body.mentions);
		return { revision, slug, status };
	});
}

/** `last` is the highest number in its history: an import may bring one that goes further than what it shows. */
function whatStands(tx: Tx, id: ItemId) {
	return tx
		.selectFrom('items as i')
		.innerJoin('item_bodies as b', 'b.item_id', 'i.id')
		.leftJoin('revisions as r', (join) =>
			join.onRef('r.item_id', '=', 'i.id').on('r.reply_id', 'is', null).onRef('r.number', '=', 'i.revision'),
		)
		.select(['i.title', 'i.tag_slugs', 'i.language', 'i.difficulty', 'i.access', 'b.source', 'r.data'])
		.select(
			sql<number>`greatest(i.revision, (select max(v.number) from revisions v where v.item_id = i.id and v.reply_id is null))`.as(
				'last',
			),
		)
		.where('i.id', '=', id)
		.executeTakeFirstOrThrow();
}

/** Facts for those who were not yet named in the text before. */
export async function tellNewlyMentioned(
	tx: Tx,
	userId: number,
	itemId: ItemId,
	replyId: number | null,
	before: string,
	mentions: string[],
): Promise<void> {
	const old = before.toLowerCase();
	const handles = mentions.filter((handle) => !old.includes(`@${handle.toLowerCase()}`));
	if (handles.length > 0) await emit(tx, userId, 'items.mentioned', { itemId, replyId, handles });
}

/** @throws items.edit_conflict */
export function noNewerThan(current: number, expected: number): void {
	if (current === expected) return;
	throw itemError('edit_conflict', {
		params: { revision: current, expected },
		fields: { source: 'items.edit_conflict' },
		detail: `Revision ${current} was written meanwhile; the edit began from ${expected}.`,
	});
}
