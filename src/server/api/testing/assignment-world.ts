import type { LessonId, SpaceId } from '../../kernel/ids.ts';
import {
	attachFile,
	findReviewers,
	handIn,
	readRubric,
	saveDraft,
	setAssignment,
	submitReview,
} from '../../modules/assignments/index.ts';
import { submitVersion } from '../../modules/courses/index.ts';
import { aCourse } from '../../modules/courses/testing.ts';
import { aPerson, type PersonBuilt } from '../../modules/items/testing.ts';
import type { Db } from '../../platform/db/index.ts';

async function aFile(db: Db, owner: PersonBuilt, letter: string): Promise<number> {
	const { id } = await db
		.insertInto('media')
		.values({
			owner_id: owner.id,
			token: letter.repeat(26),
			purpose: 'file',
			kind: 'file',
			status: 'ready',
			name: 'work.pdf',
			mime: 'application/pdf',
			bytes: 1000,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/**
 * A course of `author` in the private space with assignments, at each of which `member` stands elsewhere: a draft; handed
 * in; a sample to mark; a work to review; marked by others.
 */
export async function buildAssignments(
	db: Db,
	{ author, member, spaceId }: { author: PersonBuilt; member: PersonBuilt; spaceId: SpaceId },
) {
	const titles = ['draft', 'waiting', 'sample', 'review', 'judged'] as const;
	const { id, lessons } = await aCourse(db, {
		author,
		spaceId,
		publish: false,
		lessons: titles.map((title) => ({ kind: 'assignment', title, source: 'Write it.' })),
	});
	const at = Object.fromEntries(titles.map((title, n) => [title, lessons[n]])) as Record<
		(typeof titles)[number],
		LessonId
	>;
	const key = (lessonId: LessonId) => ({ courseId: id, lessonId });
	const rubric = readRubric('# Answers it\n- 4 Whole\n- 0 Not yet\n\n# Shows how\n- 2 Yes\n- 0 No');
	const sample = { title: 'Fair', source: 'A sample', chosen: [0, 1], comment: 'It does.' };
	await setAssignment(db, author.actor, key(at.draft), { rubric, mostFiles: 2 });
	await setAssignment(db, author.actor, key(at.waiting), { rubric });
	await setAssignment(db, author.actor, key(at.sample), { rubric, reviews: 1, samples: [sample] });
	for (const lessonId of [at.review, at.judged])
		await setAssignment(db, author.actor, key(lessonId), { rubric, reviews: 1, dueDays: 30 });
	await submitVersion(db, author.actor, id);

	const other = await aPerson(db);
	await db
		.insertInto('space_members')
		.values({ space_id: spaceId, user_id: other.id, role: 'member' })
		.execute();
	const [held, free] = [await aFile(db, member, 'd'), await aFile(db, member, 'e')];
	await saveDraft(db, member.actor, key(at.draft), { source: 'What I found.' });
	await attachFile(db, member.actor, key(at.draft), held);
	const work = await handIn(db, member.actor, key(at.waiting), { source: 'All of it.' });
	const judged = await handIn(db, member.actor, key(at.judged), { source: 'Judge me.' });
	for (const lessonId of [at.sample, at.review])
		await handIn(db, member.actor, key(lessonId), { source: 'Mine.' });
	for (const lessonId of [at.sample, at.review, at.judged])
		await handIn(db, other.actor, key(lessonId), { source: 'Another.' });
	await findReviewers(db);
	const reviewOf = async (lessonId: LessonId, who: PersonBuilt) =>
		(
			await db
				.selectFrom('peer_reviews')
				.select('id')
				.where('lesson_id', '=', lessonId)
				.where('reviewer_id', '=', who.id)
				.executeTakeFirstOrThrow()
		).id;
	const received = await reviewOf(at.judged, other);
	for (const who of [member, other])
		await submitReview(db, who.actor, await reviewOf(at.judged, who), { chosen: [0, 0], comment: 'Yes.' });
	const { samples } = await db
		.selectFrom('assignments')
		.select('samples')
		.where('course_id', '=', id)
		.where('samples', '<>', '[]')
		.executeTakeFirstOrThrow();
	return {
		id,
		learner: member.handle,
		at,
		files: { held, free },
		work: work.id,
		judged: judged.id,
		review: await reviewOf(at.review, member),
		received,
		sampleKey: (samples as unknown as { key: string }[])[0]!.key,
	};
}
