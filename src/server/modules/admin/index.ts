export { changeSettings } from './change-settings.ts';
export { type ItemRow, listItemsForStaff } from './list-items.ts';
export { listPeopleForStaff, type PersonRow } from './list-people.ts';
export { type Overview, readOverview } from './read-overview.ts';
