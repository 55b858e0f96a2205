import { z } from '@hono/zod-openapi';
import { askProof, listProofs, statementOf, trialBalance } from '../../modules/ledger/index.ts';
import { listed, made, type Operation, operation } from '../operation.ts';
import { count, cursor, day, id, idParam, limit, listOf, text, time } from '../schemas/common.ts';

const tag = 'Refunds and disputes';
const operator = { method: 'get', tag, needs: 'admin', scope: 'admin' } as const;

const account = z
	.object({
		id: id(3),
		kind: z.enum(['clearing', 'platform', 'author', 'affiliate', 'escrow', 'tax', 'refunds']),
		name: text('sandbox').openapi({ description: 'The provider of a clearing account; empty otherwise.' }),
		owner: z.object({ id: id(7), handle: text('he-ping'), name: text('何平') }).nullable(),
		currency: text('CNY'),
		balance: z.int().openapi({ example: -1520, description: 'Debits positive.' }),
		entries: count(12),
	})
	.openapi('LedgerAccount');
const line = z
	.object({
		id: id(9),
		at: time(),
		kind: text('sale'),
		reference: text('order:71'),
		amount: z.int().openapi({ example: -1520 }),
		balance: z.int().openapi({ example: -3040, description: 'What the account held after it.' }),
	})
	.openapi('LedgerLine');
const proof = z
	.object({
		id: id(12),
		status: z.enum(['waiting', 'running', 'done', 'failed']),
		askedBy: z.string().nullable().openapi({ example: null, description: 'Handle; null: it was night.' }),
		askedAt: time(),
		startedAt: time().nullable(),
		endedAt: time().nullable(),
		partsDone: count(4),
		counted: z
			.record(z.string(), z.int())
			.openapi({ example: { entries: 1200 }, description: 'How many of each thing were looked at.' }),
		found: count(0).openapi({ description: 'How many things do not add up.' }),
		differences: z
			.array(z.object({ what: z.string(), reference: text('order:71'), difference: z.int() }))
			.openapi({ description: 'The first hundred of them.' }),
		failure: z.string().nullable().openapi({ example: null, description: 'Why it came to no result.' }),
	})
	.openapi('MoneyProof');
const dayOf = (given: string | undefined) => (given ? new Date(`${given}T00:00:00Z`) : null);

export const ledgerOperations: Operation[] = [
	operation({
		...operator,
		id: 'listLedgerAccounts',
		path: '/ledger/accounts',
		summary: 'Every account of the ledger with what it holds',
		returns: {
			status: 200,
			schema: listOf(account),
			description: 'Recomputed from the entries; in each currency they sum to zero.',
		},
		async run(call) {
			return listed(call, { items: await trialBalance(call.db), next: null });
		},
	}),
	operation({
		...operator,
		id: 'listLedgerLines',
		path: '/ledger/accounts/{id}/lines',
		summary: 'The statement of an account',
		params: { id: idParam('ledger account') },
		query: z.object({ from: day, to: day, cursor, limit: limit(1000, 100) }),
		returns: { status: 200, schema: listOf(line), description: 'The oldest first; `to` is excluded.' },
		async run(call) {
			const { from, to, ...query } = call.query;
			const { lines } = await statementOf(call.db, call.params.id, {
				...query,
				from: dayOf(from),
				to: dayOf(to),
			});
			return listed(call, lines);
		},
	}),
	operation({
		...operator,
		id: 'listMoneyProofs',
		path: '/ledger/proofs',
		summary: 'When all money was recomputed, and what came out',
		returns: { status: 200, schema: listOf(proof), description: 'The newest first, at most 50.' },
		async run(call) {
			return listed(call, { items: await listProofs(call.db, call.actor, 50), next: null });
		},
	}),
	operation({
		...operator,
		method: 'post',
		id: 'proveMoney',
		path: '/ledger/proofs',
		summary: 'Have all money recomputed now',
		description: 'A job does it: look at `GET /ledger/proofs`. While one waits or runs, it is that one.',
		returns: {
			status: 201,
			schema: z.object({ id: id(12) }),
			description: 'Its id.',
		},
		async run(call) {
			return made('/api/v1/ledger/proofs', { id: await askProof(call.db, call.actor) });
		},
	}),
];
