import { expect, test } from 'vitest';
import { testDatabase } from '../../platform/db/testing.ts';
import { drainEvents, emit } from '../../platform/events/index.ts';
import { anItem, aPerson } from '../items/testing.ts';
import { listNotifications, notificationHandlers } from './index.ts';

const { db } = await testDatabase();
const told = async (person: Awaited<ReturnType<typeof aPerson>>) =>
	(await listNotifications(db, person.actor)).items.map(({ kind, path, subject }) => [kind, path, subject]);

test('of a paid question each hears what the other did, and both what happened by itself', async () => {
	const [asker, expert] = [await aPerson(db), await aPerson(db)];
	const ask = { askId: 7, askerId: asker.id, expertId: expert.id, title: 'Which index?' };
	const happens = (by: number | null, change: string) => emit(db, by, 'asks.changed', { ...ask, change });
	await happens(asker.id, 'asked');
	await happens(expert.id, 'answered');
	await happens(asker.id, 'followed_up');
	await happens(null, 'expired');
	await drainEvents(db, notificationHandlers);
	const at = ['/asks/7', 'Which index?'];
	expect(await told(expert)).toEqual([
		['ask_expired', ...at],
		['ask_followed_up', ...at],
		['ask_asked', ...at],
	]);
	expect(await told(asker)).toEqual([
		['ask_expired', ...at],
		['ask_answered', ...at],
	]);
});

test('everybody in a group hears how it ended, who took the last place too', async () => {
	const people = [await aPerson(db), await aPerson(db)];
	const item = await anItem(db);
	const ids = people.map(({ id }) => id);
	const group = { groupId: 3, itemId: item.id, people: ids };
	await emit(db, ids[1]!, 'groups.changed', { ...group, change: 'joined' });
	await emit(db, ids[1]!, 'groups.changed', { ...group, change: 'filled' });
	await drainEvents(db, notificationHandlers);
	for (const person of people) expect(await told(person)).toEqual([['group_filled', '/groups/3', null]]);
});

test('a bounty in money is told to who asked, who won it, and who has it back', async () => {
	const [asker, giver, winner] = [await aPerson(db), await aPerson(db), await aPerson(db)];
	const item = await anItem(db, { authorId: asker.id });
	const bounty = { orderId: 5, itemId: item.id, offeredBy: giver.id, replyId: null };
	await emit(db, giver.id, 'asks.bounty-changed', { ...bounty, change: 'offered', wonBy: null });
	await emit(db, null, 'asks.bounty-changed', { ...bounty, change: 'paid', wonBy: winner.id });
	await emit(db, null, 'asks.bounty-changed', { ...bounty, change: 'returned', wonBy: null });
	await drainEvents(db, notificationHandlers);
	expect((await told(asker)).map(([kind]) => kind)).toEqual(['bounty_offered']);
	expect((await told(winner)).map(([kind]) => kind)).toEqual(['bounty_paid']);
	expect((await told(giver)).map(([kind]) => kind)).toEqual(['bounty_returned']);
});

test('what is held or given is not told as sold', async () => {
	const [seller, buyer] = [await aPerson(db), await aPerson(db)];
	const item = await anItem(db, { authorId: seller.id });
	const paid = { orderId: 9, userId: buyer.id, itemId: item.id, spaceId: null };
	await emit(db, buyer.id, 'orders.paid', { ...paid, sells: 'group', gift: false });
	await emit(db, buyer.id, 'orders.paid', { ...paid, sells: 'item', gift: true });
	await drainEvents(db, notificationHandlers);
	expect(await told(seller)).toEqual([]);
	await emit(db, buyer.id, 'orders.paid', { ...paid, sells: 'item', gift: false });
	await drainEvents(db, notificationHandlers);
	expect((await told(seller)).map(([kind]) => kind)).toEqual(['sold']);
});
