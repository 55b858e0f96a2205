import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { discountFinding } from './discount.ts';
import { type Act, type Found, partOf } from './finding.ts';

/** More acts than that are not kept: they are a drawing and a timeline, not the proof. */
export const MOST_ACTS = 3000;

/**
 * Keeps what a search found. Mostly the same people found before are the same finding: while it is open its evidence is
 * renewed; a confirmed one also discounts what came since; a dismissed one stays dismissed, unless it has grown by half.
 *
 * @returns the finding's id when it is new; null when it was known
 */
export async function keepFinding(
	tx: Tx,
	runId: number | null,
	found: Found,
	acts: readonly Act[],
): Promise<number | null> {
	const at = now();
	const known = await findKnown(tx, found);
	if (known?.status === 'dismissed' && found.givers.length < known.givers * 1.5) return null;
	if (known && known.status !== 'dismissed') {
		if (known.status === 'confirmed') {
			// Whom people confirmed is what they confirmed: nobody is added by a machine.
			await discountFinding(tx, known.id);
			return null;
		}
		await tx.deleteFrom('fair_edges').where('finding_id', '=', known.id).execute();
		await tx.deleteFrom('fair_finding_people').where('finding_id', '=', known.id).execute();
		await tx
			.updateTable('fair_findings')
			.set({
				confidence: found.confidence,
				marks: JSON.stringify(found.marks),
				run_id: runId,
				updated_at: at,
				...span(acts, at),
			})
			.where('id', '=', known.id)
			.execute();
		await writePeople(tx, known.id, found);
		await writeActs(tx, known.id, acts);
		return null;
	}
	const { id } = await tx
		.insertInto('fair_findings')
		.values({
			pattern: found.pattern,
			confidence: found.confidence,
			marks: JSON.stringify(found.marks),
			run_id: runId,
			found_at: at,
			updated_at: at,
			...span(acts, at),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await writePeople(tx, id, found);
	await writeActs(tx, id, acts);
	await emit(tx, null, 'fairplay.found', {
		findingId: id,
		pattern: found.pattern,
		people: [...partOf(found).keys()],
		confidence: found.confidence,
	});
	return id;
}

const span = (acts: readonly Act[], at: Date) => {
	const times = acts.map((act) => act.at.getTime());
	return {
		first_at: times.length ? new Date(times.reduce((a, b) => Math.min(a, b))) : at,
		last_at: times.length ? new Date(times.reduce((a, b) => Math.max(a, b))) : at,
	};
};

/** The finding of the same pattern that shares half of its givers with this one, or more. */
async function findKnown(tx: Tx, { pattern, givers }: Found) {
	const { rows } = await sql<{ id: number; status: string; givers: number }>`
		select f.id, f.status, count(*)::int as givers from fair_findings f join fair_finding_people p on p.finding_id = f.id
		where f.pattern = ${pattern} and p.part <> 'taker'
			and f.id in (select finding_id from fair_finding_people where user_id = any(${givers}::bigint[]))
		group by f.id
		having count(*) filter (where p.user_id = any(${givers}::bigint[])) * 2 >= least(count(*), ${givers.length}::int)
		order by case f.status when 'confirmed' then 0 when 'open' then 1 else 2 end, f.id desc limit 1`.execute(
		tx,
	);
	return rows[0] ?? null;
}

async function writePeople(tx: Tx, findingId: number, found: Found): Promise<void> {
	const parts = [...partOf(found)];
	await sql`insert into fair_finding_people (finding_id, user_id, part)
		select ${findingId}, p.id, p.part from unnest(${parts.map(([id]) => id)}::bigint[], ${parts.map(([, part]) => part)}::text[]) as p (id, part)
		join users u on u.id = p.id`.execute(tx);
}

async function writeActs(tx: Tx, findingId: number, acts: readonly Act[]): Promise<void> {
	const kept = acts.slice(0, MOST_ACTS);
	await sql`insert into fair_edges (finding_id, from_id, to_id, item_id, reply_id, at)
		select ${findingId}, a.from_id, a.to_id, a.item_id, a.reply_id, a.at from unnest(
			${kept.map(({ from }) => from)}::bigint[], ${kept.map(({ to }) => to)}::bigint[], ${kept.map(({ itemId }) => itemId)}::bigint[],
			${kept.map(({ replyId }) => replyId)}::bigint[], ${kept.map(({ at }) => at)}::timestamptz[]) as a (from_id, to_id, item_id, reply_id, at)`.execute(
		tx,
	);
}

/** Votes that givers gave takers, the newest first. */
export async function votesAmong(
	tx: Tx,
	givers: readonly UserId[],
	takers: readonly UserId[],
): Promise<Act[]> {
	const { rows } =
		await sql<Act>`select v.user_id as "from", coalesce(r.author_id, i.author_id) as "to", v.item_id as "itemId",
			v.reply_id as "replyId", v.created_at as at
		from votes v join items i on i.id = v.item_id left join replies r on r.id = v.reply_id
		where v.user_id = any(${givers}::bigint[]) and v.value = 1
			and case when v.reply_id is null then i.author_id else r.author_id end = any(${takers}::bigint[])
		order by v.created_at desc limit ${sql.lit(MOST_ACTS)}`.execute(tx);
	return rows;
}

/** Acceptances of answers of takers by givers. */
export async function acceptancesAmong(
	tx: Tx,
	givers: readonly UserId[],
	takers: readonly UserId[],
): Promise<Act[]> {
	const { rows } =
		await sql<Act>`select i.author_id as "from", r.author_id as "to", i.id as "itemId", r.id as "replyId", r.created_at as at
		from items i join replies r on r.id = i.accepted_reply_id
		where i.author_id = any(${givers}::bigint[]) and r.author_id = any(${takers}::bigint[])
		order by r.created_at desc limit ${sql.lit(MOST_ACTS)}`.execute(tx);
	return rows;
}

/** Paid orders of givers that takers brought. */
export async function ordersAmong(
	tx: Tx,
	givers: readonly UserId[],
	takers: readonly UserId[],
): Promise<Act[]> {
	const { rows } =
		await sql<Act>`select o.user_id as "from", o.affiliate_id as "to", null::bigint as "itemId", null::bigint as "replyId", o.created_at as at
		from orders o where o.user_id = any(${givers}::bigint[]) and o.affiliate_id = any(${takers}::bigint[]) and o.status = 'paid'
		order by o.created_at desc limit ${sql.lit(MOST_ACTS)}`.execute(tx);
	return rows;
}
