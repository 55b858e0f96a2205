import type { Actor } from '../../contracts/actor.ts';
import type { Db } from '../../platform/db/index.ts';

/**
 * Says which of these things the actor may open. Asked before anything of a file is given away.
 *
 * @param ids of holders of one kind, e.g. of lessons
 * @returns those that may be opened
 */
export type MayOpen = (db: Db, actor: Actor, ids: readonly number[]) => Promise<ReadonlySet<number>>;

const registered = new Map<string, MayOpen>();

/** Who shows files, by the word in `media_holders.holder`. A second registration of the same word replaces the first. */
export const holders = {
	register(holder: string, mayOpen: MayOpen): void {
		registered.set(holder, mayOpen);
	},
	get(holder: string): MayOpen | undefined {
		return registered.get(holder);
	},
	names(): string[] {
		return [...registered.keys()];
	},
};
