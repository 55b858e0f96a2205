export { deliverStatements, xapiJobs } from './deliver.ts';
export { xapiError } from './errors.ts';
export { xapiHandlers } from './handlers.ts';
export {
	exportStatements,
	listStatements,
	retryStore,
	type StatementFilter,
	type StatementRow,
	type StoreState,
	storeStates,
} from './read-statements.ts';
export type { Statement } from './statement.ts';
export { type Store, storeFrom } from './stores.ts';
export { type Verb, verbNames } from './vocabulary.ts';
