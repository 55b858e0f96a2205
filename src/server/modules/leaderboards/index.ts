export { addAllEntries, leaderboardHandlers, leaderboardJobs } from './add-entries.ts';
export { leaderboardError } from './errors.ts';
export { KEPT, NEWCOMER_DAYS, type Period, periods } from './periods.ts';
export {
	type Board,
	type BoardInput,
	boardSchema,
	type Placed,
	readBoard,
	readPlaces,
} from './read-board.ts';
