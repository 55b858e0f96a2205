import type { ItemId, UserId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/index.ts';

export interface Earnings {
	earn: (userId: UserId | undefined, amount: number, reason: string, itemId: ItemId, at: Date) => void;
	write: (tx: Tx) => Promise<void>;
}

/** Collects what the demo's people earn while their texts go in; `write` puts it down with each person's sum. */
export function openEarnings(): Earnings {
	const earned = new Map<UserId, { amount: number; reason: string; itemId: ItemId; at: Date }[]>();
	return {
		earn(userId, amount, reason, itemId, at) {
			if (userId && amount !== 0)
				earned.set(userId, [...(earned.get(userId) ?? []), { amount, reason, itemId, at }]);
		},
		async write(tx) {
			for (const [userId, entries] of earned) {
				await tx
					.insertInto('reputation_entries')
					.values(
						entries.map((entry) => ({
							user_id: userId,
							amount: entry.amount,
							reason: entry.reason,
							item_id: entry.itemId,
							created_at: entry.at,
						})),
					)
					.execute();
				const total = entries.reduce((sum, entry) => sum + entry.amount, 0);
				await tx.updateTable('users').set({ reputation: total }).where('id', '=', userId).execute();
			}
		},
	};
}
