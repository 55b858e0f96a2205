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
	| 'bought'
	| `ask_${'asked' | 'answered' | 'declined' | 'expired' | 'refunded' | 'followed_up' | 'replied' | 'heard' | 'opened'}`
	| `group_${'filled' | 'failed'}`
	| `gift_${'made' | 'redeemed' | 'expired'}`
	| `bounty_${'offered' | 'paid' | 'returned'}`
	| `talk_${'booked' | 'cancelled'}`
	| `refund_${'asked' | 'refused' | 'sent'}`
	| `course_${'completed' | 'reminded' | 'refused'}`
	| 'disputed'
	| `payout_${'asked' | 'approved' | 'sent' | 'failed' | 'returned' | 'refused'}`
	| `payout_account_${'approved' | 'refused'}`
	| `fapiao_${'asked' | 'issued' | 'refused' | 'voided'}`
	| 'money_wrong'
	| `certificate_${'issued' | 'revoked'}`
	| 'file_failed'
	| `text_${'held' | 'released'}`
	| `level_${'rose' | 'fell'}`
	| `lesson_${'asked' | 'assigned' | 'answered' | 'followed_up' | 'remarked' | 'solved' | 'promoted'}`
	| `cohort_${'joined' | 'cancelled' | 'passed' | 'failed' | 'reminded' | 'begins' | 'missed'}`
	| `training_${'given' | 'due' | 'overdue' | 'extended'}`
	| 'seat_given'
	| 'organisation_left'
	| `work_${'waits' | 'appealed' | 'returned' | 'marked' | 'answers_wait' | 'answers_marked' | 'extended' | 'unextended'}`
	| `report_${'upheld' | 'dismissed'}`
	| 'moderated'
	| 'moderation_undone'
	| `appeal_${'waits' | 'upheld' | 'reversed'}`
	| 'decision_reversed'
	| `expert_${'applied' | 'approved' | 'refused' | 'expired' | 'reminded' | 'revoked'}`
	| 'reviews_given'
	| `jury_${'summoned' | 'decided' | 'failed'}`
	| `election_${'called' | 'ballot' | 'asked' | 'counted' | 'seated' | 'cancelled'}`
	| `proposal_${'proposed' | 'settled'}`
	| `reward_${'badge' | 'quest' | 'challenge' | 'honour' | 'pool' | 'order'}`
	| 'tipped';

/** A notification as its recipient sees it. */
export interface NotificationCard {
	id: number;
	kind: NotificationKind;
	actor: PersonCard | null;
	item: { id: number; kind: string; slug: string; title: string } | null;
	replyId: number | null;
	/** Where it leads when that is no item, and what is there called. */
	path: string | null;
	subject: string | null;
	/** Why, as the code of an error with what its sentence names; for what went wrong. */
	reason: { code: string; params: Record<string, string | number> } | null;
	createdAt: Date;
	read: boolean;
}
