import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Actor } from '../../contracts/actor.ts';
import { at, now } from '../../kernel/clock.ts';
import type { ItemId, LessonId, UserId } from '../../kernel/ids.ts';
import {
	checkIn,
	createCohort,
	joinCohort,
	planEntry,
	publishCohort,
	spreadLessons,
} from '../../modules/cohorts/index.ts';
import { dayIn } from '../../modules/courses/index.ts';
import {
	addFaq,
	askQuestion,
	echoQuestion,
	replyToQuestion,
	setMentorSettings,
	solveQuestion,
} from '../../modules/mentoring/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { People } from './add-people.ts';
import { ago } from './ago.ts';

interface Together {
	mentors: { course: string; handle: string; role: string; tags: string[] }[];
	questions: {
		course: string;
		lesson: number;
		paragraph?: number;
		by: string;
		days_ago: number;
		tag?: string;
		title: string;
		text: string;
		answer?: string;
		after_hours?: number;
		solved?: boolean;
		echo?: string[];
	}[];
	faq: { course: string; question: string; answer: string }[];
	cohorts: {
		course: string;
		author: string;
		name: string;
		text: string;
		starts: number;
		ends: number;
		zone: string;
		seats: number;
		deposit?: { amount: number; currency: 'CNY' };
		rule: { lessons: boolean; checkIns: number; partly?: boolean };
		cards: number;
		groups?: number;
		meetings?: { day: number; time: string; minutes: number; title: string }[];
		members?: { handle: string; days: number[]; words: string[] }[];
	}[];
}

/** What is learnt together in the demo's courses: mentors, questions at lessons, FAQ, and cohorts with their check-ins. */
export async function addTogether(
	tx: Tx,
	dir: string,
	people: People,
	courses: ReadonlyMap<string, ItemId>,
): Promise<void> {
	const before = await tx
		.selectFrom('events')
		.select(({ fn }) => fn.max('id').as('id'))
		.executeTakeFirst();
	const demo = parse(readFileSync(join(dir, 'courses', 'together.yaml'), 'utf8')) as Together;
	const actor = (handle: string): Actor => ({
		userId: people.get(handle) as UserId,
		role: 'member',
		emailVerified: true,
		suspended: false,
		scopes: null,
	});
	for (const { course, handle, role, tags } of demo.mentors) {
		const courseId = courses.get(course);
		if (courseId === undefined || !people.has(handle)) continue;
		await tx
			.insertInto('course_authors')
			.values({ course_id: courseId, user_id: people.get(handle)!, role })
			.execute();
		await setMentorSettings(tx, actor(handle), { tags });
	}
	for (const cohort of demo.cohorts) {
		const courseId = courses.get(cohort.course);
		if (courseId !== undefined && people.has(cohort.author)) await addCohort(tx, courseId, cohort, actor);
	}
	for (const question of demo.questions) {
		const courseId = courses.get(question.course);
		if (courseId !== undefined) await addQuestion(tx, courseId, question, actor);
	}
	for (const { course, question, answer } of demo.faq) {
		const courseId = courses.get(course);
		const owner = courseId && (await ownerOf(tx, courseId));
		if (owner) await addFaq(tx, { ...actor(''), userId: owner }, courseId, { question, source: answer });
	}
	// What happened days ago is told to nobody today.
	await tx
		.deleteFrom('events')
		.where('id', '>', before?.id ?? 0)
		.execute();
}

async function ownerOf(tx: Tx, courseId: ItemId): Promise<UserId | null> {
	const row = await tx.selectFrom('items').select('author_id').where('id', '=', courseId).executeTakeFirst();
	return row?.author_id ?? null;
}

async function addQuestion(
	tx: Tx,
	courseId: ItemId,
	given: Together['questions'][number],
	actor: (handle: string) => Actor,
): Promise<void> {
	const lesson = await tx
		.selectFrom('version_lessons')
		.select('lesson_id')
		.where('course_id', '=', courseId)
		.where('version', '=', 1)
		.where('number', '=', given.lesson)
		.executeTakeFirst();
	if (!lesson) return;
	const moment = ago(given.days_ago);
	const { id } = await at(moment, () =>
		askQuestion(
			tx,
			actor(given.by),
			{ courseId, lessonId: lesson.lesson_id as LessonId },
			{ title: given.title, source: given.text, paragraph: given.paragraph ?? null, tag: given.tag ?? null },
		),
	);
	for (const handle of given.echo ?? []) await at(moment, () => echoQuestion(tx, actor(handle), id, true));
	if (!given.answer) return;
	const { mentor_id } = await tx
		.selectFrom('lesson_questions')
		.select('mentor_id')
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	await at(new Date(moment.getTime() + (given.after_hours ?? 4) * 3_600_000), async () => {
		const post = await replyToQuestion(tx, { ...actor(given.by), userId: mentor_id as UserId }, id, {
			source: given.answer!,
		});
		if (given.solved) await solveQuestion(tx, actor(given.by), id, { postId: post.id });
	});
}

async function addCohort(
	tx: Tx,
	courseId: ItemId,
	given: Together['cohorts'][number],
	actor: (handle: string) => Actor,
): Promise<void> {
	const today = now().getTime();
	const moment = (days: number, hours = 0) => new Date(today + days * 86_400_000 + hours * 3_600_000);
	const day = (days: number) => dayIn(given.zone, moment(days));
	const author = actor(given.author);
	const id = await at(moment(Math.min(given.starts, 0) - 10), async () => {
		const made = await createCohort(tx, author, courseId, {
			name: given.name,
			source: given.text,
			startsOn: day(given.starts),
			endsOn: day(given.ends),
			joinUntil: day(Math.min(given.ends, given.starts + 10)),
			timeZone: given.zone,
			seats: given.seats,
			rule: given.rule,
			makeupCards: given.cards,
			opensCourse: given.deposit !== undefined,
			...(given.deposit ? { deposit: given.deposit.amount, currency: given.deposit.currency } : {}),
			...(given.groups ? { groupsBy: 'even' as const, groups: given.groups } : {}),
		});
		await spreadLessons(tx, author, made.id, { weekdays: [1, 2, 3, 4, 5] });
		for (const { day: on, ...meeting } of given.meetings ?? [])
			await planEntry(tx, author, made.id, { ...meeting, day: day(on) });
		await publishCohort(tx, author, made.id);
		return made.id;
	});
	for (const { handle } of given.members ?? [])
		await at(moment(given.starts - 3), () => joinCohort(tx, actor(handle), id));
	// In the order in which it happened, so that the class's list is.
	const days = (given.members ?? [])
		.flatMap(({ handle, days: done, words }) => done.map((on, n) => ({ handle, on, text: words[n] ?? '…' })))
		.sort((a, b) => a.on - b.on);
	for (const { handle, on, text } of days)
		await at(moment(on), () => checkIn(tx, actor(handle), id, { text }));
}
