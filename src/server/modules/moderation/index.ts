export { moderationHandlers } from './handlers.ts';
export {
	type LoggedAction,
	listModerationActions,
	listModerationLog,
	type ModerationAction,
} from './queries.ts';
