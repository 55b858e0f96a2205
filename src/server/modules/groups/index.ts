export { groupError } from './errors.ts';
export { type Group, type GroupStatus, groupTerms, groupTransitions } from './group.ts';
export { demandPlace, failGroup, isFilled, type Joining, joinGroup, leaveGroup } from './join-group.ts';
export { offerGroups } from './offer-groups.ts';
export { listMyGroups, listOpenGroups, readGroup } from './queries.ts';
