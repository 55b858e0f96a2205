import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { renderMarkdown } from '../../platform/markdown/index.ts';
import { courseToMake, startOfDay } from '../courses/index.ts';
import { createSpace } from '../spaces/index.ts';
import { type Cohort, type CohortStatus, cohortTransitions } from './cohort.ts';
import { addDays } from './days.ts';
import { cohortError } from './errors.ts';
import { setGroups } from './groups.ts';
import { findCohort } from './queries.ts';
import { type CohortGiven, type CohortInput, cohortSchema } from './schemas.ts';
import { tellCohort } from './seats.ts';

async function columnsOf(given: CohortGiven) {
	const { timeZone } = given;
	const costs = given.price + given.deposit > 0;
	return {
		name: given.name,
		source: given.source,
		html: given.source
			? (await renderMarkdown(given.source, { base: 'post', idPrefix: 'cohort-' })).html
			: '',
		starts_on: given.startsOn,
		ends_on: given.endsOn,
		join_until: given.joinUntil,
		time_zone: timeZone,
		starts_at: startOfDay(timeZone, given.startsOn),
		// A day is over when the next one begins.
		ends_at: startOfDay(timeZone, addDays(given.endsOn, 1)),
		join_until_at: startOfDay(timeZone, addDays(given.joinUntil, 1)),
		seats: given.seats,
		price: given.price,
		deposit: given.deposit,
		currency: costs ? given.currency : null,
		rule: JSON.stringify(given.rule),
		makeup_cards: given.makeupCards,
		groups_by: given.groupsBy,
		opens_course: given.opensCourse,
	};
}

/**
 * Makes a cohort of a course, as a draft.
 *
 * @throws courses.not_found, common.invalid_input; refusals of the policy
 */
export async function createCohort(
	db: Db,
	actor: Actor,
	courseId: ItemId,
	input: CohortInput,
): Promise<{ id: number }> {
	const { userId } = requireActing(actor, 'public');
	await courseToMake(db, actor, courseId, 'publish');
	const given = validate(cohortSchema, input);
	const columns = await columnsOf(given);
	return inTransaction(db, async (tx) => {
		const row = await tx
			.insertInto('cohorts')
			.values({ ...columns, course_id: courseId, created_by: userId, created_at: now() })
			.returning('id')
			.executeTakeFirstOrThrow();
		await setGroups(tx, row.id, given.groupsBy === 'none' ? 0 : given.groups);
		if (given.space) await makeSpace(tx, actor, row.id, given.name);
		return row;
	});
}

/** The class's own room: private, its maker's, and nobody else's until they join. */
async function makeSpace(tx: Tx, actor: Actor, cohortId: number, name: string): Promise<void> {
	// Spaces are opened by staff; this one comes with the cohort, and its maker only looks after it.
	const { id } = await createSpace(
		tx,
		{ ...actor, role: 'admin' },
		{ slug: `cohort-${cohortId}`, name: [...name].slice(0, 60).join(''), access: 'private' },
	);
	await tx.updateTable('cohorts').set({ space_id: id }).where('id', '=', cohortId).execute();
}

/** Locks a cohort for the rest of the transaction, once it is sure that the actor may change it. @throws cohorts.not_found; refusals of the policy */
export async function lockCohort(tx: Tx, actor: Actor, id: number): Promise<Cohort> {
	const before = await findCohort(tx, id);
	if (!before) throw cohortError('not_found');
	await courseToMake(tx, actor, before.courseId, 'publish');
	await tx.selectFrom('cohorts').select('id').where('id', '=', id).forNoKeyUpdate().execute();
	return (await findCohort(tx, id))!;
}

/** What members agreed to: it does not change once somebody has joined, or has ordered a seat. */
const fixed = (cohort: Cohort, given: CohortGiven) =>
	cohort.price !== given.price ||
	cohort.deposit !== given.deposit ||
	(cohort.currency ?? given.currency) !== given.currency ||
	cohort.timeZone !== given.timeZone ||
	cohort.startsOn !== given.startsOn ||
	cohort.endsOn !== given.endsOn ||
	cohort.opensCourse !== given.opensCourse ||
	cohort.makeupCards > given.makeupCards ||
	JSON.stringify(Object.entries(cohort.rule).sort()) !== JSON.stringify(Object.entries(given.rule).sort());

/**
 * Changes a cohort. After somebody has joined or ordered: only name, text, the last day to join, more seats, more cards and
 * groups.
 *
 * @throws cohorts.not_found, cohorts.wrong_status, cohorts.terms_fixed, cohorts.seats_taken, common.invalid_input; refusals of the policy
 */
export async function editCohort(db: Db, actor: Actor, id: number, input: CohortInput): Promise<void> {
	requireActing(actor, 'public');
	const given = validate(cohortSchema, input);
	const columns = await columnsOf(given);
	await inTransaction(db, async (tx) => {
		const cohort = await lockCohort(tx, actor, id);
		if (cohort.status !== 'draft' && cohort.status !== 'open') throw cohortError('wrong_status');
		const ordered = await reserved(tx, cohort);
		if ((cohort.taken > 0 || ordered > 0) && fixed(cohort, given)) throw cohortError('terms_fixed');
		if (given.seats < Math.max(cohort.taken, ordered))
			throw cohortError('seats_taken', {
				fields: { seats: 'cohorts.seats_taken' },
				params: { taken: Math.max(cohort.taken, ordered) },
			});
		await tx.updateTable('cohorts').set(columns).where('id', '=', id).execute();
		await setGroups(tx, id, given.groupsBy === 'none' ? 0 : given.groups);
		if (given.space && cohort.spaceId === null && cohort.taken === 0)
			await makeSpace(tx, actor, id, given.name);
		if (cohort.status === 'open')
			await offer(tx, { ...cohort, ...given, currency: columns.currency as Cohort['currency'] });
	});
}

/** Seats that are kept for orders, paid or waiting to be. */
async function reserved(tx: Tx, cohort: Cohort): Promise<number> {
	if (cohort.offerId === null) return 0;
	const row = await tx
		.selectFrom('offers')
		.select('sold')
		.where('id', '=', cohort.offerId)
		.executeTakeFirst();
	return row?.sold ?? 0;
}

/**
 * Puts a cohort that costs something up for sale: price and deposit as one offer, whose stock are the seats, so that who is
 * at the till has a seat kept. Terms that did not change keep their offer, and only the number of seats follows.
 */
async function offer(
	tx: Tx,
	cohort: Pick<Cohort, 'id' | 'courseId' | 'price' | 'deposit' | 'currency' | 'seats'>,
): Promise<void> {
	const amount = cohort.price + cohort.deposit;
	const current = await tx
		.selectFrom('cohorts')
		.innerJoin('offers', 'offers.id', 'cohorts.offer_id')
		.select(['offers.id', 'offers.amount', 'offers.currency', 'offers.terms'])
		.where('cohorts.id', '=', cohort.id)
		.where('offers.retired_at', 'is', null)
		.executeTakeFirst();
	const terms = { cohortId: cohort.id, price: cohort.price, deposit: cohort.deposit };
	const had = current?.terms as typeof terms | undefined;
	const same =
		had &&
		had.price === terms.price &&
		had.deposit === terms.deposit &&
		current?.currency === cohort.currency;
	if (current && !same)
		await tx.updateTable('offers').set({ retired_at: now() }).where('id', '=', current.id).execute();
	let id = same ? current!.id : null;
	if (same)
		await tx.updateTable('offers').set({ stock: cohort.seats }).where('id', '=', current!.id).execute();
	else if (amount > 0)
		({ id } = await tx
			.insertInto('offers')
			.values({
				sells: 'cohort',
				item_id: cohort.courseId,
				amount,
				currency: cohort.currency!,
				stock: cohort.seats,
				terms: JSON.stringify(terms),
			})
			.returning('id')
			.executeTakeFirstOrThrow());
	await tx.updateTable('cohorts').set({ offer_id: id }).where('id', '=', cohort.id).execute();
}

function demandMove(from: CohortStatus, to: CohortStatus): void {
	if (!cohortTransitions[from].includes(to))
		throw cohortError('wrong_status', { detail: `A cohort that is ${from} does not become ${to}.` });
}

/**
 * Opens a draft to whoever wants to join.
 *
 * @throws cohorts.not_found, cohorts.wrong_status, cohorts.over when its last day to join is past, cohorts.course_not_published; refusals of the policy
 */
export async function publishCohort(db: Db, actor: Actor, id: number): Promise<void> {
	const { userId } = requireActing(actor, 'public');
	await inTransaction(db, async (tx) => {
		const cohort = await lockCohort(tx, actor, id);
		demandMove(cohort.status, 'open');
		if (cohort.joinUntilAt <= now()) throw cohortError('over');
		const course = await tx
			.selectFrom('courses')
			.select('version')
			.where('item_id', '=', cohort.courseId)
			.executeTakeFirst();
		if (course?.version == null) throw cohortError('course_not_published');
		await tx
			.updateTable('cohorts')
			.set({ status: 'open', published_at: now() })
			.where('id', '=', id)
			.execute();
		await offer(tx, cohort);
		await tellCohort(tx, cohort, 'published', { learnerId: null, by: userId });
	});
}

/**
 * Calls a cohort off before its end: nobody joins any more. What members paid goes back by a job, each once, also after the
 * process was killed.
 *
 * @throws cohorts.not_found, cohorts.wrong_status, cohorts.over; refusals of the policy
 */
export async function cancelCohort(db: Db, actor: Actor, id: number): Promise<void> {
	const { userId } = requireActing(actor, 'public');
	await inTransaction(db, async (tx) => {
		const cohort = await lockCohort(tx, actor, id);
		demandMove(cohort.status, 'cancelled');
		// Then the rule decides, and no longer its maker.
		if (cohort.status === 'open' && cohort.endsAt <= now()) throw cohortError('over');
		await endSale(tx, cohort);
		await tx
			.updateTable('cohorts')
			.set({ status: 'cancelled', closed_at: now() })
			.where('id', '=', id)
			.execute();
		await tellCohort(tx, cohort, 'cancelled', { learnerId: null, by: userId });
	});
}

async function endSale(tx: Tx, cohort: Cohort): Promise<void> {
	if (cohort.offerId === null) return;
	await tx
		.updateTable('offers')
		.set({ retired_at: now() })
		.where('id', '=', cohort.offerId)
		.where('retired_at', 'is', null)
		.execute();
}

/** Closes a cohort whose members are all settled. For flows. @returns false when it was closed before, or somebody is still active */
export async function endCohort(tx: Tx, cohort: Cohort): Promise<boolean> {
	await tx.selectFrom('cohorts').select('id').where('id', '=', cohort.id).forNoKeyUpdate().execute();
	const active = await tx
		.selectFrom('cohort_members')
		.select('user_id')
		.where('cohort_id', '=', cohort.id)
		.where('status', '=', 'active')
		.limit(1)
		.executeTakeFirst();
	if (active) return false;
	await endSale(tx, cohort);
	const { numUpdatedRows } = await tx
		.updateTable('cohorts')
		.set({ status: 'ended', closed_at: now() })
		.where('id', '=', cohort.id)
		.where('status', '=', 'open')
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}
