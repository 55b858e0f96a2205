import type { ItemId, ReplyId, SpaceId, UserId } from '../../kernel/ids.ts';

export type SubjectKind = 'item' | 'reply' | 'person' | 'finding';
export type CaseSource = 'report' | 'checks' | 'fairplay';

/** What a case is about. */
export type Subject =
	| { kind: 'item'; itemId: ItemId }
	| { kind: 'reply'; itemId: ItemId; replyId: ReplyId }
	| { kind: 'person'; personId: UserId }
	| { kind: 'finding'; findingId: number; people: UserId[] };

/** The subject in one word: of it there is one open case. */
export function keyOf(subject: Subject): string {
	switch (subject.kind) {
		case 'item':
			return `item:${subject.itemId}`;
		case 'reply':
			return `reply:${subject.replyId}`;
		case 'person':
			return `person:${subject.personId}`;
		case 'finding':
			return `finding:${subject.findingId}`;
	}
}

/** A case as those see it who may decide it. */
export interface ModerationCase {
	id: number;
	subject: SubjectKind;
	itemId: ItemId | null;
	replyId: ReplyId | null;
	findingId: number | null;
	personId: UserId | null;
	people: UserId[];
	spaceId: SpaceId | null;
	source: CaseSource;
	status: 'open' | 'decided';
	reasons: string[];
	reportCount: number;
	checks: number;
	harm: number;
	reach: number;
	confidence: number;
	priority: number;
	assignedTo: UserId | null;
	claimedBy: UserId | null;
	claimedUntil: Date | null;
	openedAt: Date;
	decidedAt: Date | null;
	reopened: number;
}

/** The columns of a {@link ModerationCase} over `moderation_cases c`. As JSON, ids in an array are numbers. */
export const caseColumns = `c.id, c.subject, c.item_id as "itemId", c.reply_id as "replyId", c.finding_id as "findingId",
	c.person_id as "personId", to_json(c.people) as people, c.space_id as "spaceId", c.source, c.status, c.reasons, c.report_count as "reportCount",
	c.checks, c.harm, c.reach, c.confidence, c.priority, c.assigned_to as "assignedTo", c.claimed_by as "claimedBy",
	c.claimed_until as "claimedUntil", c.opened_at as "openedAt", c.decided_at as "decidedAt", c.reopened`;
