import { z } from 'zod';
import { type Actor, requireMember } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { OrderId, UserId } from '../../kernel/ids.ts';
import type { Currency, Money } from '../../kernel/money.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { invoiceError } from './errors.ts';
import { requireActingTreasurer, requireTreasurer } from './policy.ts';

export type FapiaoStatus = 'asked' | 'issued' | 'refused' | 'withdrawn' | 'voided';

/** From which status a request may become which. An issued one is voided (红冲) when its order is refunded. */
export const fapiaoTransitions: Record<FapiaoStatus, readonly FapiaoStatus[]> = {
	asked: ['issued', 'refused', 'withdrawn'],
	issued: ['voided'],
	refused: [],
	withdrawn: [],
	voided: [],
};

/** A request for a 发票, which is issued outside, in the state's own system. */
export interface Fapiao {
	id: number;
	orderId: OrderId;
	/** What was bought. */
	orderTitle: string;
	userId: UserId;
	handle: string;
	holder: 'person' | 'company';
	/** 抬头 */
	title: string;
	taxNumber: string;
	email: string;
	value: Money;
	status: FapiaoStatus;
	number: string | null;
	link: string | null;
	reason: string | null;
	/** True when money of the order went back since: the fapiao is to be voided or is too high. */
	refundedSince: boolean;
	createdAt: Date;
	decidedAt: Date | null;
}

const askSchema = z
	.object({
		holder: z.enum(['person', 'company']),
		title: z.string().trim().min(2).max(100),
		taxNumber: z
			.string()
			.trim()
			.toUpperCase()
			.max(20)
			// 统一社会信用代码 has 18 characters, older 税号 15 or 20.
			.refine(
				(text) => text === '' || /^(?:[0-9A-Z]{15}|[0-9A-Z]{18}|[0-9A-Z]{20})$/.test(text),
				'invoices.tax_number_invalid',
			)
			.default(''),
		email: z.email().max(200),
	})
	.refine(({ holder, taxNumber }) => holder === 'person' || taxNumber !== '', {
		path: ['taxNumber'],
		message: 'invoices.tax_number_missing',
	});

/**
 * Asks for a fapiao of an own order, of what is left of its price. One an order.
 *
 * @throws invoices.not_found, invoices.nothing_to_bill, invoices.fapiao_currency, invoices.fapiao_asked
 */
export async function askFapiao(db: Db, actor: Actor, orderId: OrderId, input: unknown): Promise<number> {
	const { userId } = requireActing(actor);
	const given = validate(askSchema, input);
	return inTransaction(db, async (tx) => {
		const order = await tx
			.selectFrom('orders')
			.select(['amount', 'refunded', 'currency', 'paid_at'])
			.where('id', '=', orderId)
			.where('user_id', '=', userId)
			.forNoKeyUpdate()
			.executeTakeFirst();
		if (!order) throw invoiceError('not_found');
		const amount = order.amount - order.refunded;
		if (order.paid_at === null || amount === 0) throw invoiceError('nothing_to_bill');
		if (order.currency !== 'CNY') throw invoiceError('fapiao_currency');
		const row = await tx
			.insertInto('fapiao_requests')
			.values({
				order_id: orderId,
				user_id: userId,
				holder: given.holder,
				title: given.title,
				tax_number: given.taxNumber,
				email: given.email,
				amount,
				created_at: now(),
			})
			.onConflict((conflict) => conflict.doNothing())
			.returning('id')
			.executeTakeFirst();
		if (!row) throw invoiceError('fapiao_asked');
		await emit(tx, userId, 'invoices.fapiao-asked', { requestId: row.id, orderId, userId });
		return row.id;
	});
}

const decision = z.object({
	to: z.enum(['issued', 'refused', 'voided']),
	/** 发票号码 */
	number: z.string().trim().max(40).default(''),
	/** Where its file is, as the state's system gives it. */
	link: z.union([z.literal(''), z.url({ protocol: /^https$/ }).max(500)]).default(''),
	reason: z.string().trim().max(300).default(''),
});

/**
 * Says what became of a request: issued under a number, refused, or voided after a refund. Administrators may.
 *
 * @throws invoices.not_found, invoices.wrong_state, invoices.number_missing, invoices.reason_missing
 */
export async function decideFapiao(db: Db, actor: Actor, requestId: number, input: unknown): Promise<void> {
	const { userId: decider } = requireActingTreasurer(actor);
	const { to, number, link, reason } = validate(decision, input);
	if (to === 'issued' && number === '') throw invoiceError('number_missing');
	if (to !== 'issued' && reason === '') throw invoiceError('reason_missing');
	return inTransaction(db, async (tx) => {
		const row = await lock(tx, requestId);
		demand(row.status as FapiaoStatus, to);
		await tx
			.updateTable('fapiao_requests')
			.set({
				status: to,
				decided_by: decider,
				decided_at: now(),
				...(to === 'issued' ? { fapiao_number: number, link: link || null } : { reason }),
			})
			.where('id', '=', requestId)
			.execute();
		await emit(tx, decider, 'invoices.fapiao-decided', {
			requestId,
			orderId: row.order_id,
			userId: row.user_id,
			status: to,
		});
	});
}

/** Takes one's own request back while it waits. @throws invoices.not_found, invoices.wrong_state */
export async function withdrawFapiao(db: Db, actor: Actor, requestId: number): Promise<void> {
	const { userId } = requireActing(actor);
	return inTransaction(db, async (tx) => {
		const row = await lock(tx, requestId);
		if (row.user_id !== userId) throw invoiceError('not_found');
		demand(row.status as FapiaoStatus, 'withdrawn');
		await tx
			.updateTable('fapiao_requests')
			.set({ status: 'withdrawn' })
			.where('id', '=', requestId)
			.execute();
	});
}

async function lock(tx: Db, id: number) {
	const row = await tx
		.selectFrom('fapiao_requests')
		.select(['status', 'order_id', 'user_id'])
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst();
	if (!row) throw invoiceError('not_found');
	return row;
}

function demand(from: FapiaoStatus, to: FapiaoStatus): void {
	if (!fapiaoTransitions[from].includes(to))
		throw invoiceError('wrong_state', { detail: `The request is ${from}, so it cannot be ${to}.` });
}

function requests(db: Db) {
	return db
		.selectFrom('fapiao_requests as f')
		.innerJoin('orders as o', 'o.id', 'f.order_id')
		.innerJoin('users as u', 'u.id', 'f.user_id')
		.selectAll('f')
		.select(['o.title as order_title', 'o.currency', 'o.amount as order_amount', 'o.refunded', 'u.handle']);
}

function toFapiao(row: Awaited<ReturnType<ReturnType<typeof requests>['executeTakeFirstOrThrow']>>): Fapiao {
	return {
		id: row.id,
		orderId: row.order_id,
		orderTitle: row.order_title,
		userId: row.user_id,
		handle: row.handle,
		holder: row.holder as Fapiao['holder'],
		title: row.title,
		taxNumber: row.tax_number,
		email: row.email,
		value: { amount: row.amount, currency: row.currency as Currency },
		status: row.status as FapiaoStatus,
		number: row.fapiao_number,
		link: row.link,
		reason: row.reason,
		refundedSince: row.order_amount - row.refunded < row.amount,
		createdAt: row.created_at,
		decidedAt: row.decided_at,
	};
}

/** One's own requests, the newest first, at most 200. One statement. */
export async function myFapiaos(db: Db, actor: Actor): Promise<Fapiao[]> {
	const { userId } = requireMember(actor);
	const rows = await requests(db)
		.where('f.user_id', '=', userId)
		.orderBy('f.id', 'desc')
		.limit(200)
		.execute();
	return rows.map(toFapiao);
}

/** The queue: what waits, the oldest first; or what stands in another status, the newest first. At most 200. One statement. */
export async function listFapiaos(db: Db, actor: Actor, status: FapiaoStatus = 'asked'): Promise<Fapiao[]> {
	requireTreasurer(actor);
	const rows = await requests(db)
		.where('f.status', '=', status)
		.orderBy('f.id', status === 'asked' ? 'asc' : 'desc')
		.limit(200)
		.execute();
	return rows.map(toFapiao);
}
