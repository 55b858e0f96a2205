export { spaceError } from './errors.ts';
export { spacePolicy, spaceRelations } from './policy.ts';
export { findSpace, listSpaces, membershipsOf, moderates, spaceRole } from './queries.ts';
export {
	type Localised,
	looksAfter,
	type Space,
	type SpaceAccess,
	type SpaceCard,
	type SpaceRole,
	type SpaceRule,
} from './space.ts';
