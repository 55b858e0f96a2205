import { type Handler, onEvents } from '../../platform/events/index.ts';
import { peopleOfApplication } from '../experts/index.ts';
import type { NotificationKind } from './notification.ts';
import { tellPeople } from './tell-people.ts';

const told: Record<string, NotificationKind> = {
	approved: 'expert_approved',
	refused: 'expert_refused',
	expired: 'expert_expired',
	reminded: 'expert_reminded',
	revoked: 'expert_revoked',
};

/** Tells reviewers of an application, and who applied what became of it; a decision is told without its reviewers' names. */
export const expertHandlers: Handler[] = [
	onEvents('notifications.tell-experts', ['experts.changed'], async (tx, event) => {
		const { userId, applicationId, change } = event.payload;
		const people = await peopleOfApplication(tx, applicationId);
		if (!people) return;
		const about = { path: `/experts/applications/${applicationId}`, eventId: event.id };
		if (change === 'applied')
			return tellPeople(tx, people.reviewers, {
				...about,
				kind: 'expert_applied',
				actorId: userId,
				subject: people.tags.join(', '),
			});
		const kind = told[change];
		if (kind)
			await tellPeople(tx, [userId], { ...about, kind, actorId: null, subject: people.tags.join(', ') });
	}),
];
