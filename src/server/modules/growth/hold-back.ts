import { now } from '../../kernel/clock.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import type { Happening } from './causes.ts';
import { ledgers } from './ledger.ts';
import { type Rules, worthOf } from './rules.ts';

/**
 * Keeps a fact back that would bring something to a new account, or through one: who makes accounts for their votes has
 * to wait, and is found meanwhile. When its time comes it is booked as things then stand.
 *
 * @returns true when it is kept back
 */
export async function holdBack(
	tx: Tx,
	rules: Rules,
	happenings: readonly Happening[],
	eventId: number,
): Promise<boolean> {
	const delays = ledgers.flatMap((ledger) => {
		const { newAccount } = rules[ledger];
		const gains = happenings.some((one) => !one.undone && worthOf(rules, ledger, one.cause, one.of) > 0);
		return newAccount && gains ? [newAccount] : [];
	});
	if (delays.length === 0) return false;
	const people = happenings.flatMap((one) => [one.userId, ...(one.giverId === null ? [] : [one.giverId])]);
	const { rows } = await sql<{ youngest: Date | null }>`select max(created_at) as youngest from users
		where id = any(${people}::bigint[])`.execute(tx);
	const age = rows[0]?.youngest ? (now().getTime() - rows[0].youngest.getTime()) / 86_400_000 : Infinity;
	const hours = Math.max(0, ...delays.filter((one) => age < one.days).map((one) => one.hours));
	if (hours === 0) return false;
	await tx
		.insertInto('waiting_earnings')
		.values({ event_id: eventId, due_at: new Date(now().getTime() + hours * 3_600_000) })
		.onConflict((conflict) => conflict.column('event_id').doNothing())
		.execute();
	return true;
}
