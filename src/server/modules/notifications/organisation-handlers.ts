import type { Db } from '../../platform/db/index.ts';
import { type Handler, onEvents } from '../../platform/events/index.ts';
import { trainedPeople } from '../organisations/index.ts';
import { tellPeople } from './tell-people.ts';

const organisationOf = (tx: Db, id: number) =>
	tx.selectFrom('organisations').select(['slug', 'name']).where('id', '=', id).executeTakeFirst();

/** Thousands are told in pieces: one statement has room for so many values. */
const AT_ONCE = 1000;

/** Tells people what their organisation gave them to learn, by when, and what it opened or closed to them. */
export const organisationHandlers: Handler[] = [
	onEvents(
		'notifications.tell-organisations',
		[
			'organisations.training-given',
			'organisations.reminded',
			'organisations.training-extended',
			'organisations.seat-given',
			'organisations.left',
		],
		async (tx, event) => {
			const about = { actorId: null, eventId: event.id };
			switch (event.type) {
				case 'organisations.training-given': {
					const training = await trainedPeople(tx, event.payload.trainingId);
					if (!training) return;
					const others = training.people.filter((id) => id !== event.actorId);
					for (let at = 0; at < others.length; at += AT_ONCE)
						await tellPeople(tx, others.slice(at, at + AT_ONCE), {
							...about,
							kind: 'training_given',
							path: `/organisations/${training.slug}`,
							subject: training.title,
						});
					return;
				}
				case 'organisations.reminded': {
					const { trainingId, learnerId, stage } = event.payload;
					const training = await trainedPeople(tx, trainingId);
					if (!training?.people.includes(learnerId)) return;
					return tellPeople(tx, [learnerId], {
						...about,
						kind: stage.startsWith('late') ? 'training_overdue' : 'training_due',
						path: `/organisations/${training.slug}`,
						subject: training.title,
					});
				}
				case 'organisations.training-extended': {
					const { trainingId, learnerId } = event.payload;
					const training = await trainedPeople(tx, trainingId);
					if (!training) return;
					return tellPeople(tx, [learnerId], {
						...about,
						kind: 'training_extended',
						path: `/organisations/${training.slug}`,
						subject: training.title,
					});
				}
				case 'organisations.seat-given': {
					const pool = await tx
						.selectFrom('seat_pools as p')
						.leftJoin('items as i', 'i.id', 'p.item_id')
						.leftJoin('spaces as s', 's.id', 'p.space_id')
						.select(['i.id', 'i.kind', 'i.title', 's.slug', 's.name'])
						.where('p.id', '=', event.payload.poolId)
						.executeTakeFirst();
					if (!pool) return;
					const path = pool.id === null ? `/spaces/${pool.slug}` : `/${pool.kind}s/${pool.id}`;
					return tellPeople(tx, [event.payload.learnerId], {
						...about,
						kind: 'seat_given',
						path,
						subject: pool.title ?? pool.name ?? '',
					});
				}
				case 'organisations.left': {
					if (!event.payload.removed) return;
					const organisation = await organisationOf(tx, event.payload.organisationId);
					return tellPeople(tx, [event.payload.learnerId], {
						...about,
						kind: 'organisation_left',
						path: '/organisations',
						subject: organisation?.name ?? '',
					});
				}
			}
		},
	),
];
