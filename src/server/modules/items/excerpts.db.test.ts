import { expect, test } from 'vitest';
import { type Actor, visitor } from '../../contracts/actor.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { listItems, publishItem, readItem, reviseItem } from './index.ts';
import { aPerson, aSpace, plainKinds } from './testing.ts';

plainKinds();
const { db } = await testDatabase();
const words = { title: 'What is sold here', tags: [] };
const SOLD = 'The sold sentence.';
const free = `Come in.\n\n<!-- more -->\n\n${SOLD}`;

async function publish(access: 'free' | 'members' | 'paid', source: string) {
	const [author, space] = [await aPerson(db), await aSpace(db)];
	const given = { kind: 'article', spaceId: space.id, ...words, source, access };
	const { id } = await publishItem(db, author.actor, given);
	const shown = async (actor: Actor = visitor) => ({
		listed: (await listItems(db, actor, { spaceId: space.id, sort: 'new' })).items[0]?.excerpt,
		read: (await readItem(db, actor, id))?.item.excerpt,
	});
	return { id, author, shown };
}

test('of a text that is not free, lists say only what stands before its fold: without a fold, nothing', async () => {
	for (const access of ['members', 'paid'] as const) {
		const sold = await publish(access, SOLD);
		expect(await sold.shown()).toEqual({ listed: '', read: '' });
		const folded = await publish(access, free);
		expect(await folded.shown()).toEqual({ listed: 'Come in.', read: 'Come in.' });
	}
	expect((await (await publish('free', SOLD)).shown()).listed).toBe(SOLD);
});

test('when a free text comes to be sold, or a sold one to be free, what lists say of it changes too', async () => {
	const { id, author, shown } = await publish('free', SOLD);
	await reviseItem(db, author.actor, id, { ...words, source: SOLD, revision: 1, access: 'paid' });
	expect(await shown()).toEqual({ listed: '', read: '' });
	const again = `${SOLD} And more.`;
	await reviseItem(db, author.actor, id, { ...words, source: again, revision: 1, access: 'paid' });
	expect(await shown()).toEqual({ listed: '', read: '' });
	await reviseItem(db, author.actor, id, { ...words, source: again, revision: 2, access: 'free' });
	expect((await shown()).listed).toBe(again);
});
