import { afterEach, describe, expect, test } from 'vitest';
import { travel } from '../../kernel/clock.ts';
import { inTransaction, sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { readWhole } from '../../platform/storage/read-whole.ts';
import { aZip } from '../../platform/zip/zip.testing.ts';
import { draftOutline, readLesson, submitVersion } from '../courses/index.ts';
import { aCourse } from '../courses/testing.ts';
import { aPerson } from '../items/testing.ts';
import { mayOpenMedia, uploadWhole } from '../media/index.ts';
import { workOff } from '../media/jobs.ts';
import { someTools } from '../media/testing.ts';
import { askToUnpack } from './ask-to-unpack.ts';
import { importPackage, makeLessons, readPackage, removePackage } from './edit-packages.ts';
import { readPackageGrant } from './grants.ts';
import { injectScript } from './inject.ts';
import './kind.ts';
import { readManifest } from './manifest.ts';
import { commitAttempt, launchLesson, startOf } from './play.ts';
import { reportAttempts } from './report.ts';
import { aManifest, aPackage } from './testing.ts';
import { sweepPackages, unpackPackage } from './unpack-package.ts';

const { db } = await testDatabase();
const tools = someTools();
const sign = { secret: tools.secret, minutes: 60 };
afterEach(() => travel(0));

async function imported(bytes: Buffer, name = 'package.zip') {
	const course = await aCourse(db, { lessons: [{ section: 'Empty', title: 'Text' }], publish: false });
	const { actor } = course.author;
	const mediaId = await uploadWhole(db, actor, { name, purpose: 'file', bytes }, tools);
	const { id } = await importPackage(db, actor, course.id, { mediaId });
	// It waits for its file, which is looked at first.
	await unpackPackage(db, id, tools);
	await workOff(db, 'look', tools);
	await unpackPackage(db, id, tools);
	const key = { courseId: course.id, packageId: id };
	return { course, actor, key, mediaId, found: await readPackage(db, actor, key) };
}

async function aPlayed(given: Parameters<typeof aPackage>[0] = {}, passBy?: string) {
	const { course, actor, key } = await imported(aPackage(given));
	const [lessonId] = await makeLessons(db, actor, key);
	if (passBy) {
		const { saveLesson } = await import('../courses/index.ts');
		await saveLesson(
			db,
			actor,
			{ courseId: course.id, lessonId: lessonId! },
			{ title: 'Part', data: { packageId: key.packageId, passBy } },
		);
	}
	await submitVersion(db, actor, course.id);
	const learner = await aPerson(db);
	return {
		course,
		author: actor,
		key: { courseId: course.id, lessonId: lessonId! },
		packageId: key.packageId,
		learner,
	};
}
const set = (...stored: [string, string][]) => stored;

describe('a package', () => {
	test('that is asked for twice is unpacked by one after the other, so that neither takes away what the other put down', async () => {
		const { id } = await imported(aPackage({ scos: { A: 'a/index.html' } })).then(({ found }) => found);
		await inTransaction(db, (tx) => askToUnpack(tx, id));
		const { rows } = await sql<{ queue_name: string | null }>`select queue_name from graphile_worker.jobs
			where task_identifier = 'scorm.unpack' and queue_name = ${`scorm-${id}`}`.execute(db);
		expect(rows.length).toBe(2);
	});

	test.each(['1.2', '2004'] as const)(
		'of SCORM %s is unpacked, and its organisation becomes lessons',
		async (version) => {
			const { found, actor, key, course } = await imported(
				aPackage({
					version,
					scos: { A: 'a/index.html?mode=1', B: 'b/start.html' },
					files: { 'shared/logic.js': 'var x = 1;', '.DS_Store': 'x' },
				}),
			);
			expect(found).toMatchObject({
				status: 'ready',
				version,
				title: 'Fire safety',
				fileCount: 4,
				doneCount: 4,
			});
			expect(found.manifest.notes.skipped).toBe(1);
			const lessons = await makeLessons(db, actor, key);
			const outline = await draftOutline(db, actor, course.id);
			expect(
				outline.sections.map(({ title, lessons }) => [title, lessons.map((one) => [one.kind, one.title])]),
			).toEqual([
				['Empty', [['text', 'Text']]],
				[
					'Fire safety',
					[
						['scorm', 'Part A'],
						['scorm', 'Part B'],
					],
				],
			]);
			await submitVersion(db, actor, course.id);
			const { address } = await launchLesson(db, actor, { courseId: course.id, lessonId: lessons[0]! }, sign);
			expect(address).toMatch(/^\/scorm\/\d+\/[^/]+\/a\/index\.html\?mode=1$/);
		},
	);

	test('that was packed with its folder is found in it', async () => {
		const { found } = await imported(aPackage({ folder: 'my course/' }));
		expect(found).toMatchObject({ status: 'ready', fileCount: 2 });
	});

	const executable = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300, 1)]);
	test.each([
		['without a manifest', aPackage({ manifest: null }), 'scorm.no_manifest'],
		['with a manifest that is no XML', aPackage({ manifest: '<manifest><oops' }), 'scorm.manifest_broken'],
		[
			'with entities of its own',
			aPackage({
				manifest: '<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/passwd">]><manifest>&a;</manifest>',
			}),
			'scorm.manifest_broken',
		],
		['with a manifest of something else', aPackage({ manifest: '<html/>' }), 'scorm.manifest_broken'],
		[
			'that launches what is not there',
			aPackage({ manifest: aManifest({ scos: { A: 'gone.html' } }) }),
			'scorm.file_missing',
		],
		['that launches nothing', aPackage({ manifest: aManifest({ scos: {} }) }), 'scorm.nothing_to_launch'],
		[
			'that launches another site',
			aPackage({ manifest: aManifest({ scos: { A: 'https://evil.example/x.html' } }) }),
			'scorm.nothing_to_launch',
		],
		[
			'with a program under another name',
			aPackage({ files: { 'video.mp4': executable } }),
			'scorm.program_inside',
		],
		[
			'with a link',
			aZip([
				{ name: 'imsmanifest.xml', bytes: Buffer.from(aManifest()) },
				{ name: 'index.html', bytes: Buffer.from('../../../etc/passwd'), link: true },
			]),
			'scorm.link_inside',
		],
		[
			'with two names that are alike',
			aPackage({ files: { 'Logic.js': 'a', 'logic.js': 'b' } }),
			'scorm.names_alike',
		],
		['with a name of control characters', aPackage({ files: { 'a\nb.js': 'x' } }), 'scorm.name_unusable'],
		['that swells', aPackage({ files: { 'big.bin': Buffer.alloc(60_000_000) } }), 'zip.too_large'],
		[
			'with too many files',
			aZip([
				{ name: 'imsmanifest.xml', bytes: Buffer.from(aManifest()) },
				...Array.from({ length: 10_001 }, (_, n) => ({ name: `f/${n}`, bytes: Buffer.from('x') })),
			]),
			'zip.too_many_entries',
		],
	])('%s is refused, and leaves no bytes', async (_, bytes, code) => {
		const { found } = await imported(bytes as Buffer);
		expect(found.refusal).toBe(code);
		expect(found.status).toBe('refused');
		const left: string[] = [];
		for await (const { key } of tools.storage.list(`scorm/${found.id}/`)) left.push(key);
		expect(left).toEqual([]);
	});

	test('with a way out of it never comes to lie anywhere', async () => {
		const bytes = aZip([
			{ name: 'imsmanifest.xml', bytes: Buffer.from(aManifest()) },
			{ name: '../../escaped.html', bytes: Buffer.from('x') },
		]);
		const { found } = await imported(bytes);
		expect(found).toMatchObject({ status: 'refused', refusal: 'zip.outside' });
	});

	test('that is no zip is refused, and a stranger cannot import into a course', async () => {
		const { found, course } = await imported(Buffer.from('just a text'), 'notes.zip');
		expect(found).toMatchObject({ status: 'refused', refusal: 'scorm.no_zip' });
		const stranger = await aPerson(db);
		await expect(importPackage(db, stranger.actor, course.id, { mediaId: 1 })).rejects.toMatchObject({
			code: 'common.forbidden',
		});
	});

	test('is taken away with its bytes, but not while a lesson plays it', async () => {
		const { actor, key, course, mediaId, found } = await imported(aPackage());
		const lessons = await makeLessons(db, actor, key);
		await expect(removePackage(db, actor, key)).rejects.toMatchObject({ code: 'scorm.in_use' });
		const { removeLesson } = await import('../courses/index.ts');
		await removeLesson(db, actor, { courseId: course.id, lessonId: lessons[0]! });
		expect(await readWhole(tools.storage, `scorm/${found.id}/1`)).not.toBeNull();
		await removePackage(db, actor, key);
		await sweepPackages(db, tools);
		expect(await readWhole(tools.storage, `scorm/${found.id}/1`)).toBeNull();
		expect(await mayOpenMedia(db, (await aPerson(db)).actor, [mediaId])).toEqual(new Set());
	});
});

describe('a manifest', () => {
	const read = (xml: string | Buffer, ...files: string[]) =>
		readManifest(Buffer.from(xml as string), new Set(files));

	test('gives launch data, mastery score, base and headings', () => {
		const xml = `<manifest xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" xml:base="pack/">
			<organizations default="B"><organization identifier="A"/><organization identifier="B"><title>Course</title>
			<item identifier="M1"><title>Module</title><item identifier="S1" identifierref="R1" parameters="?lang=zh"><title>One</title>
			<adlcp:masteryscore>80</adlcp:masteryscore><adlcp:datafromlms>level=2</adlcp:datafromlms></item></item>
			</organization></organizations>
			<resources xml:base="sco/"><resource identifier="R1" adlcp:scormtype="sco" href="a%20b.html"/></resources></manifest>`;
		const manifest = read(xml, 'pack/sco/a b.html');
		expect(manifest).toMatchObject({ version: '1.2', title: 'Course' });
		expect(manifest.parts[0]).toMatchObject({ title: 'Module', launch: null });
		expect(manifest.parts[0]?.parts[0]?.launch).toMatchObject({
			id: 'S1',
			path: 'pack/sco/a b.html',
			parameters: '?lang=zh',
			masteryScore: '80',
			launchData: 'level=2',
			talks: true,
		});
	});

	test('of 2004 gives its thresholds, and says how much sequencing is not followed', () => {
		const xml = aManifest({
			version: '2004',
			item: `<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.75"/><imsss:sequencing><imsss:objectives>
				<imsss:primaryObjective satisfiedByMeasure="true"><imsss:minNormalizedMeasure>0.6</imsss:minNormalizedMeasure></imsss:primaryObjective>
				</imsss:objectives></imsss:sequencing>`,
		});
		const manifest = read(xml, 'index.html');
		expect(manifest.sequenced).toBe(1);
		expect(manifest.parts[0]?.launch).toMatchObject({ masteryScore: '0.6', completionThreshold: '0.75' });
	});

	test('in another encoding is read as it says', () => {
		const utf16 = Buffer.concat([
			Buffer.from([0xff, 0xfe]),
			Buffer.from(aManifest({ title: '消防安全' }), 'utf16le'),
		]);
		expect(read(utf16, 'index.html').title).toBe('消防安全');
		const gbk = Buffer.concat([
			Buffer.from(aManifest({ title: '@' }).replace('UTF-8', 'GB2312').split('@')[0]!),
			Buffer.from([0xcf, 0xfb, 0xb7, 0xc0]),
			Buffer.from(aManifest({ title: '@' }).split('@')[1]!),
		]);
		expect(read(gbk, 'index.html').title).toBe('消防');
		const lies = Buffer.concat([Buffer.from('<?xml version="1.0"?><manifest>'), Buffer.from([0xcf, 0xfb])]);
		expect(() => read(lies, 'index.html')).toThrow(
			expect.objectContaining({ code: 'scorm.manifest_broken' }),
		);
	});
});

describe('a lesson that is played', () => {
	test('keeps what was set, goes on where it was left, and is completed by what the package says', async () => {
		const { key, learner, packageId } = await aPlayed();
		const first = await launchLesson(db, learner.actor, key, sign);
		expect(first.kept).toBe(true);
		const began = await startOf(db, { packageId, session: first.session });
		expect(began).toMatchObject({ entry: 'ab-initio', learnerId: String(learner.id), stored: [] });
		const half = set(
			['cmi.core.lesson_status', 'incomplete'],
			['cmi.core.lesson_location', 'page-3'],
			['cmi.suspend_data', 'a=1'],
			['cmi.core.exit', 'suspend'],
			['cmi.core.session_time', '0000:05:00'],
		);
		travel(6 * 60_000);
		const kept = await commitAttempt(db, learner.actor, key, {
			session: first.session,
			stored: half,
			final: true,
		});
		expect(kept).toEqual({
			completion: 'incomplete',
			success: 'unknown',
			score: null,
			completed: false,
			seconds: 300,
		});

		const second = await launchLesson(db, learner.actor, key, sign);
		const resumed = await startOf(db, { packageId, session: second.session });
		expect(resumed).toMatchObject({ entry: 'resume', totalMs: 300_000 });
		expect(new Map(resumed!.stored).get('cmi.core.lesson_location')).toBe('page-3');
		expect(new Map(resumed!.stored).has('cmi.core.exit')).toBe(false);
		const done = set(['cmi.core.score.raw', '85'], ['cmi.core.lesson_status', 'passed']);
		expect(
			await commitAttempt(db, learner.actor, key, { session: second.session, stored: done, final: true }),
		).toMatchObject({ completion: 'completed', success: 'passed', score: 0.85, completed: true });
		const shown = await readLesson(db, learner.actor, key);
		expect(shown?.progress).toMatchObject({ completed: true, score: expect.closeTo(0.85, 5) });
		expect(shown?.parts).toMatchObject({
			scorm: { version: '1.2', attempt: { number: 1, success: 'passed' } },
		});
		// It had its result: the next launch is a new attempt, and the lesson stays completed.
		const third = await launchLesson(db, learner.actor, key, sign);
		expect(await startOf(db, { packageId, session: third.session })).toMatchObject({
			stored: [],
			entry: 'ab-initio',
		});
		await commitAttempt(db, learner.actor, key, {
			session: third.session,
			stored: set(['cmi.core.score.raw', '10'], ['cmi.core.lesson_status', 'failed']),
			final: true,
		});
		expect((await readLesson(db, learner.actor, key))?.progress).toMatchObject({
			completed: true,
			score: expect.closeTo(0.85, 5),
		});
	});

	test('never takes more time than has truly passed', async () => {
		const { key, learner } = await aPlayed({ version: '2004' });
		const { session } = await launchLesson(db, learner.actor, key, sign);
		travel(10_000);
		const boast = set(['cmi.session_time', 'PT9H'], ['cmi.completion_status', 'incomplete']);
		const { seconds } = await commitAttempt(db, learner.actor, key, { session, stored: boast });
		expect(seconds).toBeGreaterThanOrEqual(9);
		expect(seconds).toBeLessThan(20);
	});

	test('is written by the last window only', async () => {
		const { key, learner } = await aPlayed();
		const phone = await launchLesson(db, learner.actor, key, sign);
		const desk = await launchLesson(db, learner.actor, key, sign);
		const stored = set(['cmi.core.lesson_location', 'x']);
		await expect(
			commitAttempt(db, learner.actor, key, { session: phone.session, stored }),
		).rejects.toMatchObject({
			code: 'scorm.taken_over',
		});
		await commitAttempt(db, learner.actor, key, { session: desk.session, stored });
		const other = await aPerson(db);
		await launchLesson(db, other.actor, key, sign);
		await expect(
			commitAttempt(db, other.actor, key, { session: desk.session, stored }),
		).rejects.toMatchObject({
			code: 'scorm.taken_over',
		});
	});

	test('takes no value that its data model refuses, whatever the page sends', async () => {
		const { key, learner } = await aPlayed();
		const { session } = await launchLesson(db, learner.actor, key, sign);
		for (const stored of [
			set(['cmi.core.student_id', '1']),
			set(['cmi.core.score.raw', '999']),
			set(['cmi.suspend_data', 'x'.repeat(5000)]),
			set(['cmi.interactions.7.id', 'x']),
			set(['__proto__.polluted', 'x']),
		])
			await expect(commitAttempt(db, learner.actor, key, { session, stored })).rejects.toMatchObject({
				code: 'scorm.value_refused',
			});
		await expect(
			commitAttempt(db, learner.actor, key, { session, stored: [['x'.repeat(400), 'y']] }),
		).rejects.toMatchObject({ code: 'common.invalid_input' });
	});

	test('that must be passed is not completed by being completed', async () => {
		const { key, learner } = await aPlayed({ version: '2004' }, 'passed');
		const { session } = await launchLesson(db, learner.actor, key, sign);
		const only = set(['cmi.completion_status', 'completed'], ['cmi.exit', 'suspend']);
		expect((await commitAttempt(db, learner.actor, key, { session, stored: only })).completed).toBe(false);
		const good = set(
			['cmi.completion_status', 'completed'],
			['cmi.success_status', 'passed'],
			['cmi.score.scaled', '0.9'],
		);
		expect(
			(await commitAttempt(db, learner.actor, key, { session, stored: good, final: true })).completed,
		).toBe(true);
	});

	test('begins with the objectives of its manifest, and with a passing score waits for the result', async () => {
		const { key, learner, packageId } = await aPlayed({
			version: '2004',
			item: `<imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID="MAIN" satisfiedByMeasure="true">
				<imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure></imsss:primaryObjective>
				<imsss:objective objectiveID="obj_rules"/></imsss:objectives></imsss:sequencing>`,
		});
		const { session } = await launchLesson(db, learner.actor, key, sign);
		const start = await startOf(db, { packageId, session });
		expect(start).toMatchObject({ entry: 'ab-initio', masteryScore: '0.8' });
		expect(start?.stored).toEqual([
			['cmi.objectives.0.id', 'MAIN'],
			['cmi.objectives.1.id', 'obj_rules'],
		]);
		const through = set(...start!.stored.map(([name, value]): [string, string] => [name, value]), [
			'cmi.completion_status',
			'completed',
		]);
		const commit = (stored: [string, string][]) => commitAttempt(db, learner.actor, key, { session, stored });
		expect(await commit(through)).toMatchObject({ completion: 'completed', completed: false });
		expect(await commit([...through, ['cmi.score.scaled', '0.79']])).toMatchObject({
			success: 'failed',
			completed: false,
		});
		expect(await commit([...through, ['cmi.score.scaled', '0.8']])).toMatchObject({
			success: 'passed',
			completed: true,
		});
	});

	test('is closed to whom the course is closed, and its address is for one session and a time', async () => {
		const { key, learner, packageId, author, course } = await aPlayed();
		const { session, address } = await launchLesson(db, learner.actor, key, sign);
		const grant = address.split('/')[3]!;
		expect(readPackageGrant(tools.secret, packageId, grant)).toMatchObject({ session });
		expect(readPackageGrant(tools.secret, packageId + 1, grant)).toBeNull();
		expect(
			readPackageGrant(
				tools.secret,
				packageId,
				grant.replace(/.$/, (sign) => (sign === 'a' ? 'b' : 'a')),
			),
		).toBeNull();
		travel(61 * 60_000);
		expect(readPackageGrant(tools.secret, packageId, grant)).toBeNull();
		travel(0);
		await db.updateTable('items').set({ access: 'paid' }).where('id', '=', course.id).execute();
		await expect(launchLesson(db, learner.actor, key, sign)).rejects.toMatchObject({ code: 'courses.held' });
		await expect(commitAttempt(db, learner.actor, key, { session, stored: [] })).rejects.toMatchObject({
			code: 'courses.held',
		});
		expect((await launchLesson(db, author, key, sign)).kept).toBe(true);
	});

	test('shows those who teach what was answered', async () => {
		const { key, learner, author } = await aPlayed({ version: '2004' });
		const { session } = await launchLesson(db, learner.actor, key, sign);
		const answers = set(
			['cmi.interactions.0.id', 'q1'],
			['cmi.interactions.0.type', 'choice'],
			['cmi.interactions.0.learner_response', 'b'],
			['cmi.interactions.0.result', 'correct'],
		);
		await commitAttempt(db, learner.actor, key, { session, stored: answers });
		const { items } = await reportAttempts(db, author, key);
		expect(items).toEqual([
			expect.objectContaining({
				learnerId: learner.id,
				interactions: [{ id: 'q1', type: 'choice', response: 'b', result: 'correct' }],
			}),
		]);
		await expect(reportAttempts(db, learner.actor, key)).rejects.toMatchObject({ code: 'common.forbidden' });
	});
});

describe('the script that carries the API', () => {
	const at = (text: string | Buffer) => {
		const { bytes, charset } = injectScript(Buffer.from(text as string), '/r.js');
		return [bytes.toString('utf8'), charset];
	};
	const tag = '<script src="/r.js"></script>';

	test('comes first, wherever a page begins, and never into a comment', () => {
		expect(at('<!doctype html><html><head><script>a</script></head></html>')[0]).toBe(
			`<!doctype html><html><head>${tag}<script>a</script></head></html>`,
		);
		expect(at('<!-- <head> --><html lang="en"><body>')[0]).toBe(
			`<!-- <head> --><html lang="en">${tag}<body>`,
		);
		expect(at('<frameset></frameset>')[0]).toBe(`${tag}<frameset></frameset>`);
		expect(at('<header>no head</header>')[0]).toBe(`${tag}<header>no head</header>`);
	});

	test('leaves the bytes of other encodings as they are', () => {
		const gbk = Buffer.concat([
			Buffer.from('<html><head><meta charset="gbk"></head>'),
			Buffer.from([0xcf, 0xfb, 0xb7, 0xc0]),
		]);
		const { bytes, charset } = injectScript(gbk, '/r.js');
		expect(charset).toBe('gbk');
		expect(bytes.subarray(-4)).toEqual(Buffer.from([0xcf, 0xfb, 0xb7, 0xc0]));
		const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<head>课</head>', 'utf16le')]);
		expect(injectScript(wide, '/r.js').bytes.toString('utf8')).toContain(`<head>${tag}课`);
	});
});
