import { z } from 'zod';
import { type Actor, isStaff } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, LessonId, UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { type Access, accessJoins, accessLevel } from '../entitlements/index.ts';
import { looksAfter, type SpaceRole } from '../spaces/index.ts';
import { lessonsCompleted } from './complete-lesson.ts';
import { byDay } from './days.ts';
import { beginCourse } from './enrol.ts';
import { courseError } from './errors.ts';
import { readFacts } from './facts.ts';
import { asks, lessonKinds } from './lesson-kinds.ts';
import { lessonState } from './lesson-state.ts';
import { joinRanges, multirange, type Range } from './ranges.ts';
import type { Rule } from './rule.ts';
import { idSchema } from './schemas.ts';

/** How long ago something may have been learnt without a connection, and how far ahead a device's clock may be, in seconds. */
const [kept, ahead] = [31 * 86_400, 60];

const whole = z
	.number('courses.ranges_shape')
	.int('courses.ranges_shape')
	.min(0, 'courses.ranges_shape')
	.max(1e13, 'courses.ranges_shape');
const ranges = z
	.array(
		z
			.tuple([whole, whole], 'courses.ranges_shape')
			.refine(([from, to]) => from <= to, 'courses.ranges_shape'),
	)
	.max(200, 'courses.ranges_shape')
	.default([]);

/** What a device saw somebody learn since its last report. Reports are sets: the order in which they come, and how often, is nothing. */
export const progressReportSchema = z.object({
	lessonId: idSchema,
	/** Paragraphs of a text, or seconds of a film: each from its first to before its last. */
	covered: ranges,
	/** Seconds of the clock (since 1970) in which it was learnt. */
	studied: ranges,
	/** Paragraph or second where it was left, … */
	place: whole.nullish(),
	/** … and when that was, in milliseconds since 1970. */
	at: whole.nullish(),
});
export type ProgressReport = z.input<typeof progressReportSchema>;
export const progressSchema = z.object({
	/** Who learnt it, where a device knows: one that was kept while somebody else was signed in is never taken for theirs. */
	learnerId: idSchema.nullish(),
	reports: z.array(progressReportSchema).min(1, 'courses.ranges_shape').max(100, 'courses.ranges_shape'),
});

/** How a lesson stands after a report; `refused` is the code of why nothing of it was taken. */
export type Recorded =
	| { lessonId: LessonId; covered: number; extent: number; completed: boolean; place: number }
	| { lessonId: LessonId; refused: string };

interface GateRow {
	lessonId: LessonId;
	courseId: ItemId;
	kind: string;
	extent: number;
	preview: boolean;
	dripDays: number | null;
	dripAt: Date | null;
	rule: Rule | null;
	courseRule: Rule | null;
	access: Access;
	maker: boolean;
	member: SpaceRole | null;
	startedAt: Date | null;
	/** They have learnt here before, so it was open to them. */
	begun: boolean;
	timeZone: string;
}

const gateOf = statement<{ user: UserId; staff: boolean; now: Date; lessons: number[] }, GateRow>(
	`select l.id as "lessonId", l.course_id as "courseId", l.kind, r.extent, v.preview, v.drip_days as "dripDays", v.drip_at as "dripAt",
			v.rule, c.rule as "courseRule", ${accessLevel} as access,
			i.author_id = :user::bigint or a.user_id is not null as maker, m.role as member, e.started_at as "startedAt",
			p.lesson_id is not null as begun, u.time_zone as "timeZone"
		from unnest(:lessons::bigint[]) as asked(id) join lessons l on l.id = asked.id
			join courses c on c.item_id = l.course_id join items i on i.id = c.item_id ${accessJoins}
			join users u on u.id = :user::bigint
			left join enrolments e on e.course_id = c.item_id and e.user_id = u.id
			left join course_authors a on a.course_id = c.item_id and a.user_id = u.id
			left join lesson_progress p on p.user_id = u.id and p.lesson_id = l.id
			join version_lessons v on v.course_id = c.item_id and v.version = coalesce(e.version, c.version) and v.lesson_id = l.id
			join lesson_revisions r on r.lesson_id = v.lesson_id and r.number = v.revision`,
);

type Report = z.output<typeof progressReportSchema>;
interface Joined {
	gate: GateRow;
	covered: Range[];
	studied: Range[];
	place: number | null;
	at: number;
}

/**
 * The one road by which progress comes in, in batches: what devices saw somebody read or watch. Of each lesson the
 * union with what was known is kept, so a report that comes twice, late, or from a second device adds exactly what was
 * not known. A lesson that is thereby completed is told of once. Who may read a course and has not begun it begins it.
 *
 * @returns one answer for each lesson reported, in the order of its first report; a refused one keeps none of the others back
 * @throws common.invalid_input, courses.other_learner when the reports are somebody else's; refusals of signing in
 */
export async function recordProgress(
	db: Db,
	actor: Actor,
	input: { learnerId?: number | null; reports: ProgressReport[] },
): Promise<Recorded[]> {
	const { userId } = requireActing(actor);
	const { reports, learnerId } = validate(progressSchema, input);
	if (learnerId != null && learnerId !== userId) throw courseError('other_learner');
	const lessons = [...new Set(reports.map(({ lessonId }) => lessonId))];
	const gates = new Map(
		(await gateOf(db, { user: userId, staff: isStaff(actor), now: now(), lessons })).map((row) => [
			row.lessonId,
			row,
		]),
	);
	const refused = await refusals(db, actor, userId, gates);
	const open: Joined[] = [];
	for (const id of lessons) {
		const gate = gates.get(id);
		if (gate && !refused.has(id))
			open.push(
				joined(
					gate,
					reports.filter(({ lessonId }) => lessonId === id),
				),
			);
	}
	const stand = open.length === 0 ? [] : await inTransaction(db, (tx) => keep(tx, userId, open));
	return lessons.map((id) => {
		const row = stand.find(({ lessonId }) => lessonId === id);
		return row ?? { lessonId: id, refused: refused.get(id) ?? 'courses.lesson_not_found' };
	});
}

async function refusals(
	db: Db,
	actor: Actor,
	userId: UserId,
	gates: ReadonlyMap<number, GateRow>,
): Promise<Map<number, string>> {
	const refused = new Map<number, string>();
	const unsure = [...gates.values()].filter(({ begun }) => !begun);
	const facts = await readFacts(
		db,
		userId,
		unsure.flatMap(({ rule, courseRule }) => [rule, courseRule]),
	);
	for (const gate of gates.values()) {
		const maker = gate.maker || isStaff(actor) || looksAfter(gate.member);
		const full = gate.access === 'full';
		// Who may not know of the course may not know of its lessons.
		if (gate.access === 'none' && !maker) {
			refused.set(gate.lessonId, 'courses.lesson_not_found');
			continue;
		}
		if (gate.begun) {
			if (!full && !maker && !gate.preview) refused.set(gate.lessonId, 'courses.held');
			continue;
		}
		const state = lessonState(gate, { ...gate, maker, full, facts }, now());
		// Who reports of a lesson that opens with the beginning has begun.
		if (!state.open && !(state.why === 'begin' && gate.dripDays === 0))
			refused.set(gate.lessonId, codeOf[state.why]);
	}
	return refused;
}

const codeOf = {
	held: 'courses.held',
	begin: 'courses.not_enrolled',
	drip: 'courses.not_yet',
	rule: 'courses.locked',
} as const;

function joined(gate: GateRow, reports: readonly Report[]): Joined {
	const clock = Math.floor(now().getTime() / 1000);
	let place: number | null = null;
	let at = 0;
	for (const report of reports) {
		const when = Math.min(report.at ?? 0, (clock + ahead) * 1000);
		if (report.place == null || when < at || (when === at && place !== null && report.place < place))
			continue;
		[place, at] = [report.place, when];
	}
	return {
		gate,
		covered: joinRanges(
			reports.flatMap(({ covered }) => covered),
			0,
			gate.extent,
		),
		studied: joinRanges(
			reports.flatMap(({ studied }) => studied),
			clock - kept,
			clock + ahead,
		),
		place: place === null ? null : Math.min(place, gate.extent),
		at,
	};
}

interface Kept {
	lesson_id: LessonId;
	covered_count: number;
	/** One past the last that is covered. */
	end: number | null;
	completed: boolean;
	place: number;
}

async function keep(tx: Tx, userId: UserId, reports: Joined[]): Promise<Recorded[]> {
	const courses = new Set(
		reports
			.filter(({ gate }) => gate.startedAt === null && (gate.access === 'full' || gate.maker))
			.map(({ gate }) => gate.courseId),
	);
	for (const courseId of courses) await beginCourse(tx, userId, courseId);
	// In the order of ids, so that two devices never wait for each other in a circle.
	const sorted = [...reports].sort((a, b) => a.gate.lessonId - b.gate.lessonId);
	const at = now();
	const { rows } = await sql<Kept>`insert into lesson_progress as p
			(user_id, lesson_id, course_id, covered, studied, place, place_at, started_at)
		select ${userId}, lesson, course, covered::int4multirange, studied::int8multirange, place, to_timestamp(place_at / 1000.0), ${at}
		from unnest(${sorted.map(({ gate }) => gate.lessonId)}::bigint[], ${sorted.map(({ gate }) => gate.courseId)}::bigint[],
			${sorted.map(({ covered }) => multirange(covered))}::text[], ${sorted.map(({ studied }) => multirange(studied))}::text[],
			${sorted.map(({ place }) => place ?? 0)}::int[], ${sorted.map((one) => (one.place === null ? 0 : one.at))}::bigint[])
			as given(lesson, course, covered, studied, place, place_at)
		on conflict (user_id, lesson_id) do update set covered = p.covered + excluded.covered,
			studied = case when pg_column_size(p.studied) < 32000 then p.studied + excluded.studied else p.studied end,
			place = case when (excluded.place_at, excluded.place) > (p.place_at, p.place) then excluded.place else p.place end,
			place_at = greatest(p.place_at, excluded.place_at)
		returning lesson_id, covered_count, upper(covered) as "end", completed_at is not null as completed, place`.execute(
		tx,
	);
	await keepDays(tx, userId, sorted);
	const byId = new Map(rows.map((row) => [row.lesson_id, row]));
	const reached = sorted.filter(({ gate }) => isReached(gate, byId.get(gate.lessonId)!));
	const done = await completeReached(
		tx,
		userId,
		reached.map(({ gate }) => gate),
	);
	return sorted.map(({ gate }) => {
		const row = byId.get(gate.lessonId)!;
		return {
			lessonId: gate.lessonId,
			covered: row.covered_count,
			extent: gate.extent,
			completed: row.completed || done.has(gate.lessonId),
			place: row.place,
		};
	});
}

function isReached(gate: GateRow, row: Kept): boolean {
	if (row.completed) return false;
	const wanted = asks(lessonKinds.named(gate.kind), gate.extent);
	if (!wanted || row.covered_count < wanted.count) return false;
	return wanted.last === null || (row.end ?? 0) > wanted.last;
}

/** Marks lessons as completed that are not yet; each is told of once, whoever else does the same at this moment. */
export async function completeReached(
	tx: Tx,
	userId: UserId,
	lessons: readonly { lessonId: LessonId; courseId: ItemId }[],
): Promise<Set<number>> {
	if (lessons.length === 0) return new Set();
	const rows = await tx
		.updateTable('lesson_progress')
		.set({ completed_at: now() })
		.where('user_id', '=', userId)
		.where(
			'lesson_id',
			'in',
			lessons.map(({ lessonId }) => lessonId),
		)
		.where('completed_at', 'is', null)
		.returning(['lesson_id as lessonId', 'course_id as courseId'])
		.execute();
	if (rows.length > 0) await lessonsCompleted(tx, userId, rows);
	return new Set(rows.map(({ lessonId }) => lessonId));
}

/** One hour on two devices is one hour of the day. */
async function keepDays(tx: Tx, userId: UserId, reports: readonly Joined[]): Promise<void> {
	const stretches = reports.flatMap(({ studied }) => studied);
	if (stretches.length === 0) return;
	const days = [...byDay(reports[0]!.gate.timeZone, stretches)].sort(([a], [b]) => (a < b ? -1 : 1));
	await sql`insert into learning_days as d (user_id, day, studied)
		select ${userId}, day, studied::int8multirange from unnest(${days.map(([day]) => day)}::date[],
			${days.map(([, own]) => multirange(own))}::text[]) as given(day, studied)
		on conflict (user_id, day) do update set studied = case when pg_column_size(d.studied) < 64000
			then d.studied + excluded.studied else d.studied end`.execute(tx);
}

/**
 * Says by hand that a lesson is done, where its kind lets its learner say so.
 *
 * @throws courses.lesson_not_found, courses.not_by_hand, and why it is not open; refusals of signing in
 */
export async function markDone(db: Db, actor: Actor, lessonId: LessonId): Promise<Recorded> {
	const { userId } = requireActing(actor);
	const [gate] = await gateOf(db, { user: userId, staff: isStaff(actor), now: now(), lessons: [lessonId] });
	if (!gate) throw courseError('lesson_not_found');
	const [code] = (await refusals(db, actor, userId, new Map([[lessonId, gate]]))).values();
	if (code) throw courseError(code.slice('courses.'.length) as 'held');
	if (!lessonKinds.named(gate.kind).manual) throw courseError('not_by_hand');
	return inTransaction(db, async (tx) => {
		const [recorded] = await keep(tx, userId, [{ gate, covered: [], studied: [], place: null, at: 0 }]);
		await completeReached(tx, userId, [gate]);
		return { ...recorded!, completed: true };
	});
}
