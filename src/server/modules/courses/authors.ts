import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { type AuthorRole, courseToMake, lockCourse } from './course.ts';
import { courseChanged } from './create-course.ts';
import { courseError } from './errors.ts';

/** Who makes a course beside its author. */
export interface CourseAuthor {
	handle: string;
	name: string;
	role: AuthorRole;
	addedAt: Date;
}

export const authorSchema = z.object({
	handle: z
		.string()
		.trim()
		.transform((value) => value.replace(/^@/, '').toLowerCase())
		.pipe(z.string().min(1, 'courses.person_unknown').max(40, 'courses.person_unknown')),
	role: z.enum(['author', 'editor', 'reviewer', 'mentor'], 'common.bad_value'),
});

/** The makers of a course beside its author, in the order they came. One statement after the gate. */
export async function listAuthors(db: Db, actor: Actor, courseId: ItemId): Promise<CourseAuthor[]> {
	await courseToMake(db, actor, courseId, 'see');
	const rows = await db
		.selectFrom('course_authors as a')
		.innerJoin('users as u', 'u.id', 'a.user_id')
		.select(['u.handle', 'u.name', 'a.role', 'a.added_at as addedAt'])
		.where('a.course_id', '=', courseId)
		.orderBy('a.added_at')
		.limit(200)
		.execute();
	return rows.map((row) => ({ ...row, role: row.role as AuthorRole }));
}

/** Gives somebody a role in a course, or another one. @throws common.invalid_input, courses.person_unknown, courses.own_role, courses.not_found; refusals of the policy */
export async function setAuthor(
	db: Db,
	actor: Actor,
	courseId: ItemId,
	input: z.input<typeof authorSchema>,
): Promise<void> {
	const { handle, role } = validate(authorSchema, input);
	await inTransaction(db, async (tx) => {
		const course = await lockCourse(tx, actor, courseId, 'people');
		const person = await tx.selectFrom('users').select('id').where('handle', '=', handle).executeTakeFirst();
		if (!person) throw courseError('person_unknown', { fields: { handle: 'courses.person_unknown' } });
		if (person.id === course.authorId)
			throw courseError('own_role', { fields: { handle: 'courses.own_role' } });
		await tx
			.insertInto('course_authors')
			.values({ course_id: courseId, user_id: person.id, role, added_by: actor.userId })
			.onConflict((conflict) => conflict.columns(['course_id', 'user_id']).doUpdateSet({ role }))
			.execute();
		await courseChanged(tx, actor, course);
	});
}

/** Takes somebody's role away; they may also lay it down themselves. @throws courses.person_unknown, courses.not_found; refusals of the policy */
export async function dropAuthor(db: Db, actor: Actor, courseId: ItemId, handle: string): Promise<void> {
	await inTransaction(db, async (tx) => {
		const person = await tx
			.selectFrom('users')
			.select('id')
			.where('handle', '=', handle.toLowerCase())
			.executeTakeFirst();
		const own = person !== undefined && person.id === actor.userId;
		const course = await lockCourse(tx, actor, courseId, own ? 'see' : 'people');
		const gone =
			person &&
			(await tx
				.deleteFrom('course_authors')
				.where('course_id', '=', courseId)
				.where('user_id', '=', person.id)
				.returning('user_id')
				.executeTakeFirst());
		if (!gone) throw courseError('person_unknown');
		await courseChanged(tx, actor, course);
	});
}
