import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { hrefOf } from '../items/index.ts';
import { namedIn, type Rule } from './rule.ts';

/** What the ids in rules are called, and where they are; courses are items. */
export interface RuleNames {
	lessons: ReadonlyMap<number, Named>;
	items: ReadonlyMap<number, Named>;
	spaces: ReadonlyMap<number, Named>;
}
interface Named {
	title: string;
	href: string;
}

interface Row {
	what: 'lesson' | 'item' | 'space';
	id: number;
	title: string;
	kind: string;
	slug: string;
}

// Only what everybody may know of: a rule names nothing out of a private space.
const namesOf = statement<{ lessons: number[]; items: number[]; spaces: number[] }, Row>(
	`select 'lesson' as what, l.id, r.title, i.id::text as kind, '' as slug from lessons l
			join items i on i.id = l.course_id and i.status = 'published' and i.listed join courses c on c.item_id = i.id
			join version_lessons v on v.course_id = c.item_id and v.version = c.version and v.lesson_id = l.id
			join lesson_revisions r on r.lesson_id = l.id and r.number = v.revision
		where l.id = any(:lessons::bigint[])
	union all select 'item', id, title, kind, slug from items where id = any(:items::bigint[]) and status = 'published' and listed
	union all select 'space', id, name, '', slug from spaces where id = any(:spaces::bigint[]) and access <> 'private'`,
);

const nothing: RuleNames = { lessons: new Map(), items: new Map(), spaces: new Map() };

/** Looks up what rules speak of. One statement; none when there are no rules. */
export async function ruleNames(db: Db, rules: Iterable<Rule | null>): Promise<RuleNames> {
	const some = [...rules].filter((rule) => rule !== null);
	if (some.length === 0) return nothing;
	const { lessons, courses, items, spaces } = namedIn(some);
	const rows = await namesOf(db, { lessons, items: [...courses, ...items], spaces });
	const of = (what: Row['what'], href: (row: Row) => string) =>
		new Map(
			rows.filter((row) => row.what === what).map((row) => [row.id, { title: row.title, href: href(row) }]),
		);
	return {
		lessons: of('lesson', ({ id, kind }) => `/courses/${kind}/lessons/${id}`),
		items: of('item', hrefOf),
		spaces: of('space', ({ slug }) => `/spaces/${slug}`),
	};
}
