import { z } from 'zod';
import { type Actor, isStaff } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import type { UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { renderMarkdown } from '../../platform/markdown/index.ts';
import { listMadeCourses } from '../courses/index.ts';
import { slugOf } from '../items/index.ts';
import { credentialError } from './errors.ts';
import { issueForPath } from './issue.ts';
import type { Issuer } from './issuer.ts';

export const pathLimits = { steps: 60, courses: 20, perPerson: 50 };

const title = z.string().trim().min(1, 'courses.title_missing').max(160, 'courses.title_too_long');

export const pathSchema = z.object({
	title,
	summary: z.string().trim().max(500).default(''),
	source: z.string().max(20_000).default(''),
	language: z.enum(['zh-CN', 'en']),
	certificate: z.boolean().default(true),
});
export type PathInput = z.input<typeof pathSchema>;

export const stepsSchema = z
	.array(
		z.object({
			title: z.string().trim().max(160).default(''),
			/** null: all of its courses. */
			needed: z.number().int().min(0).max(pathLimits.courses).nullable().default(null),
			courses: z
				.array(
					z.union([
						z.number().int().positive(),
						z.object({ id: z.number().int().positive(), known: z.boolean() }),
					]),
				)
				.max(pathLimits.courses),
		}),
	)
	.max(pathLimits.steps);
export type StepsInput = z.input<typeof stepsSchema>;

/** Staff, and whoever makes a course. */
export async function mayMakePaths(db: Db, actor: Actor): Promise<boolean> {
	if (actor.userId === null) return false;
	return isStaff(actor) || (await listMadeCourses(db, actor.userId)).length > 0;
}

/** @throws common.forbidden, credentials.too_many_paths, common.invalid_input; refusals of acting */
export async function createPath(db: Db, actor: Actor, input: PathInput): Promise<number> {
	const { userId } = requireActing(actor, 'public');
	const given = validate(pathSchema, input);
	if (!(await mayMakePaths(db, actor)))
		throw commonError('forbidden', { detail: 'Who makes a course makes programmes of courses.' });
	return insertPath(db, userId, { ...given, kind: 'programme', goal: null });
}

/** @throws credentials.too_many_paths */
export async function insertPath(
	db: Db,
	userId: UserId,
	path: z.output<typeof pathSchema> & { kind: 'programme' | 'personal'; goal: object | null },
): Promise<number> {
	return inTransaction(db, async (tx) => {
		// Who sends the form twice at once is counted twice.
		await sql`select from users where id = ${userId} for no key update`.execute(tx);
		const { count } = await tx
			.selectFrom('paths')
			.select((eb) => eb.fn.countAll<number>().as('count'))
			.where('owner_id', '=', userId)
			.executeTakeFirstOrThrow();
		if (count >= pathLimits.perPerson) throw credentialError('too_many_paths');
		const at = now();
		const { id } = await tx
			.insertInto('paths')
			.values({
				owner_id: userId,
				kind: path.kind,
				slug: slugOf(path.title, 'path'),
				title: path.title,
				summary: path.summary,
				source: path.source,
				html: path.source ? (await renderMarkdown(path.source, { locale: path.language })).html : '',
				language: path.language,
				certificate: path.certificate,
				goal: path.goal === null ? null : JSON.stringify(path.goal),
				created_at: at,
				updated_at: at,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		return id;
	});
}

async function lockPath(tx: Tx, actor: Actor, id: number) {
	const { userId } = requireActing(actor);
	const row = await tx
		.selectFrom('paths')
		.select(['id', 'owner_id', 'kind', 'status', 'language'])
		.where('id', '=', id)
		.forNoKeyUpdate()
		.executeTakeFirst();
	const own = row?.owner_id === userId;
	if (!row || !(own || (row.kind === 'programme' && (row.status === 'published' || isStaff(actor)))))
		throw credentialError('path_not_found', { detail: `There is no path ${id} here.` });
	if (!own && !isStaff(actor)) throw commonError('forbidden');
	return row;
}

/** @throws credentials.path_not_found, common.forbidden, common.invalid_input */
export async function describePath(db: Db, actor: Actor, id: number, input: PathInput): Promise<void> {
	const given = validate(pathSchema, input);
	const html = given.source ? (await renderMarkdown(given.source, { locale: given.language })).html : '';
	await inTransaction(db, async (tx) => {
		await lockPath(tx, actor, id);
		await tx
			.updateTable('paths')
			.set({ ...given, html, slug: slugOf(given.title, 'path'), updated_at: now() })
			.where('id', '=', id)
			.execute();
	});
}

/**
 * Replaces the steps of a path. Every course stands in it once, is published, and everybody may know of it. Who follows
 * it is not asked for more than before once they completed it.
 *
 * @throws credentials.path_not_found, credentials.course_unknown, credentials.course_twice, credentials.path_step_shape,
 * common.forbidden, common.invalid_input
 */
export async function setSteps(db: Db, actor: Actor, id: number, input: StepsInput): Promise<void> {
	const steps = validate(stepsSchema, input).map((step) => ({
		...step,
		courses: step.courses.map((one) => (typeof one === 'number' ? { id: one, known: false } : one)),
	}));
	const ids = steps.flatMap((step) => step.courses.map((course) => course.id));
	if (new Set(ids).size !== ids.length) throw credentialError('course_twice');
	for (const step of steps)
		if (step.needed !== null && step.needed > step.courses.length) throw credentialError('path_step_shape');
	await inTransaction(db, async (tx) => {
		await lockPath(tx, actor, id);
		const { rows } = await sql<{
			id: number;
		}>`select c.item_id as id from courses c join items i on i.id = c.item_id
			where c.item_id = any(${ids}::bigint[]) and ((i.status = 'published' and i.listed and c.version is not null)
				or c.item_id in (select course_id from path_courses where path_id = ${id}))`.execute(tx);
		if (rows.length !== ids.length) throw credentialError('course_unknown');
		await tx.deleteFrom('path_steps').where('path_id', '=', id).execute();
		for (const [at, step] of steps.entries()) {
			await tx
				.insertInto('path_steps')
				.values({
					path_id: id,
					number: at + 1,
					title: step.title,
					needed: step.needed ?? step.courses.length,
				})
				.execute();
			if (step.courses.length)
				await tx
					.insertInto('path_courses')
					.values(
						step.courses.map((course, position) => ({
							path_id: id,
							step: at + 1,
							position,
							course_id: course.id,
							known: course.known,
						})),
					)
					.execute();
		}
		await tx.updateTable('paths').set({ updated_at: now() }).where('id', '=', id).execute();
	});
}

/**
 * Shows a programme to everybody, or takes it back; who follows it keeps it.
 *
 * @throws credentials.path_not_found, credentials.path_empty, common.forbidden
 */
export async function setPathStatus(
	db: Db,
	actor: Actor,
	id: number,
	status: 'published' | 'archived',
): Promise<void> {
	requireActing(actor, 'public');
	await inTransaction(db, async (tx) => {
		const path = await lockPath(tx, actor, id);
		if (path.kind !== 'programme') throw credentialError('path_not_found');
		const some = await tx
			.selectFrom('path_courses')
			.select('course_id')
			.where('path_id', '=', id)
			.executeTakeFirst();
		if (status === 'published' && !some) throw credentialError('path_empty');
		const at = now();
		await tx
			.updateTable('paths')
			.set({ status, updated_at: at, ...(status === 'published' ? { published_at: at } : {}) })
			.where('id', '=', id)
			.execute();
	});
}

/** Deletes a path that nobody follows but its owner. @throws credentials.path_not_found, common.conflict, common.forbidden */
export async function deletePath(db: Db, actor: Actor, id: number): Promise<void> {
	await inTransaction(db, async (tx) => {
		const path = await lockPath(tx, actor, id);
		const other = await tx
			.selectFrom('path_learners')
			.select('user_id')
			.where('path_id', '=', id)
			.where('user_id', 'is distinct from', path.owner_id)
			.executeTakeFirst();
		if (other) throw commonError('conflict', { detail: 'Somebody follows it: take it back instead.' });
		await tx.deleteFrom('paths').where('id', '=', id).execute();
	});
}

/**
 * Begins to follow a path. What was completed before counts.
 *
 * @throws credentials.path_not_found; refusals of acting
 */
export async function followPath(db: Db, actor: Actor, id: number, issuer: Issuer): Promise<void> {
	const { userId } = requireActing(actor);
	await inTransaction(db, async (tx) => {
		const row = await tx
			.selectFrom('paths')
			.select(['owner_id', 'kind', 'status'])
			.where('id', '=', id)
			.executeTakeFirst();
		if (!row || !(row.owner_id === userId || (row.kind === 'programme' && row.status === 'published')))
			throw credentialError('path_not_found');
		await tx
			.insertInto('path_learners')
			.values({ path_id: id, user_id: userId, started_at: now() })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
		await settlePath(tx, issuer, userId, id);
	});
}

/** Leaves a path that is not completed. */
export async function leavePath(db: Db, actor: Actor, id: number): Promise<void> {
	const { userId } = requireActing(actor);
	await db
		.deleteFrom('path_learners')
		.where('path_id', '=', id)
		.where('user_id', '=', userId)
		.where('completed_at', 'is', null)
		.execute();
}

/** Completes the paths that somebody follows and this course belongs to, where nothing is left to do. */
export async function settlePathsOf(tx: Tx, issuer: Issuer, userId: UserId, courseId: number): Promise<void> {
	const { rows } = await sql<{ id: number }>`select l.path_id as id from path_learners l
		join path_courses c on c.path_id = l.path_id and c.course_id = ${courseId}
		where l.user_id = ${userId} and l.completed_at is null order by l.path_id`.execute(tx);
	for (const { id } of rows) await settlePath(tx, issuer, userId, id);
}

async function settlePath(tx: Tx, issuer: Issuer, userId: UserId, pathId: number): Promise<void> {
	// Two courses that are completed at once take turns here, so that the second one sees both.
	await sql`select from path_learners where path_id = ${pathId} and user_id = ${userId} for no key update`.execute(
		tx,
	);
	const { rows } = await sql<{ kind: string }>`update path_learners l set completed_at = ${now()} from paths p
		where p.id = l.path_id and l.path_id = ${pathId} and l.user_id = ${userId} and l.completed_at is null
			and not exists (select from path_steps s where s.path_id = l.path_id and (select count(*) from path_courses c
				where c.path_id = s.path_id and c.step = s.number and ((c.known and p.kind = 'personal') or exists (select from enrolments e
					where e.course_id = c.course_id and e.user_id = l.user_id and e.completed_at is not null)))
				< least(s.needed, (select count(*) from path_courses c where c.path_id = s.path_id and c.step = s.number)))
			and exists (select from path_courses c join enrolments e on e.course_id = c.course_id and e.user_id = l.user_id
				and e.completed_at is not null where c.path_id = l.path_id)
		returning p.kind`.execute(tx);
	if (!rows[0]) return;
	await emit(tx, userId, 'credentials.path-completed', { pathId, learnerId: userId });
	await issueForPath(tx, issuer, { userId, pathId });
}
