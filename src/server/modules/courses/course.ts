import { type Actor, isStaff, type Member } from '../../contracts/actor.ts';
import { obstacle, obstacleError } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import type { ItemId, SpaceId, UserId } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { type Access, accessJoins, accessLevel } from '../entitlements/index.ts';
import type { ItemStatus } from '../items/index.ts';
import { looksAfter, type SpaceRole } from '../spaces/index.ts';
import { courseError } from './errors.ts';
import type { Rule } from './rule.ts';

export type AuthorRole = 'author' | 'editor' | 'reviewer' | 'mentor';

/** How somebody stands to a course they make: its owner wrote the item; others were named; caretakers look after the place. */
export type MakerRole = 'owner' | AuthorRole | 'caretaker';

export type CourseRight = 'see' | 'edit' | 'publish' | 'review' | 'people' | 'describe' | 'report';

/** Who may do what to a course in the studio. */
// biome-ignore format: a table reads better aligned
export const courseRights: Readonly<Record<MakerRole, readonly CourseRight[]>> = {
	owner:     ['see', 'edit', 'publish', 'review', 'people', 'describe', 'report'],
	author:    ['see', 'edit', 'publish', 'review', 'report'],
	editor:    ['see', 'edit'],
	reviewer:  ['see', 'review'],
	mentor:    ['see', 'report'],
	caretaker: ['see', 'edit', 'publish', 'review', 'people', 'describe', 'report'],
};

/** A course and how the actor stands to it. */
export interface Course {
	id: ItemId;
	title: string;
	slug: string;
	language: string;
	spaceId: SpaceId;
	authorId: UserId | null;
	status: ItemStatus;
	/** What the actor gets of it by the rule of entitlements. */
	access: Access;
	/** The version that newcomers begin; null: none is published. */
	version: number | null;
	outlineRevision: number;
	review: boolean;
	rule: Rule | null;
	/** null for who does not make it. */
	role: MakerRole | null;
	/** When the actor began to learn, and by which version; null when they have not. */
	startedAt: Date | null;
	learnsBy: number | null;
	completedAt: Date | null;
}

type Row = Omit<Course, 'role'> & { named: AuthorRole | null; member: SpaceRole | null };
type Reader = { id: ItemId; user: number | null; staff: boolean; now: Date };

const text = `select i.id, i.title, i.slug, i.language, i.space_id as "spaceId", i.author_id as "authorId", i.status,
		${accessLevel} as access, c.version, c.outline_revision as "outlineRevision", c.review, c.rule,
		a.role as named, m.role as member, e.started_at as "startedAt", e.version as "learnsBy", e.completed_at as "completedAt"
	from items i join courses c on c.item_id = i.id ${accessJoins}
		left join course_authors a on a.course_id = i.id and a.user_id = :user::bigint
		left join enrolments e on e.course_id = i.id and e.user_id = :user::bigint
	where i.id = :id::bigint`;

const courseOf = statement<Reader, Row>(text);
// The course's own row, not the item's: its learners' counts are written by others meanwhile, its outline is not.
const lockedCourseOf = statement<Reader, Row>(`${text} for no key update of c`);

function courseFrom(actor: Actor, { named, member, ...row }: Row): Course {
	const role: MakerRole | null =
		actor.userId === null
			? null
			: row.authorId === actor.userId
				? 'owner'
				: isStaff(actor) || looksAfter(member)
					? 'caretaker'
					: named;
	return { ...row, role };
}

const reader = (actor: Actor, id: ItemId): Reader => ({
	id,
	user: actor.userId,
	staff: isStaff(actor),
	now: now(),
});

/** A course as the actor stands to it; null when there is none, or they may not know of it. One statement. */
export async function findCourse(db: Db, actor: Actor, id: ItemId): Promise<Course | null> {
	const [row] = await courseOf(db, reader(actor, id));
	const course = row && courseFrom(actor, row);
	if (!course || (course.access === 'none' && course.role === null)) return null;
	return course;
}

/** @throws courses.not_found */
export async function mustFindCourse(db: Db, actor: Actor, id: ItemId): Promise<Course> {
	const course = await findCourse(db, actor, id);
	if (!course) throw courseError('not_found', { detail: `There is no course ${id} here.` });
	return course;
}

/**
 * A course for the studio.
 *
 * @throws courses.not_found for who does not make it; what {@link requireRight} throws
 */
export async function courseToMake(db: Db, actor: Actor, id: ItemId, right: CourseRight): Promise<Course> {
	const [row] = await courseOf(db, reader(actor, id));
	return permitted(actor, row, id, right);
}

/**
 * Locks a course for the rest of the transaction: who changes its outline takes turns.
 *
 * @throws as {@link courseToMake}
 */
export async function lockCourse(tx: Tx, actor: Actor, id: ItemId, right: CourseRight): Promise<Course> {
	const [row] = await lockedCourseOf(tx, reader(actor, id));
	return permitted(actor, row, id, right);
}

function permitted(actor: Actor, row: Row | undefined, id: ItemId, right: CourseRight): Course {
	const course = row && courseFrom(actor, row);
	// Whether a draft exists is nobody's affair but its makers'.
	if (!course || (course.role === null && course.access === 'none'))
		throw courseError('not_found', { detail: `There is no course ${id} here.` });
	requireRight(actor, course, right);
	return course;
}

/** @throws common.sign_in_required, accounts.suspended, accounts.api_key_scope, accounts.email_not_verified, common.forbidden */
export function requireRight(actor: Actor, course: Pick<Course, 'id' | 'role'>, right: CourseRight): Member {
	const why =
		right === 'see' || right === 'report'
			? null
			: obstacle(actor, right === 'publish' || right === 'review' ? 'public' : 'private');
	if (why) throw obstacleError(why);
	if (actor.userId === null) throw obstacleError('sign_in_required');
	if (!has(course.role, right))
		throw commonError('forbidden', { detail: `This actor may not ${right} course ${course.id}.` });
	return actor as Member;
}

export function has(role: MakerRole | null, right: CourseRight): boolean {
	return role !== null && courseRights[role].includes(right);
}
