import { afterEach, expect, test } from 'vitest';
import { now, travel } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { recordProgress } from '../courses/index.ts';
import { aCourse, type CourseBuilt, readWhole } from '../courses/testing.ts';
import { anEntitlement, anItem, aPerson, aReply, type PersonBuilt, theTags } from '../items/testing.ts';
import {
	addFaq,
	askQuestion,
	assignQuestion,
	dropFaq,
	echoQuestion,
	listCourseQuestions,
	listFaq,
	listLessonQuestions,
	MOST_WAITING,
	moveFaq,
	passQuestion,
	questionsOnLesson,
	readBoard,
	readDesk,
	readMentorSettings,
	readQuestion,
	replyToQuestion,
	rewritePost,
	setMentorSettings,
	solveQuestion,
	takeQuestion,
	withdrawQuestion,
} from './index.ts';

const { db } = await testDatabase();
const code = (promise: Promise<unknown>) =>
	promise.then(
		() => 'no refusal',
		(error) => (error instanceof AppError ? error.code : error),
	);
const words = { title: 'Why is it locked?', source: 'The second paragraph says so, but I do not see why.' };
afterEach(() => travel(0));

async function named(
	course: CourseBuilt,
	role: 'author' | 'editor' | 'mentor' | 'reviewer',
	person?: PersonBuilt,
) {
	const one = person ?? (await aPerson(db));
	await db.insertInto('course_authors').values({ course_id: course.id, user_id: one.id, role }).execute();
	return one;
}
const ask = (by: PersonBuilt, course: CourseBuilt, given: object = {}, lesson = 0) =>
	askQuestion(
		db,
		by.actor,
		{ courseId: course.id, lessonId: course.lessons[lesson]! },
		{ ...words, ...given },
	);
const mentorOf = async (id: number) =>
	(await db.selectFrom('lesson_questions').select('mentor_id').where('id', '=', id).executeTakeFirstOrThrow())
		.mentor_id;

test('a question at a paragraph goes to the mentor, is answered, asked back and solved', async () => {
	const course = await aCourse(db);
	const [mentor, asker] = [await named(course, 'mentor'), await aPerson(db)];
	const { id } = await ask(asker, course, { paragraph: '2', quote: 'Paragraph 2' });
	expect(await mentorOf(id)).toBe(mentor.id);
	let read = await readQuestion(db, asker.actor, id);
	expect([read.status, read.paragraph, read.quote, read.answers.length]).toEqual([
		'waiting',
		2,
		'Paragraph 2',
		0,
	]);

	travel(3_600_000);
	const { id: postId, role } = await replyToQuestion(db, mentor.actor, id, {
		source: 'Because of the reader.',
	});
	expect(role).toBe('answer');
	travel(7_200_000);
	expect((await replyToQuestion(db, asker.actor, id, { source: 'And with two readers?' })).role).toBe(
		'followup',
	);
	read = await readQuestion(db, mentor.actor, id);
	expect([read.status, read.waitingSince !== null, read.can.answer]).toEqual(['waiting', true, true]);
	expect(read.firstAnswerAt!.getTime() - read.askedAt.getTime()).toBeGreaterThanOrEqual(3_590_000);
	await replyToQuestion(db, mentor.actor, id, { source: 'They wait for each other.' });

	expect(await code(solveQuestion(db, mentor.actor, id, { postId }))).toBe('mentoring.not_the_asker');
	await solveQuestion(db, asker.actor, id, { postId });
	read = await readQuestion(db, asker.actor, id);
	expect([read.status, read.answers.map(({ solved }) => solved)]).toEqual(['solved', [true, false, false]]);
});

test('a post is written anew by who wrote it only, and shows that it was edited', async () => {
	const course = await aCourse(db);
	const [mentor, asker] = [await named(course, 'mentor'), await aPerson(db)];
	const { id } = await ask(asker, course);
	const { id: postId } = await replyToQuestion(db, mentor.actor, id, { source: 'Because of the writer.' });
	const post = async () => (await readQuestion(db, asker.actor, id)).answers[0]!;
	expect(await post()).toMatchObject({ editedAt: null });
	expect(await code(rewritePost(db, asker.actor, postId, { source: 'Because I say so.' }))).toBe(
		'mentoring.post_not_found',
	);
	expect(await code(rewritePost(db, mentor.actor, postId, { source: ' ' }))).toBe('common.invalid_input');
	travel(60_000);
	await rewritePost(db, mentor.actor, postId, { source: 'Because of the *reader*.' });
	expect(await post()).toMatchObject({ source: 'Because of the *reader*.', editedAt: expect.any(Date) });
	expect((await post()).html).toContain('<em>reader</em>');
	// Who may not open the lesson any more does not write there.
	await db.updateTable('items').set({ access: 'paid' }).where('id', '=', course.id).execute();
	await db.deleteFrom('course_authors').where('course_id', '=', course.id).execute();
	expect(await code(rewritePost(db, mentor.actor, postId, { source: 'Once more.' }))).toBe(
		'mentoring.question_not_found',
	);
});

test('who may not open the lesson sees nothing: neither list, nor question, nor may they ask or write', async () => {
	const course = await aCourse(db, {
		access: 'paid',
		lessons: [{}, { preview: true }, { rule: null, dripDays: 3 }],
	});
	const [buyer, stranger] = [await aPerson(db), await aPerson(db)];
	await anEntitlement(db, { userId: buyer.id, itemId: course.id });
	const { id } = await ask(buyer, course);
	const key = { courseId: course.id, lessonId: course.lessons[0]! };
	expect(await code(readQuestion(db, stranger.actor, id))).toBe('mentoring.question_not_found');
	expect(await code(replyToQuestion(db, stranger.actor, id, { source: 'Let me in' }))).toBe(
		'mentoring.question_not_found',
	);
	expect(await code(echoQuestion(db, stranger.actor, id, true))).toBe('mentoring.question_not_found');
	expect(await code(ask(stranger, course))).toBe('courses.held');
	expect(await code(listLessonQuestions(db, stranger.actor, key))).toBe('courses.lesson_not_found');
	expect((await listCourseQuestions(db, stranger.actor, course.id)).items).toEqual([]);
	expect((await listCourseQuestions(db, buyer.actor, course.id)).items.map((one) => one.id)).toEqual([id]);
	// A preview is open to everybody who is signed in; a lesson that opens later to nobody but its makers.
	const open = await ask(stranger, course, {}, 1);
	expect((await readQuestion(db, buyer.actor, open.id)).title).toBe(words.title);
	expect(await code(ask(buyer, course, {}, 2))).toMatch(/^courses\.(not_yet|not_enrolled)$/);
	expect((await listCourseQuestions(db, course.author.actor, course.id)).items).toHaveLength(2);
	// What is taken away is closed again, also to who asked.
	await db
		.updateTable('entitlements')
		.set({ revoked_at: new Date() })
		.where('user_id', '=', buyer.id)
		.execute();
	expect(await code(readQuestion(db, buyer.actor, id))).toBe('mentoring.question_not_found');
});

test('a question goes to whoever has the least waiting of those who know its tag', async () => {
	const [rust, queries] = (await theTags(db, ['rust', 'sql'])) as [number, number];
	const course = await aCourse(db);
	for (const tag_id of [rust, queries])
		await db.insertInto('item_tags').values({ item_id: course.id, tag_id }).execute();
	const [idle, busy, answerer] = [
		await named(course, 'mentor'),
		await named(course, 'mentor'),
		await named(course, 'editor'),
	];
	await setMentorSettings(db, busy.actor, { tags: ['#rust'] });
	expect(await readMentorSettings(db, busy.id)).toEqual({ tags: ['rust'], awayUntil: null });
	// The editor knows SQL by answers of theirs that others found good.
	const item = await anItem(db, { kind: 'question' });
	await db
		.insertInto('item_tags')
		.values({ item_id: item.id, tag_id: queries })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	const reply = await aReply(db, { itemId: item.id, kind: 'answer', authorId: answerer.id });
	await db.updateTable('replies').set({ score: 3 }).where('id', '=', reply.id).execute();

	const asker = await aPerson(db);
	for (let n = 0; n < 3; n++)
		expect(await mentorOf((await ask(asker, course, { tag: 'rust' })).id)).toBe(busy.id);
	expect(await mentorOf((await ask(asker, course, { tag: 'sql' })).id)).toBe(answerer.id);
	// Without a tag both who know one of the course's are asked: the less loaded first.
	expect(await mentorOf((await ask(asker, course)).id)).toBe(answerer.id);
	// Away and suspended people get none; then it goes to who is left, though they are not known to know it.
	await setMentorSettings(db, busy.actor, { tags: ['rust'], awayUntil: '2999-01-01' });
	await db
		.insertInto('suspensions')
		.values({ user_id: answerer.id, reason: 'test', starts_at: new Date() })
		.execute();
	expect(await mentorOf((await ask(asker, course, { tag: 'rust' })).id)).toBe(idle.id);
	expect(await code(ask(asker, course, { tag: 'cooking' }))).toBe('mentoring.tag_unknown');
});

test('fifty who ask at once are spread evenly over the mentors', async () => {
	const course = await aCourse(db);
	const mentors = [
		await named(course, 'mentor'),
		await named(course, 'mentor'),
		await named(course, 'mentor'),
	];
	const askers = await Promise.all(Array.from({ length: 50 }, () => aPerson(db)));
	const asked = await Promise.all(askers.map((one) => ask(one, course)));
	const got = await Promise.all(asked.map(({ id }) => mentorOf(id)));
	const counts = mentors.map(({ id }) => got.filter((one) => one === id).length).sort();
	expect(counts).toEqual([16, 17, 17]);
});

test('the owner answers where nobody else does, and nobody is asked their own question', async () => {
	const course = await aCourse(db);
	const asker = await aPerson(db);
	expect(await mentorOf((await ask(asker, course)).id)).toBe(course.author.id);
	const mentor = await named(course, 'mentor');
	await named(course, 'reviewer');
	expect(await mentorOf((await ask(asker, course)).id)).toBe(mentor.id);
	// A mentor who asks is answered by the owner.
	expect(await mentorOf((await ask(mentor, course)).id)).toBe(course.author.id);
	expect(await mentorOf((await ask(course.author, course)).id)).toBe(mentor.id);
});

test('a mentor takes, passes on and gives to another by name; strangers to the course do not', async () => {
	const course = await aCourse(db);
	const [one, two, asker] = [await named(course, 'mentor'), await named(course, 'mentor'), await aPerson(db)];
	const { id } = await ask(asker, course);
	expect(await mentorOf(id)).toBe(one.id);
	await takeQuestion(db, two.actor, id);
	expect([await mentorOf(id), (await readQuestion(db, two.actor, id)).takenAt !== null]).toEqual([
		two.id,
		true,
	]);
	expect(await code(assignQuestion(db, one.actor, id, { handle: one.handle }))).toBe(
		'mentoring.not_a_mentor',
	);
	const passed = await passQuestion(db, two.actor, id, { note: 'Not my field' });
	expect(passed.mentorId).toBe(one.id);
	expect(await code(passQuestion(db, asker.actor, id))).toBe('mentoring.not_a_mentor');
	await assignQuestion(db, course.author.actor, id, { handle: `@${two.handle}` });
	const moves = (await readQuestion(db, one.actor, id)).moves.map(({ how, note }) => [how, note]);
	expect(moves).toEqual([
		['assigned', ''],
		['passed', 'Not my field'],
		['taken', ''],
		['routed', ''],
	]);
	expect((await readQuestion(db, asker.actor, id)).moves).toEqual([]);
	for (const handle of [asker.handle, 'nobody-of-this-name', (await named(course, 'reviewer')).handle])
		expect(await code(assignQuestion(db, course.author.actor, id, { handle }))).toBe(
			'mentoring.person_unknown',
		);
	await replyToQuestion(db, two.actor, id, { source: 'There you are.' });
	expect(await code(passQuestion(db, two.actor, id))).toBe('mentoring.wrong_status');
	// One mentor and the owner are no help to each other when both are away.
	const alone = await aCourse(db);
	const lonely = await ask(asker, alone);
	expect(await code(passQuestion(db, alone.author.actor, lonely.id))).toBe('mentoring.nobody_else');
});

test('learners see the questions of others at their paragraph, also after the text has moved', async () => {
	const course = await aCourse(db);
	const asker = await aPerson(db);
	await ask(asker, course, { paragraph: 3 });
	await ask(asker, course, { paragraph: 99_999 });
	const row = await db
		.selectFrom('lesson_revisions')
		.select('paragraphs')
		.where('lesson_id', '=', course.lessons[0]!)
		.executeTakeFirstOrThrow();
	const lesson = { id: course.lessons[0]!, paragraphs: row.paragraphs };
	expect((await questionsOnLesson(db, lesson)).items.map(({ paragraph }) => paragraph)).toEqual([4, 3]);
	const moved = { ...lesson, paragraphs: ['new', ...row.paragraphs] };
	expect((await questionsOnLesson(db, moved)).items.map(({ paragraph }) => paragraph)).toEqual([5, 4]);
	const first = await questionsOnLesson(db, lesson, { limit: 1 });
	expect([first.items.length, first.next !== null]).toEqual([1, true]);
	expect((await questionsOnLesson(db, lesson, { cursor: first.next })).items).toHaveLength(1);
});

test('others who wonder count once each; what was withdrawn is gone for them', async () => {
	const course = await aCourse(db);
	const [asker, other] = [await aPerson(db), await aPerson(db)];
	const { id } = await ask(asker, course);
	await Promise.all(Array.from({ length: 8 }, () => echoQuestion(db, other.actor, id, true)));
	expect((await readQuestion(db, other.actor, id)).echoes).toBe(1);
	await echoQuestion(db, other.actor, id, false);
	await echoQuestion(db, other.actor, id, false);
	expect((await readQuestion(db, other.actor, id)).echoes).toBe(0);
	expect(await code(echoQuestion(db, asker.actor, id, true))).toBe('mentoring.own_question');
	expect((await replyToQuestion(db, other.actor, id, { source: 'I think it is the index.' })).role).toBe(
		'remark',
	);
	expect((await readQuestion(db, asker.actor, id)).status).toBe('waiting');
	expect(await code(withdrawQuestion(db, other.actor, id))).toBe('mentoring.not_the_asker');
	await withdrawQuestion(db, asker.actor, id);
	expect(await code(readQuestion(db, other.actor, id))).toBe('mentoring.question_not_found');
	expect((await listCourseQuestions(db, other.actor, course.id)).items).toEqual([]);
	expect(await code(replyToQuestion(db, asker.actor, id, { source: 'Still there?' }))).toBe(
		'mentoring.wrong_status',
	);
});

test('bad input is refused with the field that is wrong, and nobody floods a course', async () => {
	const course = await aCourse(db);
	const asker = await aPerson(db);
	const field = (given: object) =>
		ask(asker, course, given).then(
			() => 'no refusal',
			(error: AppError) => Object.entries(error.fields)[0]?.join(' '),
		);
	expect(await field({ title: 'Hm' })).toBe('title mentoring.title_short');
	expect(await field({ title: 'x'.repeat(151) })).toBe('title mentoring.title_long');
	expect(await field({ source: 'why' })).toBe('source mentoring.text_short');
	expect(await field({ source: `a text with \0 in it` })).toBe('source common.bad_value');
	expect(await field({ paragraph: -1 })).toBe('paragraph common.bad_value');
	expect(await field({ paragraph: 1, second: 2 })).toBe('second common.bad_value');
	expect(await code(askQuestion(db, asker.actor, { courseId: course.id, lessonId: 1e9 }, words))).toBe(
		'courses.lesson_not_found',
	);
	const unverified = await aPerson(db, { emailVerified: false });
	expect(await code(ask(unverified, course))).toBe('accounts.email_not_verified');
	const done = await Promise.all(Array.from({ length: MOST_WAITING + 5 }, () => code(ask(asker, course))));
	expect(done.filter((one) => one === 'mentoring.too_many_waiting')).toHaveLength(5);
	const { html } = await readQuestion(
		db,
		asker.actor,
		(await listCourseQuestions(db, asker.actor, course.id)).items[0]!.id,
	);
	expect(html).toContain('<p>');
});

test('the FAQ is read by everybody and says nothing of what is sold', async () => {
	const secret =
		'The one trick that nobody tells is to keep the queue in a table and to lock its rows with skip locked.';
	const course = await aCourse(db, {
		access: 'paid',
		lessons: [
			{ source: `Intro.\n\n${secret}\n\nMore.` },
			{ preview: true, source: 'A preview that everybody may quote: indexes serve the order of the list.' },
		],
	});
	const [mentor, buyer] = [await named(course, 'mentor'), await aPerson(db)];
	await anEntitlement(db, { userId: buyer.id, itemId: course.id });
	const { id } = await ask(buyer, course);
	const add = (given: object) =>
		addFaq(db, mentor.actor, course.id, {
			question: 'Do I need a queue server?',
			source: 'No. A table does.',
			...given,
		});
	expect(await code(add({ source: `As the lesson says: ${secret.toUpperCase().replace(/ /g, '  ')}` }))).toBe(
		'mentoring.faq_leaks',
	);
	expect(
		await code(
			add({ source: 'Yes: indexes serve the order of the list, a preview that everybody may quote.' }),
		),
	).toBe('no refusal');
	await add({ questionId: id });
	expect(await code(add({ questionId: id }))).toBe('mentoring.faq_twice');
	expect(await code(addFaq(db, buyer.actor, course.id, { question: 'May I?', source: 'No.' }))).toBe(
		'common.forbidden',
	);
	const other = await aCourse(db, { author: course.author });
	const foreign = await ask(buyer, other);
	expect(await code(add({ questionId: foreign.id }))).toBe('mentoring.question_not_found');
	let entries = await listFaq(db, course.id);
	expect(entries.map(({ questionId }) => questionId)).toEqual([null, id]);
	await moveFaq(db, mentor.actor, course.id, entries[1]!.id, 'up');
	await moveFaq(db, mentor.actor, course.id, entries[1]!.id, 'up');
	entries = await listFaq(db, course.id);
	expect(entries.map(({ questionId }) => questionId)).toEqual([id, null]);
	await dropFaq(db, mentor.actor, course.id, entries[0]!.id);
	expect(await code(dropFaq(db, mentor.actor, course.id, entries[0]!.id))).toBe('mentoring.faq_not_found');
	expect(await listFaq(db, course.id)).toHaveLength(1);
});

test('the board says what waits, since when, and how long first answers took', async () => {
	const course = await aCourse(db);
	const [one, two, asker] = [await named(course, 'mentor'), await named(course, 'mentor'), await aPerson(db)];
	const started = now().getTime();
	const ids: number[] = [];
	for (let n = 0; n < 4; n++) ids.push((await ask(asker, course)).id);
	// First answers after one, three and eight hours; one waits.
	for (const [at, hours] of [1, 3, 8].entries()) {
		travel(hours * 3_600_000);
		const mentor = (await mentorOf(ids[at]!)) === one.id ? one : two;
		await replyToQuestion(db, mentor.actor, ids[at]!, { source: 'An answer.' });
	}
	const board = await readBoard(db, one.actor, course.id);
	expect([board.open, board.asked, board.answered]).toEqual([1, 4, 3]);
	expect(Math.round(board.median! / 3600)).toBe(3);
	expect(Math.abs(board.oldest!.getTime() - started)).toBeLessThan(60_000);
	expect(board.waiting.map(({ id }) => id)).toEqual([ids[3]]);
	expect(board.mentors.map(({ asked }) => asked).sort()).toEqual([0, 2, 2]);
	expect(board.weeks).toHaveLength(12);
	expect(board.weeks.at(-1)!.asked + board.weeks.at(-2)!.asked).toBe(4);
	expect(await code(readBoard(db, asker.actor, course.id))).toBe('common.forbidden');
	const desk = await readDesk(db, (await mentorOf(ids[3]!)) === one.id ? one.actor : two.actor);
	expect(desk.lists.find(({ name }) => name === 'questions')).toMatchObject({
		count: 1,
		rows: [{ title: words.title }],
	});
});

test('who asks back of what is nobody’s is given a mentor', async () => {
	const course = await aCourse(db);
	const [mentor, asker] = [await named(course, 'mentor'), await aPerson(db)];
	const { id } = await ask(asker, course);
	await replyToQuestion(db, mentor.actor, id, { source: 'An answer.' });
	await db.updateTable('lesson_questions').set({ mentor_id: null }).where('id', '=', id).execute();
	await recordProgress(db, asker.actor, { reports: [readWhole(course.lessons[0]!)] });
	await replyToQuestion(db, asker.actor, id, { source: 'And then?' });
	expect(await mentorOf(id)).toBe(mentor.id);
});
