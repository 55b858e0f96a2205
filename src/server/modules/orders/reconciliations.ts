import { type Actor, requireMember } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import type { Comparison, Difference, Sum } from './compare-bill.ts';

/** What came of comparing one day of a provider with ours. */
export interface Reconciliation {
	id: number;
	provider: string;
	/** A date of the provider's own calendar. */
	day: string;
	status: 'matched' | 'differs' | 'failed';
	matched: number;
	differences: Difference[];
	sums: Sum[];
	/** Why there is no bill. */
	failure: string | null;
	madeAt: Date;
}

/** Keeps what came of a day, in place of what was kept of it before. */
export async function keepReconciliation(
	db: Db,
	provider: string,
	day: string,
	outcome: Comparison | { failure: string },
): Promise<Reconciliation['status']> {
	const failed = 'failure' in outcome;
	// What was mended by comparing is a difference no more, and still worth telling.
	const status = failed
		? 'failed'
		: outcome.differences.some(({ what }) => what !== 'mended')
			? 'differs'
			: 'matched';
	const row = {
		status,
		matched: failed ? 0 : outcome.matched,
		differences: JSON.stringify(failed ? [] : outcome.differences),
		sums: JSON.stringify(failed ? [] : outcome.sums),
		failure: failed ? outcome.failure : null,
		made_at: now(),
	};
	await db
		.insertInto('reconciliations')
		.values({ provider, day, ...row })
		.onConflict((conflict) => conflict.columns(['provider', 'day']).doUpdateSet(row))
		.execute();
	return status;
}

/**
 * Which days of a provider are to be compared: those that are over and billed, of the last week, from its first payment
 * on, and neither compared yet nor equal.
 *
 * @returns `compared`: the bill is kept already, only our side may have changed
 */
export async function daysToReconcile(
	db: Db,
	provider: string,
	{ utcOffset, readyAfterHours }: { utcOffset: number; readyAfterHours: number },
): Promise<{ day: string; compared: boolean }[]> {
	const { rows } = await sql<{ day: string; status: string | null }>`
		with calendar as (
			select to_char(d, 'YYYY-MM-DD') as day from generate_series(
				date_trunc('day', ${now()}::timestamptz at time zone 'UTC' + ${utcOffset} * interval '1 hour') - interval '7 days',
				${now()}::timestamptz at time zone 'UTC' + (${utcOffset} - 24 - ${readyAfterHours}::float8) * interval '1 hour',
				interval '1 day') d
		), first as (
			select to_char(min(created_at) at time zone 'UTC' + ${utcOffset} * interval '1 hour', 'YYYY-MM-DD') as day
				from payments where provider = ${provider}
		)
		select calendar.day, r.status from calendar join first on calendar.day >= first.day
			left join reconciliations r on r.provider = ${provider} and r.day = calendar.day
			where r.status is null or r.status <> 'matched'
			order by calendar.day`.execute(db);
	return rows.map(({ day, status }) => ({ day, compared: status === 'differs' }));
}

/** The latest comparisons, newest day first. @throws common.forbidden for everybody but administrators */
export async function listReconciliations(
	db: Db,
	actor: Actor,
	filter: { cursor?: string | null; limit?: number } = {},
): Promise<Page<Reconciliation>> {
	demandOperator(actor);
	const limit = Math.min(filter.limit ?? 30, 100);
	const after = decodeCursor(filter.cursor, ['string', 'integer']);
	let query = db
		.selectFrom('reconciliations')
		.select([
			'id',
			'provider',
			'day',
			'status',
			'matched',
			'differences',
			'sums',
			'failure',
			'made_at as madeAt',
		])
		.orderBy('day', 'desc')
		.orderBy('id', 'desc')
		.limit(limit + 1);
	if (after) query = query.where(sql<boolean>`(day, id) < (${after[0]}, ${after[1]})`);
	const rows = (await query.execute()) as unknown as Reconciliation[];
	return cutPage(rows, limit, ({ day, id }) => [day, id]);
}

/** A provider's message from which nothing followed. */
export interface StrayNotice {
	id: number;
	provider: string;
	type: string;
	reference: string | null;
	outcome: string;
	body: string;
	receivedAt: Date;
}

/** The latest messages that led nowhere: about nothing we know, or with another amount. @throws common.forbidden */
export async function listStrayNotices(db: Db, actor: Actor, limit = 20): Promise<StrayNotice[]> {
	demandOperator(actor);
	return (await db
		.selectFrom('payment_notices')
		.select(['id', 'provider', 'type', 'reference', 'outcome', 'body', 'received_at as receivedAt'])
		.where('outcome', 'in', ['unknown', 'mismatch'])
		.orderBy('id', 'desc')
		.limit(limit)
		.execute()) as StrayNotice[];
}

/** How many payments wait for their provider's word, by provider. @throws common.forbidden */
export async function countWaiting(db: Db, actor: Actor): Promise<Map<string, number>> {
	demandOperator(actor);
	const rows = await db
		.selectFrom('payments')
		.select(['provider', sql<number>`count(*)::int`.as('waiting')])
		.where('status', '=', 'started')
		.groupBy('provider')
		.execute();
	return new Map(rows.map(({ provider, waiting }) => [provider, waiting]));
}

/** The house's money is the business of whoever runs it. @throws common.sign_in_required, common.forbidden */
export function demandOperator(actor: Actor): void {
	requireMember(actor);
	if (actor.role !== 'admin') throw commonError('forbidden');
}
