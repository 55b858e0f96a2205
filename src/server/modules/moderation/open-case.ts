import { now } from '../../kernel/clock.ts';
import type { SpaceId, UserId } from '../../kernel/ids.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import { assignCase } from './assign.ts';
import { type CaseSource, keyOf, type Subject } from './case.ts';
import { priorityOf } from './priority.ts';

/** What the place of a case in the queue is reckoned from. */
interface Facts {
	personId: UserId | null;
	spaceId: SpaceId | null;
	/** How many it reached. */
	people: number;
}

/** Author, space and readers of what a case is about; null when it is not there. One statement. */
export async function factsOf(tx: Tx, subject: Subject): Promise<Facts | null> {
	if (subject.kind === 'finding') return { personId: null, spaceId: null, people: subject.people.length };
	const { rows } = await (subject.kind === 'item'
		? sql<Facts>`select author_id as "personId", space_id as "spaceId", view_count as people from items where id = ${subject.itemId}`
		: subject.kind === 'reply'
			? sql<Facts>`select r.author_id as "personId", i.space_id as "spaceId", i.view_count as people
				from replies r join items i on i.id = r.item_id where r.id = ${subject.replyId}`
			: sql<Facts>`select id as "personId", null::bigint as "spaceId",
				(select count(*)::int from follows f where f.person_id = u.id) as people from users u where u.id = ${subject.personId}`
	).execute(tx);
	return rows[0] ?? null;
}

/**
 * The open case of a subject, made when there is none, locked; then what was newly said against it is added and its
 * place in the queue reckoned anew.
 *
 * @param given.report adds a report, in the same transaction
 * @returns the case's id and whether it is new; null when the subject is not there
 */
export async function openCase(
	tx: Tx,
	subject: Subject,
	given: {
		source: CaseSource;
		reasons: readonly string[];
		/** Of the checks and of fair play: how sure they are. */
		checks?: number;
		report?: (caseId: number) => Promise<void>;
	},
): Promise<{ id: number; opened: boolean } | null> {
	const facts = await factsOf(tx, subject);
	if (!facts) return null;
	const key = keyOf(subject);
	const at = now();
	// The statuses of partial indexes are literals: a plan that is kept for every parameter cannot use them.
	const { numInsertedOrUpdatedRows } = await tx
		.insertInto('moderation_cases')
		.values({
			subject: subject.kind,
			subject_key: key,
			item_id: 'itemId' in subject ? subject.itemId : null,
			reply_id: subject.kind === 'reply' ? subject.replyId : null,
			finding_id: subject.kind === 'finding' ? subject.findingId : null,
			person_id: facts.personId,
			people: subject.kind === 'finding' ? subject.people.slice(0, 200) : [],
			space_id: facts.spaceId,
			source: given.source,
			harm: 1,
			reach: 1,
			confidence: 0,
			priority: 0,
			opened_at: at,
		})
		.onConflict((conflict) => conflict.column('subject_key').where(sql<boolean>`status = 'open'`).doNothing())
		.executeTakeFirst();
	const { id } = await tx
		.selectFrom('moderation_cases')
		.select('id')
		.where('subject_key', '=', key)
		.where(sql<boolean>`status = 'open'`)
		.forUpdate()
		.executeTakeFirstOrThrow();
	await given.report?.(id);
	await reckon(tx, id, facts.people, given.reasons, given.checks ?? 0);
	const opened = (numInsertedOrUpdatedRows ?? 0n) > 0n;
	if (opened) await assignCase(tx, id);
	return { id, opened };
}

/** Adds reasons and writes harm, reach, confidence and priority; the case is locked. */
async function reckon(
	tx: Tx,
	id: number,
	people: number,
	added: readonly string[],
	checks: number,
): Promise<void> {
	const row = await tx
		.selectFrom('moderation_cases as c')
		.select(['c.reasons', 'c.checks'])
		.select(
			sql<
				number[]
			>`coalesce((select array_agg(r.weight order by r.weight desc) from (select weight from moderation_reports
				where case_id = c.id order by weight desc limit 200) r), '{}')`.as('weights'),
		)
		.select(
			sql<number>`(select count(*)::int from moderation_reports r where r.case_id = c.id)`.as('reports'),
		)
		.where('c.id', '=', id)
		.executeTakeFirstOrThrow();
	const reasons = [...new Set([...row.reasons, ...added])].slice(0, 40);
	const surest = Math.max(row.checks, Math.min(1, Math.max(0, checks)));
	const { harm, reach, confidence, priority } = priorityOf({
		reasons,
		people,
		checks: surest,
		weights: row.weights,
	});
	await tx
		.updateTable('moderation_cases')
		.set({ reasons, checks: surest, report_count: row.reports, harm, reach, confidence, priority })
		.where('id', '=', id)
		.execute();
}
