import { type Actor, isStaff } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, LessonId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { type Access, accessJoins, accessLevel } from '../entitlements/index.ts';
import type { ItemAccess, ItemStatus } from '../items/index.ts';
import { looksAfter, type SpaceRole } from '../spaces/index.ts';
import { readFacts } from './facts.ts';
import { asks, lessonKinds } from './lesson-kinds.ts';
import { type LessonState, lessonState, type Standing } from './lesson-state.ts';
import {
	type LessonText,
	type OutlineLesson,
	outlineOf,
	type PublishedOutline,
	publishedText,
	publishedTexts,
} from './published.ts';
import { parseMultirange, type Range } from './ranges.ts';
import type { Rule } from './rule.ts';

/** What a learner has of one lesson. */
export interface LessonProgress {
	lessonId: LessonId;
	coveredCount: number;
	/** Paragraph or second to go on from. */
	place: number;
	placeAt: Date;
	score: number | null;
	completed: boolean;
}

/** A course as one learner has it before them. */
export interface LearnerCourse {
	id: ItemId;
	title: string;
	slug: string;
	language: string;
	/** Slugs. */
	tags: string[];
	access: Access;
	itemAccess: ItemAccess;
	maker: boolean;
	/** When they began; null when they have not, or are a visitor. */
	startedAt: Date | null;
	completedAt: Date | null;
	/** The version that they learn by, and the one that newcomers begin. */
	version: number;
	newest: number;
	rule: Rule | null;
	outline: PublishedOutline;
	progress: ReadonlyMap<number, LessonProgress>;
	/** By lesson: whether it may be opened now, and why not. */
	states: ReadonlyMap<number, LessonState>;
	/** Needed lessons, and how many of them are completed. */
	needed: number;
	done: number;
	/** The lesson to go on with: the last one that was left unfinished, else the first that is open and not done. */
	next: OutlineLesson | null;
}

interface Row {
	title: string;
	slug: string;
	language: string;
	tags: string[];
	itemAccess: ItemAccess;
	status: ItemStatus;
	access: Access;
	rule: Rule | null;
	newest: number | null;
	named: boolean;
	member: SpaceRole | null;
	startedAt: Date | null;
	completedAt: Date | null;
	learnsBy: number | null;
	progress: (Omit<LessonProgress, 'placeAt'> & { placeAt: string })[];
}

const learnerOf = statement<{ id: ItemId; user: number | null; staff: boolean; now: Date }, Row>(
	`select i.title, i.slug, i.language, i.tag_slugs as tags, i.access as "itemAccess", i.status, ${accessLevel} as access, c.rule, c.version as newest,
			coalesce(i.author_id = :user::bigint or a.user_id is not null, false) as named, m.role as member,
			e.started_at as "startedAt", e.completed_at as "completedAt", e.version as "learnsBy",
			case when :user::bigint is null then '[]'::json else (select coalesce(json_agg(json_build_object('lessonId', p.lesson_id,
				'coveredCount', p.covered_count, 'place', p.place, 'placeAt', p.place_at, 'score', p.score,
				'completed', p.completed_at is not null)), '[]') from lesson_progress p
				where p.course_id = i.id and p.user_id = :user::bigint) end as progress
		from items i join courses c on c.item_id = i.id ${accessJoins}
			left join course_authors a on a.course_id = i.id and a.user_id = :user::bigint
			left join enrolments e on e.course_id = i.id and e.user_id = :user::bigint
		where i.id = :id::bigint`,
);

/**
 * A published course with everything that is this learner's own: what is open, what is done, where to go on. One
 * statement; one more when the version was not read before in this process, and one when its lessons have rules.
 *
 * @returns null when there is no such course, nothing of it is published, or this person may not know of it
 */
export async function readLearnerCourse(db: Db, actor: Actor, id: ItemId): Promise<LearnerCourse | null> {
	const [row] = await learnerOf(db, { id, user: actor.userId, staff: isStaff(actor), now: now() });
	const maker = row !== undefined && (row.named || isStaff(actor) || looksAfter(row.member));
	if (!row || (row.access === 'none' && !maker)) return null;
	const version = row.learnsBy ?? row.newest;
	if (version === null || row.newest === null) return null;
	const outline = await outlineOf(db, id, version);
	const progress = new Map(
		row.progress.map((one) => [one.lessonId, { ...one, placeAt: new Date(one.placeAt) }]),
	);
	const facts = maker
		? undefined
		: await readFacts(db, actor.userId, [row.rule, ...outline.lessons.map(({ rule }) => rule)]);
	const who: Standing = {
		maker,
		full: row.access === 'full',
		startedAt: row.startedAt,
		courseRule: row.rule,
		facts: facts ?? {
			lessons: new Set(),
			courses: new Set(),
			items: new Set(),
			spaces: new Set(),
			reputation: 0,
		},
	};
	const at = now();
	const states = new Map(outline.lessons.map((lesson) => [lesson.id, lessonState(lesson, who, at)]));
	const needed = outline.lessons.filter(({ required }) => required);
	return {
		id,
		title: row.title,
		slug: row.slug,
		language: row.language,
		tags: row.tags,
		access: row.access,
		itemAccess: row.itemAccess,
		maker,
		startedAt: row.startedAt,
		completedAt: row.completedAt,
		version,
		newest: row.newest,
		rule: row.rule,
		outline,
		progress,
		states,
		needed: needed.length,
		done: needed.filter(({ id }) => progress.get(id)?.completed).length,
		next: nextOf(outline, progress, states),
	};
}

function nextOf(
	outline: PublishedOutline,
	progress: ReadonlyMap<number, LessonProgress>,
	states: ReadonlyMap<number, LessonState>,
): OutlineLesson | null {
	const open = outline.lessons.filter(({ id }) => states.get(id)?.open && !progress.get(id)?.completed);
	const last = open
		.filter(({ id }) => (progress.get(id)?.placeAt.getTime() ?? 0) > 0)
		.sort((a, b) => progress.get(b.id)!.placeAt.getTime() - progress.get(a.id)!.placeAt.getTime())[0];
	return last ?? open[0] ?? outline.lessons.find(({ id }) => states.get(id)?.open) ?? null;
}

/** A lesson as its learner has it before them. */
export interface LessonPage {
	course: LearnerCourse;
	lesson: OutlineLesson;
	state: LessonState;
	/** null while it is not open: nothing of it was read. */
	text: LessonText | null;
	/** What its kind needs beside the text. */
	parts: object;
	progress: LessonProgress | null;
	/** How much of it must be covered to complete it; null where something else completes it. */
	asks: number | null;
	manual: boolean;
	previous: OutlineLesson | null;
	next: OutlineLesson | null;
}

/**
 * A lesson and its place in the course, by the version that this person learns by. The gate is asked before anything of
 * the lesson is read.
 *
 * @returns null when there is no such lesson for them
 */
export async function readLesson(
	db: Db,
	actor: Actor,
	key: { courseId: ItemId; lessonId: LessonId },
): Promise<LessonPage | null> {
	const course = await readLearnerCourse(db, actor, key.courseId);
	if (!course) return null;
	const { lessons } = course.outline;
	const at = lessons.findIndex(({ id }) => id === key.lessonId);
	const lesson = lessons[at];
	if (!lesson) return null;
	const state = course.states.get(lesson.id)!;
	const text = state.open ? await publishedText(db, lesson.id, lesson.revision) : null;
	const kind = lessonKinds.all.get(lesson.kind);
	const parts =
		text && kind?.read
			? await kind.read(db, actor, {
					lessonId: lesson.id,
					courseId: course.id,
					revision: lesson.revision,
					data: text.data,
					mediaId: text.mediaId,
					paragraphs: text.paragraphs.length,
				})
			: {};
	return {
		course,
		lesson,
		state,
		text,
		parts,
		progress: course.progress.get(lesson.id) ?? null,
		asks: kind ? (asks(kind, lesson.extent)?.count ?? null) : null,
		manual: kind?.manual ?? true,
		previous: lessons[at - 1] ?? null,
		next: lessons[at + 1] ?? null,
	};
}

/**
 * What the lessons say that are open to a learner now, in their order, for what looks through a whole course. Nothing of
 * the others leaves the database.
 */
export function openTexts(
	db: Db,
	course: LearnerCourse,
): AsyncGenerator<{ lesson: OutlineLesson; text: LessonText }> {
	return publishedTexts(
		db,
		course.outline.lessons.filter(({ id }) => course.states.get(id)?.open),
	);
}

/** What exactly somebody has covered of a lesson, for a player that shows it. One statement. */
export async function coveredRanges(db: Db, userId: number, lessonId: LessonId): Promise<Range[]> {
	const row = await db
		.selectFrom('lesson_progress')
		.select('covered')
		.where('user_id', '=', userId)
		.where('lesson_id', '=', lessonId)
		.executeTakeFirst();
	return row ? parseMultirange(String(row.covered)) : [];
}

/**
 * Of these lessons those that the actor may open now, whichever course and version they are of: for files and streams
 * that lessons hold. Makers may open all of their course.
 */
export async function openableLessons(
	db: Db,
	actor: Actor,
	lessonIds: readonly LessonId[],
): Promise<Set<LessonId>> {
	const wanted = [...new Set(lessonIds)];
	if (wanted.length === 0) return new Set();
	const rows = await db.selectFrom('lessons').select(['id', 'course_id']).where('id', 'in', wanted).execute();
	const open = new Set<LessonId>();
	for (const courseId of new Set(rows.map((row) => row.course_id))) {
		const own = rows.filter((row) => row.course_id === courseId).map(({ id }) => id);
		const course = await readLearnerCourse(db, actor, courseId);
		if (course) for (const id of own) if (course.maker || course.states.get(id)?.open) open.add(id);
		if (!course) for (const id of await ofOwnDraft(db, actor, courseId, own)) open.add(id);
	}
	return open;
}

// Nothing of it is published yet: only its makers look at it.
async function ofOwnDraft(db: Db, actor: Actor, courseId: ItemId, lessons: LessonId[]): Promise<LessonId[]> {
	const [row] = await learnerOf(db, { id: courseId, user: actor.userId, staff: isStaff(actor), now: now() });
	return row && (row.named || isStaff(actor) || looksAfter(row.member)) ? lessons : [];
}
