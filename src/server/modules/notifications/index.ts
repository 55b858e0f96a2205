export { notificationHandlers } from './handlers.ts';
export { learningLetterHandlers } from './learning-letters.ts';
export { letterHandlers } from './letter-handlers.ts';
export { markRead } from './mark-read.ts';
export type { NotificationCard, NotificationKind } from './notification.ts';
export { listNotifications } from './queries.ts';
