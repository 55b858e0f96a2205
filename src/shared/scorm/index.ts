export { fromInterval2004, fromTimespan12, toInterval2004, toTimespan12 } from './formats.ts';
export type { ScormVersion, Start } from './model.ts';
export { type Outcome, outcomeOf } from './outcome.ts';
export { openRuntime, type Runtime } from './runtime.ts';
export { limits, openStore } from './store.ts';
