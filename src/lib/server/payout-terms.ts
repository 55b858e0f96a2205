import type { PayoutTerms } from '#server/modules/payouts/index.ts';
import type { Settings } from '#server/platform/settings/index.ts';

/** What the operator has set for payouts. */
export const payoutTerms = ({
	payoutHoldDays,
	affiliateHoldDays,
	payoutMinimums,
}: Settings): PayoutTerms => ({
	holdDays: payoutHoldDays,
	affiliateHoldDays,
	minimums: payoutMinimums,
});
