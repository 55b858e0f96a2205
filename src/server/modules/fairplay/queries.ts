import type { Actor } from '../../contracts/actor.ts';
import type { UserId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { type PersonCard, personCards } from '../accounts/index.ts';
import { requireLooker } from './decide.ts';
import { worthOf } from './discount.ts';
import { fairplayError } from './errors.ts';
import type { Act, FindingStatus, Part, Pattern } from './finding.ts';

/** A finding in a list. */
export interface FindingCard {
	id: number;
	pattern: Pattern;
	status: FindingStatus;
	/** From 0 to 1. */
	confidence: number;
	/** People who give, and who take. */
	givers: number;
	takers: number;
	/** The first people that it is for. */
	names: string[];
	acts: number;
	firstAt: Date;
	lastAt: Date;
	foundAt: Date;
}

export interface FindingDecision {
	decision: 'confirmed' | 'dismissed';
	reason: string;
	by: string | null;
	at: Date;
}

/** A finding with its evidence. */
export interface Finding extends FindingCard {
	marks: Record<string, number>;
	people: { person: PersonCard; part: Part; gave: number; took: number; joinedAt: Date }[];
	/** The acts among them, oldest first, at most some thousands. */
	edges: Act[];
	decisions: FindingDecision[];
	/** Entries of standing that are taken back now. */
	discounted: number;
	/** What confirming would take back: entries of reputation, and their sum. Of a confirmed one nothing. */
	worth: { entries: number; reputation: number };
	/** The reader is one of its people and may not decide. */
	own: boolean;
}

const cards = sql`select f.id, f.pattern, f.status, f.confidence, f.first_at as "firstAt", f.last_at as "lastAt", f.found_at as "foundAt", f.marks,
	(select count(*)::int from fair_finding_people p where p.finding_id = f.id and p.part <> 'taker') as givers,
	(select count(*)::int from fair_finding_people p where p.finding_id = f.id and p.part <> 'giver') as takers,
	(select coalesce(array_agg(n.name), '{}') from (select u.name from fair_finding_people p join users u on u.id = p.user_id
		where p.finding_id = f.id and p.part <> 'giver' order by u.id limit 3) n) as names,
	(select count(*)::int from fair_edges e where e.finding_id = f.id) as acts
	from fair_findings f`;

/** Findings, the newest first. @throws common.sign_in_required, common.forbidden */
export async function listFindings(
	db: Db,
	actor: Actor,
	filter: { status?: FindingStatus | null; cursor?: string | null; limit?: number } = {},
): Promise<Page<FindingCard>> {
	requireLooker(actor);
	const limit = Math.min(filter.limit ?? 20, 100);
	const after = decodeCursor(filter.cursor, ['integer']);
	const { rows } = await sql<FindingCard & { marks: unknown }>`${cards}
		where ${filter.status ? sql`f.status = ${filter.status}` : sql`true`} and ${after ? sql`f.id < ${after[0]}` : sql`true`}
		order by f.id desc limit ${sql.lit(limit + 1)}`.execute(db);
	return cutPage(
		rows.map(({ marks: _, ...card }) => card),
		limit,
		(row) => [row.id],
	);
}

/** A finding with its evidence. @throws fairplay.finding_not_found, common.sign_in_required, common.forbidden */
export async function readFinding(db: Db, actor: Actor, id: number): Promise<Finding> {
	const { userId } = requireLooker(actor);
	const { rows } = await sql<
		FindingCard & { marks: Record<string, number> }
	>`${cards} where f.id = ${id}`.execute(db);
	const card = rows[0];
	if (!card) throw fairplayError('finding_not_found');
	const [people, edges, decisions, discounts, worth] = await Promise.all([
		sql<{
			id: number;
			part: Part;
			joinedAt: Date;
			gave: number;
			took: number;
		}>`select p.user_id as id, p.part, u.created_at as "joinedAt",
				(select count(*)::int from fair_edges e where e.finding_id = ${id} and e.from_id = p.user_id) as gave,
				(select count(*)::int from fair_edges e where e.finding_id = ${id} and e.to_id = p.user_id) as took
			from fair_finding_people p join users u on u.id = p.user_id where p.finding_id = ${id}
			order by (p.part = 'giver'), gave desc, p.user_id limit 500`.execute(db),
		sql<Act>`select from_id as "from", to_id as "to", item_id as "itemId", reply_id as "replyId", at
			from fair_edges where finding_id = ${id} order by at, id limit 3000`.execute(db),
		sql<FindingDecision>`select d.decision, d.reason, u.name as by, d.at from fair_decisions d left join users u on u.id = d.decided_by
			where d.finding_id = ${id} order by d.id`.execute(db),
		sql<{
			n: number;
		}>`select count(*)::int as n from fair_discounts where finding_id = ${id} and restored_id is null`.execute(
			db,
		),
		worthOf(db, id),
	]);
	const byId = new Map(
		(
			await personCards(
				db,
				people.rows.map((row) => row.id),
			)
		).map((person) => [person.id, person]),
	);
	return {
		...card,
		people: people.rows.flatMap(({ id: personId, ...row }) => {
			const person = byId.get(personId);
			return person ? [{ person, ...row }] : [];
		}),
		edges: edges.rows,
		decisions: decisions.rows,
		worth: card.status === 'confirmed' ? { entries: 0, reputation: 0 } : worth,
		discounted: card.status === 'confirmed' ? discounts.rows[0]!.n : 0,
		own: people.rows.some((row) => row.id === userId),
	};
}

/** A search: what it is at, or what it came to. */
export interface FairRun {
	id: number;
	scope: 'all' | 'around';
	status: 'running' | 'done' | 'failed';
	step: string;
	done: number;
	total: number;
	since: Date | null;
	votes: number;
	people: number;
	findings: number;
	startedAt: Date;
	finishedAt: Date | null;
}

/** The last searches, the newest first. @throws common.sign_in_required, common.forbidden */
export async function listRuns(db: Db, actor: Actor): Promise<FairRun[]> {
	requireLooker(actor);
	const { rows } =
		await sql<FairRun>`select id, scope, status, step, done, total, since, votes, people, findings,
		started_at as "startedAt", finished_at as "finishedAt" from fair_runs order by id desc limit 10`.execute(
			db,
		);
	return rows;
}

/** Whether two people were found to act as one, and that was confirmed; then neither judges the other. */
export async function actAsOne(db: Db, a: UserId, b: UserId): Promise<boolean> {
	const { rows } = await sql<{ ok: boolean }>`select exists (select from fair_finding_people p
		join fair_finding_people q on q.finding_id = p.finding_id join fair_findings f on f.id = p.finding_id
		where p.user_id = ${a} and q.user_id = ${b} and f.status = 'confirmed') as ok`.execute(db);
	return rows[0]!.ok;
}
