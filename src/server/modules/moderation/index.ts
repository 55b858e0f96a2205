export { moderationHandlers } from './handlers.ts';
export { listModerationActions, type ModerationAction } from './queries.ts';
