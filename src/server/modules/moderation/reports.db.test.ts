import { afterEach, expect, test } from 'vitest';
import { now, travel } from '../../kernel/clock.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { drainEvents, emit } from '../../platform/events/index.ts';
import { anItem, aPerson, aReply, aSpace, plainKinds } from '../items/testing.ts';
import {
	claimCase,
	decideCase,
	listCases,
	moderationHandlers,
	readCase,
	report,
	reportLimits,
} from './index.ts';
import { aReport } from './testing.ts';

const { db } = await testDatabase();
plainKinds();
afterEach(() => travel(0));
const [author, reader, second, moderator] = await Promise.all([
	aPerson(db),
	aPerson(db),
	aPerson(db),
	aPerson(db, { role: 'moderator' }),
]);
const caseOf = (id: number) =>
	db.selectFrom('moderation_cases').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const dismiss = { measures: [], reason: 'Nothing wrong with it.' };

test('all reports of one thing are one case, each of them makes it more urgent, and one person reports it once', async () => {
	const item = await anItem(db, { authorId: author.id });
	const one = await aReport(db, reader, { itemId: item.id });
	const alone = await caseOf(one.caseId);
	await expect(report(db, reader.actor, { itemId: item.id, reason: 'abuse' })).rejects.toMatchObject({
		code: 'moderation.reported_already',
	});
	const two = await aReport(db, second, { itemId: item.id }, 'abuse');
	expect(two.caseId).toBe(one.caseId);
	const both = await caseOf(one.caseId);
	expect(both).toMatchObject({ report_count: 2, reasons: ['spam', 'abuse'], harm: 7, status: 'open' });
	expect([alone.confidence, both.confidence]).toEqual([expect.closeTo(0.4), expect.closeTo(0.64)]);
	expect(both.priority).toBeGreaterThan(alone.priority);
});

test('two people who report the same at once make one case', async () => {
	const item = await anItem(db, { authorId: author.id });
	const people = await Promise.all([1, 2, 3, 4].map(() => aPerson(db)));
	const cases = await Promise.all(people.map((one) => aReport(db, one, { itemId: item.id })));
	expect(new Set(cases.map(({ caseId }) => caseId)).size).toBe(1);
	expect((await caseOf(cases[0]!.caseId)).report_count).toBe(4);
});

test('nobody reports what is theirs, what they cannot read, what is gone, or without a confirmed address', async () => {
	const item = await anItem(db, { authorId: author.id });
	const secret = await anItem(db, {
		authorId: author.id,
		spaceId: (await aSpace(db, { access: 'private' })).id,
	});
	const gone = await anItem(db, { authorId: author.id, status: 'deleted' });
	const newcomer = await aPerson(db, { emailVerified: false });
	const refusal = (who: typeof author, what: object) =>
		report(db, who.actor, { reason: 'spam', ...what }).then(
			() => null,
			({ code }) => code,
		);
	expect(await refusal(author, { itemId: item.id })).toBe('moderation.own_thing');
	expect(await refusal(author, { handle: author.handle })).toBe('moderation.own_thing');
	expect(await refusal(reader, { itemId: secret.id })).toBe('moderation.subject_not_found');
	expect(await refusal(reader, { itemId: gone.id })).toBe('moderation.subject_not_found');
	expect(await refusal(reader, { replyId: 999_999 })).toBe('moderation.subject_not_found');
	expect(await refusal(reader, {})).toBe('common.invalid_input');
	// What stands under a text that is sold, or under an answer that was hidden, is not shown by reporting it.
	const sold = await anItem(db, { authorId: author.id, access: 'paid' });
	const under = await aReply(db, { itemId: sold.id, kind: 'comment', authorId: second.id });
	expect(await refusal(reader, { replyId: under.id })).toBe('moderation.subject_not_found');
	const answer = await aReply(db, { itemId: item.id, kind: 'answer', authorId: second.id });
	const remark = await aReply(db, {
		itemId: item.id,
		kind: 'comment',
		authorId: second.id,
		parentId: answer.id,
	});
	await db.updateTable('replies').set({ status: 'hidden' }).where('id', '=', answer.id).execute();
	expect(await refusal(reader, { replyId: remark.id })).toBe('moderation.subject_not_found');
	expect(await refusal(newcomer, { itemId: item.id })).toBe('accounts.email_not_verified');
});

test('a flood of reports ends at the limit, also when they come at once', async () => {
	const flooder = await aPerson(db);
	const space = await aSpace(db);
	const items = await Promise.all(
		Array.from({ length: reportLimits.hour + 5 }, () =>
			anItem(db, { authorId: author.id, spaceId: space.id }),
		),
	);
	const outcomes = await Promise.all(
		items.map(({ id }) =>
			report(db, flooder.actor, { itemId: id, reason: 'spam' }).then(
				() => 'heard',
				({ code }) => code,
			),
		),
	);
	expect(outcomes.filter((one) => one === 'heard')).toHaveLength(reportLimits.hour);
	expect(outcomes.filter((one) => one === 'moderation.too_many_reports')).toHaveLength(5);
});

test('whose reports are dismissed weighs less, and is heard less often; the same text is not reported again', async () => {
	const wolf = await aPerson(db);
	const space = await aSpace(db);
	const weights: number[] = [];
	for (let n = 0; n < 4; n++) {
		const item = await anItem(db, { authorId: author.id, spaceId: space.id });
		const { id, caseId } = await aReport(db, wolf, { itemId: item.id });
		const row = await db
			.selectFrom('moderation_reports')
			.select('weight')
			.where('id', '=', id)
			.executeTakeFirstOrThrow();
		weights.push(row.weight);
		await decideCase(db, { actor: moderator.actor }, caseId, dismiss);
		if (n === 0)
			await expect(report(db, wolf.actor, { itemId: item.id, reason: 'spam' })).rejects.toMatchObject({
				code: 'moderation.dismissed_already',
			});
	}
	expect(weights).toEqual([1, expect.closeTo(2 / 3), 0.5, expect.closeTo(0.4)]);
	const next = await anItem(db, { authorId: author.id, spaceId: space.id });
	await expect(report(db, wolf.actor, { itemId: next.id, reason: 'spam' })).rejects.toMatchObject({
		code: 'moderation.too_many_reports',
	});
	travel(25 * 3_600_000);
	await aReport(db, wolf, { itemId: next.id });
});

test('what the checks held, and what fair play found, is a case; a report of the same joins it', async () => {
	const item = await anItem(db, { authorId: author.id });
	const answer = await aReply(db, { itemId: item.id, authorId: author.id });
	const flagged = { itemId: item.id, authorId: author.id, confidence: 0.9, reasons: ['spam', 'links'] };
	await emit(db, null, 'checks.flagged', { ...flagged, replyId: answer.id, decision: 'hold' });
	await emit(db, null, 'checks.flagged', { ...flagged, replyId: null, decision: 'publish' });
	await emit(db, null, 'fairplay.found', {
		findingId: 7,
		pattern: 'ring',
		people: [author.id, reader.id],
		confidence: 0.8,
	});
	await drainEvents(db, moderationHandlers);
	const rows = await db
		.selectFrom('moderation_cases')
		.select(['id', 'subject_key', 'source', 'person_id', 'confidence'])
		.where((eb) =>
			eb.or([eb('reply_id', '=', answer.id), eb('finding_id', '=', 7), eb('item_id', '=', item.id)]),
		)
		.orderBy('id')
		.execute();
	expect(rows).toMatchObject([
		{
			subject_key: `reply:${answer.id}`,
			source: 'checks',
			person_id: author.id,
			confidence: expect.closeTo(0.9),
		},
		{ subject_key: 'finding:7', source: 'fairplay', person_id: null },
	]);
	const joined = await aReport(db, second, { replyId: answer.id });
	expect(joined.caseId).toBe(rows[0]!.id);
	expect((await caseOf(joined.caseId)).confidence).toBeCloseTo(0.94);
});

test('who looks after a space sees its cases alone; nobody sees a case about themselves', async () => {
	const keeper = await aPerson(db);
	const space = await aSpace(db, { members: [{ id: keeper.id, role: 'moderator' }] });
	const inside = await anItem(db, { authorId: author.id, spaceId: space.id });
	const outside = await anItem(db, { authorId: author.id });
	const own = await anItem(db, { authorId: keeper.id, spaceId: space.id });
	const [a, b, c, d] = [
		await aReport(db, second, { itemId: inside.id }),
		await aReport(db, second, { itemId: outside.id }),
		await aReport(db, second, { itemId: own.id }),
		await aReport(db, second, { handle: moderator.handle }),
	];
	const seen = async (who: typeof author) =>
		(await listCases(db, who.actor, { limit: 100 })).items.map(({ id }) => id);
	expect(await seen(keeper)).toEqual([a.caseId]);
	expect(await seen(moderator)).toEqual(expect.arrayContaining([a.caseId, b.caseId, c.caseId]));
	expect(await seen(moderator)).not.toContain(d.caseId);
	await expect(listCases(db, reader.actor)).rejects.toMatchObject({ code: 'common.forbidden' });
	await expect(readCase(db, moderator.actor, d.caseId)).rejects.toMatchObject({
		code: 'moderation.case_not_found',
	});
	await expect(claimCase(db, keeper.actor, b.caseId)).rejects.toMatchObject({
		code: 'moderation.case_not_found',
	});
	await expect(
		decideCase(db, { actor: keeper.actor }, a.caseId, {
			measures: ['suspend'],
			category: 'spam',
			reason: 'Too much',
		}),
	).rejects.toMatchObject({ code: 'moderation.staff_only' });
});

test('the queue goes by priority or by age, in pages, and its filters hold', async () => {
	const space = await aSpace(db);
	const items = await Promise.all(
		[0, 1, 2].map(() => anItem(db, { authorId: author.id, spaceId: space.id })),
	);
	const people = await Promise.all([0, 1, 2].map(() => aPerson(db)));
	const cases = [
		await aReport(db, people[0]!, { itemId: items[0]!.id }, 'off-topic'),
		await aReport(db, people[1]!, { itemId: items[1]!.id }, 'threat'),
		await aReport(db, people[2]!, { itemId: items[2]!.id }, 'spam'),
	].map(({ caseId }) => caseId);
	const walk = async (input: object) => {
		const ids: number[] = [];
		for (let cursor: string | null = null; ; ) {
			const page = await listCases(db, moderator.actor, { ...input, spaceId: space.id, limit: 1, cursor });
			ids.push(...page.items.map(({ id }) => id));
			cursor = page.next;
			if (!cursor) return ids;
		}
	};
	expect(await walk({})).toEqual([cases[1], cases[2], cases[0]]);
	expect(await walk({ sort: 'oldest' })).toEqual(cases);
	expect(await walk({ reason: 'spam' })).toEqual([cases[2]]);
	expect(await walk({ source: 'checks' })).toEqual([]);
	const before = now();
	for (const id of cases) await decideCase(db, { actor: moderator.actor }, id, dismiss);
	expect(await walk({ status: 'decided' })).toEqual([...cases].reverse());
	expect((await caseOf(cases[0]!)).decided_at! >= before).toBe(true);
});
