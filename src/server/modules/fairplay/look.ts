import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { findFarms } from './farming.ts';
import { findRings } from './find-rings.ts';
import type { Act, Found } from './finding.ts';
import { acceptancesAmong, keepFinding, ordersAmong, votesAmong } from './keep-finding.ts';
import { readAcceptances, readBrought } from './read-others.ts';
import { readJoins, readVotes } from './read-votes.ts';
import { findReferrals } from './referral.ts';
import { sharedSignIns } from './sign-ins.ts';

/**
 * Looks for accounts that act as one, and keeps what it finds.
 *
 * @param around only around these authors, when a burst of votes asked for it; everybody by default
 * @returns the run's id and how many findings are new
 */
export async function lookForRings(
	db: Db,
	{ around, most }: { around?: readonly UserId[]; most?: number } = {},
): Promise<{ runId: number; found: number }> {
	// Searches never overlap: one that still runs was killed. What is long over is of no use to anybody.
	await sql`update fair_runs set status = 'failed', finished_at = ${now()} where status = 'running'`.execute(
		db,
	);
	await sql`delete from fair_runs where started_at < ${new Date(now().getTime() - 90 * 86_400_000)}`.execute(
		db,
	);
	const { id: runId } = await db
		.insertInto('fair_runs')
		.values({ scope: around ? 'around' : 'all', started_at: now() })
		.returning('id')
		.executeTakeFirstOrThrow();
	const tell = (step: string, done: number, total: number) =>
		db
			.updateTable('fair_runs')
			.set({ step, done, total })
			.where('id', '=', runId)
			.execute()
			.then(() => {});
	try {
		const { graph, since, votes } = await readVotes(db, {
			...(most ? { most } : {}),
			onProgress: (done, total) => tell('votes', done, total),
		});
		const joined = await readJoins(db, graph.ids);
		await db
			.updateTable('fair_runs')
			.set({ since, votes, people: graph.ids.length, step: 'search', done: 0, total: graph.ids.length })
			.where('id', '=', runId)
			.execute();
		const found: Found[] = findRings(graph, {
			joinedAt: (id) => joined.get(id) ?? 0,
			...(around ? { around } : {}),
		}).map((ring) => ({
			pattern: 'ring',
			givers: ring.voters,
			takers: ring.authors,
			confidence: ring.confidence,
			marks: { ...ring.marks, score: ring.score },
		}));
		if (!around) found.push(...(await otherPatterns(db)));
		await tell('keep', 0, found.length);
		let fresh = 0;
		for (const [n, one] of found.entries()) {
			const shared = await sharedSignIns(db, [...one.givers, ...one.takers]);
			const marks = {
				...one.marks,
				signInsKnown: shared.known,
				signInsNetwork: shared.network,
				signInsDevice: shared.device,
			};
			const id = await inTransaction(db, async (tx) =>
				keepFinding(tx, runId, { ...one, marks: finite(marks) }, await actsOf(tx, one)),
			);
			if (id !== null) fresh++;
			await tell('keep', n + 1, found.length);
		}
		await db
			.updateTable('fair_runs')
			.set({ status: 'done', findings: fresh, finished_at: now() })
			.where('id', '=', runId)
			.execute();
		return { runId, found: fresh };
	} catch (error) {
		await db
			.updateTable('fair_runs')
			.set({ status: 'failed', finished_at: now() })
			.where('id', '=', runId)
			.execute();
		throw error;
	}
}

const actsOf = (tx: Parameters<typeof votesAmong>[0], { pattern, givers, takers }: Found): Promise<Act[]> =>
	({ ring: votesAmong, farming: acceptancesAmong, referral: ordersAmong })[pattern](tx, givers, takers);

/** JSON has no infinity: what is less likely than any double is kept as the least one. */
const finite = (marks: Record<string, number>) =>
	Object.fromEntries(
		Object.entries(marks).map(([name, value]) => [name, Number.isFinite(value) ? value : -1e6]),
	);

async function otherPatterns(db: Db): Promise<Found[]> {
	const farms = findFarms(await readAcceptances(db)).map(
		({ asker, answerer, accepted, expected, lnP, quick, trivial, confidence }): Found => ({
			pattern: 'farming',
			givers: [asker],
			takers: [answerer],
			confidence,
			marks: { observed: accepted, expected, lnP, quick, trivial },
		}),
	);
	const referrals = findReferrals(await readBrought(db)).map(
		({ affiliate, buyers, orders, tied, expected, lnP, confidence }): Found => ({
			pattern: 'referral',
			givers: buyers,
			takers: [affiliate],
			confidence,
			marks: { observed: tied, expected, orders, lnP },
		}),
	);
	return [...farms, ...referrals];
}

/** Takes the authors whose burst asks for a look; each is then looked at once. */
export async function takeDue(db: Db): Promise<UserId[]> {
	const { rows } = await sql<{ id: number }>`update fair_pulses set due = false, votes = 0, since = ${now()}
		where author_id in (select author_id from fair_pulses where due order by author_id limit 500 for update skip locked)
		returning author_id as id`.execute(db);
	return rows.map(({ id }) => id);
}
