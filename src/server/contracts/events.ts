import type { ItemId, OrderId, ReplyId, SpaceId, TagId, UserId } from '../kernel/ids.ts';

/** Every fact that modules publish: name to payload. Names are `domain.past-tense`. */
export interface EventPayloads {
	'items.published': { itemId: ItemId; kind: string; spaceId: SpaceId; authorId: UserId | null };
	'items.revised': { itemId: ItemId; revision: number };
	/** Deleted, hidden, restored, locked, pinned, moved, closed, reopened: what lists and caches must know. */
	'items.changed': {
		itemId: ItemId;
		change: string;
		reason?: string;
		byModerator?: boolean;
		/** By which decision of the queue. */
		decisionId?: number;
	};
	'items.voted': {
		itemId: ItemId;
		replyId: ReplyId | null;
		authorId: UserId | null;
		from: -1 | 0 | 1;
		to: -1 | 0 | 1;
	};
	'items.reacted': {
		itemId: ItemId;
		replyId: ReplyId | null;
		authorId: UserId | null;
		emoji: string;
		on: boolean;
	};
	'items.replied': {
		itemId: ItemId;
		replyId: ReplyId;
		kind: string;
		parentId: ReplyId | null;
		mentions: string[];
	};
	'items.reply-revised': { itemId: ItemId; replyId: ReplyId };
	'items.reply-changed': {
		itemId: ItemId;
		replyId: ReplyId;
		change: string;
		reason?: string;
		byModerator?: boolean;
		decisionId?: number;
	};
	'items.mentioned': { itemId: ItemId; replyId: ReplyId | null; handles: string[] };
	'questions.accepted': {
		itemId: ItemId;
		replyId: ReplyId;
		answerAuthorId: UserId | null;
		askerId: UserId | null;
	};
	'questions.unaccepted': {
		itemId: ItemId;
		replyId: ReplyId;
		answerAuthorId: UserId | null;
		askerId: UserId | null;
	};
	'questions.closed': { itemId: ItemId; reason: string; duplicateOf: ItemId | null };
	'questions.bounty-offered': { itemId: ItemId; amount: number; endsAt: string };
	'questions.bounty-awarded': {
		itemId: ItemId;
		replyId: ReplyId;
		amount: number;
		answerAuthorId: UserId | null;
	};
	'tags.changed': { tagId: TagId; change: string };
	'spaces.joined': { spaceId: SpaceId; userId: UserId };
	'spaces.left': { spaceId: SpaceId; userId: UserId };
	/** Created, updated, archived, a role given: what lists and caches must know. */
	'spaces.changed': { spaceId: SpaceId; change: string };
	/** A person gained or lost the right to open an item or a space. */
	'entitlements.changed': {
		userId: UserId;
		itemId: ItemId | null;
		spaceId: SpaceId | null;
		change: 'granted' | 'revoked';
	};
	'accounts.registered': { userId: UserId };
	/** What somebody says of themselves. */
	'accounts.profile-changed': { userId: UserId };
	/** Told by triggers, not stored: a name, role, face or count changed; a session ended. */
	'accounts.changed': { userId: UserId };
	/** Told, not stored: what the operator set. */
	'settings.changed': Record<string, never>;
	'accounts.signed-out': { userId: UserId };
	'accounts.followed': { personId: UserId };
	/** A subscriber is to be written to; see the letters of the module. */
	'subscriptions.told': {
		subscriptionId: number;
		subscriberId: UserId;
		mail: string;
		offerId: number;
		/** ISO 8601. */
		until: string;
		order?: OrderId;
		nextOffer?: number;
		months?: number;
		percent?: number;
		code?: string;
	};
	'orders.placed': { orderId: OrderId };
	/** A buyer waits for an answer: nobody has decided yet. */
	'orders.refund-asked': { orderId: OrderId; userId: UserId; sellerId: UserId | null };
	'orders.refund-refused': { orderId: OrderId; userId: UserId };
	/** Money of an order went back, `amount` of the price `of`; whole: all of it by now, so what was bought is taken back. */
	'orders.refunded': {
		orderId: OrderId;
		userId: UserId;
		itemId: ItemId | null;
		spaceId: SpaceId | null;
		amount: number;
		of: number;
		whole: boolean;
	};
	'orders.disputed': { orderId: OrderId };
	'orders.dispute-closed': { orderId: OrderId; outcome: 'won' | 'lost' };
	'orders.paid': {
		orderId: OrderId;
		userId: UserId;
		itemId: ItemId | null;
		spaceId: SpaceId | null;
		/** What the offer sells; left out by orders before it was told. */
		sells?: string;
		gift?: boolean;
	};
	/** A paid question: asked, answered, declined, expired, refunded, followed_up, replied, heard, opened. */
	'asks.changed': { askId: number; change: string; askerId: UserId; expertId: UserId; title: string };
	/** A talk by the slot: booked, done, cancelled. */
	'asks.talk-changed': {
		slotId: number;
		orderId: OrderId;
		change: string;
		bookedBy: UserId;
		expertId: UserId;
		startsAt: string;
	};
	/** Money for the answer to a question: offered, paid, returned. */
	'asks.bounty-changed': {
		orderId: OrderId;
		itemId: ItemId;
		change: string;
		offeredBy: UserId;
		wonBy: UserId | null;
		replyId: ReplyId | null;
	};
	'asks.tipped': { orderId: OrderId; giverId: UserId; receiverId: UserId; itemId: ItemId | null };
	/** Buying together: started, joined, filled, failed, missed (one who paid too late). */
	'groups.changed': { groupId: number; itemId: ItemId; change: string; people: UserId[] };
	/** made, redeemed, expired. */
	'gifts.changed': {
		giftId: number;
		change: string;
		giverId: UserId;
		redeemedBy: UserId | null;
		title: string;
	};
	/** Everything was recomputed, and something does not add up. */
	'ledger.wrong': { proofId: number; found: number };
	/** A payout was asked for, decided on, sent, or came back. */
	'payouts.changed': { payoutId: number; userId: UserId; status: string };
	/** Staff have checked where somebody is paid. */
	'payouts.account-decided': { userId: UserId; accountId: number; approved: boolean };
	/** A version of a course is what newcomers begin from now on. */
	'courses.published': { itemId: ItemId; version: number };
	'courses.version-refused': { courseId: ItemId; version: number; submittedBy: UserId | null };
	/** Learners are named `learnerId`: what they do makes no page old that others see. */
	'courses.begun': { courseId: ItemId; learnerId: UserId; version: number };
	/** Somebody who asked to be reminded has not reached today's goal; what they left last. */
	'courses.reminded': {
		learnerId: UserId;
		courseId: ItemId;
		lessonId: number | null;
		streak: number;
		minutesLeft: number;
	};
	/** For the first time; told once for each learner and lesson. */
	'courses.lesson-completed': { courseId: ItemId; lessonId: number; learnerId: UserId };
	/** Every needed lesson of the learner's version is completed; told once for each learner and course. */
	'courses.completed': { courseId: ItemId; learnerId: UserId; version: number };
	/** A round of a work was handed in. */
	'assignments.submitted': {
		courseId: ItemId;
		lessonId: number;
		submissionId: number;
		learnerId: UserId;
		round: number;
	};
	/** A work waits for a mentor: handed-in, few (reviews), apart (reviewers), appeal. */
	'assignments.waits': {
		courseId: ItemId;
		lessonId: number;
		submissionId: number;
		learnerId: UserId;
		waitsFor: string;
	};
	/** One learner was given another day for a work; null: as for everybody again. */
	'assignments.due-moved': {
		courseId: ItemId;
		lessonId: number;
		learnerId: UserId;
		dueAt: string | null;
		reason: string;
	};
	/** returned, passed, failed; by a mentor or by other learners together. */
	'assignments.marked': {
		courseId: ItemId;
		lessonId: number;
		submissionId: number;
		learnerId: UserId;
		outcome: string;
		byPeers: boolean;
	};
	/** Learners were given works of others to review. */
	'assignments.reviews-given': { courseId: ItemId; lessonId: number; learnerIds: UserId[] };
	'assignments.appealed': { courseId: ItemId; lessonId: number; submissionId: number; learnerId: UserId };
	/** Answers of a quiz wait for somebody to mark them, or all of them are marked. */
	'assessments.answers-wait': { courseId: ItemId; lessonId: number; attemptId: number; learnerId: UserId };
	'assessments.answers-marked': {
		courseId: ItemId;
		lessonId: number;
		attemptId: number;
		learnerId: UserId;
		passed: boolean;
	};
	/** A certificate was issued to a learner, or revoked. */
	'credentials.issued': { certificateId: number; token: string; learnerId: UserId; title: string };
	'credentials.revoked': { certificateId: number; token: string; learnerId: UserId; title: string };
	/** A learner said what a course is worth, or changed it, or it was answered or hidden. */
	'credentials.reviewed': { itemId: ItemId; reviewId: number; reviewerId: UserId; change: string };
	/** A path that somebody follows is completed; told once for each of them. */
	'credentials.path-completed': { pathId: number; learnerId: UserId };
	/** Somebody belongs to an organisation now, or does not any more. */
	'organisations.joined': { organisationId: number; learnerId: UserId };
	'organisations.left': { organisationId: number; learnerId: UserId; removed: boolean };
	/** An organisation gave its people something to learn; they are looked up when they are told. */
	'organisations.training-given': { organisationId: number; trainingId: number };
	/** Somebody's training is due soon or over: `week`, `day`, `late-1`, `late-2` … */
	'organisations.reminded': {
		organisationId: number;
		trainingId: number;
		learnerId: UserId;
		stage: string;
	};
	/** One person was given more time for a training. */
	'organisations.training-extended': {
		organisationId: number;
		trainingId: number;
		learnerId: UserId;
		dueAt: string;
		reason: string;
	};
	/** A member was given a seat of the organisation. */
	'organisations.seat-given': { organisationId: number; poolId: number; learnerId: UserId };
	/** An attempt at a quiz was handed in and marked. */
	'assessments.attempted': {
		courseId: ItemId;
		lessonId: number;
		learnerId: UserId;
		attemptId: number;
		/** From 0 to 1. */
		score: number;
		passed: boolean;
		seconds: number;
	};
	/** A SCORM package has said that its learner is done. */
	'scorm.attempt-ended': {
		courseId: ItemId;
		lessonId: number;
		learnerId: UserId;
		attemptId: number;
		score: number | null;
		success: 'unknown' | 'passed' | 'failed';
		completion: 'unknown' | 'not attempted' | 'incomplete' | 'completed';
		seconds: number;
	};
	/** A question at a lesson: asked, written under, given to another mentor, solved, put into the FAQ. */
	'mentoring.asked': {
		questionId: number;
		courseId: ItemId;
		lessonId: number;
		learnerId: UserId;
		mentorId: UserId | null;
		title: string;
	};
	'mentoring.replied': {
		questionId: number;
		courseId: ItemId;
		learnerId: UserId | null;
		mentorId: UserId | null;
		role: 'answer' | 'followup' | 'remark';
		title: string;
	};
	'mentoring.moved': {
		questionId: number;
		courseId: ItemId;
		mentorId: UserId;
		from: UserId | null;
		how: 'taken' | 'passed' | 'assigned';
		title: string;
	};
	'mentoring.solved': {
		questionId: number;
		courseId: ItemId;
		learnerId: UserId | null;
		mentorId: UserId | null;
		title: string;
	};
	'mentoring.promoted': { questionId: number; courseId: ItemId; learnerId: UserId | null; title: string };
	/** A cohort: joined, left, cancelled, settled; whom it concerns. */
	'cohorts.changed': {
		cohortId: number;
		courseId: ItemId;
		change:
			| 'published'
			| 'joined'
			| 'left'
			| 'missed'
			| 'cancelled'
			| 'passed'
			| 'failed'
			| 'reminded'
			| 'begins'
			| 'day-missed';
		learnerId: UserId | null;
		/** Who looks after it. */
		makerId: UserId | null;
		name: string;
		/** What of the deposit goes back, in minor units. */
		returned?: number;
		currency?: string;
	};
	/** An invoice or a credit note was issued. */
	'invoices.issued': { invoiceId: number; orderId: OrderId; userId: UserId };
	/** An uploaded file can be shown, or came to nothing: ready, refused, failed. */
	'media.settled': { mediaId: number; ownerId: UserId | null; status: string };
	/** Somebody asks for a fapiao. */
	'invoices.fapiao-asked': { requestId: number; orderId: OrderId; userId: UserId };
	/** A fapiao was issued, refused or voided. */
	'invoices.fapiao-decided': { requestId: number; orderId: OrderId; userId: UserId; status: string };
	/** A text was looked at and is not simply good: what was decided of it, how surely, and for which reasons. */
	'checks.flagged': {
		itemId: ItemId;
		replyId: ReplyId | null;
		authorId: UserId | null;
		decision: 'publish' | 'hold' | 'hide';
		/** From 0 to 1: how sure the checks are. */
		confidence: number;
		/** Names of what spoke against it: `words`, `links`, `duplicate`, `spam`, `toxic`, `rate` … */
		reasons: string[];
	};
	/** Accounts that seem to act as one, with evidence; nobody is punished by this alone. */
	'fairplay.found': { findingId: number; pattern: string; people: UserId[]; confidence: number };
	/** A case of the queue was decided; those who judge texts learn from it. */
	'moderation.decided': {
		caseId: number;
		itemId: ItemId | null;
		replyId: ReplyId | null;
		/** Whom it concerns: the author, or the person reported. */
		personId: UserId | null;
		outcome: 'upheld' | 'dismissed';
		/** `spam`, `abuse`, `off-topic` …, as the decider sees it; null for a dismissal. */
		category: string | null;
		actions: string[];
		decisionId?: number;
	};
	/** Who decided took it back within minutes: the case is open again. */
	'moderation.undone': { caseId: number; decisionId: number; personId: UserId | null };
	'moderation.appealed': { appealId: number; caseId: number; appellantId: UserId };
	'moderation.appeal-decided': {
		appealId: number;
		caseId: number;
		appellantId: UserId;
		reversed: boolean;
	};
	/** Somebody signed in was here on a day of their own calendar; told once for each of them. */
	'growth.visited': { visitorId: UserId /** ISO 8601, of the person's time zone. */; day: string };
	/** Other rules of standing are in force. */
	'growth.rules-changed': { version: number };
	/** Somebody rose or fell to a level. */
	'growth.level-changed': { userId: UserId; from: number; to: number };
	/** A badge, a quest, a challenge, an honour or a share of the pool was earned, or something of the shop was got. */
	'rewards.earned': {
		userId: UserId;
		what: 'badge' | 'quest' | 'challenge' | 'honour' | 'pool' | 'order';
		name: string;
		id: number;
	};
	/** An award of a badge was withdrawn: what was signed for it is no longer true. */
	'rewards.withdrawn': { awardId: number; badgeId: number; userId: UserId };
	/** An application of an expert: made, decided, expired, revoked. */
	'experts.changed': { userId: UserId; applicationId: number; change: string };
	/** A jury, an election or a vote on rules: called, opened, closed; whom to tell, where not everybody. */
	'governance.changed': {
		what: 'jury' | 'election' | 'proposal';
		id: number;
		change: string;
		title: string;
		people: UserId[];
	};
}

export type EventType = keyof EventPayloads;

/** One fact as a handler receives it. */
export interface StoredEvent<T extends EventType = EventType> {
	id: number;
	type: T;
	actorId: UserId | null;
	payload: EventPayloads[T];
	occurredAt: Date;
}
