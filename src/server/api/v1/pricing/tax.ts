import { z } from '@hono/zod-openapi';
import { endTaxRate, listTaxRates, setTaxRate } from '../../../modules/catalog/index.ts';
import { doing, listed, type Operation, operation } from '../../operation.ts';
import { listOf } from '../../schemas/common.ts';
import * as shape from '../../schemas/pricing.ts';
import { anyone, operate, region } from './parts.ts';

export const taxOperations: Operation[] = [
	operation({
		...anyone,
		id: 'listTaxRates',
		method: 'get',
		path: '/tax-rates',
		summary: 'What tax is taken where',
		returns: { status: 200, schema: listOf(shape.taxRate), description: 'By region.' },
		async run(call) {
			return listed(call, { items: await listTaxRates(call.db), next: null });
		},
	}),
	doing({
		...operate,
		id: 'setTaxRate',
		method: 'put',
		path: '/tax-rates/{region}',
		summary: 'Set the tax of a region',
		params: { region },
		body: z
			.object({ name: z.string().max(40), bps: z.int().min(0).max(10_000), included: z.boolean() })
			.openapi('NewTaxRate'),
		example: { name: 'VAT', bps: 600, included: true },
		run: ({ db, actor, params, body }) => setTaxRate(db, actor, { ...body, region: params.region }),
	}),
	doing({
		...operate,
		id: 'endTaxRate',
		method: 'delete',
		path: '/tax-rates/{region}',
		summary: 'Take no more tax in a region',
		params: { region },
		run: ({ db, actor, params }) => endTaxRate(db, actor, params.region),
	}),
];
