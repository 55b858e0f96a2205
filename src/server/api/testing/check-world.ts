import { createList, setDomain } from '../../modules/checks/index.ts';
import type { PersonBuilt } from '../../modules/items/testing.ts';
import type { Db } from '../../platform/db/index.ts';

/** A list of watched words, a blocked domain, and a version of a model that is not in use. */
export async function buildChecks(db: Db, admin: PersonBuilt) {
	const { id: list } = await createList(db, admin.actor, {
		name: 'Watched',
		action: 'off',
		words: 'frobozz',
	});
	await setDomain(db, admin.actor, { domain: 'spam.example', allowed: false });
	const { id: model } = await db
		.insertInto('text_models')
		.values({
			task: 'sentiment',
			version: 1,
			bytes: Buffer.from(`53544d31${'0'.repeat(40)}`, 'hex'),
			report: JSON.stringify({
				examples: 100,
				positives: 50,
				accuracy: 0.9,
				macroF1: 0.9,
				auc: 0.95,
				brier: 0.1,
				calibrationError: 0.05,
			}),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return { list, model };
}
