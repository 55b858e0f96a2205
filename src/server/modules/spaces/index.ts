export { aboutHtml } from './about.ts';
export { createSpace, openSpace } from './create-space.ts';
export { spaceError } from './errors.ts';
export {
	acceptInvitation,
	createInvitation,
	findInvitation,
	type Invitation,
	listInvitations,
	revokeInvitation,
} from './invitations.ts';
export { listSpaceMembers, type SpaceMember } from './list-members.ts';
export {
	addMember,
	dropUnpaidMember,
	joinSpace,
	leaveSpace,
	seatMember,
	setSpaceRole,
	unseatMember,
} from './members.ts';
export { spacePolicy, spaceRelations } from './policy.ts';
export { findSpace, listSpaces, membershipsOf, moderates, spaceRole } from './queries.ts';
export {
	type InvitationInput,
	invitationSchema,
	type RoleInput,
	roleSchema,
	type SpaceChange,
	type SpaceInput,
	spaceChangeSchema,
	spaceSchema,
} from './schemas.ts';
export {
	type Localised,
	looksAfter,
	type Space,
	type SpaceAccess,
	type SpaceCard,
	type SpaceRole,
	type SpaceRule,
} from './space.ts';
export { updateSpace } from './update-space.ts';
