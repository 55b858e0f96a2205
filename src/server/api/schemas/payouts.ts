import { z } from '@hono/zod-openapi';
import { count, id, money, text, time } from './common.ts';

// Shapes of what authors earn and of the papers of a sale.

const currency = z.enum(['CNY', 'USD', 'EUR', 'JPY', 'HKD', 'SGD']);
const minor = (what: string) => z.int().openapi({ example: 8000, description: `${what} Minor units.` });
const accountKind = z.enum(['bank_cn', 'iban', 'alipay']);

export const earnings = z
	.object({
		currency,
		balance: minor('All that was earned and not paid out.'),
		held: minor('Of it, earned so lately that it may yet be taken back.'),
		available: minor('What may be asked for now.'),
		freeFrom: time().nullable().openapi({ description: 'When the next of what is held is set free.' }),
	})
	.openapi('Earnings');

export const movement = z
	.object({
		id: id(512),
		at: time(),
		kind: text('sale'),
		as: z.enum(['author', 'affiliate']),
		reference: text('order:71'),
		title: z.string().nullable(),
		sells: z.string().nullable().openapi({ example: 'item', description: 'What kind of thing was sold.' }),
		amount: minor('Positive: it came; negative: it went.'),
		currency,
	})
	.openapi('Movement');

export const statement = z
	.object({
		month: text('2026-11'),
		sums: z.array(
			z.object({
				currency,
				opening: minor('At the beginning of the month (UTC).'),
				sums: z.array(z.object({ kind: text('sale'), amount: minor('Together.'), count: count(4) })),
				closing: minor('opening and all sums.'),
			}),
		),
		movements: z.array(movement),
	})
	.openapi('Statement');

const account = z.object({
	kind: accountKind,
	tail: text('6789').openapi({ description: 'The end of the number: more of it is never shown.' }),
	legalName: text('王小明'),
	bankName: text('招商银行'),
});

export const payoutAccount = z
	.object({
		id: id(4),
		holder: z.enum(['person', 'company']),
		legalName: text('王小明'),
		kind: accountKind,
		bankName: text('招商银行'),
		tail: text('6789'),
		status: z.enum(['submitted', 'approved', 'refused', 'replaced']),
		reason: z.string().nullable(),
		createdAt: time(),
		decidedAt: time().nullable(),
	})
	.openapi('PayoutAccount');

export const newPayoutAccount = z
	.object({
		holder: z.enum(['person', 'company']),
		legalName: text('王小明'),
		kind: accountKind,
		bankName: z.string().default('').openapi({ example: '招商银行', description: 'For `bank_cn`.' }),
		number: text('6225880123456789'),
	})
	.openapi('NewPayoutAccount');

const payoutStatus = z.enum([
	'asked',
	'approved',
	'in_batch',
	'sent',
	'failed',
	'returned',
	'refused',
	'withdrawn',
]);
const payoutShape = {
	id: id(8),
	value: money,
	status: payoutStatus,
	batchId: id(2).nullable(),
	account,
	bankReference: z.string().nullable(),
	reason: z.string().nullable().openapi({ description: 'Why it was refused, failed or came back.' }),
	createdAt: time(),
	sentAt: time().nullable(),
	closedAt: time().nullable(),
};
export const payout = z.object(payoutShape).openapi('Payout');
export const payoutOf = z
	.object({ ...payoutShape, person: z.object({ handle: text('lin-qing'), name: text('林青') }) })
	.openapi('PayoutOf', { description: 'A payout as administrators see it.' });

export const batch = z
	.object({
		id: id(2),
		currency,
		kind: accountKind,
		createdAt: time(),
		exportedAt: time().nullable(),
		count: count(12),
		open: count(3).openapi({ description: 'Not settled yet.' }),
		total: minor('Of all of them.'),
	})
	.openapi('PayoutBatch');

export const split = z
	.object({
		id: id(3),
		startsAt: time(),
		shares: z.array(
			z.object({
				userId: id(7),
				handle: text('lin-qing'),
				name: text('林青'),
				weight: z.int().openapi({ example: 7000, description: 'Basis points; they sum to 10,000.' }),
			}),
		),
	})
	.openapi('Split');

export const newSplit = z
	.object({
		shares: z
			.array(z.object({ handle: z.string().min(1).max(60), weight: z.int().min(1).max(10_000) }))
			.min(1)
			.max(20),
		startsAt: z.string().nullish().openapi({ format: 'date-time', description: 'Left out: from now on.' }),
	})
	.openapi('NewSplit');

const party = z.object({ name: text('林青'), taxNumber: z.string(), address: z.string() });
export const invoice = z
	.object({
		id: id(12),
		series: z.enum(['INV', 'CN']).openapi({ description: 'CN: a credit note, its amounts are negative.' }),
		number: text('INV-2026-000012'),
		orderId: id(71),
		corrects: z
			.string()
			.nullable()
			.openapi({ description: 'The invoice that a credit note takes back from.' }),
		currency,
		net: minor('Without tax.'),
		tax: minor('All taxes.'),
		total: minor('net and tax.'),
		seller: party,
		buyer: party,
		lines: z.array(
			z.object({
				what: text('price'),
				title: z.string(),
				quantity: z.int(),
				amount: z.int(),
				data: z.record(z.string(), z.union([z.string(), z.number()])),
			}),
		),
		taxLines: z.array(
			z.object({ name: z.string(), region: z.string(), bps: z.int().nullable(), amount: z.int() }),
		),
		issuedAt: time(),
	})
	.openapi('Invoice');

export const fapiao = z
	.object({
		id: id(5),
		orderId: id(71),
		orderTitle: text('Inside the query planner'),
		holder: z.enum(['person', 'company']),
		title: text('书院有限公司').openapi({ description: '抬头' }),
		taxNumber: z.string(),
		email: text('finance@example.org'),
		value: money,
		status: z.enum(['asked', 'issued', 'refused', 'withdrawn', 'voided']),
		number: z.string().nullable(),
		link: z.string().nullable(),
		reason: z.string().nullable(),
		refundedSince: z
			.boolean()
			.openapi({ description: 'Money of the order went back since it was asked for.' }),
		createdAt: time(),
		decidedAt: time().nullable(),
	})
	.openapi('Fapiao');

export const newFapiao = z
	.object({
		holder: z.enum(['person', 'company']),
		title: z.string().min(2).max(100),
		taxNumber: z.string().max(20).default(''),
		email: z.string().max(200),
	})
	.openapi('NewFapiao');

export const libraryEntry = z
	.object({
		itemId: id(42).nullable(),
		spaceId: id(3).nullable(),
		title: text('Inside the query planner'),
		kind: z.string().nullable(),
		slug: text('inside-the-query-planner'),
		author: z.string().nullable(),
		parts: count(0).openapi({ description: 'Of a column: parts that can be read.' }),
		open: z.boolean(),
		there: z.boolean().openapi({ description: 'Still published.' }),
		source: z.enum(['purchase', 'subscription', 'grant', 'trial', 'seat', 'gift']),
		sourceRef: text('order:71'),
		endsAt: time().nullable().openapi({ description: 'null: for good.' }),
		revokedAt: time().nullable(),
		since: time(),
	})
	.openapi('LibraryEntry');

export const platformShare = z
	.object({
		id: id(3),
		userId: id(7),
		handle: text('lin-qing'),
		name: text('林青'),
		shareBps: z.int().nullable().openapi({ description: 'Basis points; null: as the settings say.' }),
		startsAt: time(),
		note: z.string(),
	})
	.openapi('PlatformShare');

export const taxRow = z
	.object({
		currency,
		region: z.string(),
		name: z.string(),
		bps: z.int().nullable(),
		net: z.int(),
		tax: z.int(),
		papers: z.int(),
	})
	.openapi('TaxRow');
