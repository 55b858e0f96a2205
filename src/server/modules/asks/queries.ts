import { type Actor, requireMember } from '../../contracts/actor.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { personCards } from '../accounts/index.ts';
import { type Ask, type AskCard, type AskPart, type AskRelation, type AskStatus, askParts } from './ask.ts';
import { askError } from './errors.ts';

function asks(db: Db) {
	return db
		.selectFrom('asks')
		.innerJoin('orders', 'orders.id', 'asks.order_id')
		.leftJoin('offers as listen', 'listen.id', 'asks.listen_offer_id')
		.selectAll('asks')
		.select([
			'orders.amount',
			'orders.currency',
			'listen.amount as listen_amount',
			'listen.currency as listen_currency',
		])
		.select(
			sql<boolean>`asks.status = 'answered' and exists (select from ask_texts t where t.ask_id = asks.id and t.part = 'followup')
				and not exists (select from ask_texts t where t.ask_id = asks.id and t.part = 'reply')`.as(
				'followup_waits',
			),
		);
}

type Row = Awaited<ReturnType<ReturnType<typeof asks>['executeTakeFirstOrThrow']>>;

async function cards(db: Db, rows: Row[]): Promise<AskCard[]> {
	const people = new Map(
		(await personCards(db, [...new Set(rows.flatMap((row) => [row.asker_id, row.expert_id]))])).map((one) => [
			one.id,
			one,
		]),
	);
	return rows.map((row) => ({
		id: row.id,
		title: row.title,
		language: row.language,
		status: row.status as AskStatus,
		asker: people.get(row.asker_id) ?? null,
		expert: people.get(row.expert_id) ?? null,
		price: { amount: row.amount, currency: row.currency as Currency },
		askedAt: row.asked_at,
		dueAt: row.due_at,
		answeredAt: row.answered_at,
		followupWaits: row.followup_waits,
	}));
}

/**
 * One paid question, as the reader stands to it: its texts are for who asked, who was asked, who listened in, and
 * administrators; of one that may be listened to, everybody may know the title.
 *
 * @throws asks.not_found
 */
export async function readAsk(db: Db, actor: Actor, id: number): Promise<Ask> {
	const row = await asks(db).where('asks.id', '=', id).executeTakeFirst();
	if (!row) throw askError('not_found');
	const listens = await db.selectFrom('ask_listens').select('user_id').where('ask_id', '=', id).execute();
	const relation = relationOf(actor, row, new Set(listens.map(({ user_id }) => user_id)));
	if (relation === null) throw askError('not_found');
	const texts =
		relation === 'passer'
			? []
			: await db
					.selectFrom('ask_texts')
					.select(['part', 'html', 'has_math as hasMath', 'at'])
					.where('ask_id', '=', id)
					.execute();
	const [card] = await cards(db, [row]);
	return {
		...card!,
		relation,
		orderId: row.order_id,
		askerId: row.asker_id,
		expertId: row.expert_id,
		open: row.open,
		reason: row.reason,
		texts: texts
			.map((text) => ({ ...text, part: text.part as AskPart }))
			.sort((a, b) => askParts.indexOf(a.part) - askParts.indexOf(b.part)),
		listen:
			row.listen_offer_id !== null && row.listen_amount !== null
				? {
						offerId: row.listen_offer_id,
						price: { amount: row.listen_amount, currency: row.listen_currency as Currency },
					}
				: null,
		listeners: listens.length,
		itemId: row.item_id,
	};
}

function relationOf(actor: Actor, row: Row, listeners: Set<UserId>): AskRelation | null {
	if (actor.userId === row.asker_id) return 'asker';
	if (actor.userId === row.expert_id) return 'expert';
	if (actor.userId !== null && listeners.has(actor.userId)) return 'listener';
	// What somebody pays an expert for is no business of moderators.
	if (actor.role === 'admin') return 'admin';
	return row.listen_offer_id !== null && row.status === 'answered' ? 'passer' : null;
}

export const askLists = ['asked', 'to-answer', 'heard'] as const;
export type AskList = (typeof askLists)[number];

/** The actor's paid questions, newest first: asked by them, asked of them, or listened to. At most two statements. */
export async function listAsks(
	db: Db,
	actor: Actor,
	filter: { list: AskList; cursor?: string | null; limit?: number },
): Promise<Page<AskCard>> {
	const { userId } = requireMember(actor);
	const limit = Math.min(filter.limit ?? 20, 100);
	const after = decodeCursor(filter.cursor, ['integer']);
	let query = asks(db)
		.orderBy('asks.id', 'desc')
		.limit(limit + 1);
	if (filter.list === 'asked') query = query.where('asks.asker_id', '=', userId);
	else if (filter.list === 'to-answer') query = query.where('asks.expert_id', '=', userId);
	else
		query = query.where(({ exists, selectFrom }) =>
			exists(
				selectFrom('ask_listens as l')
					.select('l.ask_id')
					.whereRef('l.ask_id', '=', 'asks.id')
					.where('l.user_id', '=', userId),
			),
		);
	if (after) query = query.where('asks.id', '<', after[0] as number);
	const page = cutPage(await query.execute(), limit, (row) => [row.id]);
	return { next: page.next, items: await cards(db, page.items) };
}

/** How many wait for the actor's answer. */
export async function countToAnswer(db: Db, actor: Actor): Promise<number> {
	const row = await db
		.selectFrom('asks')
		.select(({ fn }) => fn.countAll<number>().as('n'))
		.where('expert_id', '=', actor.userId)
		.where('status', '=', 'waiting')
		.executeTakeFirstOrThrow();
	return Number(row.n);
}

/** An answered question of an expert that others may listen to. */
export interface Hearable {
	id: number;
	title: string;
	language: string;
	answeredAt: Date;
	price: { amount: number; currency: Currency };
}

/** What of an expert's answers can be listened to, the latest first, at most 20; and how the expert has answered. */
export async function expertRecord(
	db: Db,
	expertId: UserId,
): Promise<{ hearable: Hearable[]; answered: number; missed: number }> {
	const [rows, counts] = await Promise.all([
		asks(db)
			.where('asks.expert_id', '=', expertId)
			.where('asks.listen_offer_id', 'is not', null)
			.where('asks.status', '=', 'answered')
			.orderBy('asks.answered_at', 'desc')
			.limit(20)
			.execute(),
		db
			.selectFrom('asks')
			.select(({ fn }) => [
				fn.countAll<number>().filterWhere('status', '=', 'answered').as('answered'),
				fn.countAll<number>().filterWhere('status', 'in', ['declined', 'expired']).as('missed'),
			])
			.where('expert_id', '=', expertId)
			.executeTakeFirstOrThrow(),
	]);
	return {
		answered: Number(counts.answered),
		missed: Number(counts.missed),
		hearable: rows.map((row) => ({
			id: row.id,
			title: row.title,
			language: row.language,
			answeredAt: row.answered_at!,
			price: { amount: row.listen_amount!, currency: row.listen_currency as Currency },
		})),
	};
}
