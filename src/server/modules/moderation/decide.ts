import { type Actor, isStaff } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { AppError, commonError } from '../../kernel/errors.ts';
import type { UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { readSettings } from '../../platform/settings/index.ts';
import { demandUninvolved, lockCase, requireModerator } from './access.ts';
import type { ModerationCase } from './case.ts';
import { demandToday, heldByOther } from './claim.ts';
import { moderationError } from './errors.ts';
import { type Measure, measures } from './ladder.ts';
import { type Done, take } from './measures.ts';
import {
	type BulkInput,
	bulkSchema,
	type DecisionGiven,
	type DecisionInput,
	decisionSchema,
} from './schemas.ts';
import { describeSubject } from './subject.ts';

/** Who decides: a moderator, or a jury with its people (who then decide no appeal of it). */
export type Decider = { actor: Actor } | { juryId: number; jurors: readonly UserId[] };

const DAY = 86_400_000;

/**
 * Decides a case: takes the measures, writes the decision and its lines in the log, closes the case. All of it in one
 * transaction: of two who decide at once, the second finds it decided.
 *
 * @param by a moderator who may see the case, did not report it and is not who it is about; or a jury
 * @param input no measures, or only `dismiss` or `release`: there is nothing in it
 * @returns the decision's id
 * @throws moderation.case_not_found, case_decided, claimed_by_other, own_case, daily_limit, measure_not_possible,
 *   measures_conflict, staff_only, subject_gone, category_missing, duplicate_missing, space_missing, text_missing;
 *   common.invalid_input; refusals of acting and of what the measures do
 */
export async function decideCase(
	db: Db,
	by: Decider,
	caseId: number,
	input: DecisionInput,
): Promise<{ id: number }> {
	const given = validate(decisionSchema, input);
	const person = 'actor' in by ? await requireModerator(db, by.actor) : null;
	return inTransaction(db, async (tx) => {
		const one = await lockCase(tx, person, caseId);
		if (one.status !== 'open') throw moderationError('case_decided', { detail: 'The case is decided.' });
		if (person) {
			if (heldByOther(one, person.userId))
				throw moderationError('claimed_by_other', { detail: 'Another moderator is looking at it.' });
			await demandUninvolved(tx, person.userId, caseId);
			await demandToday(tx, person.userId, one.claimedBy === person.userId);
		}
		const taken = given.measures.filter((measure) => measure !== 'dismiss');
		const upheld = taken.some((measure) => measure !== 'release');
		await demandPossible(tx, by, one, given, taken);
		const at = now();
		const { appealDays } = await readSettings(tx);
		const described = await describeSubject(tx, one);
		const lasts = taken.some((measure) => ['slow', 'silence', 'suspend'].includes(measure));
		const { id } = await tx
			.insertInto('moderation_decisions')
			.values({
				case_id: caseId,
				outcome: upheld ? 'upheld' : 'dismissed',
				category: upheld ? (given.category as string) : null,
				actions: taken.length > 0 ? taken : ['dismiss'],
				reason: given.reason,
				decided_by: person?.userId ?? null,
				jury_id: 'juryId' in by ? by.juryId : null,
				jurors: 'juryId' in by ? [...by.jurors] : [],
				person_id: one.personId,
				title: described.title.slice(0, 300),
				excerpt: described.text.slice(0, 1000),
				ends_at: lasts && given.days ? new Date(at.getTime() + given.days * DAY) : null,
				appeal_until: new Date(at.getTime() + appealDays * DAY),
				created_at: at,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		const actor = officeOf(by, id);
		const done: Done[] = [];
		for (const measure of taken)
			done.push(await take(tx, measure, { actor, case: one, given, decisionId: id }));
		if (taken.length === 0) await logDismissal(tx, one, person?.userId ?? null, given.reason, id);
		await tx
			.updateTable('moderation_decisions')
			.set({ done: JSON.stringify(done) })
			.where('id', '=', id)
			.execute();
		await tx
			.updateTable('moderation_cases')
			.set(({ fn, val }) => ({
				status: 'decided',
				decided_at: at,
				claimed_by: null,
				claimed_until: null,
				first_action_at: fn.coalesce('first_action_at', val(at)),
			}))
			.where('id', '=', caseId)
			.execute();
		await emit(tx, person?.userId ?? null, 'moderation.decided', {
			caseId,
			itemId: one.itemId,
			replyId: one.replyId,
			personId: one.personId,
			outcome: upheld ? 'upheld' : 'dismissed',
			category: upheld ? (given.category as string) : null,
			actions: taken,
			decisionId: id,
		});
		return { id };
	});
}

/** The actor in whose name the measures are taken. */
export function officeOf(by: Decider, decisionId: number): Actor {
	return 'actor' in by
		? { ...by.actor, office: { decisionId, jury: false } }
		: {
				userId: null,
				role: 'moderator',
				emailVerified: true,
				suspended: false,
				scopes: null,
				office: { decisionId, jury: true },
			};
}

async function demandPossible(
	tx: Tx,
	by: Decider,
	one: ModerationCase,
	given: DecisionGiven,
	taken: readonly Measure[],
): Promise<void> {
	if (
		new Set(given.measures).size !== given.measures.length ||
		(given.measures.includes('dismiss') && taken.length > 0)
	)
		throw conflicting('dismiss');
	// One thing is done to a text, and one to a person.
	const toText = taken.filter((measure) => ['release', 'hide', 'delete', 'merge'].includes(measure));
	const toPerson = taken.filter((measure) => measures[measure].on === 'person');
	if (toText.length > 1 || toPerson.length > 1) throw conflicting([...toText, ...toPerson].join(', '));
	if (taken.includes('release') && taken.length > 1) throw conflicting('release');
	for (const measure of taken) {
		const { on, staff, jury } = measures[measure];
		if (
			(on === 'text' && one.itemId === null) ||
			(on === 'item' && one.subject !== 'item') ||
			(on === 'person' && one.personId === null) ||
			(!jury && 'juryId' in by)
		)
			throw moderationError('measure_not_possible', {
				params: { measure },
				detail: `${measure} cannot be done in this case.`,
			});
		if (staff && 'actor' in by && !isStaff(by.actor))
			throw moderationError('staff_only', {
				detail: 'What reaches beyond a space is for who looks after the place.',
			});
	}
	if (taken.some((measure) => measure !== 'release') && !given.category)
		throw moderationError('category_missing', { fields: { category: 'moderation.category_missing' } });
	// As with suspensions: only an administrator, or a jury, does something to who moderates.
	if (toPerson.some((measure) => measure !== 'warn') && 'actor' in by && by.actor.role !== 'admin') {
		const target = await tx
			.selectFrom('users')
			.select('role')
			.where('id', '=', one.personId as UserId)
			.executeTakeFirst();
		if (target && target.role !== 'member')
			throw commonError('forbidden', { detail: 'Only an administrator does this to who moderates.' });
	}
}

const conflicting = (what: string) =>
	moderationError('measures_conflict', { detail: `These do not go together: ${what}.` });

/** That a report came to nothing stands in the log; of a person who did nothing, not who. */
async function logDismissal(
	tx: Tx,
	one: ModerationCase,
	userId: UserId | null,
	reason: string,
	decisionId: number,
): Promise<void> {
	await tx
		.insertInto('moderation_actions')
		.values({
			actor_id: userId,
			action: 'case:dismissed',
			item_id: one.itemId,
			reply_id: one.replyId,
			space_id: one.spaceId,
			reason: one.itemId === null ? '' : reason.slice(0, 500),
			decision_id: decisionId,
			created_at: now(),
		})
		.execute();
}

/** What became of one of many. */
export interface BulkOutcome {
	caseId: number;
	decisionId: number | null;
	/** Code of the refusal; null where it was decided. */
	refused: string | null;
}

/**
 * Decides many cases alike, each in a transaction of its own: what cannot be decided so is left and named.
 *
 * @throws common.invalid_input; refusals of acting
 */
export async function decideCases(db: Db, actor: Actor, input: BulkInput): Promise<BulkOutcome[]> {
	const { caseIds, decision } = validate(bulkSchema, input);
	await requireModerator(db, actor);
	const outcomes: BulkOutcome[] = [];
	for (const caseId of new Set(caseIds)) {
		try {
			const { id } = await decideCase(db, { actor }, caseId, decision);
			outcomes.push({ caseId, decisionId: id, refused: null });
		} catch (thrown) {
			if (!(thrown instanceof AppError)) throw thrown;
			outcomes.push({ caseId, decisionId: null, refused: thrown.code });
		}
	}
	return outcomes;
}
