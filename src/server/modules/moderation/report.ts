import type { Actor } from '../../contracts/actor.ts';
import { obstacleError, requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { may } from '../entitlements/index.ts';
import { itemOfReply, replyInSight } from '../items/index.ts';
import { keyOf, type Subject } from './case.ts';
import { moderationError } from './errors.ts';
import { openCase } from './open-case.ts';
import { reportWeight } from './priority.ts';
import { type ReportInput, reportSchema } from './schemas.ts';

const HOUR = 3_600_000;

/** At most so many reports of one person. Whoever is mostly dismissed is heard less often. */
export const reportLimits = { hour: 10, day: 30, doubted: 3, doubtedBelow: 0.4 } as const;

/** After a dismissal, the same person may report the same again when the text was changed, or so many days later. */
export const reportAgainDays = 30;

/**
 * Reports an item, a reply or a person. All reports of one thing are one case; one person reports one thing once.
 *
 * @returns the report's id
 * @throws moderation.subject_not_found, own_thing, reported_already, dismissed_already, too_many_reports;
 *   common.invalid_input; refusals of acting
 */
export async function report(db: Db, actor: Actor, input: ReportInput): Promise<{ id: number }> {
	const { userId } = requireActing(actor);
	if (!actor.emailVerified) throw obstacleError('email_not_verified');
	const given = validate(reportSchema, input);
	return inTransaction(db, async (tx) => {
		// Two reports of one person at once must not both see room under the limits.
		await sql`select pg_advisory_xact_lock(7832, (${userId}::bigint % 2147483647)::int)`.execute(tx);
		const { subject, authorId, revision } = await subjectOf(tx, actor, given);
		if (authorId === userId) throw moderationError('own_thing', { detail: 'Nobody reports themselves.' });
		await demandOnce(tx, userId, subject, revision);
		const weight = await weightOf(tx, userId);
		await demandRate(tx, userId, weight);
		let id = 0;
		const opened = await openCase(tx, subject, {
			source: 'report',
			reasons: [given.reason],
			report: async (caseId) => {
				const row = await tx
					.insertInto('moderation_reports')
					.values({
						case_id: caseId,
						reporter_id: userId,
						reason: given.reason,
						words: given.words,
						revision,
						weight,
						created_at: now(),
					})
					.onConflict((conflict) => conflict.columns(['case_id', 'reporter_id']).doNothing())
					.returning('id')
					.executeTakeFirst();
				if (!row)
					throw moderationError('reported_already', { detail: 'This was reported already, and waits.' });
				id = row.id;
			},
		});
		if (!opened) throw notFound();
		return { id };
	});
}

const notFound = () => moderationError('subject_not_found', { detail: 'There is nothing here to report.' });

/** What a form or a program names, as far as this person sees it. */
export async function subjectOf(
	db: Db,
	actor: Actor,
	given: { itemId?: number | null; replyId?: number | null; handle?: string | null },
): Promise<{ subject: Subject; authorId: UserId | null; revision: number; title: string; excerpt: string }> {
	if (given.handle) {
		const person = await db
			.selectFrom('users')
			.select(['id', 'name', 'headline'])
			.where('handle', '=', given.handle.toLowerCase())
			.executeTakeFirst();
		if (!person) throw notFound();
		const subject: Subject = { kind: 'person', personId: person.id };
		return { subject, authorId: person.id, revision: 0, title: person.name, excerpt: person.headline };
	}
	const itemId = given.replyId ? await itemOfReply(db, given.replyId) : given.itemId;
	const item = itemId
		? await db
				.selectFrom('items')
				.select(['id', 'title', 'excerpt', 'author_id', 'revision', 'status'])
				.where('id', '=', itemId)
				.executeTakeFirst()
		: undefined;
	if (!item || item.status !== 'published') throw notFound();
	const access = (await may(db, actor, 'read', [item])).get(item.id) ?? 'none';
	// Of what is not open to somebody there are no replies either.
	if (access === 'none' || (given.replyId && access !== 'full')) throw notFound();
	if (!given.replyId) {
		const { id, title, excerpt, revision, author_id: authorId } = item;
		return { subject: { kind: 'item', itemId: id }, authorId, revision, title, excerpt };
	}
	const reply = await db
		.selectFrom('replies')
		.select(['id', 'author_id', 'revision', 'source'])
		.where('id', '=', given.replyId)
		.executeTakeFirst();
	if (!reply || !(await replyInSight(db, reply.id))) throw notFound();
	return {
		subject: { kind: 'reply', itemId: item.id, replyId: reply.id },
		authorId: reply.author_id,
		revision: reply.revision,
		title: item.title,
		excerpt: reply.source.slice(0, 300),
	};
}

async function demandOnce(tx: Tx, userId: UserId, subject: Subject, revision: number): Promise<void> {
	const before = await tx
		.selectFrom('moderation_reports as r')
		.innerJoin('moderation_cases as c', 'c.id', 'r.case_id')
		.select(['c.status', 'r.revision', 'c.decided_at'])
		.where('r.reporter_id', '=', userId)
		.where('c.subject_key', '=', keyOf(subject))
		.orderBy('r.id', 'desc')
		.limit(1)
		.executeTakeFirst();
	if (!before) return;
	if (before.status === 'open')
		throw moderationError('reported_already', { detail: 'This was reported already, and waits.' });
	const age = now().getTime() - (before.decided_at?.getTime() ?? 0);
	if (before.revision >= revision && age < reportAgainDays * 24 * HOUR)
		throw moderationError('dismissed_already', {
			params: { days: reportAgainDays },
			detail: 'It was decided on, and is as it was then.',
		});
}

/** What a report of somebody counts now: by their last fifty that were decided. */
async function weightOf(tx: Tx, userId: UserId): Promise<number> {
	const { rows } = await sql<{ upheld: number; dismissed: number }>`select
			count(*) filter (where outcome = 'upheld' and reversed_at is null)::int as upheld,
			count(*) filter (where outcome = 'dismissed' or reversed_at is not null)::int as dismissed
		from (select d.outcome, d.reversed_at from moderation_reports r join moderation_cases c on c.id = r.case_id and c.status = 'decided'
			join lateral (select outcome, reversed_at from moderation_decisions d where d.case_id = c.id and d.undone_at is null
				order by d.id desc limit 1) d on true
			where r.reporter_id = ${userId} order by r.id desc limit 50) as lately`.execute(tx);
	return reportWeight(rows[0]!.upheld, rows[0]!.dismissed);
}

async function demandRate(tx: Tx, userId: UserId, weight: number): Promise<void> {
	const at = now().getTime();
	const { rows } = await sql<{ hour: number; day: number }>`select count(*)::int as day,
			count(*) filter (where created_at > ${new Date(at - HOUR)})::int as hour
		from moderation_reports where reporter_id = ${userId} and created_at > ${new Date(at - 24 * HOUR)}`.execute(
		tx,
	);
	const { hour, day } = rows[0]!;
	const doubted = weight < reportLimits.doubtedBelow;
	if (hour >= reportLimits.hour || day >= (doubted ? reportLimits.doubted : reportLimits.day))
		throw moderationError('too_many_reports', {
			params: { n: doubted ? reportLimits.doubted : reportLimits.day },
			retryAfter: hour >= reportLimits.hour ? 3600 : 86_400,
			detail: 'So many reports a day are heard; the rest tomorrow.',
		});
}
