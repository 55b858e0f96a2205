import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, expect, test } from 'vitest';
import { now, travel } from '../../kernel/clock.ts';
import { addLesson, draftOutline, saveLesson, setCover } from '../../modules/courses/index.ts';
import { aCourse, paragraphs } from '../../modules/courses/testing.ts';
import { aPerson, aSpace, type PersonBuilt } from '../../modules/items/testing.ts';
import { findMedia, takePicture, uploadWhole } from '../../modules/media/index.ts';
import { workOff } from '../../modules/media/jobs.ts';
import { someTools } from '../../modules/media/testing.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { openZip } from '../../platform/zip/index.ts';
import { aZip } from '../../platform/zip/zip.testing.ts';
import '../../modules/assessments/index.ts';
import { askImport, downloadCourse, listImports, readImport, takeUpLost, workImport } from './index.ts';

const { db } = await testDatabase();
const tools = someTools();
const dir = mkdtempSync(join(tmpdir(), 'stoa-archive-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
afterEach(() => travel(0));
const author = await aPerson(db);
const space = await aSpace(db);

const zip = (files: Record<string, string | Buffer>) =>
	aZip(Object.entries(files).map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes as string) })));

async function download(courseId: number, who = author): Promise<Buffer> {
	const { pieces } = await downloadCourse(db, who.actor, courseId, tools);
	const all: Buffer[] = [];
	for await (const piece of pieces) all.push(Buffer.from(piece));
	return Buffer.concat(all);
}

async function filesOf(archive: Buffer): Promise<Record<string, string>> {
	const path = join(dir, 'read.zip');
	writeFileSync(path, archive);
	const opened = await openZip(path, { entries: 1000, bytes: 1e9, ratio: 1e6 });
	const files: Record<string, string> = {};
	for (const entry of opened.entries) files[entry.name] = (await opened.read(entry)).toString('base64');
	await opened.close();
	return files;
}

async function bring(bytes: Buffer, where: object = { spaceId: space.id }, who: PersonBuilt = author) {
	const mediaId = await uploadWhole(db, who.actor, { name: 'course.zip', purpose: 'file', bytes }, tools);
	const { id } = await askImport(db, who.actor, { mediaId, ...where });
	// It waits for its file, which is looked at first.
	await workImport(db, id, tools);
	await workOff(db, 'look', tools);
	await workImport(db, id, tools);
	await workOff(db, 'look', tools);
	return readImport(db, who.actor, id);
}

const left = () => {
	try {
		return readdirSync(tools.workDir).filter((name) => name.startsWith('course-'));
	} catch {
		return [];
	}
};

test('a course that is downloaded, made anew elsewhere by somebody else and downloaded again is the same files', async () => {
	const { id, lessons } = await aCourse(db, {
		author,
		publish: false,
		lessons: [{ title: '第一课：索引' }, { title: 'Take it along', kind: 'file', source: '' }],
	});
	const draw = (background: string) =>
		sharp({ create: { width: 400, height: 300, channels: 3, background } })
			.png()
			.toBuffer();
	const picture = await takePicture(db, author.actor, { name: 'plan.png', bytes: await draw('#a00') }, tools);
	const notes = Buffer.from(Array.from({ length: 200_000 }, (_, n) => `${n ** 3} was said.\n`).join(''));
	const mediaId = await uploadWhole(
		db,
		author.actor,
		{ name: 'notes.txt', purpose: 'file', bytes: notes },
		tools,
	);
	const key = (at: number) => ({ courseId: id, lessonId: lessons[at]! });
	await saveLesson(db, author.actor, key(0), {
		title: '第一课：索引',
		source: `${paragraphs(3)}\n\n![计划](${picture.address})`,
	});
	await saveLesson(db, author.actor, key(1), { title: 'Take it along', mediaId });
	const { sections } = await draftOutline(db, author.actor, id);
	await addLesson(db, author.actor, id, { sectionId: sections[0]!.id, kind: 'quiz', title: 'What is left' });
	await setCover(
		db,
		author.actor,
		id,
		{ alt: 'Blue', picture: { name: 'blue.png', bytes: await draw('#00a') } },
		tools,
	);
	await workOff(db, 'look', tools);
	const one = await download(id);
	const other = await aPerson(db);
	const done = await bring(one, { spaceId: space.id }, other);
	expect(done).toMatchObject({
		status: 'done',
		refusal: null,
		report: {
			added: ['第一课：索引', 'Take it along', 'What is left'],
			changed: [],
			removed: [],
			files: 3,
			skipped: 0,
		},
	});
	expect(done.courseId).not.toBe(id);
	const two = await download(done.courseId!, other);
	expect(await filesOf(two)).toEqual(await filesOf(one));
	expect(two.equals(one)).toBe(true);
	expect(Object.keys(await filesOf(one)).filter((name) => name.startsWith('media/'))).toHaveLength(3);
	expect(left()).toEqual([]);

	// Into the course itself nothing is new; one line changed is one lesson changed, one file less is one lesson less.
	const again = await bring(one, { courseId: id });
	expect(again.report).toMatchObject({ added: [], changed: [], kept: 3, removed: [] });
	const files = Object.fromEntries(
		Object.entries(await filesOf(one)).map(([name, text]) => [name, Buffer.from(text, 'base64')]),
	);
	const [text, document] = Object.keys(files).filter((name) => /^01[^/]*\/0[12]-/.test(name));
	files[text!] = Buffer.concat([files[text!]!, Buffer.from('\n\nOne more paragraph.')]);
	delete files[document!];
	expect((await bring(zip(files), { courseId: id })).report).toMatchObject({
		added: [],
		changed: ['第一课：索引'],
		kept: 1,
		removed: ['Take it along'],
	});
}, 60_000);

test('what unzip makes of it, and what somebody packed with their folder and what systems leave, is understood', async () => {
	const { id } = await aCourse(db, { author, publish: false, lessons: [{ title: 'One' }] });
	writeFileSync(join(dir, 'out.zip'), await download(id));
	execFileSync('unzip', ['-q', join(dir, 'out.zip'), '-d', join(dir, 'unzipped')]);
	expect(readFileSync(join(dir, 'unzipped', 'course.md'), 'utf8')).toContain('title:');
	const done = await bring(
		zip({
			'my course/course.md': '# Gardening\n\nAll of it.',
			'my course/1-soil/1-worms.md': 'About worms.',
			'my course/README.txt': 'no lesson',
			'__MACOSX/my course/._course.md': 'litter',
		}),
	);
	expect(done).toMatchObject({
		status: 'done',
		courseTitle: 'Gardening',
		report: { added: ['worms'], skipped: 2 },
	});
});

test('it is written once, however often it is worked on, and what a killed process left is taken up', async () => {
	const bytes = zip({ 'course.md': '# Once', '1/1.md': 'Text.' });
	const mediaId = await uploadWhole(db, author.actor, { name: 'c.zip', purpose: 'file', bytes }, tools);
	const { id } = await askImport(db, author.actor, { mediaId, spaceId: space.id });
	await workOff(db, 'look', tools);
	await Promise.all([workImport(db, id, tools), workImport(db, id, tools)]);
	await workImport(db, id, tools);
	const made = await db.selectFrom('items').select('id').where('title', '=', 'Once').execute();
	expect(made).toHaveLength(1);
	expect(await readImport(db, author.actor, id)).toMatchObject({ status: 'done', courseId: made[0]!.id });

	const lost = await askImport(db, author.actor, { mediaId, spaceId: space.id });
	await db
		.updateTable('course_imports')
		.set({ status: 'reading', worked_at: now() })
		.where('id', '=', lost.id)
		.execute();
	expect(await takeUpLost(db)).toBe(0);
	travel(16 * 60_000);
	expect(await takeUpLost(db)).toBe(1);
	await workImport(db, lost.id, tools);
	expect((await readImport(db, author.actor, lost.id)).status).toBe('done');
});

const course = { 'course.md': '# C' };
const elf = Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(3000)]);
test.each<[string, Buffer, string, object]>([
	['no archive', Buffer.from('just a text'), 'archives.no_zip', {}],
	['a program that is called a zip', elf, 'media.executable_refused', {}],
	[
		'an archive that breaks off',
		zip({ ...course, '1/1.md': 'x'.repeat(5000) }).subarray(0, 150),
		'zip.broken',
		{},
	],
	['an archive without a course', zip({ 'README.md': 'x' }), 'archives.no_course', {}],
	['a bomb', zip({ ...course, '1/1.md': Buffer.alloc(30_000_000) }), 'zip.too_large', {}],
	[
		'a bomb that says that it is small',
		aZip([{ name: 'course.md', bytes: Buffer.alloc(9_000_000), says: 100 }]),
		'zip.too_large',
		{},
	],
	['a path that leads out', zip({ ...course, '1/../../x.md': 'x' }), 'zip.outside', {}],
	[
		'a link',
		aZip([
			{ name: 'course.md', bytes: Buffer.from('# C') },
			{ name: '1/1.md', bytes: Buffer.from('/etc/passwd'), link: true },
		]),
		'archives.link_inside',
		{ file: '1/1.md' },
	],
	['two names that are one', zip({ ...course, '1/a.md': 'x', '1/A.md': 'y' }), 'archives.names_alike', {}],
	[
		'a file that is called as a folder is',
		zip({ ...course, '1.md/2.md': 'x', '1.md': 'y' }),
		'archives.names_alike',
		{},
	],
	[
		'a text that is none',
		zip({ ...course, '1/1.md': Buffer.from([0xff, 0xfe, 0, 1]) }),
		'archives.text_broken',
		{ file: '1/1.md' },
	],
	[
		'a program that is called a film',
		zip({ ...course, '1/1.md': '---\nkind: video\nmedia: media/a.mp4\n---\n', 'media/a.mp4': elf }),
		'media.executable_refused',
		{ file: 'media/a.mp4' },
	],
	[
		'a drawing with a script',
		zip({
			...course,
			'1/1.md': '![x](../media/picture-abcdefghijklmnopqrstuvwxyz.png)',
			'media/picture-abcdefghijklmnopqrstuvwxyz.png':
				'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
		}),
		'media.svg_refused',
		{ file: 'media/picture-abcdefghijklmnopqrstuvwxyz.png' },
	],
	[
		'a file that is not there',
		zip({ ...course, '1/1.md': '---\nkind: file\nmedia: media/none.pdf\n---\n' }),
		'courses.folder_shape',
		{ problem: 'media/none.pdf: there is no such file' },
	],
	[
		'a head that is broken',
		zip({ ...course, '1/1.md': '---\ntitle: A\nminutes: soon\n---\n' }),
		'courses.folder_shape',
		{ problem: expect.stringMatching(/^1\/1\.md:3: minutes/) },
	],
	[
		'a kind that nobody knows',
		zip({ ...course, '1/1.md': '---\nkind: hologram\n---\n' }),
		'courses.lesson_kind_unknown',
		{ file: '1/1.md' },
	],
	[
		'a lesson that its kind refuses',
		zip({ ...course, '1/1.md': '---\nkind: live\ntitle: A\ndata:\n  url: javascript:alert(1)\n---\n' }),
		'courses.url_shape',
		{ file: '1/1.md' },
	],
])(
	'%s is refused, by name where one file is to blame, and nothing is left',
	async (_, bytes, code, params) => {
		const before = await db
			.selectFrom('courses')
			.select(({ fn }) => fn.countAll().as('n'))
			.executeTakeFirst();
		const done = await bring(bytes);
		expect(done).toMatchObject({ status: 'refused', refusal: code, refusalParams: params, report: null });
		expect(
			await db
				.selectFrom('courses')
				.select(({ fn }) => fn.countAll().as('n'))
				.executeTakeFirst(),
		).toEqual(before);
		expect(left()).toEqual([]);
	},
);

test('only makers download, only who may write it over imports into it, and only who asked sees how it went', async () => {
	const { id } = await aCourse(db, { author, lessons: [{ title: 'One' }] });
	const other = await aPerson(db);
	await expect(downloadCourse(db, other.actor, id, tools)).rejects.toMatchObject({ status: 403 });
	const bytes = zip({ ...course, '1/1.md': 'x' });
	const mediaId = await uploadWhole(db, other.actor, { name: 'c.zip', purpose: 'file', bytes }, tools);
	await expect(askImport(db, other.actor, { mediaId, courseId: id })).rejects.toMatchObject({ status: 403 });
	const closed = await aSpace(db, { access: 'private' });
	await expect(askImport(db, other.actor, { mediaId, spaceId: closed.id })).rejects.toMatchObject({
		code: 'archives.place_missing',
	});
	await expect(
		askImport(db, other.actor, { mediaId, courseId: id, spaceId: space.id }),
	).rejects.toMatchObject({
		fields: { spaceId: 'archives.place_missing' },
	});
	const own = await bring(bytes, { spaceId: space.id }, other);
	await expect(readImport(db, author.actor, own.id)).rejects.toMatchObject({ code: 'archives.not_found' });
	expect((await listImports(db, other.actor)).items.map((one) => one.id)).toEqual([own.id]);
	// Somebody else's upload is not read by importing it.
	await expect(askImport(db, author.actor, { mediaId, spaceId: space.id })).rejects.toMatchObject({
		status: 403,
	});
	for (let n = 0; n < 5; n++) await askImport(db, other.actor, { mediaId, spaceId: space.id });
	await expect(askImport(db, other.actor, { mediaId, spaceId: space.id })).rejects.toMatchObject({
		code: 'archives.too_many',
	});
	// The archive may be thrown away once it was read.
	expect((await findMedia(db, [own.mediaId!]))[0]).toMatchObject({ holders: 0 });
});
