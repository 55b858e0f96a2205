import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { may } from '../entitlements/index.ts';
import { organisationError } from './errors.ts';
import { note } from './log.ts';
import { memberOf } from './member.ts';
import { lockOrganisation, type Organisation, organisationTo } from './organisation.ts';

const id = z.coerce.number('common.bad_value').int('common.bad_value').positive('common.bad_value').nullish();

const due = z.coerce.date('common.bad_value').nullish();

export const trainingSchema = z
	.object({
		courseId: id,
		pathId: id,
		/** Neither: everybody. */
		teamId: id,
		handle: z
			.string()
			.trim()
			.max(60)
			.nullish()
			.transform((handle) => handle || null),
		dueAt: due,
		note: z.string().trim().max(500, 'common.bad_value').default(''),
	})
	.refine((given) => (given.courseId == null) !== (given.pathId == null), {
		message: 'organisations.training_unknown',
		path: ['courseId'],
	});
export type TrainingInput = z.input<typeof trainingSchema>;

/**
 * Gives an organisation's people something to learn: a course or a programme of courses, to everybody, a team or one of
 * them. It opens nothing that is held: who needs a seat is given one.
 *
 * @throws organisations.not_found, organisations.training_unknown, organisations.training_twice,
 *   organisations.team_not_found, organisations.person_unknown, organisations.due_in_past, common.forbidden,
 *   common.invalid_input
 */
export async function giveTraining(
	db: Db,
	actor: Actor,
	slug: string,
	input: TrainingInput,
): Promise<number> {
	const given = validate(trainingSchema, input);
	const at = now();
	if (given.dueAt && given.dueAt <= at) throw dueInPast();
	return inTransaction(db, async (tx) => {
		const organisation = await lockOrganisation(tx, actor, slug, 'manage');
		const { id: organisationId, by } = organisation;
		const title = given.courseId
			? await courseToGive(tx, actor, organisation, given.courseId)
			: await pathToGive(tx, given.pathId!);
		if (given.teamId && given.handle) throw organisationError('training_unknown');
		if (given.teamId) await teamHere(tx, organisationId, given.teamId);
		const person = given.handle ? await memberOf(tx, organisationId, given.handle) : null;
		const row = await tx
			.insertInto('trainings')
			.values({
				organisation_id: organisationId,
				course_id: given.courseId ?? null,
				path_id: given.pathId ?? null,
				team_id: given.teamId ?? null,
				user_id: person?.userId ?? null,
				note: given.note,
				due_at: given.dueAt ?? null,
				created_by: by,
				created_at: at,
			})
			.onConflict((conflict) => conflict.doNothing())
			.returning('id')
			.executeTakeFirst();
		if (!row) throw organisationError('training_twice');
		await note(tx, organisationId, 'training-given', {
			by,
			subject: person?.userId ?? null,
			what: title,
			training: row.id,
		});
		await emit(tx, by, 'organisations.training-given', { organisationId, trainingId: row.id });
		return row.id;
	});
}

const dueInPast = () => organisationError('due_in_past', { fields: { dueAt: 'organisations.due_in_past' } });

const unknown = (field: 'courseId' | 'pathId') =>
	organisationError('training_unknown', { fields: { [field]: 'organisations.training_unknown' } });

/** A course that has a version, and that everybody, or everybody in the organisation's own space, may know of. */
async function courseToGive(
	tx: Tx,
	actor: Actor,
	{ spaceId }: Organisation,
	courseId: ItemId,
): Promise<string> {
	const course = await tx
		.selectFrom('items as i')
		.innerJoin('courses as c', 'c.item_id', 'i.id')
		.select(['i.title', 'i.listed', 'i.space_id'])
		.where('i.id', '=', courseId)
		.where('i.status', '=', 'published')
		.where('c.version', 'is not', null)
		.executeTakeFirst();
	const seen = (await may(tx, actor, 'read', [{ id: courseId }])).get(courseId) !== 'none';
	if (!course || !seen || !(course.listed || course.space_id === spaceId)) throw unknown('courseId');
	return course.title ?? '';
}

async function pathToGive(tx: Tx, pathId: number): Promise<string> {
	const path = await tx
		.selectFrom('paths')
		.select('title')
		.where('id', '=', pathId)
		.where('kind', '=', 'programme')
		.where('status', '=', 'published')
		.executeTakeFirst();
	if (!path) throw unknown('pathId');
	return path.title;
}

async function teamHere(tx: Tx, organisationId: number, teamId: number): Promise<void> {
	const team = await tx
		.selectFrom('organisation_teams')
		.select('id')
		.where('id', '=', teamId)
		.where('organisation_id', '=', organisationId)
		.executeTakeFirst();
	if (!team) throw organisationError('team_not_found');
}

export const trainingChangeSchema = z.object({
	dueAt: due,
	note: z.string().trim().max(500, 'common.bad_value').default(''),
});

/**
 * Moves the day by which it is due, or takes it away; who was reminded is reminded anew.
 *
 * @throws organisations.not_found, organisations.training_not_found, organisations.due_in_past, common.forbidden
 */
export async function changeTraining(
	db: Db,
	actor: Actor,
	slug: string,
	trainingId: number,
	input: z.input<typeof trainingChangeSchema>,
): Promise<void> {
	const { dueAt = null, note: words } = validate(trainingChangeSchema, input);
	if (dueAt && dueAt <= now()) throw dueInPast();
	await inTransaction(db, async (tx) => {
		const { id: organisationId, by } = await lockOrganisation(tx, actor, slug, 'manage');
		const { numUpdatedRows } = await tx
			.updateTable('trainings')
			.set({ due_at: dueAt, note: words })
			.where('id', '=', trainingId)
			.where('organisation_id', '=', organisationId)
			.where('ended_at', 'is', null)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) throw organisationError('training_not_found');
		await tx.deleteFrom('training_reminders').where('training_id', '=', trainingId).execute();
		await note(tx, organisationId, 'training-changed', {
			by,
			training: trainingId,
			due: dueAt?.toISOString() ?? null,
		});
	});
}

/** Ends a training: nobody is reminded of it or seen by it any more. @throws as {@link changeTraining} */
export async function endTraining(db: Db, actor: Actor, slug: string, trainingId: number): Promise<void> {
	await inTransaction(db, async (tx) => {
		const { id: organisationId, by } = await lockOrganisation(tx, actor, slug, 'manage');
		const { numUpdatedRows } = await tx
			.updateTable('trainings')
			.set({ ended_at: now() })
			.where('id', '=', trainingId)
			.where('organisation_id', '=', organisationId)
			.where('ended_at', 'is', null)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) throw organisationError('training_not_found');
		await note(tx, organisationId, 'training-ended', { by, training: trainingId });
	});
}

/** A course or a path that may be given, for a form. */
export interface Choice {
	id: number;
	title: string;
}

/** What an administrator may give: the courses of the organisation's own space, then those of the place, and its programmes. Two statements after the gate. */
export async function listGivable(
	db: Db,
	actor: Actor,
	slug: string,
): Promise<{ own: Choice[]; courses: Choice[]; paths: Choice[] }> {
	const { spaceId } = await organisationTo(db, actor, slug, 'manage');
	const [{ rows }, paths] = await Promise.all([
		sql<
			Choice & { own: boolean }
		>`select i.id, i.title, coalesce(i.space_id = ${spaceId}::bigint, false) as own from items i
			join courses c on c.item_id = i.id and c.version is not null
			where i.kind = 'course' and i.status = 'published' and (i.listed or i.space_id = ${spaceId}::bigint)
			order by own desc, c.learner_count desc, i.id desc limit 300`.execute(db),
		db
			.selectFrom('paths')
			.select(['id', 'title'])
			.where('kind', '=', 'programme')
			.where('status', '=', 'published')
			.orderBy('learner_count', 'desc')
			.orderBy('id')
			.limit(100)
			.execute(),
	]);
	const cards = (own: boolean) =>
		rows.filter((row) => row.own === own).map(({ id, title }) => ({ id, title }));
	return { own: cards(true), courses: cards(false), paths };
}

/** What notifications say of a training, and whom it reaches, in the order of their ids. One statement. */
export async function trainedPeople(
	db: Db,
	trainingId: number,
): Promise<{ slug: string; title: string; courseId: ItemId | null; people: UserId[] } | null> {
	const { rows } = await sql<{
		slug: string;
		title: string;
		courseId: ItemId | null;
		people: UserId[];
	}>`select o.slug, coalesce(i.title, w.title, '') as title, t.course_id as "courseId",
			(select coalesce(json_agg(m.user_id order by m.user_id), '[]') from organisation_members m where m.organisation_id = t.organisation_id and (t.user_id is null or t.user_id = m.user_id)
				and (t.team_id is null or exists (select from team_members x where x.team_id = t.team_id and x.user_id = m.user_id))) as people
		from trainings t join organisations o on o.id = t.organisation_id left join items i on i.id = t.course_id left join paths w on w.id = t.path_id
		where t.id = ${trainingId} and t.ended_at is null`.execute(db);
	return rows[0] ?? null;
}
