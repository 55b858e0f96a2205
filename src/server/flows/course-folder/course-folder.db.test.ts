import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import {
	readCover,
	recordProgress,
	saveLesson,
	setCover,
	submitVersion,
} from '../../modules/courses/index.ts';
import { aCourse, paragraphs } from '../../modules/courses/testing.ts';
import { aPerson, aSpace } from '../../modules/items/testing.ts';
import { findMedia, takePicture, uploadWhole } from '../../modules/media/index.ts';
import { someTools } from '../../modules/media/testing.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import {
	type CourseData,
	carryIn,
	carryOut,
	exportCourse,
	importCourse,
	packCourse,
	readFolder,
	unpackCourse,
	writeFolder,
} from './index.ts';

const { db } = await testDatabase();
const dir = mkdtempSync(join(tmpdir(), 'stoa-course-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const text = fc.string({ unit: 'grapheme', maxLength: 60 });
const line = fc.oneof(
	fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
	fc.constantFrom(
		'---',
		'第一课',
		'- a: b',
		"it's: “quoted”",
		'# heading',
		'null',
		'12',
		' spaced ',
		'yes',
		'{}',
		'@x',
		'%',
		'a\tb',
	),
);
const key = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/);
const rule = (keys: string[]) =>
	fc.letrec<{ rule: CourseData['rule'] }>((tie) => ({
		rule: fc.oneof(
			{ depthSize: 'small' },
			fc.constantFrom(...keys, 7).map((lesson) => ({ lesson })),
			fc.record({ reputation: fc.integer({ min: 1, max: 9 }) }),
			fc.record({ course: fc.integer({ min: 1, max: 9 }) }),
			fc.record({ all: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }) as fc.Arbitrary<
				NonNullable<CourseData['rule']>
			>,
			fc.record({ any: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }) as fc.Arbitrary<
				NonNullable<CourseData['rule']>
			>,
		),
	})).rule;

const anyCourse: fc.Arbitrary<CourseData> = fc
	.uniqueArray(key, { minLength: 1, maxLength: 6 })
	.chain((keys) =>
		fc.record({
			title: line,
			language: fc.constantFrom('zh-CN', 'en'),
			difficulty: fc.constantFrom(null, 'beginner', 'advanced'),
			access: fc.constantFrom('free', 'members', 'paid'),
			price: fc.option(
				fc.record({ amount: fc.integer({ min: 1, max: 99_999 }), currency: fc.constant('CNY') }),
			),
			tags: fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 3 }),
			outcomes: fc.array(line, { maxLength: 3 }),
			audience: text,
			needs: text,
			review: fc.boolean(),
			rule: fc.option(rule(keys)),
			cover: fc.option(fc.record({ file: fc.constant('media/cover.png'), alt: line })),
			source: fc.string({ unit: 'grapheme', maxLength: 200 }),
			lessons: fc.tuple(
				...keys.map((own) =>
					fc.record({
						key: fc.constant(own),
						title: line,
						kind: fc.constantFrom('text', 'live', 'quiz'),
						preview: fc.boolean(),
						required: fc.boolean(),
						minutes: fc.option(fc.nat(300)),
						dripDays: fc.option(fc.nat(30)),
						dripAt: fc.constantFrom(null, '2026-05-01T08:00:00.000Z'),
						rule: fc.option(rule(keys)),
						media: fc.constantFrom(null, `media/${own}.mp4`),
						data: fc.dictionary(
							fc.stringMatching(/^[a-z]{1,6}$/),
							fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null)),
							{ maxKeys: 3, noNullPrototype: true },
						),
						source: fc.oneof(
							text,
							fc.constantFrom(
								'---\n',
								'---\ntitle: x\n---\n',
								'\n\n',
								'a\r\nb',
								'\ufeffx',
								'# T\n\n```\n---\n```\n',
							),
						),
					}),
				),
			),
			cuts: fc.array(line, { minLength: 1, maxLength: 3 }),
		}),
	)
	.map(({ lessons, cuts, ...course }) => {
		const size = Math.ceil(lessons.length / cuts.length);
		return {
			...course,
			sections: cuts.map((title, at) => ({ title, lessons: lessons.slice(at * size, (at + 1) * size) })),
		} as CourseData;
	});

test('a course that goes into a folder comes out of it as it was, to the last character', () => {
	fc.assert(
		fc.property(anyCourse, (course) => {
			expect(unpackCourse(packCourse(course))).toEqual(course);
		}),
		{ numRuns: 80 },
	);
}, 60_000);

test('a course exported, imported elsewhere and exported again is the same course', async () => {
	const author = await aPerson(db);
	const space = await aSpace(db);
	const data: CourseData = {
		title: 'Indexes that earn their keep',
		language: 'en',
		difficulty: 'beginner',
		access: 'paid',
		price: { amount: 4900, currency: 'CNY' },
		tags: [],
		outcomes: ['Read a plan', 'Choose an index'],
		audience: 'Who writes SQL.\nAnd who reads it.',
		needs: '',
		review: true,
		rule: { reputation: 10 },
		cover: null,
		source: 'What it is about.\n\nWith two paragraphs.',
		sections: [
			{
				title: 'Beginnings',
				lessons: [
					{ ...lesson('what', 'What an index is'), preview: true, minutes: 12 },
					{
						...lesson('when', 'When it is not used'),
						rule: { any: [{ lesson: 'what' }, { lesson: 'later' }] },
					},
				],
			},
			{ title: 'Nothing yet', lessons: [] },
			{
				title: 'Ends',
				lessons: [
					{ ...lesson('later', '后来的课'), required: false, dripDays: 7, rule: { lesson: 'what' } },
					{
						...lesson('live', 'Ask me'),
						kind: 'live',
						source: '',
						dripAt: '2026-05-01T08:00:00.000Z',
						data: { url: 'https://meet.example.org/x', startsAt: '2026-05-02T08:00:00.000Z', minutes: 45 },
					},
				],
			},
		],
	};
	await writeFolder(join(dir, 'one'), packCourse(data));
	const read = unpackCourse(await readFolder(join(dir, 'one')));
	const { courseId, added } = await importCourse(db, author.actor, read, { spaceId: space.id });
	expect(added).toBe(4);
	const out = await exportCourse(db, author.actor, courseId);
	expect(out).toEqual(data);
	expect(packCourse(out)).toEqual(await readFolder(join(dir, 'one')));
	await expect(writeFolder(join(dir, 'one'), packCourse(out))).rejects.toMatchObject({
		code: 'courses.folder_shape',
	});
});

const lesson = (key: string, title: string) => ({
	key,
	title,
	kind: 'text',
	preview: false,
	required: true,
	minutes: null,
	dripDays: null,
	dripAt: null,
	rule: null,
	data: {},
	media: null,
	source: paragraphs(2),
});

test('a folder imported into its course again keeps the lessons, and with them what everybody has learnt', async () => {
	const { id, author, lessons } = await aCourse(db, { lessons: [{ title: 'One' }, { title: 'Two' }] });
	const learner = await aPerson(db);
	await recordProgress(db, learner.actor, { reports: [{ lessonId: lessons[0]!, covered: [[0, 5]] }] });
	const data = await exportCourse(db, author.actor, id);
	data.sections[0]!.lessons.reverse();
	data.sections[0]!.lessons[1]!.source = 'Another text.';
	data.sections.push({ title: 'More', lessons: [lesson('three', 'Three')] });
	expect(await importCourse(db, author.actor, data, { courseId: id })).toMatchObject({
		added: 1,
		updated: 2,
		removed: 0,
	});
	expect(await exportCourse(db, author.actor, id)).toEqual(data);
	await submitVersion(db, author.actor, id);
	data.sections[0]!.lessons.pop();
	expect(await importCourse(db, author.actor, data, { courseId: id })).toMatchObject({
		updated: 2,
		removed: 1,
	});
	const row = await db
		.selectFrom('lesson_progress')
		.select('completed_at')
		.where('lesson_id', '=', lessons[0]!)
		.executeTakeFirst();
	expect(row?.completed_at).not.toBeNull();
});

test('a folder that somebody wrote by hand needs no heads, and a broken one says which file is wrong', () => {
	const read = (files: Record<string, string>) => unpackCourse(new Map(Object.entries(files)));
	const course = read({
		'course.md': '# Gardening\n\nAll of it.',
		'1-soil/2-worms.md': 'About worms.',
		'1-soil/10-compost.md': '# Compost\n\nText.',
		'1-soil/README.txt': 'no lesson',
		'2-plants/1.md': '---\ntitle: Seeds\npreview: true\n---\nText.',
	});
	expect(course.title).toBe('Gardening');
	expect(
		course.sections.map(({ title, lessons }) => [
			title,
			lessons.map(({ title: one, key: name }) => [one, name]),
		]),
	).toEqual([
		[
			'soil',
			[
				['worms', 'worms'],
				['Compost', 'compost'],
			],
		],
		['plants', [['Seeds', '1']]],
	]);
	const problem = (files: Record<string, string>) => {
		try {
			read(files);
			return 'none';
		} catch (error) {
			return (error as { params: { problem: string } }).params.problem;
		}
	};
	expect(problem({})).toContain('course.md');
	expect(problem({ 'course.md': '---\nlanguage: en\ntitle: [\n---\n' })).toMatch(/^course\.md:[34]: /);
	expect(
		problem({ 'course.md': 'x', 'a/1.md': '---\ntitle: One\nkind: text\nminutes: soon\n---\n' }),
	).toContain('a/1.md:4: minutes');
	expect(
		problem({
			'course.md': 'x',
			'a/1.md': '---\ntitle: One\nrule:\n  all:\n    - lesson: a\n    - nothing: 1\n---\n',
		}),
	).toMatch(/^a\/1\.md:[34]: rule/);
	expect(problem({ 'course.md': 'x', 'a/1-x.md': 't', 'b/1-x.md': 't' })).toContain('called x');
});

test('a course carries its files along: a document, its cover and the pictures in its texts, to the last byte', async () => {
	const tools = someTools();
	const { id, author, lessons } = await aCourse(db, {
		publish: false,
		lessons: [{ title: 'Take it along', kind: 'file', source: '' }, { title: 'Look' }],
	});
	const draw = (background: string) =>
		sharp({ create: { width: 400, height: 300, channels: 3, background } })
			.png()
			.toBuffer();
	const [red, blue, notes] = [
		await draw('#a00'),
		await draw('#00a'),
		Buffer.from('What was said.\n'.repeat(300_000)),
	];
	const mediaId = await uploadWhole(
		db,
		author.actor,
		{ name: 'Notes 1.TXT', purpose: 'file', bytes: notes },
		tools,
	);
	await saveLesson(
		db,
		author.actor,
		{ courseId: id, lessonId: lessons[0]! },
		{ title: 'Take it along', mediaId },
	);
	const picture = await takePicture(db, author.actor, { name: 'plan.png', bytes: red }, tools);
	const source = `See ![the plan](${picture.address}).`;
	await saveLesson(db, author.actor, { courseId: id, lessonId: lessons[1]! }, { title: 'Look', source });
	await setCover(db, author.actor, id, { alt: 'Blue', picture: { name: 'blue.png', bytes: blue } }, tools);
	const { workOff } = await import('../../modules/media/jobs.ts');
	await workOff(db, 'look', tools);

	const out = async (courseId: number, name: string) => {
		const path = join(dir, name);
		await writeFolder(path, async () => {
			const data = await exportCourse(db, author.actor, courseId);
			return packCourse(await carryOut(db, author.actor, courseId, data, path, tools));
		});
		return path;
	};
	const one = await out(id, 'carried');
	const key = unpackCourse(await readFolder(one)).sections[0]!.lessons[0]!.key;
	expect(readFileSync(join(one, 'media', `${key}.txt`)).equals(notes)).toBe(true);
	expect(readFileSync(join(one, 'media', 'cover.png')).equals(blue)).toBe(true);

	// Elsewhere, as somebody else's.
	const other = await aPerson(db);
	const space = await aSpace(db);
	const bring = async (path: string, actor = other.actor) => {
		const { data, files } = await carryIn(db, actor, unpackCourse(await readFolder(path)), path, tools);
		return importCourse(db, actor, data, { spaceId: space.id }, { files, tools });
	};
	const { courseId } = await bring(one);
	await workOff(db, 'look', tools);
	expect(await readCover(db, courseId)).toMatchObject({ alt: 'Blue' });
	const copied = await exportCourse(db, other.actor, courseId);
	expect(copied.sections[0]!.lessons[1]!.source).toMatch(
		/^See !\[the plan\]\(\/media\/p\/[a-z0-9]{26}-400x300\)\.$/,
	);
	expect(copied.sections[0]!.lessons[1]!.source).not.toBe(source);
	const two = join(dir, 'carried again');
	await writeFolder(two, async () =>
		packCourse(await carryOut(db, other.actor, courseId, copied, two, tools)),
	);
	expect(readFileSync(join(two, 'media', `${key}.txt`)).equals(notes)).toBe(true);
	expect(await readFolder(two)).toEqual(await readFolder(one));
	expect(readdirSync(join(two, 'media'))).toEqual(readdirSync(join(one, 'media')));

	// The same film brought again is not uploaded again.
	const own = () =>
		db
			.selectFrom('media')
			.select('id')
			.where('owner_id', '=', other.id)
			.where('purpose', '=', 'file')
			.execute();
	expect(await own()).toHaveLength(1);
	await bring(one);
	expect(await own()).toHaveLength(1);
	expect((await findMedia(db, [(await own())[0]!.id]))[0]).toMatchObject({
		status: 'ready',
		name: `${key}.txt`,
	});
});

test('a folder that names files outside of it, or that are not there, brings nothing', async () => {
	const tools = someTools();
	const author = await aPerson(db);
	const path = join(dir, 'named');
	const lessonOf = (file: string) => `---\nkind: file\ntitle: A\nmedia: ${file}\n---\n`;
	await writeFolder(
		path,
		new Map([
			['course.md', '# C'],
			['1/1.md', lessonOf('x')],
			['media/note.md', 'x'],
		]),
	);
	writeFileSync(join(path, 'media', 'real.txt'), 'real');
	symlinkSync('/etc/passwd', join(path, 'media', 'link.txt'));
	for (const file of [
		'/etc/passwd',
		'../named/course.md',
		'media/../course.md',
		'media/none.txt',
		'media/link.txt',
		'media/.',
	])
		await expect(
			carryIn(
				db,
				author.actor,
				unpackCourse(
					new Map([
						['course.md', '# C'],
						['1/1.md', lessonOf(file)],
					]),
				),
				path,
				tools,
			),
		).rejects.toMatchObject({ code: 'courses.folder_shape' });
	expect(await db.selectFrom('media').select('id').where('owner_id', '=', author.id).execute()).toEqual([]);
});
