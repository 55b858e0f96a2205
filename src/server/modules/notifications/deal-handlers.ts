import type { UserId } from '../../kernel/ids.ts';
import { type Handler, onEvents } from '../../platform/events/index.ts';
import type { NotificationKind } from './notification.ts';
import { tellPeople } from './tell-people.ts';

type Change<Prefix extends string> =
	Extract<NotificationKind, `${Prefix}_${string}`> extends `${Prefix}_${infer C}` ? C : never;

/** Whom each change of a paid question concerns; who made it is never told. */
const askTold: Record<Change<'ask'>, readonly ('asker' | 'expert')[]> = {
	asked: ['expert'],
	answered: ['asker'],
	declined: ['asker'],
	expired: ['asker', 'expert'],
	refunded: ['asker', 'expert'],
	followed_up: ['expert'],
	replied: ['asker'],
	heard: ['asker', 'expert'],
	opened: ['asker', 'expert'],
};

/** Tells of what is bought of people, together and for others. */
export const dealHandlers: Handler[] = [
	onEvents(
		'notifications.tell-deals',
		[
			'asks.changed',
			'asks.talk-changed',
			'asks.bounty-changed',
			'asks.tipped',
			'groups.changed',
			'gifts.changed',
		],
		async (tx, event) => {
			const about = { actorId: event.actorId, eventId: event.id };
			switch (event.type) {
				case 'asks.changed': {
					const { askId, askerId, expertId, title } = event.payload;
					const change = event.payload.change as Change<'ask'>;
					const people = askTold[change].map((who) => (who === 'asker' ? askerId : expertId));
					const told = { kind: `ask_${change}` as const, path: `/asks/${askId}`, subject: title };
					return tellPeople(tx, people, { ...about, ...told });
				}
				case 'asks.talk-changed': {
					const { change, bookedBy, expertId, startsAt } = event.payload;
					if (change !== 'booked' && change !== 'cancelled') return;
					const told = { kind: `talk_${change}` as const, path: '/talks', subject: startsAt };
					return tellPeople(tx, [bookedBy, expertId], { ...about, ...told });
				}
				case 'asks.bounty-changed': {
					const { itemId, offeredBy, wonBy, replyId } = event.payload;
					const change = event.payload.change as Change<'bounty'>;
					const item = await tx
						.selectFrom('items')
						.select('author_id')
						.where('id', '=', itemId)
						.executeTakeFirst();
					const people: Record<Change<'bounty'>, (UserId | null | undefined)[]> = {
						offered: [item?.author_id],
						paid: [wonBy],
						returned: [offeredBy],
					};
					return tellPeople(tx, people[change], { ...about, kind: `bounty_${change}`, itemId, replyId });
				}
				case 'asks.tipped': {
					const { receiverId, itemId } = event.payload;
					return tellPeople(tx, [receiverId], {
						...about,
						kind: 'tipped',
						itemId,
						path: '/asks/offers#tips',
					});
				}
				case 'groups.changed': {
					const { change, people, groupId, itemId } = event.payload;
					if (change !== 'filled' && change !== 'failed') return;
					// Whoever took the last place is told as all are.
					const told = {
						actorId: null,
						kind: `group_${change}` as const,
						itemId,
						path: `/groups/${groupId}`,
					};
					return tellPeople(tx, people, { ...about, ...told });
				}
				case 'gifts.changed': {
					const { change, giverId, title } = event.payload;
					if (change !== 'made' && change !== 'redeemed' && change !== 'expired') return;
					return tellPeople(tx, [giverId], {
						...about,
						kind: `gift_${change}`,
						path: '/gifts',
						subject: title,
					});
				}
			}
		},
	),
];
