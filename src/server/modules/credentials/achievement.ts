import type { ItemId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';

/** What was learnt, as it was when it was certified: later changes of a course change no certificate. */
export interface Achievement {
	kind: 'course' | 'path' | 'badge';
	/** Of the course's item, of the path, or of the badge. */
	id: number;
	title: string;
	summary: string;
	language: string;
	/** What one can do afterwards; of a path, the titles of its courses. */
	outcomes: string[];
	tags: string[];
	/** The version of the course that was learnt; null for a path. */
	version: number | null;
	lessons: number;
	minutes: number;
	/** Who made it. */
	makers: string[];
	/** Where it is found, from the root of the place. */
	href: string;
}

const courseOf = statement<
	{ course: ItemId; version: number },
	Omit<Achievement, 'kind' | 'href'> & { slug: string }
>(
	`select i.id, i.title, i.excerpt as summary, i.language, c.outcomes, i.tag_slugs as tags, v.number as version,
			v.lesson_count as lessons, v.minutes, i.slug,
			array(select u.name from users u where u.id = i.author_id
				union all select u.name from course_authors a join users u on u.id = a.user_id
					where a.course_id = i.id and a.role = 'author' and a.user_id is distinct from i.author_id) as makers
		from courses c join items i on i.id = c.item_id
			join course_versions v on v.course_id = c.item_id and v.number = :version::int
		where c.item_id = :course::bigint`,
);

/** A course in the version that somebody learnt. One statement. */
export async function courseAchievement(
	db: Db,
	course: ItemId,
	version: number,
): Promise<Achievement | null> {
	const [row] = await courseOf(db, { course, version });
	if (!row) return null;
	const { slug, ...rest } = row;
	return { kind: 'course', ...rest, href: `/courses/${row.id}/${encodeURIComponent(slug)}` };
}

const pathOf = statement<{ path: number }, Omit<Achievement, 'kind' | 'href' | 'version'> & { slug: string }>(
	`select p.id, p.title, p.summary, p.language, p.slug,
			coalesce(array_agg(i.title order by c.step, c.position) filter (where i.id is not null), '{}') as outcomes,
			array(select distinct t from path_courses x join items y on y.id = x.course_id, unnest(y.tag_slugs) t where x.path_id = p.id) as tags,
			coalesce(sum(k.lesson_count), 0)::int as lessons, coalesce(sum(k.minutes), 0)::int as minutes,
			array(select u.name from users u where u.id = p.owner_id) as makers
		from paths p left join path_courses c on c.path_id = p.id left join items i on i.id = c.course_id
			left join courses k on k.item_id = c.course_id
		where p.id = :path::bigint group by p.id`,
);

/** A path as it is now. One statement. */
export async function pathAchievement(db: Db, path: number): Promise<Achievement | null> {
	const [row] = await pathOf(db, { path });
	if (!row) return null;
	const { slug, ...rest } = row;
	return { kind: 'path', ...rest, version: null, href: `/paths/${row.id}/${encodeURIComponent(slug)}` };
}
