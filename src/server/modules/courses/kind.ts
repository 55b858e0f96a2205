import type { ItemId } from '../../kernel/ids.ts';
import { type Db, sql, type Tx } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { registerKind } from '../items/index.ts';
import { type Cover, coverOf } from './cover.ts';
import { outlineOf, type PublishedOutline } from './published.ts';
import type { Rule } from './rule.ts';

/** What a course's page shows beside its description; the same for all its readers. */
export interface CoursePart {
	version: number | null;
	outcomes: string[];
	audience: string;
	needs: string;
	rule: Rule | null;
	lessonCount: number;
	minutes: number;
	learnerCount: number;
	completedCount: number;
	publishedAt: Date | null;
	cover: Cover | null;
	/** Who makes it beside its author. */
	authors: { handle: string; name: string; role: string }[];
	outline: PublishedOutline | null;
}

declare module '../items/item.ts' {
	interface KindParts {
		course: CoursePart;
	}
}

const partOf = statement<{ id: ItemId }, Omit<CoursePart, 'outline'>>(
	`select c.version, c.outcomes, c.audience, c.needs, c.rule, c.lesson_count as "lessonCount", c.minutes,
			c.learner_count as "learnerCount", c.completed_count as "completedCount", c.published_at as "publishedAt", ${coverOf} as cover,
			(select coalesce(json_agg(json_build_object('handle', u.handle, 'name', u.name, 'role', a.role) order by a.added_at), '[]')
				from course_authors a join users u on u.id = a.user_id where a.course_id = c.item_id and a.role in ('author', 'mentor')) as authors
		from courses c where c.item_id = :id::bigint`,
);

/** What everybody may know of a course: titles of lessons, not what is in them. One statement, two when not read before. */
export async function readCoursePart(db: Db, itemId: ItemId): Promise<{ course?: CoursePart }> {
	const [row] = await partOf(db, { id: itemId });
	if (!row) return {};
	return {
		course: { ...row, outline: row.version === null ? null : await outlineOf(db, itemId, row.version) },
	};
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The first paragraph as plain words: what lists show of a course, also of one that is sold. */
function firstWords(html: string): string {
	const first = /<p[^>]*>([\s\S]*?)<\/p>/.exec(html)?.[1] ?? '';
	const plain = first
		.replace(/<[^>]+>/g, '')
		.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name]!)
		.replace(/\s+/g, ' ')
		.trim();
	return [...plain].slice(0, 200).join('');
}

/** A course is described to those who have not bought it: all of its text is open. A published course has its own row. */
async function openDescription(tx: Tx, itemId: ItemId): Promise<void> {
	const { rows } = await sql<{
		html: string;
	}>`update item_bodies set preview_html = html where item_id = ${itemId}
		returning html`.execute(tx);
	const excerpt = firstWords(rows[0]?.html ?? '');
	await sql`update items set excerpt = ${excerpt} where id = ${itemId} and excerpt = '' and ${excerpt} <> ''`.execute(
		tx,
	);
	await sql`insert into courses (item_id) values (${itemId}) on conflict do nothing`.execute(tx);
}

export const course = registerKind({
	name: 'course',
	path: 'courses',
	icon: 'graduation-cap',
	replyKinds: ['comment'],
	acceptsAnswer: false,
	schemaOrgType: 'Course',
	tags: { min: 0, max: 5 },
	minBody: 0,
	write: openDescription,
	read: readCoursePart,
});
