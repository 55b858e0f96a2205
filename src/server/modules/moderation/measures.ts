import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import type { SpaceId, UserId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/index.ts';
import { imposeRestraint, liftRestraint, type RestraintKind } from '../accounts/index.ts';
import {
	deleteItem,
	deleteReply,
	hideItem,
	hideReply,
	lockItem,
	moveItem,
	readOriginal,
	readOriginalReply,
	releaseHeld,
	restoreItem,
	restoreReply,
	reviseItem,
	reviseReply,
	unhideItem,
	unhideReply,
	unlockItem,
} from '../items/index.ts';
import { closeQuestion, reopenQuestion } from '../questions/index.ts';
import type { ModerationCase } from './case.ts';
import { moderationError } from './errors.ts';
import { type Measure, slowPause } from './ladder.ts';
import type { DecisionGiven } from './schemas.ts';
import { describeSubject } from './subject.ts';

/** What a measure did, as far as taking it back needs to know. Kept with the decision. */
export interface Done {
	measure: Measure;
	/** Of slow, silence and suspend. */
	restraintId?: number;
	days?: number | null;
	/** Of move. */
	from?: SpaceId;
	/** Of edit: what stood before, and the revision that was written over it. */
	before?: { title: string; source: string };
	revision?: number;
}

/** One measure being taken: on which case, by whom, with what was given. */
export interface Taking {
	/** Carries the office: the decision, and whether a jury made it. */
	actor: Actor;
	case: ModerationCase;
	given: DecisionGiven;
	decisionId: number;
}

/**
 * Takes a measure. What it does to items and replies goes by their own use cases, so that gates, counters and facts are
 * the same as ever; the log gets its line from the fact. What is done to a person is written here.
 *
 * @throws moderation.subject_gone when the text is not there any more, or not as the measure needs it
 */
export async function take(tx: Tx, measure: Measure, taking: Taking): Promise<Done> {
	try {
		return await hands[measure](tx, taking);
	} catch (thrown) {
		if (thrown instanceof AppError && gone.has(thrown.code))
			throw moderationError('subject_gone', {
				params: { measure },
				cause: thrown,
				detail: `Cannot ${measure}: ${thrown.message}`,
			});
		throw thrown;
	}
}

const gone = new Set([
	'items.not_found',
	'items.reply_not_found',
	'items.wrong_status',
	'items.deleted',
	'questions.already_closed',
]);

const textOf = ({ case: { itemId, replyId } }: Taking) => {
	if (itemId === null)
		throw moderationError('measure_not_possible', { detail: 'There is no text in this case.' });
	return { itemId, replyId };
};

const plain = (measure: Measure) => async (): Promise<Done> => ({ measure });

const hands: Record<Measure, (tx: Tx, taking: Taking) => Promise<Done>> = {
	dismiss: plain('dismiss'),
	warn: async (tx, taking) => {
		await logPerson(tx, taking, 'warn');
		return { measure: 'warn' };
	},
	release: async (tx, taking) => {
		const key = textOf(taking);
		const { itemId, replyId } = key;
		const { status } = await describeSubject(tx, taking.case);
		if (status === 'held') await releaseHeld(tx, taking.actor, key, short(taking));
		else if (replyId === null) await unhideItem(tx, taking.actor, itemId);
		else await unhideReply(tx, taking.actor, { itemId, replyId });
		return { measure: 'release' };
	},
	edit,
	lock: async (tx, taking) => {
		await lockItem(tx, taking.actor, textOf(taking).itemId, short(taking));
		return { measure: 'lock' };
	},
	move: async (tx, taking) => {
		const { itemId } = textOf(taking);
		if (!taking.given.spaceId)
			throw moderationError('space_missing', { fields: { spaceId: 'moderation.space_missing' } });
		const before = await tx
			.selectFrom('items')
			.select('space_id')
			.where('id', '=', itemId)
			.executeTakeFirstOrThrow();
		await moveItem(tx, taking.actor, itemId, taking.given.spaceId);
		return { measure: 'move', from: before.space_id };
	},
	merge: async (tx, taking) => {
		const { itemId } = textOf(taking);
		if (!taking.given.duplicateOf)
			throw moderationError('duplicate_missing', { fields: { duplicateOf: 'moderation.duplicate_missing' } });
		const { duplicateOf } = taking.given;
		await closeQuestion(tx, taking.actor, { itemId, reason: 'duplicate', duplicateOf });
		await logText(tx, taking, 'item:closed');
		return { measure: 'merge' };
	},
	hide: async (tx, taking) => {
		const { itemId, replyId } = textOf(taking);
		if (replyId === null) await hideItem(tx, taking.actor, itemId, short(taking));
		else await hideReply(tx, taking.actor, { itemId, replyId }, short(taking));
		return { measure: 'hide' };
	},
	delete: async (tx, taking) => {
		const { itemId, replyId } = textOf(taking);
		if (replyId === null) await deleteItem(tx, taking.actor, itemId, short(taking));
		else await deleteReply(tx, taking.actor, { itemId, replyId }, short(taking));
		return { measure: 'delete' };
	},
	slow: (tx, taking) => restrain(tx, taking, 'slow'),
	silence: (tx, taking) => restrain(tx, taking, 'silence'),
	suspend: (tx, taking) => restrain(tx, taking, 'suspend'),
};

const short = ({ given }: Taking) => given.reason.slice(0, 500);

async function edit(tx: Tx, taking: Taking): Promise<Done> {
	const { itemId, replyId } = textOf(taking);
	const { actor, given } = taking;
	const source = given.source?.trim();
	if (!source) throw moderationError('text_missing', { fields: { source: 'moderation.text_missing' } });
	const comment = given.reason.slice(0, 200);
	if (replyId !== null) {
		const original = await readOriginalReply(tx, actor, itemId, replyId);
		if (!original) throw moderationError('subject_gone', { params: { measure: 'edit' } });
		const { revision } = await reviseReply(tx, actor, {
			itemId,
			replyId,
			source,
			comment,
			revision: original.revision,
		});
		await logText(tx, taking, 'reply:edited');
		return { measure: 'edit', before: { title: '', source: original.source }, revision };
	}
	const original = await readOriginal(tx, actor, itemId);
	if (!original) throw moderationError('subject_gone', { params: { measure: 'edit' } });
	const { revision } = await reviseItem(tx, actor, itemId, {
		title: given.title ?? original.title,
		source,
		comment,
		tags: original.tags,
		revision: original.revision,
		...(original.data === null ? {} : { data: original.data }),
	});
	await logText(tx, taking, 'item:edited');
	return { measure: 'edit', before: { title: original.title, source: original.source }, revision };
}

async function restrain(tx: Tx, taking: Taking, kind: RestraintKind): Promise<Done> {
	const { actor, case: one, given } = taking;
	const days = given.days ?? null;
	const restraintId = await imposeRestraint(tx, one.personId as UserId, {
		kind,
		by: actor.userId,
		reason: short(taking),
		days,
		pauseSeconds: given.pauseMinutes ? given.pauseMinutes * 60 : slowPause,
	});
	await logPerson(tx, taking, kind);
	return { measure: kind, restraintId, days };
}

/** A line of the public log about a person, in the transaction of what it tells of. */
export async function logPerson(
	tx: Tx,
	{ actor, case: one, given, decisionId }: Taking,
	action: string,
): Promise<void> {
	await tx
		.insertInto('moderation_actions')
		.values({
			actor_id: actor.userId,
			action,
			user_id: one.personId,
			space_id: one.spaceId,
			reason: short({ given } as Taking),
			decision_id: decisionId,
			created_at: now(),
		})
		.execute();
}

async function logText(
	tx: Tx,
	{ actor, case: one, given, decisionId }: Taking,
	action: string,
): Promise<void> {
	await tx
		.insertInto('moderation_actions')
		.values({
			actor_id: actor.userId,
			action,
			item_id: one.itemId,
			reply_id: one.replyId,
			reason: short({ given } as Taking),
			decision_id: decisionId,
			created_at: now(),
		})
		.execute();
}

/**
 * Takes a measure back. What has meanwhile become of the text on other ways stays as it is: who deleted their own, or
 * edited it again, keeps that.
 *
 * @returns whether something was taken back
 */
export async function takeBack(
	tx: Tx,
	actor: Actor,
	one: ModerationCase,
	done: Done,
	decisionId: number,
): Promise<boolean> {
	try {
		await back(tx, actor, one, done, decisionId);
		return true;
	} catch (thrown) {
		// Refusals of a use case wrote nothing; the transaction goes on.
		if (thrown instanceof AppError) return false;
		throw thrown;
	}
}

async function back(
	tx: Tx,
	actor: Actor,
	{ itemId, replyId, personId, spaceId }: ModerationCase,
	done: Done,
	decisionId: number,
): Promise<void> {
	const reply = itemId !== null && replyId !== null ? { itemId, replyId } : null;
	const { measure } = done;
	if (measure === 'slow' || measure === 'silence' || measure === 'suspend') {
		await liftRestraint(tx, measure, done.restraintId as number);
		await tx
			.insertInto('moderation_actions')
			.values({
				actor_id: actor.userId,
				action: `un${measure}`,
				user_id: personId,
				space_id: spaceId,
				decision_id: decisionId,
				created_at: now(),
			})
			.execute();
		return;
	}
	if (itemId === null) return;
	if (measure === 'hide') return reply ? unhideReply(tx, actor, reply) : unhideItem(tx, actor, itemId);
	if (measure === 'delete') return reply ? restoreReply(tx, actor, reply) : restoreItem(tx, actor, itemId);
	if (measure === 'release') return reply ? hideReply(tx, actor, reply) : hideItem(tx, actor, itemId);
	if (measure === 'lock') return unlockItem(tx, actor, itemId);
	if (measure === 'merge') return reopenQuestion(tx, actor, itemId);
	if (measure === 'move' && done.from) return moveItem(tx, actor, itemId, done.from);
	if (measure === 'edit' && done.before && done.revision) {
		const { before, revision } = done;
		if (reply) {
			await reviseReply(tx, actor, { ...reply, source: before.source, revision });
			return;
		}
		const stands = await readOriginal(tx, actor, itemId);
		if (!stands) return;
		await reviseItem(tx, actor, itemId, {
			...before,
			tags: stands.tags,
			revision,
			...(stands.data === null ? {} : { data: stands.data }),
		});
	}
}
