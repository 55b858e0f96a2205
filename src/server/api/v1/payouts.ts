import { randomUUID } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { listLibrary } from '../../modules/entitlements/index.ts';
import {
	accountsToCheck,
	askPayout,
	decideAccount,
	decidePayout,
	earningsOf,
	findPayout,
	listBatches,
	listMovements,
	listMyPayouts,
	listPayouts,
	listPlatformShares,
	listSplits,
	makeBatch,
	myAccounts,
	type Payout,
	type PayoutTerms,
	readStatement,
	type Shared,
	setPlatformShare,
	setSplit,
	settlePayouts,
	submitAccount,
	withdrawPayout,
} from '../../modules/payouts/index.ts';
import type { Settings } from '../../platform/settings/index.ts';
import { answer, listed, made, nothing, type Operation, operation } from '../operation.ts';
import { cursor, idParam, limit, listOf } from '../schemas/common.ts';
import * as shape from '../schemas/payouts.ts';

const tag = 'Earnings and payouts';
const read = { method: 'get', tag, needs: 'member', scope: 'read' } as const;
const write = { tag, needs: 'member', scope: 'write' } as const;
const staffRead = { method: 'get', tag, needs: 'admin', scope: 'admin' } as const;
const staff = { tag, needs: 'admin', scope: 'admin' } as const;
const paged = z.object({ cursor, limit: limit(100, 20) });
const reason = z.object({ reason: z.string().max(300).default('') }).openapi('Reason');
const all = (items: unknown[]) => ({ items, next: null });

export const payoutOperations: Operation[] = [
	operation({
		...read,
		id: 'listLibrary',
		path: '/me/library',
		tag: 'Me',
		summary: 'List what I own',
		returns: {
			status: 200,
			schema: listOf(shape.libraryEntry),
			description: 'Everything that was bought, subscribed to or given, each thing once; at most 500.',
		},
		async run(call) {
			const entries = await listLibrary(call.db, call.actor.userId!);
			return listed(
				call,
				all(entries),
				entries.map(({ names: _, ...entry }) => entry),
			);
		},
	}),
	operation({
		...read,
		id: 'listEarnings',
		path: '/me/earnings',
		summary: 'What I have earned',
		returns: { status: 200, schema: listOf(shape.earnings), description: 'By currency.' },
		async run(call) {
			const earned = await earningsOf(call.db, call.actor.userId!, termsOf(call.ctx.settings));
			return listed(
				call,
				all(earned),
				earned.map(({ author: _, affiliate: __, ...one }) => one),
			);
		},
	}),
	operation({
		...read,
		id: 'listMovements',
		path: '/me/movements',
		summary: 'List what came to me and went',
		query: paged.extend({
			only: z.enum(['sales']).optional().openapi({ description: '`sales` leaves payouts out.' }),
		}),
		returns: { status: 200, schema: listOf(shape.movement), description: 'The newest first.' },
		async run(call) {
			return listed(call, await listMovements(call.db, call.actor.userId!, call.query));
		},
	}),
	operation({
		...read,
		id: 'readStatement',
		path: '/me/statements/{month}',
		summary: 'Read the statement of a month',
		params: {
			month: z.string().max(7).openapi({ example: '2026-11', description: 'The month, UTC.' }),
		},
		returns: { status: 200, schema: shape.statement, description: 'From the ledger.' },
		async run({ db, actor, params }) {
			return answer(await readStatement(db, actor.userId!, params.month));
		},
	}),
	operation({
		...read,
		id: 'listPayoutAccounts',
		path: '/me/payout-accounts',
		summary: 'List where I am paid',
		returns: {
			status: 200,
			schema: listOf(shape.payoutAccount),
			description: 'The account in use, and the one that waits or was refused last.',
		},
		async run(call) {
			const accounts = await myAccounts(call.db, call.actor);
			return listed(
				call,
				all(accounts),
				accounts.map(({ userId: _, ...account }) => account),
			);
		},
	}),
	operation({
		...write,
		id: 'createPayoutAccount',
		method: 'post',
		path: '/me/payout-accounts',
		summary: 'Say where I am paid',
		description: 'An administrator checks it; until then the account in use stays.',
		browserOnly: true,
		body: shape.newPayoutAccount,
		example: {
			holder: 'person',
			legalName: '王小明',
			kind: 'bank_cn',
			bankName: '招商银行',
			number: '6225880123456789',
		},
		returns: { status: 201, schema: shape.payoutAccount, description: 'It waits to be checked.' },
		async run({ ctx, db, actor, body }) {
			const id = await submitAccount(db, actor, body, ctx.secret);
			const found = (await myAccounts(db, actor)).find((account) => account.id === id)!;
			const { userId: _, ...account } = found;
			return made('/api/v1/me/payout-accounts', account);
		},
	}),
	operation({
		...read,
		id: 'listMyPayouts',
		path: '/me/payouts',
		summary: 'List my payouts',
		query: paged,
		returns: { status: 200, schema: listOf(shape.payout), description: 'The newest first.' },
		async run(call) {
			const page = await listMyPayouts(call.db, call.actor, call.query);
			return listed(call, page, page.items.map(presentPayout));
		},
	}),
	operation({
		...write,
		id: 'createPayout',
		method: 'post',
		path: '/me/payouts',
		summary: 'Ask for a payout',
		body: z
			.object({
				currency: z.enum(['CNY', 'USD', 'EUR', 'JPY', 'HKD', 'SGD']),
				amount: z.int().positive().nullish().openapi({ description: 'Left out: all that is available.' }),
			})
			.openapi('NewPayout'),
		example: { currency: 'CNY', amount: 12_000 },
		returns: { status: 201, schema: shape.payout, description: 'The money is set aside.' },
		refusals: ['payouts.account_missing', 'payouts.too_much', 'payouts.too_little'],
		async run(call) {
			const { ctx, db, actor, body } = call;
			const key = `api:${call.header('idempotency-key') ?? randomUUID()}`.slice(0, 100);
			const { payoutId } = await askPayout(db, actor, { ...body, key }, termsOf(ctx.settings));
			const { history: _, person: __, ...payout } = await findPayout(db, actor, payoutId);
			return made('/api/v1/me/payouts', presentPayout(payout));
		},
	}),
	operation({
		...write,
		id: 'withdrawPayout',
		method: 'delete',
		path: '/me/payouts/{id}',
		summary: 'Withdraw a payout that nobody has decided on',
		params: { id: idParam('payout') },
		returns: { status: 204, description: 'The money is available again.' },
		refusals: ['payouts.not_found', 'payouts.wrong_state'],
		async run({ db, actor, params }) {
			await withdrawPayout(db, actor, params.id);
			return nothing;
		},
	}),
	...(['item', 'space', 'bundle'] as const).flatMap((what) => splitOperations(what)),
	operation({
		...staffRead,
		id: 'listPlatformShares',
		path: '/platform-shares',
		summary: 'List what the platform keeps of single authors’ sales',
		returns: { status: 200, schema: listOf(shape.platformShare), description: 'The latest first.' },
		async run(call) {
			const shares = await listPlatformShares(call.db, call.actor);
			return listed(call, all(shares));
		},
	}),
	operation({
		...staff,
		id: 'createPlatformShare',
		method: 'post',
		path: '/platform-shares',
		summary: 'Agree on another share with an author',
		body: z
			.object({
				handle: z.string().min(1).max(60),
				shareBps: z.int().min(0).max(10_000).nullable(),
				startsAt: z
					.string()
					.nullish()
					.openapi({ format: 'date-time', description: 'Left out: from now on.' }),
				note: z.string().max(200).default(''),
			})
			.openapi('NewPlatformShare'),
		example: { handle: 'author', shareBps: 1000, note: 'First year' },
		returns: { status: 204, description: 'Agreed.' },
		refusals: ['payouts.person_unknown'],
		async run({ db, actor, body }) {
			await setPlatformShare(db, actor, body);
			return nothing;
		},
	}),
	operation({
		...staffRead,
		id: 'listAccountsToCheck',
		path: '/payout-accounts',
		summary: 'List accounts that wait to be checked',
		returns: { status: 200, schema: listOf(shape.payoutAccount), description: 'The oldest first.' },
		async run(call) {
			const accounts = await accountsToCheck(call.db, call.actor);
			return listed(
				call,
				all(accounts),
				accounts.map(({ userId: _, handle: __, name: ___, ...account }) => account),
			);
		},
	}),
	...[true, false].map((on) =>
		operation({
			...staff,
			id: on ? 'approvePayoutAccount' : 'refusePayoutAccount',
			method: 'put',
			path: `/payout-accounts/{id}/${on ? 'approval' : 'refusal'}`,
			summary: on ? 'Approve an account' : 'Refuse an account',
			params: { id: idParam('account') },
			...(on ? {} : { body: reason, example: { reason: 'The name differs' } }),
			returns: { status: 204, description: 'Decided.' },
			refusals: [
				'payouts.not_found',
				'payouts.account_not_waiting',
				...(on ? [] : ['payouts.reason_missing']),
			],
			async run({ db, actor, params, body }) {
				await decideAccount(db, actor, params.id, on, body ?? {});
				return nothing;
			},
		}),
	),
	operation({
		...staffRead,
		id: 'listPayouts',
		path: '/payouts',
		summary: 'List everybody’s payouts',
		query: paged.extend({
			status: z
				.enum(['asked', 'approved', 'in_batch', 'sent', 'failed', 'returned', 'refused', 'withdrawn'])
				.optional(),
			batchId: z.coerce.number().int().positive().optional(),
		}),
		returns: { status: 200, schema: listOf(shape.payoutOf), description: 'The newest first.' },
		async run(call) {
			const page = await listPayouts(call.db, call.actor, call.query);
			return listed(call, page, page.items.map(presentPayout));
		},
	}),
	...[true, false].map((on) =>
		operation({
			...staff,
			id: on ? 'approvePayout' : 'refusePayout',
			method: 'put',
			path: `/payouts/{id}/${on ? 'approval' : 'refusal'}`,
			summary: on ? 'Approve a payout' : 'Refuse a payout',
			params: { id: idParam('payout') },
			...(on ? {} : { body: reason, example: { reason: 'The account is in dispute' } }),
			returns: { status: 204, description: 'Decided.' },
			refusals: ['payouts.not_found', 'payouts.wrong_state', ...(on ? [] : ['payouts.reason_missing'])],
			async run({ db, actor, params, body }) {
				await decidePayout(db, actor, params.id, on, body ?? {});
				return nothing;
			},
		}),
	),
	operation({
		...staff,
		id: 'settlePayout',
		method: 'put',
		path: '/payouts/{id}/settlement',
		summary: 'Say what the bank did with a payout',
		params: { id: idParam('payout') },
		body: z
			.object({
				to: z.enum(['sent', 'failed', 'returned']),
				bankReference: z.string().max(100).default(''),
				reason: z.string().max(300).default(''),
			})
			.openapi('Settlement'),
		example: { to: 'sent', bankReference: 'CMB-2026-1' },
		returns: { status: 204, description: 'Written down, and booked.' },
		refusals: ['payouts.not_found', 'payouts.wrong_state', 'payouts.reason_missing'],
		async run({ db, actor, params, body }) {
			await settlePayouts(db, actor, { payoutId: params.id }, body);
			return nothing;
		},
	}),
	operation({
		...staffRead,
		id: 'listPayoutBatches',
		path: '/payout-batches',
		summary: 'List batches of payouts',
		returns: { status: 200, schema: listOf(shape.batch), description: 'The newest first.' },
		async run(call) {
			return listed(call, all(await listBatches(call.db, call.actor)));
		},
	}),
	operation({
		...staff,
		id: 'createPayoutBatch',
		method: 'post',
		path: '/payout-batches',
		summary: 'Put what is approved into a batch',
		description:
			'The file for the bank is on its page in the console: whole account numbers are not given to programs.',
		body: z
			.object({
				currency: z.enum(['CNY', 'USD', 'EUR', 'JPY', 'HKD', 'SGD']),
				kind: z.enum(['bank_cn', 'iban', 'alipay']),
			})
			.openapi('NewPayoutBatch'),
		example: { currency: 'CNY', kind: 'bank_cn' },
		returns: { status: 201, schema: shape.batch, description: 'The batch.' },
		refusals: ['payouts.nothing_to_send'],
		async run({ db, actor, body }) {
			const id = await makeBatch(db, actor, body);
			const [batch] = await listBatches(db, actor, id);
			return made('/api/v1/payout-batches', batch);
		},
	}),
];

/** A thing's splits: what they are, and a new one. */
function splitOperations(what: 'item' | 'space' | 'bundle'): Operation[] {
	const Name = what[0]!.toUpperCase() + what.slice(1);
	const path = `/splits/${what}s/{id}`;
	const of = (id: number) => ({ [`${what}Id`]: id }) as unknown as Shared;
	return [
		operation({
			...read,
			id: `list${Name}Splits`,
			path,
			summary: `List who earns ${what === 'item' ? 'an item' : `a ${what}`}`,
			params: { id: idParam(what) },
			returns: { status: 200, schema: listOf(shape.split), description: 'Every rule, the latest first.' },
			refusals: ['common.not_found'],
			async run(call) {
				return listed(call, all(await listSplits(call.db, call.actor, of(call.params.id))));
			},
		}),
		operation({
			...write,
			id: `set${Name}Split`,
			method: 'put',
			path,
			summary: `Say who earns ${what === 'item' ? 'an item' : `a ${what}`} from now on`,
			params: { id: idParam(what) },
			body: shape.newSplit,
			example: {
				shares: [
					{ handle: 'author', weight: 7000 },
					{ handle: 'member', weight: 3000 },
				],
			},
			returns: { status: 204, description: 'Set. What was sold stays as it was divided.' },
			refusals: [
				'common.not_found',
				'payouts.split_not_whole',
				'payouts.person_unknown',
				'payouts.person_twice',
			],
			async run({ db, actor, params, body }) {
				await setSplit(db, actor, of(params.id), body);
				return nothing;
			},
		}),
	];
}

function termsOf({ payoutHoldDays, affiliateHoldDays, payoutMinimums }: Settings): PayoutTerms {
	return { holdDays: payoutHoldDays, affiliateHoldDays, minimums: payoutMinimums };
}

function presentPayout<P extends Payout>({ userId: _, ...payout }: P): Omit<P, 'userId'> {
	return payout;
}
