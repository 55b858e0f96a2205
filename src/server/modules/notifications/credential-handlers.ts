import { type Handler, onEvents } from '../../platform/events/index.ts';
import { tellPeople } from './tell-people.ts';

/** Tells learners of their certificates. */
export const credentialHandlers: Handler[] = [
	onEvents(
		'notifications.tell-certificates',
		['credentials.issued', 'credentials.revoked'],
		async (tx, { id, type, actorId, payload }) => {
			await tellPeople(tx, [payload.learnerId], {
				// Whoever revoked it is not named: it is the place that does.
				actorId: actorId === payload.learnerId ? actorId : null,
				eventId: id,
				kind: type === 'credentials.issued' ? 'certificate_issued' : 'certificate_revoked',
				path: `/certificates/${payload.token}`,
				subject: payload.title,
			});
		},
	),
];
