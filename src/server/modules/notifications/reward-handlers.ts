import { type Handler, onEvents } from '../../platform/events/index.ts';
import { rewardNames } from '../rewards/index.ts';
import { tellPeople } from './tell-people.ts';

/** Tells people what they have earned, and what became of what they ordered for points. */
export const rewardHandlers: Handler[] = [
	onEvents('notifications.tell-rewards', ['rewards.earned'], async (tx, { id: eventId, payload }) => {
		const { userId, what, id, name } = payload;
		const person = await tx.selectFrom('users').select('locale').where('id', '=', userId).executeTakeFirst();
		if (!person) return;
		const names = await rewardNames(tx, payload);
		const paths = {
			badge: `/badges/${id}`,
			quest: '/quests',
			challenge: `/quests/${id}`,
			honour: '/badges#honours',
			pool: `/pool/${name}`,
			order: '/shop#orders',
		};
		await tellPeople(tx, [userId], {
			// The place gives it, whoever pressed the button.
			actorId: null,
			eventId,
			kind: `reward_${what}`,
			path: paths[what],
			subject: person.locale === 'en' ? names.en : names['zh-CN'],
		});
	}),
];
