export { askPayout, withdrawPayout } from './ask-payout.ts';
export { type BankFormatName, bankFormats } from './bank-file.ts';
export { decidePayout, exportBatch, makeBatch, settlePayouts } from './batches.ts';
export { type Earnings, earningsOf } from './earnings.ts';
export { payoutError } from './errors.ts';
export {
	type AccountKind,
	accountKinds,
	type Payout,
	type PayoutStatus,
	type PayoutTerms,
} from './payout.ts';
export {
	accountsToCheck,
	decideAccount,
	myAccounts,
	type PayoutAccount,
	submitAccount,
} from './payout-accounts.ts';
export {
	listPlatformShares,
	type PlatformShare,
	platformShareOf,
	setPlatformShare,
} from './platform-shares.ts';
export {
	type Batch,
	batchesToMake,
	findPayout,
	listBatches,
	listMyPayouts,
	listPayouts,
	type PayoutOf,
} from './queries.ts';
export { type DayOfSales, type SoldThing, salesByDay, soldThings, studioTotals } from './sales.ts';
export {
	listSplits,
	type Shared,
	type SharedThing,
	type Split,
	setSplit,
	sharedThings,
	splitOf,
	splitsOfItems,
} from './splits.ts';
export {
	listMovements,
	listStatements,
	type Movement,
	monthBounds,
	readStatement,
	type Statement,
	statementCsv,
} from './statements.ts';
export { verifyPayouts } from './verify.ts';
