import { z } from '@hono/zod-openapi';
import { listNotifications, markRead } from '../../modules/notifications/index.ts';
import { listed, nothing, type Operation, operation } from '../operation.ts';
import { cursor, idParam, limit, listOf } from '../schemas/common.ts';
import { notification } from '../schemas/notifications.ts';

const tag = 'Notifications';
const write = { method: 'put', tag, needs: 'member', scope: 'write', evenSuspended: true } as const;
const done = { status: 204, description: 'Read.' } as const;

export const notificationOperations: Operation[] = [
	operation({
		id: 'listNotifications',
		method: 'get',
		path: '/notifications',
		tag,
		summary: 'List what concerns me',
		needs: 'member',
		scope: 'read',
		query: z.object({
			unread: z.enum(['true', 'false']).default('false').openapi({ example: 'true' }),
			cursor,
			limit: limit(100, 30),
		}),
		returns: { status: 200, schema: listOf(notification), description: 'The newest first.' },
		async run(call) {
			const { unread, ...page } = call.query;
			return listed(
				call,
				await listNotifications(call.db, call.actor, { ...page, unread: unread === 'true' }),
			);
		},
	}),
	operation({
		...write,
		id: 'readNotification',
		path: '/notifications/{id}/read',
		summary: 'Mark one as read',
		params: { id: idParam('notification') },
		returns: done,
		async run({ db, actor, params }) {
			await markRead(db, actor, [params.id]);
			return nothing;
		},
	}),
	operation({
		...write,
		id: 'readAllNotifications',
		path: '/notifications/read',
		summary: 'Mark all as read',
		returns: done,
		async run({ db, actor }) {
			await markRead(db, actor, 'all');
			return nothing;
		},
	}),
];
