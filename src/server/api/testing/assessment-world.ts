import type { SpaceId } from '../../kernel/ids.ts';
import {
	addQuestions,
	beginAttempt,
	setExercise,
	setQuiz,
	submitAttempt,
} from '../../modules/assessments/index.ts';
import { submitVersion } from '../../modules/courses/index.ts';
import { aCourse } from '../../modules/courses/testing.ts';
import type { PersonBuilt } from '../../modules/items/testing.ts';
import type { Db } from '../../platform/db/index.ts';

/** A course of `author` in the private space with a quiz and an exercise; `member` has a card to review and an open attempt. */
export async function buildAssessments(
	db: Db,
	{ author, member, spaceId }: { author: PersonBuilt; member: PersonBuilt; spaceId: SpaceId },
) {
	const { id, lessons } = await aCourse(db, {
		author,
		spaceId,
		publish: false,
		lessons: [
			{ kind: 'quiz', title: 'Quiz', source: '' },
			{ kind: 'exercise', title: 'Exercise', source: '' },
			{ kind: 'quiz', title: 'By hand', source: '' },
		],
	});
	const [quiz, exercise, hand] = lessons as [number, number, number];
	const key = { courseId: id, lessonId: quiz };
	const [question] = await addQuestions(db, author.actor, id, {
		source:
			'How much is 2 + 2?\n- (x) 4\n- ( ) 5\n---\nPut in order:\n1. one\n2. two\n---\nWater is wet.\n= true',
		topic: 'sums',
	});
	await addQuestions(db, author.actor, id, { source: 'Why is it slow?\n=', topic: 'open' });
	const handKey = { courseId: id, lessonId: hand };
	await setQuiz(db, author.actor, handKey, { topic: 'open' });
	await setQuiz(db, author.actor, key, { passMark: 0.9, topic: 'sums' });
	await setExercise(
		db,
		author.actor,
		{ courseId: id, lessonId: exercise },
		{
			language: 'javascript',
			cases: [
				{ call: 'add(1, 2)', expects: '3' },
				{ call: 'add(2, 2)', expects: '4', hidden: true },
			],
		},
	);
	await submitVersion(db, author.actor, id);
	await beginAttempt(db, member.actor, key);
	await submitAttempt(db, member.actor, key);
	await beginAttempt(db, member.actor, key);
	await beginAttempt(db, member.actor, handKey);
	const waiting = await submitAttempt(db, member.actor, handKey, new Map([[0, ['It reads all of it.']]]));
	const card = await db
		.selectFrom('review_cards')
		.select('id')
		.where('user_id', '=', member.id)
		.orderBy('id')
		.executeTakeFirstOrThrow();
	return { id, quiz, exercise, question: question!, card: card.id, waiting: waiting.id };
}
