import type { Sells } from '../../catalog/index.ts';
import type { Thing } from '../thing.ts';
import { bundleThing } from './bundle.ts';
import { itemThing } from './item.ts';
import { seatsThing } from './seats.ts';
import { spaceThing } from './space.ts';
import { tierThing } from './tier.ts';

const things = new Map<Sells, Thing>([
	['item', itemThing],
	['space', spaceThing],
	['bundle', bundleThing],
	['tier', tierThing],
	['seats', seatsThing],
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
