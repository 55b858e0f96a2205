import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { checksError } from './errors.ts';
import { requireLooking, requireSetting } from './policy.ts';
import { actions, type CheckAction } from './rules.ts';
import { shippedLists } from './words/shipped.ts';
import { maxWordLength, parseWordList, type WordFault } from './words/word-list.ts';

export interface CheckList {
	id: number;
	name: string;
	/** Its words came with the program, and are not edited. */
	shipped: boolean;
	action: CheckAction;
	count: number;
	version: number;
	changedAt: Date;
}

const columns = ['id', 'name', 'shipped', 'action', 'word_count', 'version', 'changed_at'] as const;

interface Row {
	id: number;
	name: string;
	shipped: string | null;
	action: string;
	word_count: number;
	version: number;
	changed_at: Date;
}

const listOf = (row: Row): CheckList => ({
	id: row.id,
	name: row.name,
	shipped: row.shipped !== null,
	action: row.action as CheckAction,
	count: row.shipped === null ? row.word_count : parseWordList(shippedLists[row.shipped] ?? '').words.length,
	version: row.version,
	changedAt: row.changed_at,
});

/** Lists of watched words, without the words. One statement. @throws common.forbidden */
export async function listLists(db: Db, actor: Actor): Promise<CheckList[]> {
	requireLooking(actor);
	const rows = await db.selectFrom('check_lists').select(columns).orderBy('id').limit(200).execute();
	return rows.map(listOf);
}

/** One list with its words as text; null when there is none. One statement. */
export async function readList(
	db: Db,
	actor: Actor,
	id: number,
): Promise<(CheckList & { words: string }) | null> {
	requireLooking(actor);
	const row = await db
		.selectFrom('check_lists')
		.select([...columns, 'words'])
		.where('id', '=', id)
		.executeTakeFirst();
	return row
		? { ...listOf(row), words: row.shipped === null ? row.words : (shippedLists[row.shipped] ?? '').trim() }
		: null;
}

const text = (most: number, code: string) => z.string('checks.words_missing').max(most, code);

export const listSchema = z.object({
	name: z.string('checks.name_missing').trim().min(1, 'checks.name_missing').max(60, 'checks.name_too_long'),
	action: z.enum(actions, 'checks.action_unknown').default('hold'),
	words: text(8_000_000, 'checks.word_list_too_long').default(''),
	/** Lines that cannot be used are left out, instead of the whole list being refused. */
	lenient: z.boolean().default(false),
});
export type ListInput = z.input<typeof listSchema>;

/** What came of writing a list. */
export interface ListWritten {
	id: number;
	count: number;
	repeated: number;
	/** The first lines that were left out. */
	faults: WordFault[];
}

function wordsIn(given: string, lenient: boolean) {
	const read = parseWordList(given);
	const [fault] = read.faults;
	if (fault && !lenient)
		throw checksError('word_list_faulty', {
			params: {
				line: fault.line,
				lines: read.faults.map(({ line }) => line).join(', '),
				most: maxWordLength,
			},
			fields: { words: fault.code },
		});
	return read;
}

/**
 * Makes a list of watched words; see `parseWordList` for how one is written.
 *
 * @throws checks.word_list_faulty with the lines, checks.word_list_too_long, checks.list_taken; common.invalid_input
 */
export async function createList(db: Db, actor: Actor, input: ListInput): Promise<ListWritten> {
	const { userId } = requireSetting(actor);
	const given = validate(listSchema, input);
	const { words, faults, repeated } = wordsIn(given.words, given.lenient);
	const row = await db
		.insertInto('check_lists')
		.values({
			name: given.name,
			action: given.action,
			words: given.words,
			word_count: words.length,
			made_by: userId,
			created_at: now(),
			changed_at: now(),
		})
		.onConflict((conflict) => conflict.doNothing())
		.returning('id')
		.executeTakeFirst();
	if (!row)
		throw checksError('list_taken', { params: { name: given.name }, fields: { name: 'checks.list_taken' } });
	return { id: row.id, count: words.length, faults, repeated };
}

export const listChangeSchema = listSchema.partial().extend({
	action: z.enum(actions, 'checks.action_unknown').optional(),
	words: text(8_000_000, 'checks.word_list_too_long').optional(),
	lenient: z.boolean().default(false),
});
export type ListChange = z.input<typeof listChangeSchema>;

/**
 * Changes a list: its name, what it does, or all of its words. Of a shipped list only what it does.
 *
 * @throws as `createList`, and checks.list_unknown, checks.list_shipped
 */
export async function changeList(db: Db, actor: Actor, id: number, input: ListChange): Promise<ListWritten> {
	requireSetting(actor);
	const given = validate(listChangeSchema, input);
	const read = given.words === undefined ? null : wordsIn(given.words, given.lenient);
	return inTransaction(db, async (tx) => {
		const before = await tx
			.selectFrom('check_lists')
			.select(['shipped', 'name', 'action', 'version', 'word_count'])
			.where('id', '=', id)
			.forUpdate()
			.executeTakeFirst();
		if (!before) throw checksError('list_unknown');
		if (before.shipped !== null && (given.words !== undefined || given.name !== undefined))
			throw checksError('list_shipped');
		const name = given.name ?? before.name;
		const taken = await tx
			.selectFrom('check_lists')
			.select('id')
			.where('name', '=', name)
			.where('id', '<>', id)
			.executeTakeFirst();
		if (taken) throw checksError('list_taken', { params: { name }, fields: { name: 'checks.list_taken' } });
		await tx
			.updateTable('check_lists')
			.set({
				name,
				action: given.action ?? before.action,
				version: before.version + 1,
				changed_at: now(),
				...(read ? { words: given.words!, word_count: read.words.length } : {}),
			})
			.where('id', '=', id)
			.execute();
		return {
			id,
			count: read?.words.length ?? before.word_count,
			faults: read?.faults ?? [],
			repeated: read?.repeated ?? 0,
		};
	});
}

/** @throws checks.list_unknown, checks.list_shipped: what came with the program is switched off instead */
export async function deleteList(db: Db, actor: Actor, id: number): Promise<void> {
	requireSetting(actor);
	const row = await db.selectFrom('check_lists').select('shipped').where('id', '=', id).executeTakeFirst();
	if (!row) throw checksError('list_unknown');
	if (row.shipped !== null) throw checksError('list_shipped');
	await db.deleteFrom('check_lists').where('id', '=', id).execute();
}
