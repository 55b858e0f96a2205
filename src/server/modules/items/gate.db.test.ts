import { expect, test } from 'vitest';
import { type Actor, visitor } from '../../contracts/actor.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { testDatabase, watch } from '../../platform/db/testing.ts';
import {
	bookmark,
	deleteItem,
	deleteReply,
	follow,
	hideItem,
	hideReply,
	lockItem,
	moveItem,
	type Offered,
	personalState,
	pinItem,
	react,
	reply,
	replyRights,
	restoreItem,
	reviseItem,
	reviseReply,
	unlockItem,
	unpinItem,
	vote,
} from './index.ts';
import { anEntitlement, anItem, aPerson, aReply, aSpace, type ItemBuilt, plainKinds } from './testing.ts';

/*
 * One gate: what a page offers is what the use cases do. Every actor tries every action on every state of an item, and
 * the answer of personalState must be the outcome.
 */

plainKinds();
const { db } = await testDatabase();

const undo = Symbol('undo');

/** Whether the act goes through; nothing of it stays. */
async function goesThrough(act: (tx: Db) => Promise<unknown>): Promise<boolean> {
	try {
		await inTransaction(db, async (tx) => {
			await act(tx);
			throw undo;
		});
	} catch (error) {
		if (error === undo) return true;
		if (!(error as { status?: number }).status) throw error;
	}
	return false;
}

const acts: Partial<Record<Offered, (tx: Db, actor: Actor, item: ItemBuilt) => Promise<unknown>>> = {
	answer: (tx, actor, item) => reply(tx, actor, { itemId: item.id, kind: 'answer', source: 'A text.' }),
	comment: (tx, actor, item) => reply(tx, actor, { itemId: item.id, kind: 'comment', source: 'A text.' }),
	vote: (tx, actor, item) => vote(tx, actor, { itemId: item.id, value: 1 }),
	react: (tx, actor, item) => react(tx, actor, { itemId: item.id, emoji: 'heart', on: true }),
	bookmark: (tx, actor, item) => bookmark(tx, actor, item.id, true),
	follow: (tx, actor, item) => follow(tx, actor, { itemId: item.id }, true),
	edit: (tx, actor, item) =>
		reviseItem(tx, actor, item.id, {
			revision: 1,
			title: 'Another title',
			source: 'Another text.',
			tags: ['x'],
		}),
	delete: (tx, actor, item) => deleteItem(tx, actor, item.id),
	restore: (tx, actor, item) => restoreItem(tx, actor, item.id),
	lock: (tx, actor, item) => lockItem(tx, actor, item.id),
	unlock: (tx, actor, item) => unlockItem(tx, actor, item.id),
	pin: (tx, actor, item) => pinItem(tx, actor, item.id),
	unpin: (tx, actor, item) => unpinItem(tx, actor, item.id),
	hide: (tx, actor, item) => hideItem(tx, actor, item.id),
	move: (tx, actor, item) => moveItem(tx, actor, item.id, elsewhere.id),
};

const elsewhere = await aSpace(db);
const author = await aPerson(db);
const member = await aPerson(db);
const moderator = await aPerson(db);
const buyer = await aPerson(db);
const fresh = await aPerson(db, { emailVerified: false });
const suspended = await aPerson(db, { suspended: true });
const admin = await aPerson(db, { role: 'admin' });
const spaces = {
	public: await aSpace(db, { members: [{ id: moderator.id, role: 'moderator' }] }),
	paid: await aSpace(db, { access: 'paid', members: [{ id: moderator.id, role: 'moderator' }, member.id] }),
	private: await aSpace(db, {
		access: 'private',
		members: [{ id: moderator.id, role: 'moderator' }, member.id],
	}),
};
await anEntitlement(db, { userId: buyer.id, spaceId: spaces.paid.id });

const actors: [string, Actor][] = [
	['a visitor', visitor],
	['the author', author.actor],
	['a member', member.actor],
	['a moderator of the space', moderator.actor],
	['somebody who paid for the space', buyer.actor],
	['somebody without a verified address', fresh.actor],
	['somebody suspended', suspended.actor],
	['an API key that may read', { ...admin.actor, scopes: ['read'] }],
	['an admin', admin.actor],
];

const states: [string, (item: ItemBuilt) => Promise<unknown>][] = [
	['as published', async () => {}],
	[
		'locked',
		(item) => db.updateTable('items').set({ locked_at: new Date() }).where('id', '=', item.id).execute(),
	],
	[
		'closed',
		(item) => db.updateTable('items').set({ closed_at: new Date() }).where('id', '=', item.id).execute(),
	],
	[
		'pinned',
		(item) => db.updateTable('items').set({ pinned_at: new Date() }).where('id', '=', item.id).execute(),
	],
	['hidden', (item) => db.updateTable('items').set({ status: 'hidden' }).where('id', '=', item.id).execute()],
	[
		'deleted by its author',
		(item) =>
			db
				.updateTable('items')
				.set({ status: 'deleted', deleted_by: author.id })
				.where('id', '=', item.id)
				.execute(),
	],
	[
		'deleted by an admin',
		(item) =>
			db
				.updateTable('items')
				.set({ status: 'deleted', deleted_by: admin.id })
				.where('id', '=', item.id)
				.execute(),
	],
	['answered well', async (item) => aReply(db, { itemId: item.id, score: 3 })],
	[
		'a community wiki',
		(item) => db.updateTable('items').set({ community_wiki: true }).where('id', '=', item.id).execute(),
	],
];

// What a state does to the rights is the same everywhere; what a place does shows in a few of them.
const telling = ['as published', 'locked', 'deleted by its author', 'a community wiki'];

for (const [place, space] of Object.entries(spaces)) {
	for (const [state, bring] of states) {
		if (place !== 'public' && !telling.includes(state)) continue;
		test(`on a question in a ${place} space, ${state}, everybody may do what the page offers them, and nothing else`, async () => {
			const item = await anItem(db, {
				spaceId: space.id,
				authorId: author.id,
				tags: ['x'],
				access: state === 'as published' ? 'members' : 'free',
			});
			await bring(item);
			for (const [who, actor] of actors) {
				const { can } = await personalState(db, actor, item.id);
				for (const [action, act] of Object.entries(acts)) {
					// Setting what is set is refused nobody who may set it.
					const twin = ({ lock: 'unlock', unlock: 'lock', pin: 'unpin', unpin: 'pin' } as const)[action];
					const offered = can[action as Offered] || (twin !== undefined && can[twin]);
					expect(await goesThrough((tx) => act!(tx, actor, item)), `${who}: ${action}`).toBe(offered);
				}
			}
		}, 60_000);
	}
}

const replyActs: Record<
	'edit' | 'delete' | 'hide' | 'vote' | 'react',
	(tx: Db, actor: Actor, key: { itemId: number; replyId: number }) => Promise<unknown>
> = {
	edit: (tx, actor, key) => reviseReply(tx, actor, { ...key, revision: 1, source: 'Another text.' }),
	delete: deleteReply,
	hide: hideReply,
	vote: (tx, actor, key) => vote(tx, actor, { ...key, value: 1 }),
	react: (tx, actor, key) => react(tx, actor, { ...key, emoji: 'heart', on: true }),
};

for (const [place, space] of Object.entries(spaces)) {
	for (const [state, bring] of states) {
		if (state.startsWith('deleted') || (place !== 'public' && !telling.includes(state))) continue;
		for (const communityWiki of [false, true]) {
			if (communityWiki && state !== 'as published') continue;
			test(`on a${communityWiki ? ' wiki' : 'n'} answer to a question in a ${place} space, ${state}, the same holds`, async () => {
				const item = await anItem(db, { spaceId: space.id, authorId: member.id });
				const answer = await aReply(db, { itemId: item.id, authorId: author.id });
				await db
					.updateTable('replies')
					.set({ community_wiki: communityWiki })
					.where('id', '=', answer.id)
					.execute();
				await bring(item);
				const key = { itemId: item.id, replyId: answer.id };
				const shown = { id: answer.id, kind: 'answer', author: { id: author.id }, communityWiki };
				for (const [who, actor] of actors) {
					const rights = replyRights(await personalState(db, actor, item.id), shown);
					for (const [action, act] of Object.entries(replyActs)) {
						expect(await goesThrough((tx) => act(tx, actor, key)), `${who}: ${action}`).toBe(
							rights[action as 'edit'],
						);
					}
				}
			}, 60_000);
		}
	}
}

test('a visitor’s state is known without asking, a member’s in one statement', async () => {
	const item = await anItem(db);
	expect((await watch(db, (watched) => personalState(watched, visitor, item.id))).statements).toBe(0);
	expect((await watch(db, (watched) => personalState(watched, member.actor, item.id))).statements).toBe(1);
});
