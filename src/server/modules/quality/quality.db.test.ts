import { expect, test } from 'vitest';
import type { EventPayloads, EventType, StoredEvent } from '../../contracts/events.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { anItem, aPerson, aReply } from '../items/testing.ts';
import { gini } from './gini.ts';
import { qualityHandlers } from './handlers.ts';
import {
	explain,
	listPoorItems,
	readHealth,
	readQuality,
	scoreItems,
	scoreStale,
	writeDay,
	writeDays,
} from './index.ts';

const { db } = await testDatabase();
let event = 0;
/** Tells the handlers of a fact, as the worker does. */
async function tell<T extends EventType>(type: T, payload: EventPayloads[T]): Promise<void> {
	const stored = { id: ++event, type, actorId: null, payload, occurredAt: new Date() } as StoredEvent;
	for (const handler of qualityHandlers)
		if (handler.types.includes(type)) await inTransaction(db, (tx) => handler.handle(tx, stored));
}
const scoreOfItem = async (db: Db, id: number) =>
	(await db.selectFrom('item_quality').select('score').where('item_id', '=', id).executeTakeFirst())?.score;

test('a score follows votes, and its parts, which only author and staff see, add up to it', async () => {
	const author = await aPerson(db);
	const item = await anItem(db, { kind: 'article', authorId: author.id });
	await tell('items.published', {
		itemId: item.id,
		kind: 'article',
		spaceId: item.spaceId,
		authorId: author.id,
	});
	const before = (await scoreOfItem(db, item.id))!;
	await db.updateTable('items').set({ up_count: 12, score: 12 }).where('id', '=', item.id).execute();
	await scoreItems(db, [item.id]);
	expect(await scoreOfItem(db, item.id)).toBeGreaterThan(before);
	const read = (await readQuality(db, author.actor, item.id))!;
	expect(explain(read.parts).reduce((sum, { adds }) => sum + adds, 0)).toBeCloseTo(read.score, 5);
	const stranger = await aPerson(db);
	const refused = await readQuality(db, stranger.actor, item.id).catch((error) => error);
	expect(refused).toBeInstanceOf(AppError);
	const staff = await aPerson(db, { role: 'moderator' });
	expect((await listPoorItems(db, staff.actor)).items.map(({ id }) => id)).toContain(item.id);
});

test('an upheld report halves the score, a reversal on appeal gives it back, and a told-twice case counts once', async () => {
	const item = await anItem(db, { kind: 'article' });
	await scoreItems(db, [item.id]);
	const before = (await scoreOfItem(db, item.id))!;
	const decided = {
		caseId: 7,
		itemId: item.id,
		replyId: null,
		personId: item.authorId,
		outcome: 'upheld' as const,
		category: 'spam',
		actions: [],
	};
	await tell('moderation.decided', decided as EventPayloads['moderation.decided']);
	await tell('moderation.decided', decided as EventPayloads['moderation.decided']);
	expect(await scoreOfItem(db, item.id)).toBeCloseTo(before / 2, 5);
	const appeal = { appealId: 1, caseId: 7, appellantId: item.authorId };
	await tell('moderation.appeal-decided', {
		...appeal,
		reversed: false,
	} as EventPayloads['moderation.appeal-decided']);
	expect(await scoreOfItem(db, item.id)).toBeCloseTo(before / 2, 5);
	await tell('moderation.appeal-decided', {
		...appeal,
		reversed: true,
	} as EventPayloads['moderation.appeal-decided']);
	expect(await scoreOfItem(db, item.id)).toBeCloseTo(before, 5);
	// What is said against a reply is not said against the item.
	const reply = await aReply(db, { itemId: item.id });
	await tell('moderation.decided', {
		...decided,
		caseId: 8,
		replyId: reply.id,
	} as EventPayloads['moderation.decided']);
	expect(await db.selectFrom('item_upheld').selectAll().where('case_id', '=', 8).execute()).toEqual([]);
});

test('the nightly run scores what has none, and drafts have none', async () => {
	const item = await anItem(db);
	const draft = await anItem(db, { status: 'draft' });
	await scoreStale(db);
	expect(await scoreOfItem(db, item.id)).toBeGreaterThan(0);
	expect(await scoreOfItem(db, draft.id)).toBeUndefined();
	expect(await scoreStale(db)).toBe(0);
});

test('Gini is 0 for equal shares, 0.25 for 1 to 4, and near 1 where one has all', () => {
	expect(gini([2, 2, 2])).toBe(0);
	expect(gini([4, 2, 1, 3])).toBeCloseTo(0.25, 10);
	expect(gini([0, 0, 0, 10])).toBeCloseTo(0.75, 10);
	expect(gini([])).toBeNull();
});

test('a day counts what was asked, how soon it was answered, and who came back', async () => {
	const at = (hour: number, day = 4) => new Date(Date.UTC(2024, 2, day, hour));
	const fresh = await aPerson(db);
	const gone = await aPerson(db);
	await db
		.updateTable('users')
		.set({ created_at: at(8) })
		.where('id', 'in', [fresh.id, gone.id])
		.execute();
	const asker = await aPerson(db);
	const one = await anItem(db, { authorId: asker.id, publishedAt: at(9) });
	const two = await anItem(db, { authorId: asker.id, publishedAt: at(10) });
	await anItem(db, { authorId: fresh.id, publishedAt: at(11) });
	await aReply(db, { itemId: one.id, createdAt: at(11) });
	await aReply(db, { itemId: two.id, authorId: fresh.id, createdAt: at(20, 5) });
	// The asker's own words are no answer.
	await aReply(db, { itemId: two.id, authorId: asker.id, createdAt: at(11) });
	await db.updateTable('items').set({ accepted_reply_id: 1 }).where('id', '=', one.id).execute();
	await writeDay(db, '2024-03-04');
	const row = () =>
		db
			.selectFrom('place_days')
			.selectAll()
			.where('day', '=', sql<Date>`'2024-03-04'::date`)
			.executeTakeFirstOrThrow();
	expect(await row()).toMatchObject({
		items: 3,
		questions: 3,
		answered: 1,
		solved: 1,
		newcomers: 2,
		returned: 1,
		replies: 2,
	});
	expect((await row()).first_answer_median).toBeCloseTo((2 * 60 + 34 * 60) / 2, 5);
	await aReply(db, { itemId: two.id, createdAt: at(12) });
	await writeDay(db, '2024-03-04');
	expect((await row()).answered).toBe(2);
});

test('weeks are of written days; strangers are shown no share of fewer than five', async () => {
	await writeDays(db, 14);
	expect(await writeDays(db, 14)).toBe(10);
	const week = (await readHealth(db, 104, true)).at(-1)!;
	expect(week.from).toMatch(/^\d{4}-\d\d-\d\d$/);
	for (const { questions, solved } of await readHealth(db, 104)) if (questions < 5) expect(solved).toBeNull();
});
