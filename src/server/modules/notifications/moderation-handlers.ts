import type { UserId } from '../../kernel/ids.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { type Handler, onEvents } from '../../platform/events/index.ts';
import { tellPeople } from './tell-people.ts';

interface Decision {
	id: number;
	title: string;
	decidedBy: UserId | null;
	undone: boolean;
}

/** The decision that a fact tells of: the one it names, or that of an appeal. */
async function decisionOf(tx: Db, by: { decisionId?: number; appealId?: number }): Promise<Decision | null> {
	const { rows } =
		await sql<Decision>`select d.id, d.title, d.decided_by as "decidedBy", d.undone_at is not null as undone
		from moderation_decisions d left join moderation_appeals a on a.decision_id = d.id
		where ${by.decisionId ? sql`d.id = ${by.decisionId}` : sql`a.id = ${by.appealId ?? 0}`}`.execute(tx);
	return rows[0] ?? null;
}

async function reporters(tx: Db, caseId: number): Promise<UserId[]> {
	const rows = await tx
		.selectFrom('moderation_reports')
		.select('reporter_id')
		.where('case_id', '=', caseId)
		.where('reporter_id', 'is not', null)
		.orderBy('id')
		.limit(1000)
		.execute();
	return rows.map((row) => row.reporter_id as UserId);
}

/** Who may hear an appeal: who looks after the place, not the first reviewer; at most fifty. */
async function reviewers(tx: Db, but: UserId | null): Promise<UserId[]> {
	const rows = await tx
		.selectFrom('users')
		.select('id')
		.where('role', 'in', ['moderator', 'admin'])
		.where('id', '<>', but ?? 0)
		.orderBy('id')
		.limit(50)
		.execute();
	return rows.map(({ id }) => id);
}

/** Tells reporters what came of it, whom it concerns of decisions and appeals, and reviewers that an appeal waits. */
export const moderationNotices: Handler[] = [
	onEvents(
		'notifications.tell-moderation',
		['moderation.decided', 'moderation.undone'],
		async (tx, event) => {
			const { caseId, personId, decisionId } = event.payload;
			const decision = await decisionOf(tx, { decisionId });
			if (!decision) return;
			// Whoever decided is nobody's face here: it is the place that decides.
			const about = { actorId: null, eventId: event.id, subject: decision.title || `#${caseId}` };
			if (event.type === 'moderation.undone')
				return tellPeople(tx, [personId], {
					...about,
					kind: 'moderation_undone',
					path: `/moderation/decisions/${decision.id}`,
				});
			// What was taken back before it was told is not told.
			if (decision.undone) return;
			const { outcome } = event.payload;
			await tellPeople(tx, await reporters(tx, caseId), {
				...about,
				kind: `report_${outcome}`,
				path: '/moderation/reports',
			});
			if (outcome === 'upheld')
				await tellPeople(tx, [personId], {
					...about,
					kind: 'moderated',
					path: `/moderation/decisions/${decision.id}`,
				});
		},
	),
	onEvents(
		'notifications.tell-appeals',
		['moderation.appealed', 'moderation.appeal-decided'],
		async (tx, event) => {
			const { appealId, appellantId } = event.payload;
			const decision = await decisionOf(tx, { appealId });
			if (!decision) return;
			const about = {
				eventId: event.id,
				path: `/moderation/decisions/${decision.id}`,
				subject: decision.title || `#${event.payload.caseId}`,
			};
			if (event.type === 'moderation.appealed')
				return tellPeople(tx, await reviewers(tx, decision.decidedBy), {
					...about,
					actorId: appellantId,
					kind: 'appeal_waits',
				});
			const { reversed } = event.payload;
			await tellPeople(tx, [appellantId], {
				...about,
				actorId: null,
				kind: reversed ? 'appeal_reversed' : 'appeal_upheld',
			});
			if (reversed)
				await tellPeople(tx, [decision.decidedBy], { ...about, actorId: null, kind: 'decision_reversed' });
		},
	),
];
