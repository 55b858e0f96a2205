import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { requireOperator } from './policy.ts';
import type { TaxRate } from './quote.ts';
import { regionSchema, taxRateSchema } from './schemas.ts';

/**
 * Sets the tax of a region. Orders that are placed keep theirs; what held before stays on record. Administrators may.
 *
 * @throws common.invalid_input, common.forbidden
 */
export async function setTaxRate(db: Db, actor: Actor, input: unknown): Promise<void> {
	const { userId } = requireOperator(actor);
	const rate = validate(taxRateSchema, input);
	return inTransaction(db, async (tx) => {
		await endRate(tx, rate.region);
		await tx
			.insertInto('tax_rates')
			.values({ ...rate, created_by: userId })
			.execute();
	});
}

/** Takes no more tax in a region. Administrators may. @throws common.forbidden */
export async function endTaxRate(db: Db, actor: Actor, region: string): Promise<void> {
	requireOperator(actor);
	await endRate(db, validate(regionSchema, region));
}

function endRate(db: Db, region: string) {
	return db
		.updateTable('tax_rates')
		.set({ ended_at: now() })
		.where('region', '=', region)
		.where('ended_at', 'is', null)
		.execute();
}

/** What tax is taken where, by region. One statement. */
export function listTaxRates(db: Db): Promise<TaxRate[]> {
	return db
		.selectFrom('tax_rates')
		.select(['region', 'name', 'bps', 'included'])
		.where('ended_at', 'is', null)
		.orderBy('region')
		.execute();
}
