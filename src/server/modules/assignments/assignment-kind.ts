import './gate.ts';
import { z } from 'zod';
import { now } from '../../kernel/clock.ts';
import { validate } from '../../kernel/validate.ts';
import { lessonKinds, readLearnerCourse } from '../courses/index.ts';
import { assignmentSchema, findAssignment, keepAssignment, renderSamples } from './assignment.ts';
import { afterLateness, closesAt, daysLate, dueOf, type Late } from './due.ts';
import { extensionOf } from './extension.ts';
import { mayBegin } from './hand-in.ts';
import { type PeerPart, readPeerPart } from './peer-part.ts';
import { mostPoints, type Rubric } from './rubric.ts';
import {
	filesOf,
	type Marking,
	markingsOf,
	roundsOf,
	type Submission,
	type SubmittedFile,
} from './submission.ts';

/** One round as its author sees it. */
export interface ShownRound {
	id: number;
	round: number;
	html: string;
	hasMath: boolean;
	link: string;
	files: SubmittedFile[];
	submittedAt: Date;
	lateDays: number;
	state: Submission['state'];
	waitsFor: Submission['waitsFor'];
	/** When reviews by others are due; null while reviewers are looked for. */
	reviewsDueAt: Date | null;
	appeal: string | null;
	/** The last one counts. */
	markings: Marking[];
}

/** What the page of an assignment is given: the rubric before, marks after. */
export interface AssignmentPart {
	assignment: {
		rubric: Rubric;
		mostPoints: number;
		takesText: boolean;
		takesLink: boolean;
		mostFiles: number;
		passMark: number;
		due: Date | null;
		/** This learner was given another day than the others. */
		extended: boolean;
		closes: Date | null;
		late: Late;
		latePercent: number;
		/** What is left of a score that is handed in now; 1 in time. */
		leftNow: number;
		closed: boolean;
		/** null: as many as one pleases. */
		rounds: number | null;
		reviews: number;
		reviewDays: number;
		draft: { round: number; source: string; link: string; files: SubmittedFile[]; editedAt: Date } | null;
		mayBegin: boolean;
		/** What was handed in, the last one first. */
		handedIn: ShownRound[];
		/** Where other learners review; null where they do not. */
		peers: PeerPart | null;
	} | null;
}

const dataSchema = z.object({ assignmentId: z.coerce.number().int().positive().nullable().default(null) });
type Data = z.output<typeof dataSchema>;

/** A lesson of which something is handed in, and marked by people. */
export const assignmentLesson = lessonKinds.register({
	name: 'assignment',
	icon: 'notebook-pen',
	data: dataSchema,
	unit: null,
	completion: { by: 'passed' },
	manual: false,
	async measure() {
		return { extent: 0, minutes: 60 };
	},
	async fault(db, { courseId, data }) {
		const { assignmentId } = data as Data;
		return assignmentId && (await findAssignment(db, courseId, assignmentId))
			? null
			: 'assignments.rubric_missing';
	},
	async read(db, actor, { courseId, lessonId, data }): Promise<AssignmentPart> {
		const { assignmentId } = data as Data;
		const assignment = assignmentId ? await findAssignment(db, courseId, assignmentId) : null;
		if (!assignment) return { assignment: null };
		const { userId } = actor;
		const at = now();
		const course = userId === null ? null : await readLearnerCourse(db, actor, courseId);
		const extended = userId === null ? null : await extensionOf(db, userId, lessonId);
		const due = extended ?? dueOf(assignment, course?.startedAt ?? null);
		const closes = closesAt(assignment, due);
		const rounds = userId === null ? [] : await roundsOf(db, userId, lessonId);
		const ids = rounds.map(({ id }) => id);
		const [files, { markings }] = await Promise.all([filesOf(db, ids), markingsOf(db, ids)]);
		const draft = rounds.find(({ state }) => state === 'draft') ?? null;
		const handedIn = rounds.filter(({ state }) => state !== 'draft');
		const first = handedIn.length === 0;
		const closed = first && closes !== null && at > closes;
		const may = course !== null && (course.access === 'full' || course.maker);
		return {
			assignment: {
				rubric: assignment.rubric,
				mostPoints: mostPoints(assignment.rubric),
				takesText: assignment.takesText,
				takesLink: assignment.takesLink,
				mostFiles: assignment.mostFiles,
				passMark: assignment.passMark,
				due,
				extended: extended !== null,
				closes,
				late: assignment.late,
				latePercent: assignment.latePercent,
				leftNow: first ? afterLateness(assignment, 1, daysLate(due, at)) : 1,
				closed,
				rounds: assignment.rounds,
				reviews: assignment.reviews,
				reviewDays: assignment.reviewDays,
				draft: draft && {
					round: draft.round,
					source: draft.source,
					link: draft.link,
					files: files.get(draft.id) ?? [],
					editedAt: draft.editedAt,
				},
				mayBegin: may && draft === null && !closed && mayBegin(assignment, rounds),
				handedIn: handedIn.map((one) => ({
					id: one.id,
					round: one.round,
					html: one.html,
					hasMath: one.hasMath,
					link: one.link,
					files: files.get(one.id) ?? [],
					submittedAt: one.submittedAt as Date,
					lateDays: one.lateDays,
					state: one.state,
					waitsFor: one.waitsFor,
					reviewsDueAt: one.reviewsDueAt,
					appeal: one.appeal,
					markings: markings.get(one.id) ?? [],
				})),
				peers:
					assignment.reviews > 0 && userId !== null
						? await readPeerPart(db, userId, lessonId, assignment)
						: null,
			},
		};
	},
	studioHref: ({ courseId, lessonId }) => `/studio/courses/${courseId}/lessons/${lessonId}/assignment`,
	async exported(db, { courseId, data }) {
		const { assignmentId } = data as Data;
		const found = assignmentId ? await findAssignment(db, courseId, assignmentId) : null;
		if (!found) return null;
		const { id: _id, courseId: _course, samples, dueAt, ...asked } = found;
		return {
			...asked,
			dueAt: dueAt?.toISOString() ?? null,
			samples: samples.map(({ title, source, chosen, comment }) => ({ title, source, chosen, comment })),
		};
	},
	async imported(db, actor, { courseId }, exported) {
		if (!exported || Object.keys(exported).length === 0) return { assignmentId: null };
		const given = validate(assignmentSchema, exported);
		return {
			assignmentId: await keepAssignment(db, actor, courseId, given, await renderSamples(given)),
		};
	},
});
