import { z } from '@hono/zod-openapi';
import { reconcileByHand } from '../../flows/reconcile.ts';
import { listReconciliations } from '../../modules/orders/index.ts';
import { answer, listed, type Operation, operation } from '../operation.ts';
import { cursor, limit, listOf, text, time } from '../schemas/common.ts';

const tag = 'Payments';
const currency = z.string().length(3).openapi({ example: 'CNY' });
const day = z.iso
	.date()
	.openapi({ example: '2026-11-26', description: 'A date of the provider’s own calendar.' });
const kind = z.enum(['payment', 'refund', 'fee', 'dispute']);
const status = z.enum(['matched', 'differs', 'failed']);

const provider = z
	.object({
		name: text('stripe'),
		currencies: z.array(currency),
		methods: z.array(z.string()).openapi({ description: 'Ways of paying, the first is the default.' }),
	})
	.openapi('PaymentProvider');

const reconciliation = z
	.object({
		provider: text('alipay'),
		day,
		status,
		matched: z.int().openapi({ description: 'Lines that agree.' }),
		differences: z.array(
			z.object({
				what: z.enum(['missing_here', 'missing_there', 'amount', 'unsettled', 'mended']),
				kind,
				reference: z.string(),
				currency,
				ours: z.int().nullable(),
				theirs: z.int().nullable(),
				orderId: z.int().nullable(),
			}),
		),
		sums: z.array(z.object({ kind, currency, amount: z.int(), lines: z.int() })),
		failure: z.string().nullable().openapi({ description: 'Why the bill could not be had.' }),
		madeAt: time(),
	})
	.openapi('Reconciliation');

export const paymentOperations: Operation[] = [
	operation({
		id: 'listPaymentProviders',
		method: 'get',
		path: '/payment-providers',
		tag,
		needs: 'anyone',
		scope: 'read',
		summary: 'List who takes payments here',
		returns: { status: 200, schema: listOf(provider), description: 'In the order in which buyers see them.' },
		run: (call) => {
			const items = [...call.ctx.providers.values()].map(({ name, currencies, methods }) => ({
				name,
				currencies: [...currencies],
				methods: [...methods],
			}));
			return listed(call, { items, next: null }, items);
		},
	}),
	operation({
		id: 'listReconciliations',
		method: 'get',
		path: '/reconciliations',
		tag,
		needs: 'admin',
		scope: 'read',
		summary: 'List how bills compared with our books',
		query: z.object({ cursor, limit: limit(100, 30) }),
		returns: { status: 200, schema: listOf(reconciliation), description: 'The newest day first.' },
		async run(call) {
			const page = await listReconciliations(call.db, call.actor, call.query);
			return listed(
				call,
				page,
				page.items.map(({ id: _, ...report }) => report),
			);
		},
	}),
	operation({
		id: 'reconcile',
		method: 'post',
		path: '/reconciliations',
		tag,
		needs: 'admin',
		scope: 'write',
		summary: 'Compare a provider’s bill of a day with our books',
		body: z.object({ provider: z.string().max(20), day }).openapi('NewReconciliation'),
		example: { provider: 'sandbox', day: '2026-11-26' },
		returns: {
			status: 200,
			schema: z.object({ status }),
			description: 'What came of it; the list has the details.',
		},
		refusals: ['orders.no_provider'],
		async run({ ctx, actor, body }) {
			const { db, providers, settings } = ctx;
			const ear = { db, providers, platformShareBps: settings.platformShareBps };
			return answer({ status: await reconcileByHand(ear, actor, body) });
		},
	}),
];
