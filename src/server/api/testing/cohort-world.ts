import { createCohort, joinCohort, publishCohort } from '../../modules/cohorts/index.ts';
import { aDay, addDays } from '../../modules/cohorts/testing.ts';
import { aCourse } from '../../modules/courses/testing.ts';
import type { PersonBuilt } from '../../modules/items/testing.ts';
import { addFaq, askQuestion, replyToQuestion } from '../../modules/mentoring/index.ts';
import type { Db } from '../../platform/db/index.ts';

/**
 * A free course of `author` in the private space with a cohort that runs and `member` is in, one that can be joined, a draft,
 * a question of `member` at its lesson, and an entry of its FAQ. `helper` is one of its mentors.
 */
export async function buildCohorts(
	db: Db,
	{
		author,
		member,
		spaceId,
		helper,
	}: { author: PersonBuilt; member: PersonBuilt; spaceId: number; helper: PersonBuilt },
) {
	const course = await aCourse(db, { author, spaceId, lessons: [{}] });
	const today = aDay();
	const make = async (name: string, publish = true) => {
		const { id } = await createCohort(db, author.actor, course.id, {
			name,
			startsOn: addDays(today, -3),
			endsOn: addDays(today, 10),
			joinUntil: addDays(today, 5),
			timeZone: 'UTC',
			seats: 20,
			makeupCards: 2,
		});
		if (publish) await publishCohort(db, author.actor, id);
		return id;
	};
	const [running, open, draft] = [await make('Running'), await make('Open'), await make('Draft', false)];
	await joinCohort(db, member.actor, running);
	const { id: question } = await askQuestion(
		db,
		member.actor,
		{ courseId: course.id, lessonId: course.lessons[0]! },
		{ title: 'Why is it locked?', source: 'I do not see why it is.' },
	);
	const { id: answered } = await askQuestion(
		db,
		member.actor,
		{ courseId: course.id, lessonId: course.lessons[0]! },
		{ title: 'And who unlocks it?', source: 'I do not see who does.' },
	);
	const { id: post } = await replyToQuestion(db, author.actor, answered, { source: 'The next one.' });
	const { id: faq } = await addFaq(db, author.actor, course.id, { question: 'Is it hard?', source: 'No.' });
	await db
		.insertInto('course_authors')
		.values({ course_id: course.id, user_id: helper.id, role: 'mentor' })
		.execute();
	return {
		course: course.id,
		lesson: course.lessons[0]!,
		running,
		open,
		draft,
		question,
		post,
		faq,
		helper: helper.handle,
		missed: addDays(today, -2),
		ends: addDays(today, 10),
		starts: addDays(today, -3),
	};
}
