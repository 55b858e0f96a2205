import type { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { itemError } from './errors.ts';
import { demand } from './gate.ts';
import { checkForKind, kindNamed, storeBody, tagItem } from './publish-item.ts';
import { itemChangeSchema } from './schemas.ts';
import { lockItemRow } from './subject.ts';
import { slugOf } from './tag-slug.ts';
import { mayTagFreely, resolveTags } from './tags.ts';
import { renderText } from './text.ts';

export type ItemChange = z.input<typeof itemChangeSchema>;

/**
 * Writes a new revision of an item. `revision` is the one the editor began from: when somebody else wrote a newer one
 * meanwhile, nothing is changed and the refusal says which, so that the form keeps the text and shows both.
 * A change of language, difficulty or access alone makes no revision.
 *
 * @returns the revision that now stands
 * @throws items.edit_conflict with `params.revision`; common.invalid_input, items.not_found, items.locked,
 *   items.wrong_status, items.tag_reserved; refusals of the policy
 */
export async function reviseItem(
	db: Db,
	actor: Actor,
	id: ItemId,
	input: ItemChange,
): Promise<{ revision: number; slug: string }> {
	const given = validate(itemChangeSchema, input);
	const body = await renderText(db, given.source, { base: 'post', locale: given.language });
	return inTransaction(db, async (tx) => {
		const item = await lockItemRow(tx, actor, id);
		const member = demand(actor, item, 'edit');
		noNewerThan(item.revision, given.revision);
		const kind = kindNamed(item.kind);
		const data = checkForKind(kind, given);
		const before = await tx
			.selectFrom('items as i')
			.innerJoin('item_bodies as b', 'b.item_id', 'i.id')
			.innerJoin('revisions as r', (join) =>
				join
					.onRef('r.item_id', '=', 'i.id')
					.on('r.reply_id', 'is', null)
					.onRef('r.number', '=', 'i.revision'),
			)
			.select(['i.title', 'i.tag_slugs', 'i.language', 'i.difficulty', 'i.access', 'b.source', 'r.data'])
			.where('i.id', '=', id)
			.executeTakeFirstOrThrow();
		const tags = await resolveTags(tx, given.tags, {
			moderator: mayTagFreely(actor, item.moderator),
			standing: before.tag_slugs,
		});
		const tag_slugs = tags.map((tag) => tag.slug);
		const written =
			before.title !== given.title ||
			before.source !== given.source ||
			String(before.tag_slugs) !== String(tag_slugs) ||
			(data !== undefined && !sameData(before.data, data));
		const described = {
			language: given.language ?? before.language,
			difficulty: given.difficulty === undefined ? before.difficulty : given.difficulty,
			access: given.access ?? before.access,
		};
		if (
			!written &&
			described.language === before.language &&
			described.difficulty === before.difficulty &&
			described.access === before.access
		) {
			return { revision: item.revision, slug: item.slug };
		}
		const at = now();
		const revision = written ? item.revision + 1 : item.revision;
		const slug = slugOf(given.title, kind.name);
		await tx
			.updateTable('items')
			.set({
				...described,
				...(written
					? {
							title: given.title,
							slug,
							excerpt: body.excerpt,
							tag_slugs,
							reading_minutes: Math.max(1, body.readingMinutes),
							revision,
							edited_at: at,
							last_activity_at: at,
						}
					: {}),
			})
			.where('id', '=', id)
			.execute();
		if (written) {
			await storeBody(tx, id, given.source, body);
			await tagItem(tx, id, tags);
			await tx
				.insertInto('revisions')
				.values({
					item_id: id,
					number: revision,
					title: given.title,
					source: given.source,
					tag_slugs,
					data: data === undefined ? null : JSON.stringify(data),
					editor_id: member.userId,
					comment: given.comment,
					created_at: at,
				})
				.execute();
			await kind.write?.(tx, id, data);
		}
		await emit(tx, member.userId, 'items.revised', { itemId: id, revision });
		await tellNewlyMentioned(tx, member.userId, id, null, before.source, body.mentions);
		return { revision, slug };
	});
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

function sameData(one: unknown, other: unknown): boolean {
	return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

// jsonb gives keys back in an order of its own.
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, inner]) => [key, sorted(inner)]),
	);
}
