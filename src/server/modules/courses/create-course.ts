import type { Actor } from '../../contracts/actor.ts';
import type { ItemId } from '../../kernel/ids.ts';
import type { Currency, Money } from '../../kernel/money.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { saveDraft } from '../items/index.ts';
import { checkRules } from './check-rules.ts';
import { type Course, lockCourse } from './course.ts';
import { addSection } from './outline.ts';
import { type CourseDescription, descriptionSchema, newCourseSchema } from './schemas.ts';

/**
 * Begins a course: a draft that nobody but its makers sees, with one empty section.
 *
 * @throws common.invalid_input, items.space_not_found, items.space_archived, items.not_in_space, items.too_many_drafts; refusals of the items' policy
 */
export async function createCourse(
	db: Db,
	actor: Actor,
	input: { title: string; spaceId: number; language?: 'zh-CN' | 'en' },
): Promise<{ id: ItemId }> {
	const given = validate(newCourseSchema, input);
	return inTransaction(db, async (tx) => {
		const { id } = await saveDraft(tx, actor, { kind: 'course', ...given });
		await tx.insertInto('courses').values({ item_id: id }).execute();
		await addSection(tx, actor, id, {
			title: given.language === 'zh-CN' ? '第一部分' : 'First part',
		});
		return { id };
	});
}

/**
 * Sets what a course says of itself beside its text: what one learns, for whom it is, what one should know before,
 * what must be met to begin, and whether versions are reviewed.
 *
 * @throws common.invalid_input, courses.not_found, courses.rule_unknown_lesson; refusals of the policy
 */
export async function describeCourse(
	db: Db,
	actor: Actor,
	id: ItemId,
	input: CourseDescription,
): Promise<void> {
	const { rule, ...given } = validate(descriptionSchema, input);
	await inTransaction(db, async (tx) => {
		const course = await lockCourse(tx, actor, id, 'describe');
		if (rule) await checkRules(tx, course.id, [rule]);
		await tx
			.updateTable('courses')
			.set({
				...given,
				...(rule === undefined ? {} : { rule: rule === null ? null : JSON.stringify(rule) }),
			})
			.where('item_id', '=', id)
			.execute();
		await courseChanged(tx, actor, course);
	});
}

/** What a course says of itself beside its text, and its price; whoever asks has asked the gate. One statement. */
export async function readDescription(
	db: Db,
	id: ItemId,
): Promise<{ outcomes: string[]; audience: string; needs: string; price: Money | null }> {
	const row = await db
		.selectFrom('courses as c')
		.innerJoin('items as i', 'i.id', 'c.item_id')
		.select(['c.outcomes', 'c.audience', 'c.needs', 'i.price_amount', 'i.price_currency'])
		.where('c.item_id', '=', id)
		.executeTakeFirstOrThrow();
	const { outcomes, audience, needs, price_amount: amount, price_currency: currency } = row;
	return {
		outcomes,
		audience,
		needs,
		price: amount === null || currency === null ? null : { amount, currency: currency as Currency },
	};
}

/** Pages of a published course show what was changed: those that are kept become old. */
export async function courseChanged(
	tx: Tx,
	actor: Actor,
	course: Pick<Course, 'id' | 'status'>,
): Promise<void> {
	if (course.status === 'draft') return;
	await sql`update items set version = version where id = ${course.id}`.execute(tx);
	await emit(tx, actor.userId, 'items.changed', { itemId: course.id, change: 'described' });
}
