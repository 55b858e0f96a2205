import { now } from '../../../kernel/clock.ts';
import { sql } from '../../../platform/db/index.ts';
import { catalogError } from '../../catalog/index.ts';
import { grantEntitlement, may, revokeEntitlement } from '../../entitlements/index.ts';
import { mostlyConsumed } from '../consumed.ts';
import { orderError } from '../order.ts';
import type { Sale, Thing } from '../thing.ts';

const keyOf = ({ orderId, userId, offer }: Sale) => ({
	userId,
	itemId: offer.itemId!,
	source: 'purchase' as const,
	sourceRef: `order:${orderId}`,
});

/** One item, for good: a thing out of the buyer's sight is not for sale to them, and nobody pays twice. */
export const itemThing: Thing = {
	givable: true,
	async demandBuyable(db, buyer, offer) {
		const id = offer.itemId!;
		const seen = await may(db, buyer, 'read', [{ id }]);
		if (seen.get(id) === 'none') throw catalogError('not_for_sale');
		const { rows } = await sql<{
			published: boolean;
			owned: boolean;
		}>`select i.status = 'published' as published,
				i.author_id is not distinct from ${buyer.userId}::bigint or exists (select from entitlements e
					where e.user_id = ${buyer.userId} and (e.item_id in (i.id, i.part_of) or e.space_id = i.space_id)
					and e.revoked_at is null and (e.ends_at is null or e.ends_at > ${now()})) as owned
			from items i where i.id = ${id}`.execute(db);
		if (!rows[0]?.published) throw catalogError('not_for_sale');
		if (rows[0].owned) throw orderError('already_owned');
	},
	async hasAlready(tx, userId, offer) {
		const row = await tx
			.selectFrom('entitlements')
			.select('id')
			.where('user_id', '=', userId)
			.where('item_id', '=', offer.itemId)
			.where('source', '=', 'purchase')
			.where('revoked_at', 'is', null)
			.executeTakeFirst();
		return row !== undefined;
	},
	async give(tx, sale) {
		await grantEntitlement(tx, keyOf(sale));
	},
	async used(tx, { userId, offer }) {
		return mostlyConsumed(tx, userId, [{ id: offer.itemId!, kind: offer.itemKind }]);
	},
	async takeBack(tx, sale) {
		await revokeEntitlement(tx, keyOf(sale));
	},
};
