export { ledgerError } from './errors.ts';
export { holdersOf, reverseTransfer } from './holders.ts';
export { type Account, type Entry, postTransfer, type Transfer } from './post-transfer.ts';
export {
	askProof,
	beginProof,
	endProof,
	listProofs,
	noteProof,
	PROVE_MONEY,
	type Proof,
	type ProofStatus,
} from './proofs.ts';
export { type Balance, balanceOf, entriesOf } from './queries.ts';
export { type DayOfRevenue, revenueByDay } from './revenue.ts';
export {
	type AccountBalance,
	type Statement,
	type StatementLine,
	statementOf,
	trialBalance,
} from './statement.ts';
export { type Discrepancy, verifyLedger } from './verify.ts';
