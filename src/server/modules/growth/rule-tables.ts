import { type Actor, type Privilege, privileges } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import type { UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { activeRules } from './active-rules.ts';
import { differences } from './differences.ts';
import { growthError } from './errors.ts';
import { refuseLoops } from './loops.ts';
import { type Rules, rulesSchema } from './rules.ts';

/** A version of the rules, and who put it there. */
export interface RuleTable {
	id: number;
	/** null for the draft. */
	version: number | null;
	name: string;
	status: 'draft' | 'active' | 'retired';
	note: string;
	basedOn: number | null;
	createdBy: string | null;
	createdAt: Date;
	activatedBy: string | null;
	activeFrom: Date | null;
	activeUntil: Date | null;
}

/** Only administrators change what standing is made of. @throws common.forbidden and what stops anybody from acting */
export function requireRuleMaker(actor: Actor): UserId {
	const { userId } = requireActing(actor);
	if (actor.role !== 'admin') throw commonError('forbidden', { detail: 'Administrators change the rules.' });
	return userId;
}

/** All versions, the newest first, the draft before them. At most 200. One statement. */
export async function listRuleTables(db: Db): Promise<RuleTable[]> {
	const { rows } =
		await sql<RuleTable>`select t.id, t.version, t.name, t.status, t.note, t.based_on as "basedOn",
			c.handle as "createdBy", t.created_at as "createdAt", a.handle as "activatedBy", t.active_from as "activeFrom",
			t.active_until as "activeUntil"
		from rule_tables t left join users c on c.id = t.created_by left join users a on a.id = t.activated_by
		order by t.version desc nulls first limit 200`.execute(db);
	return rows;
}

/** One version with what it says. @throws growth.rules_not_found */
export async function readRuleTable(
	db: Db,
	id: number,
): Promise<{ id: number; version: number | null; status: string; rules: Rules; basedOn: number | null }> {
	const row = await db
		.selectFrom('rule_tables')
		.select(['id', 'version', 'status', 'rules', 'based_on as basedOn'])
		.where('id', '=', id)
		.executeTakeFirst();
	if (!row) throw growthError('rules_not_found', { detail: `There are no rules ${id}.` });
	return { ...row, rules: rulesSchema.parse(row.rules) };
}

/** The draft; null when there is none. One statement. */
export async function readDraft(
	db: Db,
): Promise<{ id: number; name: string; rules: Rules; note: string; basedOn: number | null } | null> {
	const row = await db
		.selectFrom('rule_tables')
		.select(['id', 'name', 'rules', 'note', 'based_on as basedOn'])
		.where('status', '=', 'draft')
		.executeTakeFirst();
	return row ? { ...row, rules: rulesSchema.parse(row.rules) } : null;
}

/**
 * Begins a draft with the rules of a version, or of a ready-made table.
 *
 * @throws growth.draft_exists, growth.rules_not_found; common.invalid_input; refusals of who may
 */
export async function beginDraft(
	db: Db,
	actor: Actor,
	input: { from?: number | null; rules?: unknown; name: string },
): Promise<{ id: number }> {
	const by = requireRuleMaker(actor);
	return inTransaction(db, async (tx) => {
		await lockRules(tx);
		if (await readDraft(tx)) throw growthError('draft_exists', { detail: 'There is a draft already.' });
		const active = await activeRules(tx);
		const rules =
			input.rules !== undefined
				? validate(rulesSchema, input.rules)
				: (await readRuleTable(tx, input.from ?? active.id)).rules;
		const { id } = await tx
			.insertInto('rule_tables')
			.values({
				name: input.name.trim().slice(0, 80) || '—',
				status: 'draft',
				rules: JSON.stringify(rules),
				based_on: input.from ?? active.id,
				created_by: by,
				created_at: now(),
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		return { id };
	});
}

/**
 * Writes the whole draft anew.
 *
 * @param input.rules as `rulesSchema` has them
 * @throws growth.no_draft, growth.rules_loop; common.invalid_input with a code per field; refusals of who may
 */
export async function saveDraft(
	db: Db,
	actor: Actor,
	input: { rules: unknown; note?: string; name?: string },
): Promise<void> {
	requireRuleMaker(actor);
	const rules = validate(rulesSchema, input.rules);
	await inTransaction(db, async (tx) => {
		await lockRules(tx);
		const draft = await readDraft(tx);
		if (!draft) throw growthError('no_draft', { detail: 'There is no draft.' });
		await refuseLoops(tx, rules);
		await tx
			.updateTable('rule_tables')
			.set({
				rules: JSON.stringify(rules),
				...(input.note === undefined ? {} : { note: input.note.trim().slice(0, 500) }),
				...(input.name?.trim() ? { name: input.name.trim().slice(0, 80) } : {}),
			})
			.where('id', '=', draft.id)
			.execute();
	});
}

/** @throws growth.no_draft; refusals of who may */
export async function discardDraft(db: Db, actor: Actor): Promise<void> {
	requireRuleMaker(actor);
	const gone = await db
		.deleteFrom('rule_tables')
		.where('status', '=', 'draft')
		.returning('id')
		.executeTakeFirst();
	if (!gone) throw growthError('no_draft', { detail: 'There is no draft.' });
}

/**
 * Switches the draft on: what happens from now on is weighed by it. What was booked stays as it is.
 *
 * @returns its version
 * @throws growth.no_draft, growth.nothing_changed, growth.rules_loop; refusals of who may
 */
export async function activateDraft(db: Db, actor: Actor, note?: string): Promise<number> {
	const by = requireRuleMaker(actor);
	return inTransaction(db, async (tx) => {
		await lockRules(tx);
		const draft = await readDraft(tx);
		if (!draft) throw growthError('no_draft', { detail: 'There is no draft.' });
		const active = await activeRules(tx);
		if (differences(active.rules, draft.rules).length === 0)
			throw growthError('nothing_changed', { detail: 'The draft says what is in force already.' });
		await refuseLoops(tx, draft.rules);
		const at = now();
		const { last } = (
			await sql<{ last: number }>`select coalesce(max(version), 0) as last from rule_tables`.execute(tx)
		).rows[0]!;
		await tx
			.updateTable('rule_tables')
			.set({ status: 'retired', active_until: at })
			.where('id', '=', active.id)
			.execute();
		await tx
			.updateTable('rule_tables')
			.set({
				status: 'active',
				version: last + 1,
				active_from: at,
				activated_by: by,
				...(note?.trim() ? { note: note.trim().slice(0, 500) } : {}),
			})
			.where('id', '=', draft.id)
			.execute();
		await writePrivileges(tx, draft.rules);
		await emit(tx, by, 'growth.rules-changed', { version: last + 1 });
		return last + 1;
	});
}

/** Whoever comes in is asked for their privileges on every request: they stand in a table of their own. */
async function writePrivileges(tx: Tx, rules: Rules): Promise<void> {
	const given = privileges.filter((name) => rules.privileges[name] !== null);
	await tx.deleteFrom('level_privileges').execute();
	if (given.length > 0)
		await tx
			.insertInto('level_privileges')
			.values(given.map((privilege) => ({ privilege, level: rules.privileges[privilege]! })))
			.execute();
}

/** From which level on one has each privilege; what nobody but staff has is not in it. One statement. */
export async function privilegeLevels(db: Db): Promise<{ privilege: Privilege; level: number }[]> {
	const rows = await db
		.selectFrom('level_privileges')
		.select(['privilege', 'level'])
		.orderBy('level')
		.orderBy('privilege')
		.execute();
	return rows.filter((row) => privileges.includes(row.privilege as Privilege)) as {
		privilege: Privilege;
		level: number;
	}[];
}

// Two who edit or switch on at once come one after the other.
async function lockRules(tx: Tx): Promise<void> {
	await sql`select pg_advisory_xact_lock(7832)`.execute(tx);
}
