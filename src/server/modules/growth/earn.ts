import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import type { Happening } from './causes.ts';
import { book, type Ledger, ledgers, lockPerson, reverse, tableOf } from './ledger.ts';
import { type Rules, reasonOf, weigh, worthOf } from './rules.ts';
import { whys } from './settle-subject.ts';

/** The rules by which something is booked. */
export interface InForce {
	version: number;
	rules: Rules;
}

/**
 * Books what happened for one person in both ledgers, as the rules say; nothing where it was booked already.
 *
 * @returns whether their reputation moved
 */
export async function earn(
	tx: Tx,
	{ version, rules }: InForce,
	happening: Happening,
	eventId: number,
): Promise<boolean> {
	if (!(await lockPerson(tx, happening.userId))) return false;
	let moved = false;
	for (const ledger of ledgers) {
		const base = worthOf(rules, ledger, happening.cause, happening.of);
		if (base === 0) continue;
		if (known(happening) && (await standing(tx, ledger, happening)).length > 0) continue;
		const amount = weigh(
			rules[ledger],
			happening.cause,
			base,
			await before(tx, ledger, rules, happening, base),
		);
		// What came to nothing by a cap is written too: taking it back must not cost what it never brought.
		const id = await book(tx, ledger, happening.userId, {
			amount,
			reason: reasonOf(happening.cause),
			cause: happening.cause,
			itemId: happening.itemId,
			replyId: happening.replyId,
			giverId: happening.giverId,
			eventId,
			key: happening.once === null ? null : `${happening.once}:${happening.userId}`,
			rules: version,
		});
		if (id !== null && amount !== 0 && ledger === 'reputation') moved = true;
	}
	return moved;
}

// A vote of nobody known may be one of many.
const known = (one: Happening) =>
	one.once === null && (one.giverId !== null || reasonOf(one.cause) !== 'vote');

/** Takes back what a cause brought that is gone. @returns whether their reputation moved */
export async function withdraw(tx: Tx, happening: Happening, eventId: number): Promise<boolean> {
	if (!(await lockPerson(tx, happening.userId))) return false;
	let moved = false;
	for (const ledger of ledgers) {
		const ids = await standing(tx, ledger, happening);
		// Of before it was written who gave them; one of them is as good as another.
		if (ids.length === 0 && happening.giverId !== null && !(await everGave(tx, ledger, happening)))
			ids.push(...(await standing(tx, ledger, { ...happening, giverId: null })).slice(0, 1));
		for (const one of await reverse(tx, ledger, ids, { why: whys.withdrawn, eventId }))
			if (ledger === 'reputation' && one.amount !== 0) moved = true;
	}
	return moved;
}

/** Entries of the same cause that count at this moment, the newest first. */
async function standing(tx: Tx, ledger: Ledger, one: Happening): Promise<number[]> {
	const table = tableOf(ledger);
	const { rows } = await sql<{ id: number }>`select e.id from ${table} e
		where e.user_id = ${one.userId} and e.reason = ${reasonOf(one.cause)} and e.counts
			and coalesce(e.cause, ${one.cause}) = ${one.cause}
			and e.item_id is not distinct from ${one.itemId}::bigint and e.reply_id is not distinct from ${one.replyId}::bigint
			and e.giver_id is not distinct from ${one.giverId}::bigint
			and not (e.cause is null and e.amount * ${signOf(one)}::int < 0)
			and not exists (select from ${table} x where x.reverses = e.id) order by e.id desc limit 100`.execute(
		tx,
	);
	return rows.map((row) => row.id);
}

async function everGave(tx: Tx, ledger: Ledger, one: Happening): Promise<boolean> {
	const { rows } =
		await sql`select 1 from ${tableOf(ledger)} where user_id = ${one.userId} and giver_id = ${one.giverId}
		and reason = ${reasonOf(one.cause)} and item_id = ${one.itemId} and reply_id is not distinct from ${one.replyId}::bigint
		limit 1`.execute(tx);
	return rows.length > 0;
}

const signOf = ({ cause }: Happening) => (cause === 'down' || cause === 'cast-down' ? -1 : 1);

async function before(
	tx: Tx,
	ledger: Ledger,
	rules: Rules,
	one: Happening,
	base: number,
): Promise<{ today: number; votes: number }> {
	const { pair, perDay } = rules[ledger];
	if (base <= 0) return { today: 0, votes: 0 };
	const table = tableOf(ledger);
	const today =
		perDay[one.cause] === undefined
			? 0
			: (
					await sql<{ sum: number }>`select coalesce(sum(amount), 0)::int as sum from ${table}
						where user_id = ${one.userId} and reason = ${reasonOf(one.cause)} and created_at >= ${startOfDay(now())}`.execute(
						tx,
					)
				).rows[0]!.sum;
	const votes =
		!pair || one.cause !== 'up' || one.giverId === null
			? 0
			: (
					await sql<{ n: number }>`select count(*)::int as n from ${table} e where user_id = ${one.userId}
						and giver_id = ${one.giverId} and cause = 'up' and counts
						and created_at > ${new Date(now().getTime() - pair.days * 86_400_000)}
						and not exists (select from ${table} x where x.reverses = e.id)`.execute(tx)
				).rows[0]!.n;
	return { today, votes };
}

/** When the day began, as caps count it: in UTC, the same for everybody. */
export function startOfDay(moment: Date): Date {
	return new Date(Math.floor(moment.getTime() / 86_400_000) * 86_400_000);
}

/** In the order of their ids: two facts that concern the same people do not wait for each other crosswise. */
export function byPerson<T extends { userId: UserId }>(all: readonly T[]): T[] {
	return [...all].sort((a, b) => a.userId - b.userId);
}
