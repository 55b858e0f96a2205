import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { itemError } from './errors.ts';
import { demand } from './gate.ts';
import { itemPolicy, relationsTo } from './policy.ts';
import { type FollowInput, followSchema } from './schemas.ts';
import { lockItemRow } from './subject.ts';

/**
 * Puts an item on the actor's own list, or takes it off. Nobody else is told. Doing it twice is doing it once.
 *
 * @throws items.not_found; refusals of the policy
 */
export async function bookmark(db: Db, actor: Actor, itemId: ItemId, on: boolean): Promise<void> {
	await inTransaction(db, async (tx) => {
		const item = await lockItemRow(tx, actor, itemId);
		const { userId } = on
			? demand(actor, item, 'bookmark')
			: itemPolicy.require(actor, 'bookmark', item.relations);
		const changed = on
			? await sql`insert into bookmarks (user_id, item_id, created_at) values (${userId}, ${itemId}, ${now()}) on conflict do nothing returning 1`.execute(
					tx,
				)
			: await sql`delete from bookmarks where user_id = ${userId} and item_id = ${itemId} returning 1`.execute(
					tx,
				);
		if (changed.rows.length === 0) return;
		await sql`update items set bookmark_count = bookmark_count + ${on ? 1 : -1}::int where id = ${itemId}`.execute(
			tx,
		);
	});
}

/** What can be followed: its column in `follows`, and where its followers are counted. */
const followed = {
	itemId: { column: 'item_id', counter: 'items' },
	tagId: { column: 'tag_id', counter: 'tags' },
	spaceId: { column: 'space_id', counter: null },
	personId: { column: 'person_id', counter: null },
} as const;

/**
 * Follows an item, a tag, a space or a person, or stops. Doing it twice is doing it once.
 *
 * @param target exactly one id
 * @throws common.invalid_input, common.not_found, items.not_found, items.follow_self; refusals of the policy
 */
export async function follow(db: Db, actor: Actor, target: FollowInput, on: boolean): Promise<void> {
	const given = validate(followSchema, target);
	await inTransaction(db, async (tx) => {
		const { userId } = itemPolicy.require(actor, 'follow', relationsTo(actor, null, null));
		const [name, id] = Object.entries(given)[0] as [keyof typeof followed, number];
		const { column, counter } = followed[name];
		if (name === 'personId' && id === userId)
			throw itemError('follow_self', { detail: 'Nobody follows themselves.' });
		if (name === 'itemId') {
			const item = await lockItemRow(tx, actor, id);
			if (on) demand(actor, item, 'follow');
		}
		if (name !== 'itemId') await mustExist(tx, actor, name, id);
		const col = sql.ref(column);
		const changed = on
			? await sql`insert into follows (user_id, ${col}, created_at) values (${userId}, ${id}, ${now()}) on conflict do nothing returning 1`.execute(
					tx,
				)
			: await sql`delete from follows where user_id = ${userId} and ${col} = ${id} returning 1`.execute(tx);
		if (changed.rows.length === 0) return;
		if (counter)
			await sql`update ${sql.table(counter)} set follower_count = follower_count + ${on ? 1 : -1}::int where id = ${id}`.execute(
				tx,
			);
		if (name === 'personId' && on) await emit(tx, userId, 'accounts.followed', { personId: id });
	});
}

async function mustExist(
	tx: Tx,
	actor: Actor,
	name: 'tagId' | 'spaceId' | 'personId',
	id: number,
): Promise<void> {
	const rows = {
		tagId: sql`select 1 from tags where id = ${id}`,
		personId: sql`select 1 from users where id = ${id}`,
		spaceId: sql`select 1 from spaces s where id = ${id} and (access <> 'private'
			or exists (select from space_members m where m.space_id = s.id and m.user_id = ${actor.userId}))`,
	}[name];
	if ((await rows.execute(tx)).rows.length === 0)
		throw commonError('not_found', { detail: `There is no ${name} ${id}.` });
}
