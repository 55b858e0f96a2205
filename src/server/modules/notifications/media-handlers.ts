import { type Handler, onEvents } from '../../platform/events/index.ts';
import { findMedia } from '../media/index.ts';
import { tellPeople } from './tell-people.ts';

/** Tells whoever uploaded a file that it cannot be used, and why: they may have left long before it was found out. */
export const mediaHandlers: Handler[] = [
	onEvents('notifications.tell-files', ['media.settled'], async (tx, { id, payload }) => {
		if (payload.status !== 'failed' && payload.status !== 'refused') return;
		const [medium] = await findMedia(tx, [payload.mediaId]);
		if (!medium) return;
		await tellPeople(tx, [payload.ownerId], {
			actorId: null,
			eventId: id,
			kind: 'file_failed',
			path: `/studio/media/${medium.id}`,
			subject: medium.name,
			reason: { code: medium.refusal ?? 'media.conversion_failed', params: medium.refusalParams },
		});
	}),
];
