import { now } from '../../kernel/clock.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import type { Log } from '../../platform/log.ts';
import type { Statement } from './statement.ts';
import type { Store } from './stores.ts';

/** Statements of one request. */
const BATCH = 50;
/** Milliseconds that a store may take. */
const PATIENCE = 20_000;
/** While somebody sends them, nobody else does: longer than a batch can take, one by one. */
const LEASE = 30 * 60_000;

interface Due {
	number: number;
	attempts: number;
	statement: Statement;
}

/** How a store answered. `there`: it has them; `never`: it will not take this one; `later`: with what it asks for. */
type Answer =
	| { kind: 'there' }
	| { kind: 'apart'; why: string }
	| { kind: 'never'; why: string }
	| { kind: 'later'; why: string; after: number | null };

/**
 * Sends what is due to every store, each for itself: one that does not answer holds nobody up. A statement has one id
 * for ever, so one that is sent twice is the same one to the store: 409 says that it is there.
 *
 * @returns how many arrived
 */
export async function deliverStatements(
	db: Db,
	stores: readonly Store[],
	options: { log?: Log; stop?: AbortSignal; patience?: number } = {},
): Promise<number> {
	const sent = await Promise.all(
		stores.map((store) =>
			deliverTo(db, store, options).catch((error) => {
				options.log?.warn(
					{ err: error, store: store.shown },
					'statements could not be sent; they are tried again',
				);
				return 0;
			}),
		),
	);
	return sent.reduce((sum, count) => sum + count, 0);
}

async function deliverTo(
	db: Db,
	store: Store,
	options: { stop?: AbortSignal; patience?: number },
): Promise<number> {
	for (let all = 0; ; ) {
		if (options.stop?.aborted) return all;
		const due = await takeDue(db, store.name);
		if (due.length === 0) return all;
		const answer = await post(store, due, options.patience);
		if (answer.kind === 'later') {
			await putOff(db, store.name, due, answer);
			return all;
		}
		if (answer.kind === 'there') {
			await arrived(db, store.name, due);
			all += due.length;
			continue;
		}
		// Something in the batch is not taken: each is asked for by itself, so that one bad one keeps none back.
		const done = await oneByOne(db, store, due, options);
		all += done.sent;
		if (done.stopped) return all;
	}
}

async function oneByOne(
	db: Db,
	store: Store,
	due: readonly Due[],
	options: { stop?: AbortSignal; patience?: number },
): Promise<{ sent: number; stopped: boolean }> {
	let sent = 0;
	for (const [at, one] of due.entries()) {
		const answer = options.stop?.aborted
			? ({ kind: 'later', why: 'stopped', after: 0 } as const)
			: await post(store, [one], options.patience);
		if (answer.kind === 'later') {
			await putOff(db, store.name, due.slice(at), answer);
			return { sent, stopped: true };
		}
		if (answer.kind === 'there') {
			await arrived(db, store.name, [one]);
			sent += 1;
		} else await refuse(db, store.name, one, answer.why);
	}
	return { sent, stopped: false };
}

async function takeDue(db: Db, store: string): Promise<Due[]> {
	const at = now();
	const { rows } = await sql<Due>`with due as (
			select number from xapi_deliveries where store = ${store} and refused is null and next_at <= ${at}
			order by next_at, number limit ${BATCH} for update skip locked
		), taken as (
			update xapi_deliveries d set next_at = ${new Date(at.getTime() + LEASE)} from due
			where d.store = ${store} and d.number = due.number returning d.number, d.attempts
		)
		select t.number, t.attempts, s.statement from taken t join xapi_statements s on s.number = t.number order by t.number`.execute(
		db,
	);
	return rows;
}

async function post(store: Store, due: readonly Due[], patience = PATIENCE): Promise<Answer> {
	let response: Response;
	let text = '';
	try {
		response = await fetch(store.url, {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				'x-experience-api-version': '1.0.3',
				...(store.authorization ? { authorization: store.authorization } : {}),
			},
			body: JSON.stringify(due.map(({ statement }) => statement)),
			// A key goes to the store that was named, and to no other.
			redirect: 'error',
			signal: AbortSignal.timeout(patience),
		});
		text = await readSome(response);
	} catch (error) {
		return { kind: 'later', why: (error as Error).message, after: null };
	}
	const { status } = response;
	const why = `${status} ${text}`.trim().slice(0, 300);
	if (status === 200 || status === 204) return { kind: 'there' };
	// One of several is there with the same id, or one of them is wrong, or they are too many: asked for one by one.
	if (due.length > 1 && [400, 409, 413, 422].includes(status)) return { kind: 'apart', why };
	// The one that was asked for is there.
	if (status === 409) return { kind: 'there' };
	if ([400, 413, 422].includes(status)) return { kind: 'never', why };
	// A wrong key, a store that is not there, too much at once, a fault of the store: not the statement's.
	const after = Number(response.headers.get('retry-after'));
	return { kind: 'later', why, after: Number.isFinite(after) && after > 0 ? after * 1000 : null };
}

/** The beginning of an answer: a store that talks without end is not listened to. */
async function readSome(response: Response): Promise<string> {
	const reader = response.body?.getReader();
	if (!reader) return '';
	let text = '';
	const decoder = new TextDecoder();
	for (;;) {
		const { done, value } = await reader.read();
		if (value) text += decoder.decode(value, { stream: true });
		if (done || text.length > 100_000) break;
	}
	await reader.cancel().catch(() => {});
	return text;
}

async function arrived(db: Db, store: string, due: readonly Due[]): Promise<void> {
	await db
		.deleteFrom('xapi_deliveries')
		.where('store', '=', store)
		.where(
			'number',
			'in',
			due.map(({ number }) => number),
		)
		.execute();
	await sql`insert into xapi_stores (store, sent, last_ok_at) values (${store}, ${due.length}, ${now()})
		on conflict (store) do update set sent = xapi_stores.sent + excluded.sent, last_ok_at = excluded.last_ok_at`.execute(
		db,
	);
}

/** Longer each time, from half a minute to six hours, and never all at the same moment; or as long as the store asks for. */
export function waitAfter(attempts: number, asked: number | null, chance = Math.random()): number {
	const own = Math.min(6 * 3600_000, 30_000 * 2 ** Math.min(attempts, 12));
	return Math.round(Math.min(24 * 3600_000, Math.max(asked ?? 0, own * (0.75 + chance / 2))));
}

async function putOff(
	db: Db,
	store: string,
	due: readonly Due[],
	{ why, after }: { why: string; after: number | null },
): Promise<void> {
	const most = Math.max(...due.map(({ attempts }) => attempts));
	const next = new Date(now().getTime() + waitAfter(most, after));
	await sql`update xapi_deliveries set attempts = attempts + 1, next_at = ${next}
		where store = ${store} and number = any(${due.map(({ number }) => number)}::bigint[])`.execute(db);
	await noteError(db, store, why);
}

async function refuse(db: Db, store: string, { number }: Due, why: string): Promise<void> {
	await db
		.updateTable('xapi_deliveries')
		.set({ refused: why })
		.where('store', '=', store)
		.where('number', '=', number)
		.execute();
	await noteError(db, store, why);
}

async function noteError(db: Db, store: string, why: string): Promise<void> {
	await sql`insert into xapi_stores (store, last_error, last_error_at) values (${store}, ${why.slice(0, 300)}, ${now()})
		on conflict (store) do update set last_error = excluded.last_error, last_error_at = excluded.last_error_at`.execute(
		db,
	);
}

/** Sending runs once in a process at a time; what is put off is found by the minute. */
export function xapiJobs(
	db: Db,
	stores: readonly Store[],
	tools: { log?: Log; stop?: AbortSignal },
): Job<never>[] {
	let running = false;
	return [
		{
			name: 'xapi.deliver',
			cron: '* * * * *',
			async work() {
				if (running || stores.length === 0) return;
				running = true;
				try {
					await deliverStatements(db, stores, tools);
				} finally {
					running = false;
				}
			},
		},
	];
}
