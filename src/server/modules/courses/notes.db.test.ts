import { expect, test } from 'vitest';
import { testDatabase, watch } from '../../platform/db/testing.ts';
import { aPerson } from '../items/testing.ts';
import {
	chooseVersion,
	dropNote,
	enrol,
	exportNotes,
	listNotes,
	notesOnLesson,
	placeOfNote,
	readLesson,
	rewriteNote,
	saveLesson,
	submitVersion,
	takeNote,
} from './index.ts';
import { aCourse } from './testing.ts';

const { db } = await testDatabase();
const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error) => error.code,
	);

test('a note finds its paragraph again when another version puts one before it', async () => {
	const { id, author, lessons } = await aCourse(db, { lessons: [{ source: 'One.\n\nTwo.\n\nThree.' }] });
	const key = { courseId: id, lessonId: lessons[0]! };
	const learner = await aPerson(db);
	await enrol(db, learner.actor, id);
	await takeNote(db, learner.actor, { lessonId: key.lessonId, paragraph: 1, quote: 'Two', source: 'Mine.' });
	await saveLesson(db, author.actor, key, { title: 'Lesson 1', source: 'Zero.\n\nOne.\n\nTwo.\n\nThree.' });
	await submitVersion(db, author.actor, id);
	const shown = async () => {
		const page = await readLesson(db, learner.actor, key);
		return (await notesOnLesson(db, learner.id, page!.lesson)).map(({ paragraph }) => paragraph);
	};
	expect(await shown()).toEqual([1]);
	await chooseVersion(db, learner.actor, { courseId: id, version: 2 });
	expect(await shown()).toEqual([2]);
});

test('the nearest of several same paragraphs is meant, and one that is gone leaves its note within the text', () => {
	expect(placeOfNote({ paragraph: 5, hash: 'a' }, ['a', 'b', 'c', 'd', 'a', 'x'])).toBe(4);
	expect(placeOfNote({ paragraph: 5, hash: 'gone' }, ['a', 'b'])).toBe(1);
	expect(placeOfNote({ paragraph: null, hash: null }, ['a'])).toBeNull();
});

test('notes are their own: taken where the lesson is open, seen and changed by nobody else, found in one statement', async () => {
	const { lessons } = await aCourse(db, { access: 'paid', lessons: [{ preview: true }, {}] });
	const [free, paid] = lessons as [number, number];
	const [one, other] = [await aPerson(db), await aPerson(db)];
	expect(await codeOf(takeNote(db, one.actor, { lessonId: paid, source: 'Not mine to read.' }))).toBe(
		'courses.lesson_not_found',
	);
	expect(await codeOf(takeNote(db, one.actor, { lessonId: free, source: ' ' }))).toBe('common.invalid_input');
	expect(
		await codeOf(takeNote(db, one.actor, { lessonId: free, paragraph: 1, second: 2, source: 'x' })),
	).toBe('common.invalid_input');
	const { id } = await takeNote(db, one.actor, { lessonId: free, second: 83, source: 'A thought.' });
	expect(await codeOf(rewriteNote(db, other.actor, id, { source: 'Taken over.' }))).toBe(
		'courses.note_not_found',
	);
	expect(await codeOf(dropNote(db, other.actor, id))).toBe('courses.note_not_found');
	expect(await codeOf(rewriteNote(db, one.actor, id, { source: '' }))).toBe('courses.note_empty');
	await rewriteNote(db, one.actor, id, { source: 'A better thought.' });
	const { result, statements } = await watch(db, (watched) => listNotes(watched, one.id));
	expect(statements).toBe(1);
	expect(result.items.map(({ source, second }) => [source, second])).toEqual([['A better thought.', 83]]);
	expect((await listNotes(db, other.id)).items).toEqual([]);
	await dropNote(db, one.actor, id);
	expect((await listNotes(db, one.id)).items).toEqual([]);
});

test('notes are taken along as Markdown, in the order of the course and of the text', async () => {
	const { id, lessons } = await aCourse(db, {
		title: 'A [course]',
		lessons: [{ title: 'First' }, { title: 'Second' }],
	});
	const learner = await aPerson(db);
	await enrol(db, learner.actor, id);
	const take = (at: number, paragraph: number, quote: string, source: string) =>
		takeNote(db, learner.actor, { lessonId: lessons[at]!, paragraph, quote, source });
	await take(1, 0, '', 'On the second.');
	await take(0, 3, 'marked\ntwice', 'Later.');
	await take(0, 1, 'early', '');
	const text = await exportNotes(db, learner.id, 'https://stoa.example');
	expect(text.replace(/\d{4}-\d\d-\d\d/g, 'DAY')).toBe(
		[
			'# A \\[course\\]\n',
			`## [First](https://stoa.example/courses/${id}/lessons/${lessons[0]})\n`,
			'> early\n',
			`[DAY](https://stoa.example/courses/${id}/lessons/${lessons[0]}#p1)\n`,
			'> marked\n> twice\n',
			'Later.\n',
			`[DAY](https://stoa.example/courses/${id}/lessons/${lessons[0]}#p3)\n`,
			`## [Second](https://stoa.example/courses/${id}/lessons/${lessons[1]})\n`,
			'On the second.\n',
			`[DAY](https://stoa.example/courses/${id}/lessons/${lessons[1]}#p0)\n`,
		].join('\n'),
	);
	expect(await exportNotes(db, learner.id, 'https://stoa.example', 999_999)).toBe('');
});
