import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { enqueue } from '../../platform/jobs/index.ts';
import { activeRules } from './active-rules.ts';
import { type StandingEvent, type SubjectFacts, standingFacts, subjectOf } from './causes.ts';
import { growthError } from './errors.ts';
import type { Ledger } from './ledger.ts';
import { readDraft, requireRuleMaker } from './rule-tables.ts';
import { rulesSchema } from './rules.ts';
import { openTally, type Tally } from './tally.ts';

export const SIMULATE = 'growth.simulate';

/** What a draft would have changed, for one ledger. */
export interface Compared {
	/** All that was gained, less what was lost. */
	before: number;
	after: number;
	gain: number;
	lose: number;
	same: number;
	/** Whom it moves most, either way. */
	most: { userId: UserId; before: number; after: number }[];
	/** How many people got so much: `from` up to the next one's; the first is everything below zero. */
	spread: { from: number | null; before: number; after: number }[];
}

export interface Simulation {
	id: number;
	days: number;
	askedAt: Date;
	status: 'waiting' | 'running' | 'done' | 'failed';
	done: number;
	total: number;
	result: Record<Ledger, Compared> | null;
	/** The draft has been changed since. */
	outdated: boolean;
}

/**
 * Asks for a trial of the draft on the facts of the last days: they are weighed by the rules in force and by the draft,
 * side by side, in a job.
 *
 * @throws growth.no_draft, growth.simulation_running; refusals of who may
 */
export async function askSimulation(db: Db, actor: Actor, days = 30): Promise<number> {
	const by = requireRuleMaker(actor);
	return inTransaction(db, async (tx) => {
		await sql`select pg_advisory_xact_lock(7833)`.execute(tx);
		const draft = await readDraft(tx);
		if (!draft) throw growthError('no_draft', { detail: 'There is no draft.' });
		const running = await tx
			.selectFrom('rule_simulations')
			.select('id')
			.where('status', 'in', ['waiting', 'running'])
			.where('asked_at', '>', new Date(now().getTime() - 3_600_000))
			.limit(1)
			.executeTakeFirst();
		if (running) throw growthError('simulation_running', { detail: `Trial ${running.id} is under way.` });
		const { id } = await tx
			.insertInto('rule_simulations')
			.values({
				rule_table_id: draft.id,
				rules: JSON.stringify(draft.rules),
				days: Math.min(Math.max(Math.trunc(days) || 30, 1), 92),
				asked_by: by,
				asked_at: now(),
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		await enqueue(tx, SIMULATE, { id }, { queue: SIMULATE, maxAttempts: 2 });
		return id;
	});
}

/** The last trial of the draft; null when it was never tried. One statement. */
export async function lastSimulation(db: Db): Promise<Simulation | null> {
	const { rows } =
		await sql<Simulation>`select s.id, s.days, s.asked_at as "askedAt", s.status, s.done, s.total, s.result,
			s.rules <> t.rules as outdated from rule_simulations s join rule_tables t on t.id = s.rule_table_id
		where t.status = 'draft' order by s.id desc limit 1`.execute(db);
	return rows[0] ?? null;
}

const chunk = 2000;

/** Does what was asked for, writing how far it is after each chunk of facts. */
export async function runSimulation(db: Db, id: number): Promise<void> {
	const asked = await db
		.updateTable('rule_simulations')
		.set({ status: 'running', done: 0 })
		.where('id', '=', id)
		.where('status', '<>', 'done')
		.returning(['rules', 'days', 'asked_at'])
		.executeTakeFirst();
	if (!asked) return;
	try {
		const before = openTally((await activeRules(db)).rules);
		const after = openTally(rulesSchema.parse(asked.rules));
		const since = new Date(asked.asked_at.getTime() - asked.days * 86_400_000);
		const { rows } = await sql<{
			n: number;
		}>`select count(*)::int as n from events where occurred_at >= ${since} and occurred_at <= ${asked.asked_at}
				and type = any(${[...standingFacts]}::text[])`.execute(db);
		await db.updateTable('rule_simulations').set({ total: rows[0]!.n }).where('id', '=', id).execute();
		let done = 0;
		for await (const facts of factsSince(db, since, asked.asked_at)) {
			const subjects = await subjectsOf(db, facts);
			for (const event of facts) {
				const { itemId, replyId } = subjectOf(event);
				const subject = itemId === null ? null : (subjects.get(`${itemId} ${replyId ?? ''}`) ?? null);
				// What is out of sight now would have been taken back by either table.
				if (itemId !== null && (!subject || !subject.seen)) continue;
				before.weigh(event, subject);
				after.weigh(event, subject);
			}
			done += facts.length;
			await db.updateTable('rule_simulations').set({ done }).where('id', '=', id).execute();
		}
		const result = {
			reputation: compare(before, after, 'reputation'),
			points: compare(before, after, 'points'),
		};
		await db
			.updateTable('rule_simulations')
			.set({ status: 'done', result: JSON.stringify(result), finished_at: now() })
			.where('id', '=', id)
			.execute();
	} catch (error) {
		await db
			.updateTable('rule_simulations')
			.set({ status: 'failed', finished_at: now() })
			.where('id', '=', id)
			.execute();
		throw error;
	}
}

async function* factsSince(db: Db, since: Date, until: Date): AsyncGenerator<StandingEvent[]> {
	for (let last = 0; ; ) {
		const { rows } =
			await sql<StandingEvent>`select id, type, actor_id as "actorId", payload, occurred_at as "occurredAt"
				from events where id > ${last} and occurred_at >= ${since} and occurred_at <= ${until}
					and type = any(${[...standingFacts]}::text[]) order by id limit ${chunk}`.execute(db);
		if (rows.length === 0) return;
		yield rows;
		last = rows[rows.length - 1]!.id;
	}
}

async function subjectsOf(
	db: Db,
	facts: readonly StandingEvent[],
): Promise<Map<string, SubjectFacts & { seen: boolean }>> {
	const keys = new Map(
		facts
			.map(subjectOf)
			.filter((key) => key.itemId !== null)
			.map((key) => [`${key.itemId} ${key.replyId ?? ''}`, key]),
	);
	const asked = [...keys.values()];
	const { rows } = await sql<
		SubjectFacts & { seen: boolean; itemId: number; replyId: number | null }
	>`select a.item_id as "itemId", a.reply_id as "replyId", coalesce(r.kind, i.kind) as kind,
			case when r.id is null then i.author_id else r.author_id end as "authorId",
			i.status = 'published' and (a.reply_id is null or coalesce(r.status, '') = 'published') as seen
		from unnest(${asked.map((key) => key.itemId)}::bigint[], ${asked.map((key) => key.replyId)}::bigint[]) as a (item_id, reply_id)
		join items i on i.id = a.item_id left join replies r on r.id = a.reply_id`.execute(db);
	return new Map(rows.map((row) => [`${row.itemId} ${row.replyId ?? ''}`, row]));
}

const steps = [0, 1, 5, 10, 25, 50, 100, 250, 500, 1000] as const;

function compare(before: Tally, after: Tally, ledger: Ledger): Compared {
	const people = new Set([...before.people.keys(), ...after.people.keys()]);
	const rows = [...people].map((userId) => ({
		userId,
		before: before.people.get(userId)?.[ledger] ?? 0,
		after: after.people.get(userId)?.[ledger] ?? 0,
	}));
	const sum = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + pick(row), 0);
	const place = (value: number) => steps.filter((from) => value >= from).length;
	return {
		before: sum((row) => row.before),
		after: sum((row) => row.after),
		gain: rows.filter((row) => row.after > row.before).length,
		lose: rows.filter((row) => row.after < row.before).length,
		same: rows.filter((row) => row.after === row.before).length,
		most: rows
			.filter((row) => row.after !== row.before)
			.sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || a.userId - b.userId)
			.slice(0, 20),
		spread: [null, ...steps].map((from, index) => ({
			from,
			before: rows.filter((row) => place(row.before) === index).length,
			after: rows.filter((row) => place(row.after) === index).length,
		})),
	};
}
