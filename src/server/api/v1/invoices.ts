import { z } from '@hono/zod-openapi';
import { now } from '../../kernel/clock.ts';
import {
	askFapiao,
	decideFapiao,
	type Fapiao,
	findInvoice,
	type Invoice,
	listFapiaos,
	listMyInvoices,
	myFapiaos,
	taxReport,
	withdrawFapiao,
} from '../../modules/invoices/index.ts';
import { monthBounds } from '../../modules/payouts/index.ts';
import { answer, listed, made, nothing, type Operation, operation } from '../operation.ts';
import { cursor, idParam, limit, listOf } from '../schemas/common.ts';
import * as shape from '../schemas/payouts.ts';

const tag = 'Invoices';
const read = { method: 'get', tag, needs: 'member', scope: 'read' } as const;
const write = { tag, needs: 'member', scope: 'write' } as const;
const staff = { tag, needs: 'admin', scope: 'admin' } as const;
const all = (items: unknown[]) => ({ items, next: null });

export const invoiceOperations: Operation[] = [
	operation({
		...read,
		id: 'listInvoices',
		path: '/me/invoices',
		summary: 'List my invoices and credit notes',
		query: z.object({ cursor, limit: limit(100, 20) }),
		returns: { status: 200, schema: listOf(shape.invoice), description: 'The newest first.' },
		async run(call) {
			const page = await listMyInvoices(call.db, call.actor, call.query);
			return listed(call, page, page.items.map(presentInvoice));
		},
	}),
	operation({
		...read,
		id: 'readInvoice',
		path: '/invoices/{id}',
		summary: 'Read an invoice',
		description: 'As a PDF it is at `/invoices/{id}/pdf?lang=zh-CN` or `?lang=en` of the site.',
		params: { id: idParam('invoice') },
		returns: { status: 200, schema: shape.invoice, description: 'As it was issued.' },
		refusals: ['invoices.not_found'],
		async run({ db, actor, params }) {
			return answer(presentInvoice(await findInvoice(db, actor, params.id)));
		},
	}),
	operation({
		...read,
		id: 'listMyFapiaos',
		path: '/me/fapiaos',
		summary: 'List the fapiao I asked for',
		returns: { status: 200, schema: listOf(shape.fapiao), description: 'The newest first.' },
		async run(call) {
			const mine = await myFapiaos(call.db, call.actor);
			return listed(call, all(mine), mine.map(presentFapiao));
		},
	}),
	operation({
		...write,
		id: 'createFapiao',
		method: 'post',
		path: '/orders/{id}/fapiao',
		summary: 'Ask for a fapiao of an order of mine',
		params: { id: idParam('order') },
		body: shape.newFapiao,
		example: {
			holder: 'company',
			title: '书院有限公司',
			taxNumber: '91330106MA2ABCDE0X',
			email: 'finance@example.org',
		},
		returns: { status: 201, schema: shape.fapiao, description: 'It is in the queue.' },
		refusals: [
			'invoices.not_found',
			'invoices.nothing_to_bill',
			'invoices.fapiao_currency',
			'invoices.fapiao_asked',
		],
		async run({ db, actor, params, body }) {
			const id = await askFapiao(db, actor, params.id, body);
			const asked = (await myFapiaos(db, actor)).find((one) => one.id === id)!;
			return made('/api/v1/me/fapiaos', presentFapiao(asked));
		},
	}),
	operation({
		...write,
		id: 'withdrawFapiao',
		method: 'delete',
		path: '/fapiaos/{id}',
		summary: 'Withdraw a request that waits',
		params: { id: idParam('request') },
		returns: { status: 204, description: 'Withdrawn.' },
		refusals: ['invoices.not_found', 'invoices.wrong_state'],
		async run({ db, actor, params }) {
			await withdrawFapiao(db, actor, params.id);
			return nothing;
		},
	}),
	operation({
		...staff,
		id: 'listFapiaos',
		method: 'get',
		path: '/fapiaos',
		summary: 'List requests for fapiao',
		query: z.object({
			status: z.enum(['asked', 'issued', 'refused', 'withdrawn', 'voided']).default('asked'),
		}),
		returns: { status: 200, schema: listOf(shape.fapiao), description: 'At most 200.' },
		async run(call) {
			const queue = await listFapiaos(call.db, call.actor, call.query.status);
			return listed(call, all(queue), queue.map(presentFapiao));
		},
	}),
	operation({
		...staff,
		id: 'decideFapiao',
		method: 'put',
		path: '/fapiaos/{id}/decision',
		summary: 'Say what became of a request',
		params: { id: idParam('request') },
		body: z
			.object({
				to: z.enum(['issued', 'refused', 'voided']),
				number: z.string().max(40).default(''),
				link: z.string().max(500).default(''),
				reason: z.string().max(300).default(''),
			})
			.openapi('FapiaoDecision'),
		example: { to: 'issued', number: '24332000000012345678' },
		returns: { status: 204, description: 'Written down.' },
		refusals: [
			'invoices.not_found',
			'invoices.wrong_state',
			'invoices.number_missing',
			'invoices.reason_missing',
		],
		async run({ db, actor, params, body }) {
			await decideFapiao(db, actor, params.id, body);
			return nothing;
		},
	}),
	operation({
		...staff,
		id: 'readTaxReport',
		method: 'get',
		path: '/tax-report',
		summary: 'Taxes of a month by region and rate',
		query: z.object({
			month: z
				.string()
				.max(7)
				.optional()
				.openapi({ example: '2026-11', description: 'UTC; left out: this month.' }),
		}),
		returns: { status: 200, schema: listOf(shape.taxRow), description: 'Credit notes are taken off.' },
		async run(call) {
			const { from, to } = monthBounds(call.query.month ?? now().toISOString().slice(0, 7));
			return listed(call, all(await taxReport(call.db, call.actor, from, to)));
		},
	}),
];

function presentInvoice({ userId: _, ...invoice }: Invoice) {
	return invoice;
}

function presentFapiao({ userId: _, handle: __, ...fapiao }: Fapiao) {
	return fapiao;
}
