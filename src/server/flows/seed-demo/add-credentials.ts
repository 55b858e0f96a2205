import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Actor } from '../../contracts/actor.ts';
import { at } from '../../kernel/clock.ts';
import type { ItemId, UserId } from '../../kernel/ids.ts';
import {
	createPath,
	followPath,
	type Issuer,
	issueForCourse,
	replyToReview,
	setPathStatus,
	setSteps,
	voteHelpful,
	writeReview,
} from '../../modules/credentials/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { People } from './add-people.ts';
import { ago } from './ago.ts';

interface After {
	reviews: {
		course: string;
		by: string;
		days_ago: number;
		rating: number;
		text: string;
		helpful?: string[];
		reply?: string;
	}[];
	programme: {
		author: string;
		language: 'zh-CN' | 'en';
		title: string;
		summary: string;
		text: string;
		steps: { title: string; needed?: number; courses: string[] }[];
		learners: { handle: string; days_ago: number }[];
	};
}

/** Certificates of the courses that were completed, what learners say of them, and a programme. */
export async function addCredentials(
	tx: Tx,
	dir: string,
	people: People,
	courses: ReadonlyMap<string, ItemId>,
	issuer: Issuer,
): Promise<void> {
	const before = await tx
		.selectFrom('events')
		.select(({ fn }) => fn.max('id').as('id'))
		.executeTakeFirst();
	const { reviews, programme } = parse(readFileSync(join(dir, 'courses', 'after.yaml'), 'utf8')) as After;
	const actor = (handle: string): Actor => ({
		userId: people.get(handle) as UserId,
		role: 'member',
		emailVerified: true,
		suspended: false,
		scopes: null,
	});
	const course = (folder: string) => courses.get(folder) as ItemId;

	const completed = await tx
		.selectFrom('enrolments')
		.select(['user_id', 'course_id', 'completed_at'])
		.where('completed_at', 'is not', null)
		.orderBy('completed_at')
		.execute();
	for (const { user_id, course_id, completed_at } of completed)
		await at(completed_at!, () => issueForCourse(tx, issuer, { userId: user_id, courseId: course_id }));

	for (const review of reviews) {
		const { rating, text } = review;
		const id = await at(ago(review.days_ago), () =>
			writeReview(tx, actor(review.by), course(review.course), { rating, source: text }),
		);
		for (const reader of review.helpful ?? []) await voteHelpful(tx, actor(reader), { id, on: true });
		if (!review.reply) continue;
		const author = await tx
			.selectFrom('items')
			.select('author_id')
			.where('id', '=', course(review.course))
			.executeTakeFirstOrThrow();
		const source = review.reply;
		await at(ago(Math.max(0, review.days_ago - 1)), () =>
			replyToReview(tx, { ...actor(review.by), userId: author.author_id as UserId }, { id, source }),
		);
	}

	const { author, title, summary, text, language, steps, learners } = programme;
	const pathId = await createPath(tx, actor(author), { title, summary, source: text, language });
	await setSteps(
		tx,
		actor(author),
		pathId,
		steps.map((step) => ({
			title: step.title,
			needed: step.needed ?? null,
			courses: step.courses.map(course),
		})),
	);
	await setPathStatus(tx, actor(author), pathId, 'published');
	for (const { handle, days_ago } of learners)
		await at(ago(days_ago), () => followPath(tx, actor(handle), pathId, issuer));

	// What happened weeks ago is told to nobody today.
	await tx
		.deleteFrom('events')
		.where('id', '>', before?.id ?? 0)
		.execute();
}
