import type { Sells } from '../../catalog/index.ts';
import type { Thing } from '../thing.ts';
import { itemThing } from './item.ts';
import { spaceThing } from './space.ts';

const things = new Map<Sells, Thing>([
	['item', itemThing],
	['space', spaceThing],
]);

/** Makes a kind of thing sellable. */
export function registerThing(sells: Sells, thing: Thing): void {
	things.set(sells, thing);
}

/** How a kind of thing is sold. @throws when nobody registered it: a bug */
export function thingOf(sells: Sells): Thing {
	const thing = things.get(sells);
	if (!thing) throw new Error(`Nothing is known of selling “${sells}”.`);
	return thing;
}
