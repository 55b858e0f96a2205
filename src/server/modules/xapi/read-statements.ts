import { type Actor, isStaff } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { type CursorKey, cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { courseToMake } from '../courses/index.ts';
import type { Statement } from './statement.ts';
import type { Store } from './stores.ts';
import type { Verb } from './vocabulary.ts';

/** Which statements are asked for; all that is given must be met. */
export interface StatementFilter {
	courseId?: ItemId | null;
	/** Handle of a learner. */
	person?: string | null;
	verb?: Verb | null;
	since?: Date | null;
	until?: Date | null;
}

export interface StatementRow {
	number: number;
	verb: Verb;
	happenedAt: Date;
	/** Who it was, for those who may ask; the statement itself names no one. */
	handle: string | null;
	courseId: number | null;
	statement: Statement;
}

/** Administrators read all; who reports on a course reads that course's. */
async function mayRead(db: Db, actor: Actor, { courseId }: StatementFilter): Promise<void> {
	if (courseId) {
		await courseToMake(db, actor, courseId, 'report');
		return;
	}
	requireActing(actor);
	if (!isStaff(actor) || actor.role !== 'admin')
		throw commonError('forbidden', {
			detail: 'Name a course that you make; all statements are for administrators.',
		});
}

/**
 * Statements in the order in which they were kept.
 *
 * @throws courses.not_found, common.forbidden, common.bad_cursor; refusals of signing in
 */
export async function listStatements(
	db: Db,
	actor: Actor,
	filter: StatementFilter,
	{ cursor, limit = 100 }: { cursor?: string | null; limit?: number } = {},
): Promise<Page<StatementRow>> {
	await mayRead(db, actor, filter);
	const after = decodeCursor(cursor, ['integer'])?.[0] ?? 0;
	const rows = await statementsAfter(db, filter, Number(after), limit + 1);
	return cutPage(rows, limit, ({ number }): CursorKey => [number]);
}

async function statementsAfter(
	db: Db,
	{ courseId = null, person = null, verb = null, since = null, until = null }: StatementFilter,
	after: number,
	limit: number,
): Promise<StatementRow[]> {
	const { rows } = await sql<StatementRow>`select s.number, s.verb, s.happened_at as "happenedAt", u.handle,
			s.course_id as "courseId", s.statement
		from xapi_statements s left join users u on u.id = s.user_id
		where s.number > ${after}
			and (${courseId}::bigint is null or s.course_id = ${courseId}::bigint)
			and (${person}::text is null or s.user_id = (select id from users where handle = ${person}::text))
			and (${verb}::text is null or s.verb = ${verb}::text)
			and (${since}::timestamptz is null or s.happened_at >= ${since}::timestamptz)
			and (${until}::timestamptz is null or s.happened_at < ${until}::timestamptz)
		order by s.number limit ${limit}`.execute(db);
	return rows;
}

/** Everything that a filter lets through, some at a time, for a file that is written while it is read. */
export async function* exportStatements(
	db: Db,
	actor: Actor,
	filter: StatementFilter,
): AsyncGenerator<StatementRow[]> {
	await mayRead(db, actor, filter);
	for (let after = 0; ; ) {
		const rows = await statementsAfter(db, filter, after, 1000);
		if (rows.length === 0) return;
		yield rows;
		after = rows.at(-1)!.number;
	}
}

/** How a store stands, as the console shows it. */
export interface StoreState {
	name: string;
	shown: string;
	waiting: number;
	refused: number;
	sent: number;
	oldestAt: Date | null;
	lastOkAt: Date | null;
	lastError: string | null;
	lastErrorAt: Date | null;
}

/** The stores of the configuration. The caller has checked who asks. */
export async function storeStates(db: Db, stores: readonly Store[]): Promise<StoreState[]> {
	const names = stores.map(({ name }) => name);
	const { rows } = await sql<Omit<StoreState, 'shown'>>`select given.store as name,
			(select count(*)::int from xapi_deliveries d where d.store = given.store and d.refused is null) as waiting,
			(select count(*)::int from xapi_deliveries d where d.store = given.store and d.refused is not null) as refused,
			(select min(s.happened_at) from xapi_deliveries d join xapi_statements s on s.number = d.number
				where d.store = given.store and d.refused is null) as "oldestAt",
			coalesce(x.sent, 0) as sent, x.last_ok_at as "lastOkAt", x.last_error as "lastError", x.last_error_at as "lastErrorAt"
		from unnest(${names}::text[]) as given(store) left join xapi_stores x on x.store = given.store`.execute(
		db,
	);
	return stores.map(({ name, shown }) => ({ ...rows.find((row) => row.name === name)!, shown }));
}

/** Sends again what a store had refused, and what it is to wait for, from now on. @throws common.forbidden */
export async function retryStore(db: Db, actor: Actor, store: Store): Promise<void> {
	requireActing(actor);
	if (actor.role !== 'admin') throw commonError('forbidden');
	await sql`update xapi_deliveries set refused = null, attempts = 0, next_at = ${now()} where store = ${store.name}`.execute(
		db,
	);
}
