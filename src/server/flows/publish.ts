import type { Actor } from '../contracts/actor.ts';
import { AppError, commonError } from '../kernel/errors.ts';
import type { ItemId } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';
import { addToColumn, removeFromColumn } from '../modules/articles/index.ts';
import { priceItem } from '../modules/catalog/index.ts';
import {
	checkForKind,
	type ItemChange,
	kindNamed,
	type NewItem,
	publishItem,
	reviseItem,
} from '../modules/items/index.ts';
import { type Db, inTransaction } from '../platform/db/index.ts';

/** What a text asks of other modules: a price to be sold at, a column to stand in. */
export interface Placing {
	/** Needed when the access is `paid`; ignored otherwise. */
	price?: Money | null;
	/** Why the price could not be read, as an error code; shown at the field. */
	priceFault?: string | null;
	/** For an article: the column it is to stand in, at its end; null for none; left out to change nothing. */
	columnId?: ItemId | null;
}

/**
 * Publishes an item with its price and its place in a column: all of it, or nothing.
 *
 * @returns what its address is made of
 * @throws as `publishItem`, `priceItem` and `addToColumn`; a missing price is a fault of the field `price`
 */
export function publish(
	db: Db,
	actor: Actor,
	input: NewItem & Placing,
): Promise<{ id: ItemId; kind: string; slug: string }> {
	const { price, priceFault, columnId, ...item } = input;
	const kind = faultsForKind(input.kind, input);
	const faults = {
		fields: { ...kind.fields, ...priceFaults(input.access, price, priceFault) },
		params: kind.params,
	};
	return inTransaction(db, (tx) =>
		withFaults(faults, async () => {
			const made = await publishItem(tx, actor, item);
			if (input.access === 'paid' && price) await priceItem(tx, actor, made.id, price);
			if (columnId) await addToColumn(tx, actor, { columnId, itemId: made.id });
			return made;
		}),
	);
}

/**
 * Revises an item, and where they are given its price and column.
 *
 * @param standsIn the column that the article stands in now
 * @throws as `reviseItem`, `priceItem`, `addToColumn` and `removeFromColumn`
 */
export function revise(
	db: Db,
	actor: Actor,
	id: ItemId,
	input: ItemChange & Placing,
	standsIn: ItemId | null = null,
): Promise<{ revision: number; slug: string }> {
	const { price, priceFault, columnId, ...change } = input;
	const faults = { fields: priceFaults(input.access, price, priceFault), params: {} };
	return inTransaction(db, (tx) =>
		withFaults(faults, async () => {
			const made = await reviseItem(tx, actor, id, change);
			// A text that is paid for no more is off sale: nobody buys what is open to all.
			if (input.access !== undefined)
				await priceItem(tx, actor, id, input.access === 'paid' ? (price ?? null) : null);
			if (columnId !== undefined && columnId !== standsIn) {
				if (standsIn !== null) await removeFromColumn(tx, actor, { columnId: standsIn, itemId: id });
				if (columnId !== null) await addToColumn(tx, actor, { columnId, itemId: id });
			}
			return made;
		}),
	);
}

type Faults = Pick<AppError, 'fields' | 'params'>;

function priceFaults(
	access: string | undefined,
	price: Money | null | undefined,
	fault: string | null | undefined,
): Record<string, string> {
	if (access !== 'paid') return {};
	if (fault) return { price: fault };
	if (!price) return { price: 'catalog.price_missing' };
	return price.amount < 1 ? { price: 'catalog.price_low' } : {};
}

// The spine looks at a kind's own rules only once the common ones are met; a form wants to hear of both.
function faultsForKind(kind: string, given: { source: string; tags?: string[]; data?: unknown }): Faults {
	try {
		checkForKind(kindNamed(kind), { source: given.source, tags: given.tags ?? [], data: given.data });
		return { fields: {}, params: {} };
	} catch (thrown) {
		if (thrown instanceof AppError) return thrown;
		throw thrown;
	}
}

/** Tells every fault of a form at once: those known beforehand together with those found by the work. */
async function withFaults<T>(known: Faults, work: () => Promise<T>): Promise<T> {
	let found: Faults = { fields: {}, params: {} };
	try {
		const done = await work();
		if (Object.keys(known.fields).length === 0) return done;
	} catch (thrown) {
		if (!(thrown instanceof AppError) || thrown.code !== 'common.invalid_input') throw thrown;
		found = thrown;
	}
	// An amount and its currency are one field of the form, two of the catalogue's.
	const own = Object.entries(found.fields).map(([name, fault]) => [
		name === 'amount' || name === 'currency' ? 'price' : name,
		fault,
	]);
	const fields: Record<string, string> = { ...Object.fromEntries(own), ...known.fields };
	throw commonError('invalid_input', {
		fields,
		params: { ...known.params, ...found.params },
		detail: `Check these fields: ${Object.keys(fields).join(', ')}.`,
	});
}
