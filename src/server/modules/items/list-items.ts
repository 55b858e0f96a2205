import { z } from 'zod';
import { type Actor, isStaff, requireMember } from '../../contracts/actor.ts';
import { decodeCursor, encodeCursor, type Page } from '../../kernel/pagination.ts';
import { validate } from '../../kernel/validate.ts';
import type { Db } from '../../platform/db/index.ts';
import { cardOf } from './card.ts';
import type { ItemCard } from './item.ts';
import { type ListParameters, type ListRow, type ListShape, listStatement } from './list-statement.ts';
import { languageSchema } from './schemas.ts';
import { normaliseTag } from './tag-slug.ts';

/** What is read at once; a page of another length is cut from the next larger. */
const pageSizes = [20, 50, 100];

/**
 * What the quality of an item moves it by among the hot ones, at most half of it up or down: 0.2, as much as 1.6 times the
 * points or two and a half hours. Within a page only: which items are on it, and the cursor, are the index's alone.
 */
const qualityWeight = 0.4;
const hotness = ({ cursor_key, quality }: ListRow) => cursor_key + qualityWeight * ((quality ?? 0.5) - 0.5);

const id = z.coerce.number().int().positive();

export const listSchema = z.object({
	sort: z.enum(['hot', 'new', 'top', 'active', 'unanswered', 'following', 'bookmarked']).default('hot'),
	kind: z.string().max(40).optional(),
	spaceId: id.optional(),
	/** A slug or a synonym. */
	tag: z.string().max(100).transform(normaliseTag).optional(),
	authorId: id.optional(),
	language: languageSchema.optional(),
	cursor: z.string().max(200).nullish(),
	limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type ListInput = z.input<typeof listSchema>;

/**
 * One page of a list of items: those whose existence the actor may know of, in the order asked. In a space, the first
 * page begins with its pinned items, which come on top of `limit`. Lists of one author are read by `new` or `top`.
 * One statement.
 *
 * @returns at most `limit` (default 20, at most 100) cards and the pinned ones
 * @throws common.invalid_input; common.sign_in_required for `following` and `bookmarked`
 */
export async function listItems(db: Db, actor: Actor, input: ListInput = {}): Promise<Page<ItemCard>> {
	const given = validate(listSchema, input);
	if (given.sort === 'following' || given.sort === 'bookmarked') requireMember(actor);
	const byAuthor = given.authorId !== undefined && given.spaceId === undefined && !given.tag;
	const sort =
		byAuthor && (given.sort === 'hot' || given.sort === 'active' || given.sort === 'unanswered')
			? 'new'
			: given.sort;
	const after = decodeCursor(given.cursor, [sort === 'hot' ? 'number' : 'integer', 'integer']);
	const shape: ListShape = {
		sort,
		kind: given.kind !== undefined,
		space: given.spaceId !== undefined,
		tag: given.tag !== undefined,
		author: given.authorId !== undefined,
		language: given.language !== undefined,
		after: after !== null,
		member: actor.userId !== null,
		staff: isStaff(actor),
		limit: 1 + pageSizes.find((size) => size >= given.limit)!,
	};
	const parameters: ListParameters = {
		user: actor.userId,
		kind: given.kind ?? null,
		space: given.spaceId ?? null,
		tag: given.tag ?? null,
		author: given.authorId ?? null,
		language: given.language ?? null,
		afterKey: (after?.[0] as number | undefined) ?? null,
		afterId: (after?.[1] as number | undefined) ?? null,
	};
	const rows = await listStatement(shape)(db, parameters);
	const pinned = rows.filter((row) => row.lead);
	const listed = rows.slice(pinned.length, pinned.length + given.limit);
	const last = listed.at(-1);
	const more = rows.length - pinned.length > given.limit;
	return {
		items: [...pinned, ...(sort === 'hot' ? listed.toSorted((a, b) => hotness(b) - hotness(a)) : listed)].map(
			cardOf,
		),
		next: more && last ? encodeCursor([last.cursor_key, last.id]) : null,
	};
}
