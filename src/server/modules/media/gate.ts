import type { Actor } from '../../contracts/actor.ts';
import type { Db } from '../../platform/db/index.ts';
import { mediaError } from './errors.ts';
import { holders } from './holders.ts';

/**
 * The one gate of files: their owner, administrators, and whoever may open one of the things that show them. A holder
 * whose module is not installed opens nothing.
 *
 * @returns those of `ids` that the actor may open
 */
export async function mayOpenMedia(db: Db, actor: Actor, ids: readonly number[]): Promise<Set<number>> {
	if (ids.length === 0) return new Set();
	const rows = await db
		.selectFrom('media')
		.leftJoin('media_holders', 'media_holders.media_id', 'media.id')
		.select(['media.id', 'media.owner_id', 'media_holders.holder', 'media_holders.holder_id'])
		.where('media.id', 'in', ids)
		.execute();
	const open = new Set<number>();
	const asked = new Map<string, Map<number, number[]>>();
	for (const { id, owner_id, holder, holder_id } of rows) {
		if (actor.role === 'admin' || (actor.userId !== null && owner_id === actor.userId)) open.add(id);
		else if (holder !== null && holder_id !== null) {
			const byId = asked.get(holder) ?? new Map<number, number[]>();
			byId.set(holder_id, [...(byId.get(holder_id) ?? []), id]);
			asked.set(holder, byId);
		}
	}
	for (const [holder, byId] of asked) {
		const allowed = (await holders.get(holder)?.(db, actor, [...byId.keys()])) ?? new Set<number>();
		for (const holderId of allowed) for (const id of byId.get(holderId) ?? []) open.add(id);
	}
	return open;
}

/** @throws media.not_found, also where there is one that the actor may not open */
export async function requireOpen(db: Db, actor: Actor, id: number): Promise<void> {
	if (!(await mayOpenMedia(db, actor, [id])).has(id))
		throw mediaError('not_found', { detail: `There is no file ${id} that this actor may open.` });
}
