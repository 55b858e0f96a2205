import type { StoredEvent } from '../../contracts/events.ts';
import type { ItemId, ReplyId, UserId } from '../../kernel/ids.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import { type Handler, onEvents } from '../../platform/events/index.ts';
import { activeRules } from './active-rules.ts';
import {
	type Happening,
	happeningsOf,
	type StandingEvent,
	type SubjectFacts,
	standingFacts,
	subjectOf,
} from './causes.ts';
import { byPerson, earn, withdraw } from './earn.ts';
import { holdBack } from './hold-back.ts';
import { book, lockPerson } from './ledger.ts';
import { reviewLevels } from './review-levels.ts';
import { lockItemForSettling, settleSubject } from './settle-subject.ts';

/** Turns facts into reputation and points, and back where their cause is gone. */
export const growthHandlers: Handler[] = [
	onEvents('growth.reputation', standingFacts, (tx, event) => applyFact(tx, event)),
	onEvents('growth.bounty', ['questions.bounty-awarded'], moveBounty),
	onEvents('growth.settle', ['items.changed', 'items.reply-changed'], async (tx, event) => {
		await lockItemForSettling(tx, event.payload.itemId);
		await reviewLevels(tx, await settleSubject(tx, event.payload.itemId, event.id));
	}),
	onEvents(
		'growth.decisions',
		['moderation.decided', 'moderation.undone', 'moderation.appeal-decided'],
		(tx, event) => noteDecision(tx, event),
	),
];

/**
 * Books what a fact is worth. Votes and acceptances are booked as they stand now, not as the fact tells: facts that are
 * handled in another order than they happened come to the same.
 */
export async function applyFact(
	tx: Tx,
	event: StandingEvent,
	{ waited = false }: { waited?: boolean } = {},
): Promise<void> {
	const { itemId, replyId } = subjectOf(event);
	const subject = await readSubject(tx, itemId, replyId);
	const inForce = await activeRules(tx);
	const happenings = byPerson(await happeningsNow(tx, event, subject));
	if (happenings.length === 0) return;
	const moved = new Set<UserId>();
	for (const one of happenings.filter((one) => one.undone))
		if (await withdraw(tx, one, event.id)) moved.add(one.userId);
	if (waited || !(await holdBack(tx, inForce.rules, happenings, event.id))) {
		for (const one of happenings.filter((one) => !one.undone))
			if (await earn(tx, inForce, one, event.id)) moved.add(one.userId);
		if (subject && !subject.seen && itemId !== null) await settleSubject(tx, itemId, event.id);
	}
	await reviewLevels(tx, [...moved]);
}

async function readSubject(
	tx: Tx,
	itemId: ItemId | null,
	replyId: ReplyId | null,
): Promise<(SubjectFacts & { seen: boolean }) | null> {
	if (itemId === null) return null;
	// The lock makes whoever takes the item out of sight wait until this is written, and find it.
	const { rows } = await sql<SubjectFacts & { seen: boolean }>`select coalesce(r.kind, i.kind) as kind,
			case when r.id is null then i.author_id else r.author_id end as "authorId",
			i.status = 'published' and coalesce(r.status, 'published') = 'published' as seen
		from items i left join replies r on r.id = ${replyId}::bigint and r.item_id = i.id
		where i.id = ${itemId} and (${replyId}::bigint is null or r.id is not null) for key share of i`.execute(
		tx,
	);
	return rows[0] ?? null;
}

/** What the fact would tell now: of a vote that was changed meanwhile, of an acceptance that went elsewhere. */
async function happeningsNow(
	tx: Tx,
	event: StandingEvent,
	subject: SubjectFacts | null,
): Promise<Happening[]> {
	if (event.type === 'items.voted' && event.actorId !== null) {
		const { itemId, replyId, authorId } = event.payload;
		// Whoever handles another vote for the same person waits, and then sees what this one wrote.
		if (authorId !== null) await lockPerson(tx, authorId);
		const { rows } = await sql<{ value: -1 | 1 }>`select value from votes
			where user_id = ${event.actorId} and item_id = ${itemId} and reply_id is not distinct from ${replyId}::bigint`.execute(
			tx,
		);
		const stands = rows[0]?.value ?? 0;
		const voted = (from: -1 | 0 | 1, to: -1 | 0 | 1) =>
			happeningsOf({ ...event, payload: { ...event.payload, from, to } }, subject);
		return [
			...([1, -1] as const).filter((value) => value !== stands).flatMap((value) => voted(value, 0)),
			...voted(0, stands),
		];
	}
	if (event.type === 'questions.accepted' || event.type === 'questions.unaccepted') {
		const { itemId, replyId } = event.payload;
		const { rows } = await sql<{
			accepted: boolean;
		}>`select coalesce(accepted_reply_id = ${replyId}, false) as accepted
			from items where id = ${itemId}`.execute(tx);
		const type = rows[0]?.accepted ? 'questions.accepted' : 'questions.unaccepted';
		return happeningsOf({ ...event, type } as StandingEvent, subject);
	}
	return happeningsOf(event, subject);
}

/** A bounty is moved whole from who offered it to who wrote the answer: the rules say nothing of it. */
async function moveBounty(tx: Tx, event: StoredEvent<'questions.bounty-awarded'>): Promise<void> {
	const { itemId, replyId, amount, answerAuthorId } = event.payload;
	const { rows } = await sql<{
		id: number;
		offeredBy: UserId | null;
	}>`select id, offered_by as "offeredBy" from bounties
		where item_id = ${itemId} and reply_id = ${replyId} order by id desc limit 1`.execute(tx);
	const bounty = rows[0];
	if (!bounty || bounty.offeredBy === answerAuthorId) return;
	const moves = [
		{ userId: bounty.offeredBy, amount: -amount, reason: 'bounty-given' },
		{ userId: answerAuthorId, amount, reason: 'bounty-won' },
	];
	for (const { userId, ...entry } of byPerson(
		moves.filter((one): one is typeof one & { userId: UserId } => one.userId !== null),
	)) {
		if (!(await lockPerson(tx, userId))) continue;
		await book(tx, 'reputation', userId, {
			...entry,
			itemId,
			replyId,
			eventId: event.id,
			key: `${entry.reason}:${bounty.id}`,
		});
	}
}

/** A decision against somebody keeps them from levels for a while, unless it is taken back or an appeal reverses it. */
async function noteDecision(
	tx: Tx,
	event:
		| StoredEvent<'moderation.decided'>
		| StoredEvent<'moderation.undone'>
		| StoredEvent<'moderation.appeal-decided'>,
): Promise<void> {
	const { caseId } = event.payload;
	if (event.type === 'moderation.decided') {
		const { personId, outcome } = event.payload;
		if (outcome !== 'upheld' || personId === null || !(await lockPerson(tx, personId))) return;
		await tx
			.insertInto('upheld_decisions')
			.values({ case_id: caseId, user_id: personId, decided_at: event.occurredAt })
			.onConflict((conflict) =>
				conflict
					.columns(['case_id', 'user_id'])
					.doUpdateSet({ decided_at: event.occurredAt, reversed_at: null }),
			)
			.execute();
		await reviewLevels(tx, [personId]);
		return;
	}
	if (event.type === 'moderation.appeal-decided' && !event.payload.reversed) return;
	const rows = await tx
		.updateTable('upheld_decisions')
		.set({ reversed_at: event.occurredAt })
		.where('case_id', '=', caseId)
		.returning('user_id')
		.execute();
	await reviewLevels(
		tx,
		rows.map((row) => row.user_id),
	);
}
