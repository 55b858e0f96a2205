import { type Actor, isStaff, requireMember } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { enqueue } from '../../platform/jobs/index.ts';
import type { Discrepancy } from './verify.ts';

/** The job that recomputes everything; see flows/prove-money.ts. */
export const PROVE_MONEY = 'ledger.prove';

/** Without a sign of life for so long, whoever was counting is no more. */
const LOST_MS = 10 * 60_000;
const lostBefore = () => new Date(now().getTime() - LOST_MS);
/** So many differences are kept of each; the first are enough to begin with. */
const KEPT = 100;

export type ProofStatus = 'waiting' | 'running' | 'done' | 'failed';

/** One time that everything was recomputed. */
export interface Proof {
	id: number;
	status: ProofStatus;
	/** Handle of who asked for it; null: it was night. */
	askedBy: string | null;
	askedAt: Date;
	startedAt: Date | null;
	endedAt: Date | null;
	/** How many of its parts are done; it says so while it runs. */
	partsDone: number;
	/** How many of each thing were looked at. */
	counted: Record<string, number>;
	/** How many things do not add up, and the first hundred of them. */
	found: number;
	differences: Discrepancy[];
	/** Why it came to no result. */
	failure: string | null;
}

/**
 * Has everything recomputed now, by a job. While one waits or runs, it is that one. Administrators may.
 *
 * @returns its id
 */
export async function askProof(db: Db, actor: Actor): Promise<number> {
	const { userId } = requireActing(actor);
	if (actor.role !== 'admin') throw commonError('forbidden');
	return inTransaction(db, async (tx) => {
		await giveUpLost(tx);
		const made = await tx
			.insertInto('money_proofs')
			.values({ asked_by: userId, asked_at: now() })
			.onConflict((conflict) => conflict.doNothing())
			.returning('id')
			.executeTakeFirst();
		if (made) {
			await enqueue(tx, PROVE_MONEY, { proofId: made.id }, { maxAttempts: 3 });
			return made.id;
		}
		const other = await tx
			.selectFrom('money_proofs')
			.select('id')
			.orderBy('id', 'desc')
			.limit(1)
			.executeTakeFirstOrThrow();
		return other.id;
	});
}

/**
 * Begins to recompute: what was asked for, or, at night, one that nobody asked for.
 *
 * @returns its id; null when there is nothing to begin: it is being done, or was
 */
export function beginProof(db: Db, proofId: number | null): Promise<number | null> {
	return inTransaction(db, async (tx) => {
		await giveUpLost(tx);
		const at = now();
		const begun = { status: 'running', started_at: at, seen_at: at };
		const row =
			proofId === null
				? await tx
						.insertInto('money_proofs')
						.values({ ...begun, asked_at: at })
						.onConflict((conflict) => conflict.doNothing())
						.returning('id')
						.executeTakeFirst()
				: await tx
						.updateTable('money_proofs')
						.set(begun)
						.where('id', '=', proofId)
						.where('status', '=', 'waiting')
						.returning('id')
						.executeTakeFirst();
		return row?.id ?? null;
	});
}

/** Notes that another part is done. */
export async function noteProof(db: Db, id: number, partsDone: number): Promise<void> {
	await db
		.updateTable('money_proofs')
		.set({ parts_done: partsDone, seen_at: now() })
		.where('id', '=', id)
		.where('status', '=', 'running')
		.execute();
}

/** Keeps what came out. @returns false when it had been given up meanwhile */
export async function endProof(
	db: Db,
	id: number,
	result: { counted: Record<string, number>; differences: readonly Discrepancy[] } | { failure: string },
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('money_proofs')
		.set({
			ended_at: now(),
			...('failure' in result
				? { status: 'failed', failure: result.failure.slice(0, 500) }
				: {
						status: 'done',
						counted: JSON.stringify(result.counted),
						found: result.differences.length,
						differences: JSON.stringify(result.differences.slice(0, KEPT)),
					}),
		})
		.where('id', '=', id)
		.where('status', '=', 'running')
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

/** Whoever was counting was killed: the next one may begin. What waits has its job, which comes when a worker does. */
async function giveUpLost(tx: Tx): Promise<void> {
	await tx
		.updateTable('money_proofs')
		.set({ status: 'failed', failure: 'interrupted', ended_at: now() })
		.where('status', '=', 'running')
		.where('seen_at', '<', lostBefore())
		.execute();
}

/**
 * The latest proofs, the newest first, at most 50; one that gives no sign of life any more is shown as interrupted. Staff
 * may look. One statement.
 */
export async function listProofs(db: Db, actor: Actor, limit = 10): Promise<Proof[]> {
	requireMember(actor);
	if (!isStaff(actor)) throw commonError('forbidden');
	const { rows } = await sql<Proof & { seenAt: Date | null }>`select p.id, p.status, u.handle as "askedBy",
			p.asked_at as "askedAt", p.started_at as "startedAt", p.ended_at as "endedAt", p.seen_at as "seenAt",
			p.parts_done as "partsDone", p.counted, p.found, p.differences, p.failure
		from money_proofs p left join users u on u.id = p.asked_by
		order by p.id desc limit ${Math.min(limit, 50)}`.execute(db);
	return rows.map(({ seenAt, ...proof }) =>
		proof.status === 'running' && seenAt! < lostBefore()
			? { ...proof, status: 'failed', failure: 'interrupted', endedAt: seenAt }
			: proof,
	);
}
