import { type Actor, isStaff } from '../../contracts/actor.ts';
import type { ItemId, UserId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import type { Rule } from '../courses/index.ts';
import { credentialError } from './errors.ts';

/** A course as a path shows it. */
export interface PathCourse {
	id: ItemId;
	title: string;
	slug: string;
	language: string;
	difficulty: string | null;
	access: string;
	lessons: number;
	minutes: number;
	/** Its owner said that they know it already. */
	known: boolean;
	/** Not there any more for who reads this: taken back, or in a private space. */
	gone: boolean;
	completed: boolean;
	begun: boolean;
	/** Courses of the same path that it asks for. */
	after: number[];
}

export interface PathStep {
	number: number;
	title: string;
	/** So many of its courses complete it; 0: nothing is needed. */
	needed: number;
	courses: PathCourse[];
	completed: boolean;
}

export interface PathCard {
	id: number;
	kind: 'programme' | 'personal';
	status: 'draft' | 'published' | 'archived';
	slug: string;
	title: string;
	summary: string;
	language: string;
	courseCount: number;
	minutes: number;
	learnerCount: number;
	completedCount: number;
	/** Of who reads it; null when they do not follow it. */
	startedAt: Date | null;
	completedAt: Date | null;
	updatedAt: Date;
}

export interface Path extends PathCard {
	source: string;
	html: string;
	certificate: boolean;
	goal: PathGoal | null;
	owner: { handle: string; name: string } | null;
	/** May change it. */
	manages: boolean;
	steps: PathStep[];
}

/** What a personal path leads to, and what its owner said of themselves. */
export interface PathGoal {
	course?: number;
	tag?: string;
	level: 'beginner' | 'intermediate' | 'advanced';
	language: string;
	known: number[];
}

const cardColumns = `p.id, p.kind, p.status, p.slug, p.title, p.summary, p.language, p.learner_count as "learnerCount",
	p.completed_count as "completedCount", l.started_at as "startedAt", l.completed_at as "completedAt", p.updated_at as "updatedAt",
	n.courses as "courseCount", n.minutes`;
const cardJoins = `left join path_learners l on l.path_id = p.id and l.user_id = :user::bigint
	cross join lateral (select count(*)::int as courses, coalesce(sum(c.minutes), 0)::int as minutes
		from path_courses x join courses c on c.item_id = x.course_id where x.path_id = p.id) n`;

type Row = Omit<Path, 'manages' | 'steps' | 'owner'> & {
	ownerId: UserId | null;
	ownerHandle: string | null;
	ownerName: string | null;
	steps: { number: number; title: string; needed: number }[];
	courses: (Omit<PathCourse, 'after'> & { step: number; rule: Rule | null })[];
	lessonCourses: { lesson: number; course: number }[];
};

const pathOf = statement<{ id: number; user: number | null; staff: boolean }, Row>(
	`select ${cardColumns}, p.source, p.html, p.certificate, p.goal, p.owner_id as "ownerId", o.handle as "ownerHandle", o.name as "ownerName",
			(select coalesce(json_agg(json_build_object('number', s.number, 'title', s.title, 'needed', s.needed) order by s.number), '[]')
				from path_steps s where s.path_id = p.id) as steps,
			(select coalesce(json_agg(json_build_object('id', i.id, 'title', i.title, 'slug', i.slug, 'language', i.language,
					'difficulty', i.difficulty, 'access', i.access, 'lessons', c.lesson_count, 'minutes', c.minutes, 'known', x.known, 'step', x.step,
					'rule', c.rule, 'begun', e.user_id is not null, 'completed', e.completed_at is not null,
					'gone', not (i.status = 'published' and c.version is not null and (i.listed or :staff::boolean or i.author_id = :user::bigint
						or exists (select from space_members m where m.space_id = i.space_id and m.user_id = :user::bigint))))
					order by x.step, x.position, x.course_id), '[]')
				from path_courses x join courses c on c.item_id = x.course_id join items i on i.id = c.item_id
					left join enrolments e on e.course_id = c.item_id and e.user_id = :user::bigint
				where x.path_id = p.id) as courses,
			(select coalesce(json_agg(json_build_object('lesson', t.id, 'course', t.course_id)), '[]') from lessons t
				where t.course_id in (select course_id from path_courses where path_id = p.id) and exists (select from courses r
					join path_courses y on y.course_id = r.item_id and y.path_id = p.id where r.rule::text like '%"lesson"%')) as "lessonCourses"
		from paths p left join users o on o.id = p.owner_id ${cardJoins} where p.id = :id::bigint`,
);

/**
 * A path with what its reader has done of it. A published programme is everybody's to read; drafts and personal paths
 * are their owner's. One statement.
 *
 * @throws credentials.path_not_found
 */
export async function readPath(db: Db, actor: Actor, id: number): Promise<Path> {
	const [row] = await pathOf(db, { id, user: actor.userId, staff: isStaff(actor) });
	const own = row !== undefined && actor.userId !== null && row.ownerId === actor.userId;
	const open = row?.kind === 'programme' && (row.status === 'published' || isStaff(actor));
	if (!row || !(own || open))
		throw credentialError('path_not_found', { detail: `There is no path ${id} here.` });
	const { ownerId: _, ownerHandle, ownerName, steps, courses, lessonCourses, ...rest } = row;
	const inPath = new Set(courses.map((course) => course.id));
	const ofLesson = new Map(lessonCourses.map(({ lesson, course }) => [lesson, course]));
	const shown = courses.map(({ rule, step, ...course }) => ({
		step,
		course: {
			...course,
			after: [...new Set(askedBy(rule, ofLesson))].filter((one) => one !== course.id && inPath.has(one)),
		},
	}));
	return {
		...rest,
		owner: ownerHandle && ownerName ? { handle: ownerHandle, name: ownerName } : null,
		manages: own || (row.kind === 'programme' && isStaff(actor)),
		steps: steps.map((step) => {
			const own = shown.filter((one) => one.step === step.number).map(({ course }) => course);
			const done = own.filter(
				({ completed, known }) => completed || (known && rest.kind === 'personal'),
			).length;
			return { ...step, courses: own, completed: done >= Math.min(step.needed, own.length) };
		}),
	};
}

/** The courses that a rule asks for; a lesson stands for its course. */
function askedBy(rule: Rule | null, ofLesson: ReadonlyMap<number, number>): number[] {
	if (rule === null) return [];
	if ('all' in rule) return rule.all.flatMap((part) => askedBy(part, ofLesson));
	if ('any' in rule) return rule.any.flatMap((part) => askedBy(part, ofLesson));
	if ('course' in rule) return [rule.course];
	if ('lesson' in rule) return ofLesson.has(rule.lesson) ? [ofLesson.get(rule.lesson)!] : [];
	return [];
}

const programmes = statement<{ user: number | null }, PathCard>(
	`select ${cardColumns} from paths p ${cardJoins} where p.kind = 'programme' and p.status = 'published'
		order by p.learner_count desc, p.id desc limit 100`,
);

/** Published programmes, those that most people follow first; at most 100. One statement. */
export function listPaths(db: Db, actor: Actor): Promise<PathCard[]> {
	return programmes(db, { user: actor.userId });
}

const mine = statement<{ user: UserId }, PathCard & { owned: boolean }>(
	`select ${cardColumns}, p.owner_id is not distinct from :user::bigint as owned from paths p ${cardJoins}
		where p.owner_id = :user::bigint or (l.user_id is not null and p.status <> 'draft')
		order by p.updated_at desc, p.id desc limit 100`,
);

/** The paths that somebody made or follows, the latest changed first. One statement. */
export function listMyPaths(db: Db, userId: UserId): Promise<(PathCard & { owned: boolean })[]> {
	return mine(db, { user: userId });
}
