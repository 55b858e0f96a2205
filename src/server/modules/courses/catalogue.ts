import { z } from 'zod';
import { type Actor, isStaff } from '../../contracts/actor.ts';
import { type CursorKey, cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { statementsByShape } from '../../platform/db/statement.ts';
import { type CardRow, cardColumns, cardJoins, cardOf, type ItemCard, normaliseTag } from '../items/index.ts';
import { type Cover, coverOf } from './cover.ts';

export const catalogueSorts = ['popular', 'new', 'top', 'price', 'length'] as const;
export type CatalogueSort = (typeof catalogueSorts)[number];

/** Lengths that people ask for, in minutes: up to, and for the last one from. */
export const lengths = { short: [0, 120], medium: [120, 600], long: [600, 1_000_000] } as const;

export const catalogueSchema = z.object({
	tag: z
		.string()
		.transform(normaliseTag)
		.nullish()
		.transform((value) => value || null),
	level: z
		.enum(['beginner', 'intermediate', 'advanced'])
		.nullish()
		.transform((value) => value ?? null),
	price: z
		.enum(['free', 'paid'])
		.nullish()
		.transform((value) => value ?? null),
	length: z
		.enum(['short', 'medium', 'long'])
		.nullish()
		.transform((value) => value ?? null),
	language: z
		.enum(['zh-CN', 'en'])
		.nullish()
		.transform((value) => value ?? null),
	sort: z.enum(catalogueSorts).default('popular'),
	cursor: z.string().nullish(),
	limit: z.coerce.number().int().min(1).max(100).default(24),
});
export type CatalogueInput = z.input<typeof catalogueSchema>;

/** A course as it stands in the catalogue. */
export interface CourseCard extends ItemCard {
	lessonCount: number;
	minutes: number;
	learnerCount: number;
	/** Lessons that are free to look at. */
	previews: number;
	cover: Cover | null;
}

type Row = CardRow & {
	lesson_count: number;
	minutes: number;
	learner_count: number;
	previews: number;
	cover: Cover | null;
	sorted: number | string;
};
interface Shape {
	sort: CatalogueSort;
	after: boolean;
}
interface Asked {
	user: number | null;
	staff: boolean;
	tag: string | null;
	level: string | null;
	price: string | null;
	least: number | null;
	most: number | null;
	language: string | null;
	value: number | null;
	id: number | null;
}

/** What each order sorts by, and which way. Free courses are the cheapest; times are told in microseconds, as a cursor must be whole. */
const orders: Record<CatalogueSort, { by: string; down: boolean }> = {
	popular: { by: 'c.learner_count::bigint', down: true },
	new: { by: `(extract(epoch from i.published_at) * 1000000)::bigint`, down: true },
	top: { by: 'i.score::bigint', down: true },
	price: {
		by: `case when i.access = 'paid' then coalesce(i.price_amount, 0) else 0 end::bigint`,
		down: false,
	},
	length: { by: 'c.minutes::bigint', down: false },
};

// There are thousands of courses, not millions: what is filtered is read whole and sorted.
const catalogueOf = statementsByShape<Shape, Asked, Row>(({ sort, after }) => {
	const { by, down } = orders[sort];
	const way = down ? 'desc' : 'asc';
	const next = after ? `and (${by}, i.id) ${down ? '<' : '>'} (:value::bigint, :id::bigint)` : '';
	return `select ${cardColumns}, c.lesson_count, c.minutes, c.learner_count, ${by} as sorted, ${coverOf} as cover,
			(select count(*)::int from version_lessons v where v.course_id = c.item_id and v.version = c.version and v.preview) as previews
		from (select i.id from courses c join items i on i.id = c.item_id
			where c.version is not null and i.status = 'published' and i.kind = 'course'
				and (i.listed or :staff::boolean or i.author_id = :user::bigint
					or i.space_id in (select space_id from space_members where user_id = :user::bigint))
				and (:tag::text is null or i.tag_slugs @> array[:tag::text])
				and (:level::text is null or i.difficulty = :level::text)
				and (:price::text is null or (i.access = 'paid') = (:price::text = 'paid'))
				and (:least::int is null or c.minutes >= :least::int) and (:most::int is null or c.minutes < :most::int)
				and (:language::text is null or i.language = :language::text) ${next}
			order by ${by} ${way}, i.id ${way} limit 101) found
		join items i on i.id = found.id join courses c on c.item_id = i.id ${cardJoins}
		order by ${by} ${way}, i.id ${way}`;
});

/**
 * The courses that the actor may know of, filtered by topic, level, price, length and language. One statement.
 *
 * @throws common.invalid_input
 */
export async function listCourses(
	db: Db,
	actor: Actor,
	input: CatalogueInput = {},
): Promise<Page<CourseCard>> {
	const given = validate(catalogueSchema, input);
	const after = decodeCursor(given.cursor, ['integer', 'integer']);
	const [least, most] = given.length ? lengths[given.length] : [null, null];
	const rows = await catalogueOf({ sort: given.sort, after: after !== null })(db, {
		user: actor.userId,
		staff: isStaff(actor),
		tag: given.tag,
		level: given.level,
		price: given.price,
		least,
		most,
		language: given.language,
		value: (after?.[0] as number | undefined) ?? null,
		id: (after?.[1] as number | undefined) ?? null,
	});
	const cut = cutPage(
		rows.slice(0, given.limit + 1),
		given.limit,
		(row): CursorKey => [Number(row.sorted), row.id],
	);
	return {
		items: cut.items.map((row) => ({
			...cardOf(row),
			lessonCount: row.lesson_count,
			minutes: row.minutes,
			learnerCount: row.learner_count,
			previews: row.previews,
			cover: row.cover,
		})),
		next: cut.next,
	};
}

/** The topics that published courses have, the most frequent first; at most 24. One statement. */
export async function courseTopics(
	db: Db,
): Promise<{ slug: string; name: string; names: unknown; count: number }[]> {
	const { rows } = await sql<{
		slug: string;
		name: string;
		names: unknown;
		count: number;
	}>`select t.slug, t.name, t.names, found.count
		from (select tag_id, count(*)::int as count from item_tags it join courses c on c.item_id = it.item_id and c.version is not null
			where it.visible group by tag_id order by count(*) desc, tag_id limit 24) found join tags t on t.id = found.tag_id
		order by found.count desc, t.slug`.execute(db);
	return rows;
}
