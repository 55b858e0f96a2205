export { type Access, accessJoins, accessLevel, belongs } from './access.ts';
export { entitlementError } from './errors.ts';
export {
	type Entitlement,
	type EntitlementKey,
	type EntitlementSource,
	grantEntitlement,
	listEntitlements,
	revokeEntitlement,
} from './grants.ts';
export { type LibraryEntry, listLibrary } from './library.ts';
export { may } from './may.ts';
export { readableItems } from './readable-items.ts';
export { type PostableSpace, spacesToPostIn } from './spaces-to-post-in.ts';
export { type Standing, standingIn } from './standing.ts';
