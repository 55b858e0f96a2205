import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Actor } from '../../contracts/actor.ts';
import { at } from '../../kernel/clock.ts';
import type { ItemId, LessonId, UserId } from '../../kernel/ids.ts';
import {
	calibrate,
	findReviewers,
	handIn,
	type LessonKey,
	markSubmission,
	reviewTask,
	submitReview,
} from '../../modules/assignments/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { People } from './add-people.ts';
import { ago } from './ago.ts';

interface DemoWork {
	course: string;
	by: string;
	days_ago: number;
	text: string;
	marked?: { chosen: number[]; remarks: string[]; comment: string };
	/** Who has reviewed what they were given when this one was in. */
	reviews?: string[];
}

const HOUR = 3_600_000;

/** Works that learners handed in: one marked, one that waits for its mentor, and three that are being reviewed by each other. */
export async function addWork(
	tx: Tx,
	dir: string,
	people: People,
	courses: ReadonlyMap<string, ItemId>,
): Promise<void> {
	const works = parse(readFileSync(join(dir, 'courses', 'work.yaml'), 'utf8')) as DemoWork[];
	const actor = (userId: UserId): Actor => ({
		userId,
		role: 'member',
		emailVerified: true,
		suspended: false,
		scopes: null,
	});
	for (const work of works) {
		const courseId = courses.get(work.course);
		const userId = people.get(work.by);
		if (courseId === undefined || userId === undefined) continue;
		const lesson = await tx
			.selectFrom('lessons as l')
			.innerJoin('items as i', 'i.id', 'l.course_id')
			.select(['l.id', 'i.author_id'])
			.where('l.course_id', '=', courseId)
			.where('l.kind', '=', 'assignment')
			.executeTakeFirst();
		if (!lesson) continue;
		const key: LessonKey = { courseId, lessonId: lesson.id as LessonId };
		const moment = ago(work.days_ago);
		const { id } = await at(moment, () => handIn(tx, actor(userId), key, { source: work.text }));
		const { marked } = work;
		if (marked && lesson.author_id !== null) {
			const author = actor(lesson.author_id);
			await at(new Date(moment.getTime() + 20 * HOUR), () => markSubmission(tx, author, id, marked));
		}
		if (!work.reviews) continue;
		await at(new Date(moment.getTime() + HOUR), () => findReviewers(tx));
		for (const handle of work.reviews) {
			const reviewer = people.get(handle);
			if (reviewer !== undefined)
				await at(new Date(moment.getTime() + 5 * HOUR), () => review(tx, actor(reviewer), key));
		}
	}
}

/** Marks the samples as a careful learner would, and what was given, in good words. */
async function review(tx: Tx, who: Actor, key: LessonKey): Promise<void> {
	const chosen = [
		[0, 0, 0],
		[2, 1, 1],
	];
	for (;;) {
		const { task, rubric, samples } = await reviewTask(tx, who, key);
		if (task === null) return;
		if (task.kind === 'sample')
			await calibrate(tx, who, key, task.key, { chosen: chosen[samples.done] ?? rubric.map(() => 0) });
		else
			await submitReview(tx, who, task.id, {
				chosen: [0, 0, 0],
				remarks: ['数字给得很清楚。', '', ''],
				comment: '照着做了一遍，能复现。可以再写一句 PostgreSQL 的版本。',
			});
	}
}
