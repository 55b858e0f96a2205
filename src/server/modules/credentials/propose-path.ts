import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import type { Rule } from '../courses/index.ts';
import { insertPath, pathLimits, setSteps } from './edit-path.ts';
import { credentialError } from './errors.ts';
import type { PathGoal } from './path.ts';
import { type GraphCourse, type Need, planPath, reachable } from './path-graph.ts';
import { bayesianMean, priorOf, type Stars } from './rating.ts';

const levels = ['beginner', 'intermediate', 'advanced'] as const;

const goalSchema = z
	.object({
		course: z.coerce.number().int().positive().optional(),
		tag: z.string().trim().min(1).max(60).optional(),
		/** Where the learner stands now. */
		level: z.enum(levels).default('beginner'),
		language: z.enum(['zh-CN', 'en']),
		known: z.array(z.coerce.number().int().positive()).max(500).default([]),
	})
	.refine(({ course, tag }) => (course === undefined) !== (tag === undefined), {
		path: ['goal'],
		message: 'credentials.goal_missing',
	});
export type GoalInput = z.input<typeof goalSchema>;

/** A course of the catalogue as a way to something. */
export interface CatalogueCourse {
	id: number;
	title: string;
	slug: string;
	language: string;
	difficulty: (typeof levels)[number] | null;
	minutes: number;
	lessons: number;
	tags: string[];
	outcomes: string[];
	rule: Rule | null;
	completed: boolean;
	stars: Stars | null;
}

const catalogueOf = statement<{ user: number | null }, CatalogueCourse>(
	`select i.id, i.title, i.slug, i.language, i.difficulty, c.minutes, c.lesson_count as lessons, i.tag_slugs as tags, c.outcomes, c.rule,
			e.completed_at is not null as completed, r.stars
		from courses c join items i on i.id = c.item_id left join course_ratings r on r.course_id = c.item_id
			left join enrolments e on e.course_id = c.item_id and e.user_id = :user::bigint
		where c.version is not null and i.status = 'published' and i.listed order by c.learner_count desc, i.id limit 3000`,
);

const lessonsOf = statement<{ lessons: number[] }, { id: number; course: number }>(
	`select id, course_id as course from lessons where id = any(:lessons::bigint[])`,
);

/**
 * What a course costs somebody: its minutes, weighed by how well it fits. In another language than asked for, at another
 * level than theirs, or rated below what is common here, an hour counts for more.
 */
export function costOf(
	course: Pick<CatalogueCourse, 'minutes' | 'language' | 'difficulty' | 'stars'>,
	learner: { level: (typeof levels)[number]; language: string },
	all: Stars,
): number {
	const prior = priorOf(all);
	const language = course.language === learner.language ? 1 : 1.6;
	const gap = course.difficulty ? levels.indexOf(course.difficulty) - levels.indexOf(learner.level) : 0;
	// Too hard costs more than too easy; a step up is what learning is.
	const level = gap <= 0 ? 1 + 0.1 * -gap : gap === 1 ? 1 : 1.3;
	const worth = course.stars ? bayesianMean(course.stars, prior) - prior.mean : 0;
	return Math.max(10, course.minutes) * language * level * (1 - 0.15 * Math.max(-2, Math.min(2, worth)));
}

/** A rule as a need of courses: what no course can give (reputation, a space) is left to the learner. */
function needOf(rule: Rule | null, own: number, ofLesson: ReadonlyMap<number, number>): Need | null {
	if (rule === null) return null;
	if ('all' in rule) return { all: rule.all.map((part) => needOf(part, own, ofLesson) ?? { all: [] }) };
	if ('any' in rule) return { any: rule.any.map((part) => needOf(part, own, ofLesson) ?? { all: [] }) };
	const course = 'course' in rule ? rule.course : 'lesson' in rule ? ofLesson.get(rule.lesson) : undefined;
	return course === undefined || course === own ? null : { course };
}

function lessonsIn(rule: Rule | null): number[] {
	if (rule === null) return [];
	if ('all' in rule) return rule.all.flatMap(lessonsIn);
	if ('any' in rule) return rule.any.flatMap(lessonsIn);
	return 'lesson' in rule ? [rule.lesson] : [];
}

export interface ProposedCourse extends CatalogueCourse {
	/** Courses of the proposal that it asks for. */
	after: number[];
}

export interface Proposal {
	goal: PathGoal;
	/** In the order to learn them in. */
	courses: ProposedCourse[];
	minutes: number;
	/** Nothing cheaper is possible; else it is the best of the ways that were looked at. */
	exact: boolean;
	/** What a learner is asked whether they know it already: everything that may be needed. */
	asked: (Pick<CatalogueCourse, 'id' | 'title' | 'language' | 'minutes' | 'outcomes'> & {
		known: boolean;
		completed: boolean;
	})[];
}

/**
 * A way to a goal for one learner: the cheapest courses that lead there, by what they know, by their level and language.
 * Two statements.
 *
 * @throws common.invalid_input, credentials.goal_unreachable when no courses lead there
 */
export async function proposePath(db: Db, actor: Actor, input: GoalInput): Promise<Proposal> {
	const goal = validate(goalSchema, input);
	const catalogue = await catalogueOf(db, { user: actor.userId });
	const lessons = catalogue.flatMap(({ rule }) => lessonsIn(rule));
	const ofLesson = new Map(
		(lessons.length ? await lessonsOf(db, { lessons }) : []).map(({ id, course }) => [id, course]),
	);
	const all = [0, 1, 2, 3, 4].map((at) =>
		catalogue.reduce((sum, { stars }) => sum + (stars?.[at] ?? 0), 0),
	) as unknown as Stars;
	const graph = new Map<number, GraphCourse>(
		catalogue.map((course) => [
			course.id,
			{ id: course.id, cost: costOf(course, goal, all), need: needOf(course.rule, course.id, ofLesson) },
		]),
	);
	const byId = new Map(catalogue.map((course) => [course.id, course]));
	const completed = catalogue.filter((course) => course.completed).map(({ id }) => id);
	const known = new Set([...goal.known, ...completed]);
	const need: Need =
		goal.course === undefined
			? {
					any: catalogue
						.filter(({ id, tags }) => tags.includes(goal.tag!) && !known.has(id))
						.map(({ id }) => ({ course: id })),
				}
			: { course: goal.course };
	const plan = planPath(need, graph.values(), known);
	if (!plan || plan.courses.length === 0) throw credentialError('goal_unreachable');
	const inPlan = new Set(plan.courses);
	const courses = plan.courses.map((id) => {
		const course = byId.get(id)!;
		const asks = reachable(
			{ all: graph.get(id)!.need ? [graph.get(id)!.need!] : [] },
			new Map([...graph].map(([key, one]) => [key, { ...one, need: null }])),
		);
		return { ...course, after: [...asks].filter((one) => inPlan.has(one)) };
	});
	// Of what may be asked for, what the way goes through comes first: an answer there changes most.
	const askedIds = [
		...reachable(
			goal.course === undefined ? { all: plan.courses.map((course) => ({ course })) } : need,
			graph,
		),
	];
	const asked = askedIds
		.filter((id) => id !== goal.course)
		.sort((a, b) => Number(inPlan.has(b) || known.has(b)) - Number(inPlan.has(a) || known.has(a)))
		.slice(0, 24)
		.map((id) => {
			const { title, language, minutes, outcomes, completed: done } = byId.get(id)!;
			return {
				id,
				title,
				language,
				minutes,
				outcomes: outcomes.slice(0, 4),
				known: known.has(id),
				completed: done,
			};
		});
	return {
		goal: {
			...(goal.course === undefined ? { tag: goal.tag! } : { course: goal.course }),
			level: goal.level,
			language: goal.language,
			known: [...goal.known],
		},
		courses,
		minutes: courses.reduce((sum, { minutes }) => sum + minutes, 0),
		exact: plan.exact,
		asked,
	};
}

/**
 * Keeps a proposed way as one's own path: a step a course, to be changed as one likes, and followed from now.
 *
 * @returns the path's id
 * @throws as {@link proposePath}; credentials.too_many_paths
 */
export async function keepPath(db: Db, actor: Actor, input: GoalInput & { title?: string }): Promise<number> {
	const { userId } = requireActing(actor);
	const proposal = await proposePath(db, actor, input);
	const last = proposal.courses.at(-1)!;
	return inTransaction(db, async (tx) => {
		const id = await insertPath(tx, userId, {
			title: (input.title?.trim() || (proposal.goal.tag ? `#${proposal.goal.tag}` : last.title)).slice(
				0,
				160,
			),
			summary: '',
			source: '',
			language: proposal.goal.language as 'zh-CN' | 'en',
			certificate: false,
			kind: 'personal',
			goal: proposal.goal,
		});
		await setSteps(
			tx,
			actor,
			id,
			proposal.courses.slice(0, pathLimits.steps).map((course) => ({ title: '', courses: [course.id] })),
		);
		await tx
			.insertInto('path_learners')
			.values({ path_id: id, user_id: userId, started_at: now() })
			.execute();
		return id;
	});
}
