import type { Actor } from '../contracts/actor.ts';
import { AppError, commonError } from '../kernel/errors.ts';
import type { ItemId } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';
import { addToColumn, removeFromColumn } from '../modules/articles/index.ts';
import { priceItem } from '../modules/catalog/index.ts';
import { type ItemChange, type NewItem, publishItem, reviseItem } from '../modules/items/index.ts';
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
	const faults = input.access === 'paid' ? faultsOf(price, priceFault) : {};
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
	const faults = input.access === 'paid' ? faultsOf(price, priceFault) : {};
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

function faultsOf(price: Money | null | undefined, fault: string | null | undefined): Record<string, string> {
	if (fault) return { price: fault };
	if (!price) return { price: 'catalog.price_missing' };
	if (price.amount < 1) return { price: 'catalog.price_low' };
	return {};
}

/** Tells every fault of a form at once: those known beforehand together with those found by the work. */
async function withFaults<T>(faults: Record<string, string>, work: () => Promise<T>): Promise<T> {
	const known = Object.keys(faults).length > 0;
	try {
		const done = await work();
		if (known) throw commonError('invalid_input', { fields: faults });
		return done;
	} catch (thrown) {
		if (!(thrown instanceof AppError)) throw thrown;
		const { fields, code, params } = thrown;
		// Prices are one field of the form, two of the catalogue's.
		const own = Object.fromEntries(
			Object.entries(fields).map(([name, fault]) => [
				name === 'amount' || name === 'currency' ? 'price' : name,
				fault,
			]),
		);
		if (code !== 'common.invalid_input') throw thrown;
		throw commonError('invalid_input', { fields: { ...own, ...faults }, params, detail: thrown.message });
	}
}
