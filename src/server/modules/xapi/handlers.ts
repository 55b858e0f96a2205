import type { EventPayloads, StoredEvent } from '../../contracts/events.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import { type Handler, onEvents } from '../../platform/events/index.ts';
import { type Keeper, keepStatement } from './keep-statement.ts';
import type { Activity, Happened } from './statement.ts';
import type { Verb } from './vocabulary.ts';

/** What a statement says beyond who, when and what. */
type Result = Pick<Happened, 'score' | 'success' | 'completion' | 'seconds'> & { verb: Verb };

/** Which statement a fact becomes: the table of docs/interoperate.md. */
const results: { [T in Told]: (payload: EventPayloads[T]) => Result } = {
	'courses.begun': () => ({ verb: 'registered' }),
	'courses.lesson-completed': () => ({ verb: 'completed', completion: true }),
	'courses.completed': () => ({ verb: 'completed', completion: true }),
	'assessments.attempted': ({ score, passed, seconds }) => ({
		verb: passed ? 'passed' : 'failed',
		score,
		success: passed,
		seconds,
	}),
	'scorm.attempt-ended': ({ score, success, completion, seconds }) => ({
		verb: success === 'unknown' ? (completion === 'completed' ? 'completed' : 'terminated') : success,
		score,
		seconds,
		...(success === 'unknown' ? {} : { success: success === 'passed' }),
		...(completion === 'completed' ? { completion: true } : {}),
	}),
	'credentials.issued': () => ({ verb: 'earned' }),
};
const told = [
	'courses.begun',
	'courses.lesson-completed',
	'courses.completed',
	'assessments.attempted',
	'scorm.attempt-ended',
	'credentials.issued',
] as const;
type Told = (typeof told)[number];

/** Turns facts into statements. It only writes rows: sending is the job's, so nobody ever waits for a store. */
export function xapiHandlers(keeper: Keeper): Handler[] {
	return [
		onEvents('xapi.keep', told, async (tx, event) => {
			const found = await subjectOf(tx, event as StoredEvent<Told>);
			if (!found) return;
			const result = (results[event.type] as (payload: unknown) => Result)(event.payload);
			await keepStatement(
				tx,
				keeper,
				{ key: `events/${event.id}`, at: event.occurredAt, ...found.of, ...result },
				found.courseId,
			);
		}),
	];
}

interface Row {
	id: number;
	name: string;
	email: string;
	course_id: number | null;
	course: string | null;
	language: string | null;
	lesson: string | null;
	score: number | null;
}

async function subjectOf(tx: Tx, { type, payload }: StoredEvent<Told>) {
	const given = payload as {
		learnerId: number;
		courseId?: number;
		lessonId?: number;
		token?: string;
		title?: string;
	};
	const token = given.token ?? null;
	const { rows } =
		await sql<Row>`select u.id, u.name, u.email, i.id as course_id, i.title as course, i.language, r.title as lesson, p.score
		from users u
			left join certificates c on c.token = ${token}::text
			left join items i on i.id = coalesce(${given.courseId ?? null}::bigint, c.course_id)
			left join lessons l on l.id = ${given.lessonId ?? null}::bigint
			left join lesson_revisions r on r.lesson_id = l.id and r.number = l.revision
			left join lesson_progress p on p.lesson_id = l.id and p.user_id = u.id
		where u.id = ${given.learnerId}`.execute(tx);
	const row = rows[0];
	if (!row || (row.course_id === null && token === null)) return null;
	const language = row.language ?? 'zh-CN';
	const course: Activity | null =
		row.course_id === null
			? null
			: { type: 'course', path: `/courses/${row.course_id}`, name: row.course ?? '', language };
	const below = (kind: Activity['type'], path: string, name: string): Activity => ({
		type: kind,
		path,
		name,
		language,
	});
	const object =
		token !== null
			? below('certificate', `/certificates/${token}`, given.title ?? '')
			: given.lessonId === undefined
				? course!
				: below(
						type === 'assessments.attempted' ? 'assessment' : 'lesson',
						`/courses/${row.course_id}/lessons/${given.lessonId}`,
						row.lesson ?? '',
					);
	return {
		courseId: row.course_id,
		of: {
			learner: { id: row.id, name: row.name, email: row.email },
			object,
			course: object === course ? null : course,
			language,
			...(type === 'courses.lesson-completed' ? { score: row.score } : {}),
		},
	};
}
