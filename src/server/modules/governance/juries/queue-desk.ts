import { AppError } from '../../../kernel/errors.ts';
import type { UserId } from '../../../kernel/ids.ts';
import { type CasePage, decideCase, type Measure, readCase, reasons } from '../../moderation/index.ts';
import type { CaseDesk } from './case-desk.ts';

/** What a case is called in one word of the queue's; what most reporters say, else what is found. */
function categoryOf({ reports, row }: CasePage): string {
	const said = [...reports.map(({ reason }) => reason), ...row.reasons];
	const known = said.filter((reason) => (reasons as readonly string[]).includes(reason));
	const count = (reason: string) => known.filter((other) => other === reason).length;
	return known.sort((one, other) => count(other) - count(one))[0] ?? 'other';
}

/** Cases of the moderation queue. Findings about many people are none for a jury: it has one person or one text before it. */
export const queueDesk: CaseDesk = {
	async readCase(db, actor, caseId) {
		const page = await readCase(db, actor, caseId).catch((error: unknown) => {
			if (error instanceof AppError && error.status === 404) return null;
			throw error;
		});
		if (!page || page.row.subject === 'finding') return null;
		const { row, subject, reports, notes } = page;
		const reporters = reports.flatMap(({ reporter }) => (reporter ? [reporter.id as UserId] : []));
		return {
			id: caseId,
			open: row.status === 'open',
			title: subject.title || `#${caseId}`,
			spaceId: row.spaceId,
			evidence: {
				text: subject.text.slice(0, 20_000),
				itemId: row.itemId,
				replyId: row.replyId,
				personId: row.personId,
				category: categoryOf(page),
				reports: reports.map(({ reason, words }) => (words ? `${reason}: ${words}` : reason)).slice(0, 50),
			},
			parties: [...(row.personId === null ? [] : [row.personId]), ...reporters],
			handled: [
				...notes.flatMap(({ author }) => (author ? [author.id as UserId] : [])),
				...[row.claimedBy, row.assignedTo].flatMap((id) => (id === null ? [] : [id])),
			],
		};
	},

	async isOpen(tx, caseId) {
		const row = await tx
			.selectFrom('moderation_cases')
			.select('status')
			.where('id', '=', caseId)
			.forUpdate()
			.executeTakeFirst();
		return row?.status === 'open';
	},

	async decide(tx, { juryId, jurors, caseId, outcome, category, reason }) {
		const row = await tx
			.selectFrom('moderation_cases as c')
			.leftJoin('items as i', 'i.id', 'c.item_id')
			.leftJoin('replies as r', 'r.id', 'c.reply_id')
			.select(['c.subject', 'c.person_id', 'i.status', 'r.status as reply_status'])
			.where('c.id', '=', caseId)
			.executeTakeFirstOrThrow();
		const status = row.subject === 'reply' ? row.reply_status : row.subject === 'item' ? row.status : null;
		const measure = ((): Measure => {
			if (outcome === 'dismissed') return status === 'held' || status === 'hidden' ? 'release' : 'dismiss';
			if (status === 'published' || status === 'held') return 'hide';
			return row.person_id === null && status === 'hidden' ? 'delete' : 'warn';
		})();
		await decideCase(tx, { juryId, jurors }, caseId, {
			measures: [measure],
			category: outcome === 'upheld' ? ((category ?? 'other') as (typeof reasons)[number]) : null,
			reason,
		});
	},
};
