import { expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { anItem, aPerson, aSpace } from '../items/testing.ts';
import { listModerationLog } from './index.ts';

const { db } = await testDatabase();

async function logged(itemId: number, action: string, actorId: number): Promise<void> {
	await db
		.insertInto('moderation_actions')
		.values({ item_id: itemId, action, actor_id: actorId, reason: 'why' })
		.execute();
}

test('the log names what stands, says that something was taken away without showing it, and keeps private spaces apart', async () => {
	const moderator = await aPerson(db, { role: 'moderator' });
	const member = await aPerson(db);
	const inside = await aSpace(db, { access: 'private', members: [member.id] });
	const stands = await anItem(db, { title: 'What stands' });
	const gone = await anItem(db, { title: 'What was taken away', status: 'hidden' });
	const secret = await anItem(db, { title: 'What is said inside', spaceId: inside.id });
	await logged(stands.id, 'item:pinned', moderator.id);
	await logged(gone.id, 'item:hidden', moderator.id);
	await logged(secret.id, 'item:locked', moderator.id);
	const lines = async (actor: typeof visitor) =>
		(await listModerationLog(db, actor)).items.map(({ action, item }) => [action, item?.title ?? null]);

	expect(await lines(visitor)).toEqual([
		['item:hidden', null],
		['item:pinned', 'What stands'],
	]);
	expect(await lines(member.actor)).toEqual([
		['item:locked', 'What is said inside'],
		['item:hidden', null],
		['item:pinned', 'What stands'],
	]);
	expect(await lines(moderator.actor)).toContainEqual(['item:hidden', 'What was taken away']);
});
