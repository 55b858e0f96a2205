import type { ItemId } from '../../../kernel/ids.ts';
import { sql, type Tx } from '../../../platform/db/index.ts';
import { type Bundle, catalogError, findBundle } from '../../catalog/index.ts';
import { grantEntitlement, may, revokeEntitlement } from '../../entitlements/index.ts';
import { mostlyConsumed } from '../consumed.ts';
import { orderError } from '../order.ts';
import type { Sale, Thing } from '../thing.ts';

const keyOf = ({ orderId, userId }: Sale, itemId: ItemId) => ({
	userId,
	itemId,
	source: 'purchase' as const,
	sourceRef: `order:${orderId}`,
});

/** Several items, for good. Who has all of them already buys nothing. */
export const bundleThing: Thing = {
	givable: true,
	async demandBuyable(db, buyer, offer) {
		const bundle = await findBundle(db, { id: offer.bundleId! });
		if (!bundle || bundle.retired || bundle.items.some(({ status }) => status !== 'published'))
			throw catalogError('not_for_sale');
		const seen = await may(db, buyer, 'read', bundle.items);
		const access = bundle.items.map(({ id }) => seen.get(id));
		if (access.includes('none')) throw catalogError('not_for_sale');
		if (access.every((one) => one === 'full')) throw orderError('already_owned');
	},
	async hasAlready(tx, userId, offer) {
		const { rows } = await sql<{ all: boolean }>`select not exists (select from bundle_items b
			where b.bundle_id = ${offer.bundleId} and not exists (select from entitlements e where e.user_id = ${userId}
				and e.item_id = b.item_id and e.source = 'purchase' and e.revoked_at is null)) as "all"`.execute(tx);
		return rows[0]!.all;
	},
	async give(tx, sale) {
		for (const { id } of (await theBundle(tx, sale)).items) await grantEntitlement(tx, keyOf(sale, id));
	},
	async used(tx, sale) {
		return mostlyConsumed(tx, sale.userId, (await theBundle(tx, sale)).items);
	},
	async takeBack(tx, sale) {
		for (const { id } of (await theBundle(tx, sale)).items) await revokeEntitlement(tx, keyOf(sale, id));
	},
};

async function theBundle(tx: Tx, { offer }: Sale): Promise<Bundle> {
	return (await findBundle(tx, { id: offer.bundleId! }))!;
}
