import { type Handler, onEvents } from '../../platform/events/index.ts';
import { tellPeople } from './tell-people.ts';

/** Tells people that their level rose or fell; what it allows is on the page it leads to. */
export const standingHandlers: Handler[] = [
	onEvents('notifications.tell-levels', ['growth.level-changed'], async (tx, { id, payload }) => {
		const { userId, from, to } = payload;
		await tellPeople(tx, [userId], {
			actorId: null,
			eventId: id,
			kind: to > from ? 'level_rose' : 'level_fell',
			path: '/standing',
			// The same in every language; the page says its name.
			subject: `Lv ${to}`,
		});
	}),
];
