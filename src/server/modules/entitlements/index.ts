export { type Access, accessJoins, accessLevel, belongs } from './access.ts';
export { may } from './may.ts';
export { readableItems } from './readable-items.ts';
export { type Standing, standingIn } from './standing.ts';
