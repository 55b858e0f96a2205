import type { EventType, StoredEvent } from '../../contracts/events.ts';
import type { ItemId, UserId } from '../../kernel/ids.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import { type Handler, onEvents } from '../../platform/events/index.ts';
import { activeBadges, settlePeople, settleWorks, withdrawWorks } from './award-badge.ts';
import { recordDay } from './days.ts';
import { type MetricName, metricNames, metrics } from './metrics.ts';
import { runningQuests, settleQuests } from './quest-progress.ts';

const heard = [
	'items.published',
	'items.replied',
	'items.voted',
	'items.changed',
	'items.reply-changed',
	'questions.accepted',
	'questions.unaccepted',
	'questions.bounty-awarded',
	'courses.lesson-completed',
	'courses.completed',
	'accounts.profile-changed',
	'rewards.earned',
] as const satisfies readonly EventType[];
type Heard = { [K in (typeof heard)[number]]: StoredEvent<K> }[(typeof heard)[number]];

/** Which counts may have changed by a fact of a type. */
const touched = new Map<EventType, ReadonlySet<MetricName>>(
	heard.map((type) => [type, new Set(metricNames.filter((name) => metrics[name].after.includes(type)))]),
);

/** Whose counts a fact may have changed. */
async function concerned(tx: Tx, event: Heard): Promise<(UserId | null)[]> {
	switch (event.type) {
		case 'items.published':
			return [event.payload.authorId];
		case 'items.replied':
			return [event.actorId as UserId | null];
		case 'items.voted':
			return [event.actorId as UserId | null, event.payload.authorId];
		case 'questions.accepted':
		case 'questions.unaccepted':
			return [event.payload.answerAuthorId, event.payload.askerId];
		case 'questions.bounty-awarded':
			return [event.payload.answerAuthorId];
		case 'courses.lesson-completed':
		case 'courses.completed':
			return [event.payload.learnerId];
		case 'accounts.profile-changed':
		case 'rewards.earned':
			return [event.payload.userId];
		case 'items.changed': {
			// Answers go out of sight with their question.
			const { rows } = await sql<{
				id: UserId;
			}>`select author_id as id from items where id = ${event.payload.itemId} and author_id is not null
				union select author_id from (select author_id from replies where item_id = ${event.payload.itemId} and author_id is not null order by id limit 2000) r`.execute(
				tx,
			);
			return rows.map(({ id }) => id);
		}
		case 'items.reply-changed': {
			const row = await tx
				.selectFrom('replies')
				.select('author_id')
				.where('id', '=', event.payload.replyId)
				.executeTakeFirst();
			return [row?.author_id ?? null];
		}
	}
}

/** Whether what a fact is about is out of sight now. */
async function isGone(tx: Tx, itemId: ItemId, replyId: number | null): Promise<boolean> {
	const { rows } = await sql<{ seen: boolean }>`select i.status = 'published' and (${replyId}::bigint is null
			or exists (select from replies r where r.id = ${replyId}::bigint and r.status = 'published')) as seen
		from items i where i.id = ${itemId}`.execute(tx);
	return !rows[0]?.seen;
}

/** Who takes part on a day, by which facts. */
async function noteDay(tx: Tx, event: Heard): Promise<void> {
	const who =
		event.type === 'courses.lesson-completed'
			? event.payload.learnerId
			: event.type === 'items.voted' && event.payload.to === 0
				? null
				: ['items.published', 'items.replied', 'items.voted', 'questions.accepted'].includes(event.type)
					? (event.actorId as UserId | null)
					: null;
	if (who !== null) await recordDay(tx, who, event.occurredAt);
}

/** Gives what facts have earned: days, badges, quests and challenges; and withdraws badges of what is gone. */
export const rewardHandlers: Handler[] = [
	onEvents('rewards.note-day', heard, (tx, event) => noteDay(tx, event)),
	onEvents('rewards.settle', heard, async (tx, event) => {
		const people = [...new Set(await concerned(tx, event))].filter((id): id is UserId => id !== null);
		const among = touched.get(event.type)!;
		const badges = await activeBadges(tx);
		const changed = event.type === 'items.changed' || event.type === 'items.reply-changed';
		const replyId = event.type === 'items.reply-changed' ? event.payload.replyId : null;
		const gone = changed && (await isGone(tx, event.payload.itemId, replyId));
		if (gone) await withdrawWorks(tx, event.payload.itemId, replyId);
		await settlePeople(tx, badges, people, { among, removed: gone });
		await settleQuests(tx, await runningQuests(tx), people, among);
		if (gone) {
			// A badge that is given once may be earned by another work, too.
			await settleWorks(
				tx,
				badges.filter(({ repeatable }) => !repeatable),
				{ people },
			);
			return;
		}
		switch (event.type) {
			case 'items.voted':
			case 'items.reply-changed': {
				const { itemId, replyId: reply } = event.payload;
				await settleWorks(tx, badges, reply === null ? { itemId } : { itemId, replyId: reply });
				return;
			}
			case 'items.changed':
			case 'questions.accepted': {
				await settleWorks(tx, badges, { itemId: event.payload.itemId });
				return;
			}
		}
	}),
];
