import type { UserId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql, type Tx } from '../../platform/db/index.ts';
import { type Handler, onEvents } from '../../platform/events/index.ts';
import { capped, reputationRules, voteWorth } from './rules.ts';

export { reputationRules } from './rules.ts';

interface Earning {
	amount: number;
	reason: 'vote' | 'accepted' | 'accepting';
	itemId: number;
	replyId: number | null;
	eventId: number;
}

// The entry and the sum are written together: users.reputation is always the sum of a person's entries.
async function earn(tx: Tx, userId: UserId | null, earning: Earning): Promise<void> {
	if (userId === null || earning.amount === 0) return;
	let { amount } = earning;
	// Locks the person, so that two votes at once do not both see room under the cap.
	const person = await tx
		.selectFrom('users')
		.select('id')
		.where('id', '=', userId)
		.forUpdate()
		.executeTakeFirst();
	if (!person) return;
	if (earning.reason === 'vote' && amount > 0) {
		const { rows } = await sql<{
			today: number;
		}>`select coalesce(sum(amount), 0)::int as today from reputation_entries
			where user_id = ${userId} and reason = 'vote' and created_at >= date_trunc('day', now())`.execute(tx);
		amount = capped(amount, rows[0]!.today);
		if (amount === 0) return;
	}
	await tx
		.insertInto('reputation_entries')
		.values({
			user_id: userId,
			amount,
			reason: earning.reason,
			item_id: earning.itemId,
			reply_id: earning.replyId,
			event_id: earning.eventId,
		})
		.execute();
	await tx
		.updateTable('users')
		.set({ reputation: sql`reputation + ${amount}` })
		.where('id', '=', userId)
		.execute();
}

/** Turns votes and acceptances into reputation. */
export const growthHandlers: Handler[] = [
	onEvents(
		'growth.reputation',
		['items.voted', 'questions.accepted', 'questions.unaccepted'],
		async (tx, event) => {
			if (event.type === 'items.voted') {
				const { itemId, replyId, authorId, from, to } = event.payload;
				const target = replyId
					? await tx.selectFrom('replies').select('kind').where('id', '=', replyId).executeTakeFirst()
					: await tx.selectFrom('items').select('kind').where('id', '=', itemId).executeTakeFirst();
				if (!target) return;
				await earn(tx, authorId, {
					amount: voteWorth(target.kind, to) - voteWorth(target.kind, from),
					reason: 'vote',
					itemId,
					replyId,
					eventId: event.id,
				});
				return;
			}
			const { itemId, replyId, answerAuthorId, askerId } = event.payload;
			// Accepting one's own answer earns nothing.
			if (answerAuthorId === askerId) return;
			const sign = event.type === 'questions.accepted' ? 1 : -1;
			await earn(tx, answerAuthorId, {
				amount: sign * reputationRules.accepted,
				reason: 'accepted',
				itemId,
				replyId,
				eventId: event.id,
			});
			await earn(tx, askerId, {
				amount: sign * reputationRules.accepting,
				reason: 'accepting',
				itemId,
				replyId,
				eventId: event.id,
			});
		},
	),
];

export interface ReputationEntry {
	id: number;
	amount: number;
	reason: string;
	itemId: number | null;
	title: string | null;
	createdAt: Date;
}

/** Where a person's reputation comes from, newest first. Titles of items outside public view are left out. */
export async function listReputation(
	db: Db,
	userId: UserId,
	filter: { cursor?: string | null; limit?: number } = {},
): Promise<Page<ReputationEntry>> {
	const limit = Math.min(filter.limit ?? 30, 100);
	const after = decodeCursor(filter.cursor, ['integer']);
	let query = db
		.selectFrom('reputation_entries')
		.leftJoin('items', (join) =>
			join
				.onRef('items.id', '=', 'reputation_entries.item_id')
				.on('items.status', '=', 'published')
				.on('items.listed', '=', true),
		)
		.select([
			'reputation_entries.id',
			'amount',
			'reason',
			'item_id as itemId',
			'items.title',
			'reputation_entries.created_at as createdAt',
		])
		.where('user_id', '=', userId)
		.orderBy('reputation_entries.id', 'desc')
		.limit(limit + 1);
	if (after) query = query.where('reputation_entries.id', '<', after[0] as number);
	return cutPage(await query.execute(), limit, (row) => [row.id]);
}
