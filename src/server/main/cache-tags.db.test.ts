import { expect, test } from 'vitest';
import { visitor } from '../contracts/actor.ts';
import type { EventPayloads, EventType } from '../contracts/events.ts';
import { forgetPages, hideItem, moveItem, readItem } from '../modules/items/index.ts';
import { anItem, aPerson, aSpace } from '../modules/items/testing.ts';
import { updateSpace } from '../modules/spaces/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { takesOutOfSight } from './cache-tags.ts';

const { db } = await testDatabase();

/** What a process does when it hears of the last fact. */
async function hearLast(): Promise<boolean> {
	const event = await db
		.selectFrom('events')
		.selectAll()
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirstOrThrow();
	const out = takesOutOfSight({
		type: event.type as EventType,
		payload: event.payload as unknown as EventPayloads[EventType],
	});
	if (out) forgetPages();
	return out;
}

async function twoRelated(spaceId: number) {
	const [first, second] = [
		await anItem(db, { spaceId }),
		await anItem(db, { spaceId, title: 'Soon unseen' }),
	];
	await db
		.insertInto('item_links')
		.values({ item_id: first.id, target_id: second.id, kind: 'related' })
		.execute();
	const titles = async () => (await readItem(db, visitor, first.id))?.related.map(({ title }) => title);
	expect(await titles()).toEqual(['Soon unseen']);
	return { second, titles };
}

test('no page names what was hidden or moved into a private space, not even one that was kept', async () => {
	const staff = (await aPerson(db, { role: 'admin' })).actor;
	const [open, closed] = [await aSpace(db), await aSpace(db, { access: 'private' })];
	const hidden = await twoRelated(open.id);
	await hideItem(db, staff, hidden.second.id);
	expect(await hearLast()).toBe(true);
	expect(await hidden.titles()).toEqual([]);

	const moved = await twoRelated(open.id);
	await moveItem(db, staff, moved.second.id, closed.id);
	expect(await hearLast()).toBe(true);
	expect(await moved.titles()).toEqual([]);
});

test('when a space becomes private, what was kept of its items is forgotten', async () => {
	const staff = (await aPerson(db, { role: 'admin' })).actor;
	const space = await aSpace(db);
	await updateSpace(db, staff, space.id, { access: 'private' });
	expect(await hearLast()).toBe(true);
	expect(
		takesOutOfSight({ type: 'items.voted', payload: { itemId: 1 } as EventPayloads['items.voted'] }),
	).toBe(false);
});
