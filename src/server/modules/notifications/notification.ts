import type { PersonCard } from '../accounts/index.ts';

/** What a notification tells of. */
export type NotificationKind =
	| 'answered'
	| 'commented'
	| 'mentioned'
	| 'accepted'
	| 'followed'
	| 'closed'
	| 'sold'
	| 'bought';

/** A notification as its recipient sees it. */
export interface NotificationCard {
	id: number;
	kind: NotificationKind;
	actor: PersonCard | null;
	item: { id: number; kind: string; slug: string; title: string } | null;
	replyId: number | null;
	createdAt: Date;
	read: boolean;
}
