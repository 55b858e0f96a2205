import { now } from '../../kernel/clock.ts';
import type { OfferId } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import type { Offer } from './offer.ts';
import type { Sold } from './replace-offer.ts';

/** A price with what else is agreed on: hours, sizes, what only one kind of offer has. */
export interface Terms {
	price: Money;
	pricing?: Offer['pricing'];
	terms?: Record<string, unknown>;
}

/**
 * Offers a thing at a price and terms in place of what it was offered for; null only retires. The very same offer stays.
 * The caller has checked who may, and holds a lock on the thing.
 *
 * @returns the offer in force; null when there is none now
 */
export async function setTerms(tx: Tx, sold: Sold, wanted: Terms | null): Promise<OfferId | null> {
	const columns = Object.entries(sold);
	const current = await tx
		.selectFrom('offers')
		.select(['id', 'amount', 'currency', 'pricing', 'terms'])
		.where(
			sql<boolean>`${sql.join(
				columns.map(([name, value]) => sql`${sql.ref(name)} = ${value}`),
				sql` and `,
			)}`,
		)
		.where('retired_at', 'is', null)
		.where((eb) =>
			wanted && sold.sells === 'bounty' ? eb('currency', '=', wanted.price.currency) : eb.val(true),
		)
		.execute();
	const pricing = wanted?.pricing ?? 'fixed';
	const terms = wanted?.terms ?? {};
	const same = current.find(
		(offer) =>
			wanted &&
			offer.amount === wanted.price.amount &&
			offer.currency === wanted.price.currency &&
			offer.pricing === pricing &&
			sorted(offer.terms) === sorted(terms),
	);
	if (same) return same.id;
	if (current.length > 0)
		await tx
			.updateTable('offers')
			.set({ retired_at: now() })
			.where(
				'id',
				'in',
				current.map(({ id }) => id),
			)
			.execute();
	if (!wanted) return null;
	const { id } = await tx
		.insertInto('offers')
		.values({ ...sold, ...wanted.price, pricing, terms: JSON.stringify(terms) })
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

const sorted = (terms: unknown) => JSON.stringify(Object.entries(terms as object).sort());
