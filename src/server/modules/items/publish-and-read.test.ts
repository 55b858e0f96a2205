import { expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { listItems, personalState, publishItem, readItem, registerKind, reply, vote } from './index.ts';
import { aPerson, aSpace } from './testing.ts';

registerKind({
	name: 'question',
	path: 'questions',
	icon: 'x',
	replyKinds: ['answer', 'comment'],
	acceptsAnswer: true,
	schemaOrgType: 'QAPage',
	tags: { min: 1, max: 5 },
	minBody: 10,
});
const { db } = await testDatabase();

test('a published question is listed and read with its answers and comments', async () => {
	const space = await aSpace(db);
	const asker = await aPerson(db);
	const helper = await aPerson(db);
	const { id } = await publishItem(db, asker.actor, {
		kind: 'question',
		spaceId: space.id,
		title: '为什么索引没有被用上',
		source: 'A body that is long enough.',
		tags: ['PostgreSQL', 'query plan'],
	});
	const answer = await reply(db, helper.actor, {
		itemId: id,
		kind: 'answer',
		source: 'Because of the statistics.',
	});
	await reply(db, asker.actor, { itemId: id, kind: 'comment', parentId: answer.id, source: 'Thank you.' });
	await reply(db, asker.actor, { itemId: id, kind: 'comment', source: 'On the question.' });
	expect(await vote(db, asker.actor, { itemId: id, replyId: answer.id, value: 1 })).toEqual({
		score: 1,
		value: 1,
	});
	const list = await listItems(db, visitor, { sort: 'hot' });
	expect(list.items.map((card) => card.id)).toContain(id);
	const page = await readItem(db, visitor, id);
	expect(page?.item).toMatchObject({
		tags: ['postgresql', 'query-plan'],
		answerCount: 1,
		commentCount: 1,
		replyCount: 3,
	});
	expect(page?.replies.items[0]).toMatchObject({
		id: answer.id,
		score: 1,
		comments: [{ html: '<p>Thank you.</p>\n' }],
	});
	expect(page?.comments).toHaveLength(1);
	expect((await personalState(db, asker.actor, id)).votes).toEqual([{ replyId: answer.id, value: 1 }]);
});
