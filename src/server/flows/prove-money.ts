import {
	beginProof,
	type Discrepancy,
	endProof,
	noteProof,
	PROVE_MONEY,
	verifyLedger,
} from '../modules/ledger/index.ts';
import { verifyOrders } from '../modules/orders/index.ts';
import { verifyPayouts } from '../modules/payouts/index.ts';
import { verifySubscriptions } from '../modules/subscriptions/index.ts';
import { type Db, inTransaction, sql } from '../platform/db/index.ts';
import { emit } from '../platform/events/index.ts';
import type { Job } from '../platform/jobs/index.ts';

/** What is recomputed, one after the other. */
const parts = [verifyLedger, verifyOrders, verifySubscriptions, verifyPayouts];
/** How many there are: a page says how far it is. */
export const proofParts = parts.length;

/**
 * Recomputes everything that is known of money: each transfer from its entries, and orders, payments, refunds, disputes,
 * escrow, entitlements, subscriptions and payouts from what the ledger says of them.
 *
 * @param onPart is told how many parts are done
 * @returns what does not add up; empty when not one cent is missing
 */
export async function proveMoney(
	db: Db,
	onPart: (done: number) => Promise<void> = async () => {},
): Promise<Discrepancy[]> {
	const found: Discrepancy[] = [];
	for (const [at, verify] of parts.entries()) {
		found.push(...(await verify(db)));
		await onPart(at + 1);
	}
	return found;
}

/**
 * Recomputes everything and keeps what came out; administrators are told when something does not add up.
 *
 * @param proofId what was asked for; null at night
 * @returns false when there was nothing to do: somebody else is at it, or was
 */
export async function proveAndKeep(db: Db, proofId: number | null): Promise<boolean> {
	const id = await beginProof(db, proofId);
	if (id === null) return false;
	try {
		const counted = await countMoney(db);
		const differences = await proveMoney(db, (done) => noteProof(db, id, done));
		await inTransaction(db, async (tx) => {
			if ((await endProof(tx, id, { counted, differences })) && differences.length > 0)
				await emit(tx, null, 'ledger.wrong', { proofId: id, found: differences.length });
		});
	} catch (error) {
		await endProof(db, id, { failure: error instanceof Error ? error.message : String(error) });
		throw error;
	}
	return true;
}

/** How much there is to look at. One statement. */
async function countMoney(db: Db): Promise<Record<string, number>> {
	const { rows } = await sql<Record<string, number>>`select
		(select count(*) from ledger_transfers) as transfers, (select count(*) from ledger_entries) as entries,
		(select count(*) from orders where status in ('paid', 'refunded')) as orders,
		(select count(*) from payments where status = 'succeeded') as payments,
		(select count(*) from refunds) as refunds, (select count(*) from disputes) as disputes,
		(select count(*) from subscriptions) as subscriptions, (select count(*) from payouts) as payouts`.execute(
		db,
	);
	return rows[0]!;
}

/** Proves every night, and whenever it is asked for. */
export function proveMoneyJob(db: Db): Job<{ proofId?: number }> {
	return {
		name: PROVE_MONEY,
		cron: '17 3 * * *',
		work: async ({ proofId }) => void (await proveAndKeep(db, proofId ?? null)),
	};
}
