import type { Operation } from '../../operation.ts';
import { affiliateOperations } from './affiliate.ts';
import { bundleOperations } from './bundle.ts';
import { discountOperations } from './discount.ts';
import { offerOperations } from './offer.ts';
import { quoteOperations } from './quote.ts';
import { seatOperations } from './seat.ts';
import { segmentOperations } from './segment.ts';
import { taxOperations } from './tax.ts';
import { tierOperations } from './tier.ts';

/** What things cost, for whom, and what makes it less. */
export const pricingOperations: Operation[] = [
	...quoteOperations,
	...offerOperations,
	...discountOperations,
	...taxOperations,
	...bundleOperations,
	...tierOperations,
	...segmentOperations,
	...affiliateOperations,
	...seatOperations,
];
