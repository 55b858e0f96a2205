import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { travel } from '../../kernel/clock.ts';
import { aPerson, aSpace } from '../../modules/items/testing.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { cellsOf, importLog, importOulad, readLog } from './index.ts';

const { db } = await testDatabase();
const dir = mkdtempSync(join(tmpdir(), 'stoa-logs-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('a cell may be quoted, and hold commas and quotes', () => {
	expect(cellsOf('a,"b,""c""",,d')).toEqual(['a', 'b,"c"', '', 'd']);
});

test('presentations, assessments, registrations and scores of a small made-up university are all there', async () => {
	const write = (name: string, lines: string[]) =>
		writeFileSync(join(dir, `${name}.csv.gz`), gzipSync(lines.join('\n')));
	write('course', [
		'code_module,code_presentation,module_presentation_length',
		'XXX,2030B,240',
		'YYY,2030B,100',
	]);
	write('assessment', [
		'code_module,code_presentation,id_assessment,assessment_type,date,weight',
		'XXX,2030B,1,TMA,19,10',
		'XXX,2030B,2,Exam,,100',
	]);
	write('student_registration', [
		'code_module,code_presentation,id_student,date_registration,date_unregistration',
		'XXX,2030B,501,-10,',
		'XXX,2030B,502,-9,30',
		'YYY,2030B,501,-3,',
	]);
	write('student_assessment', [
		'id_assessment,id_student,date_submitted,is_banked,score',
		'1,501,18,False,78',
		'2,501,200,False,39',
		'1,502,17,False,',
	]);
	const author = await aPerson(db);
	const space = await aSpace(db);
	const { found, kept } = await importOulad(db, author.actor, space.id, dir);
	expect(found).toEqual({ courses: 2, assessments: 2, registrations: 3, submissions: 3, passed: 1 });
	expect(kept).toEqual(found);
	const row = await db
		.selectFrom('lesson_progress as p')
		.innerJoin('lessons as l', 'l.id', 'p.lesson_id')
		.innerJoin('users as u', 'u.id', 'p.user_id')
		.select(['p.score', 'p.completed_at'])
		.where('l.key', '=', 'a2')
		.where('u.handle', '=', 'ou-501')
		.executeTakeFirstOrThrow();
	expect(row.score).toBeCloseTo(0.39);
	expect(row.completed_at).toBeNull();
});

test('a log that comes out of order, twice and from two devices has as many sessions as it had', async () => {
	const at = (minutes: number) =>
		new Date(Date.parse('2014-06-04T08:00:00Z') + minutes * 60_000).toISOString().slice(0, 19);
	const lines = [
		'enrollment_id,time,source,event,object',
		...[0, 5, 34, 65, 200, 229].map((minute) => `7,${at(minute)},server,access,x`),
		`7,${at(5)},browser,nagivate,x`,
		...[10, 60 * 24 * 40].map((minute) => `8,${at(minute)},browser,video,y`),
	];
	writeFileSync(join(dir, 'stream.csv'), lines.join('\n'));
	const author = await aPerson(db);
	const space = await aSpace(db);
	const events = await readLog(join(dir, 'stream.csv'));
	try {
		const { found, kept } = await importLog(
			db,
			author.actor,
			space.id,
			events,
			(reports) => [...reports].reverse().flatMap((one, n) => (n % 2 ? [one] : [one, one])),
			(seconds) => travel(seconds * 1000 - Date.now()),
		);
		// Learner 7: 0–34, 65, 200–229; learner 8: two days far apart.
		expect(found).toEqual({
			enrolments: 2,
			events: 9,
			sessions: 5,
			kinds: { access: 6, nagivate: 1, video: 2 },
		});
		expect(kept).toEqual(found);
	} finally {
		travel(0);
	}
});
