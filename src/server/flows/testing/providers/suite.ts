import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { now, travel } from '../../../kernel/clock.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { OrderId } from '../../../kernel/ids.ts';
import { listOffers, priceItem } from '../../../modules/catalog/index.ts';
import { may } from '../../../modules/entitlements/index.ts';
import { anItem, aPerson } from '../../../modules/items/testing.ts';
import { entriesOf, verifyLedger } from '../../../modules/ledger/index.ts';
import {
	findOrder,
	openProviders,
	orderHistory,
	type PaymentProvider,
	type ProviderRequest,
	placeOrder,
} from '../../../modules/orders/index.ts';
import { readConfig } from '../../../platform/config.ts';
import type { Db } from '../../../platform/db/index.ts';
import { askPending } from '../../ask-pending.ts';
import { hearProvider } from '../../hear-provider.ts';
import { beginPayment } from '../../pay.ts';
import type { Bench, Said } from './bench.ts';

const ORIGIN = 'https://stoa.example';
const MINUTE = 60_000;
/** So long a hasty till waits for a provider; a fake is slower than this when it is slow. Others wait as they do in earnest: a loaded machine is slow, not wrong. */
const HASTY_MS = 300;

const code = (promise: Promise<unknown>) =>
	promise.then(
		() => 'no refusal',
		(error) => (error instanceof AppError ? error.code : error),
	);

/** What the suite gives to tests of one provider alone. */
export interface Stage {
	bench: Bench;
	provider: PaymentProvider;
	anOrder: () => Promise<Bought>;
	hear: (request: ProviderRequest) => Promise<string[]>;
	sweep: () => Promise<number>;
	/** The same, which waits for no slow provider. */
	hasty: { provider: PaymentProvider; sweep: () => Promise<number> };
}

/** An order on its way to be paid. */
export interface Bought {
	orderId: OrderId;
	reference: string;
	href: string;
	amount: number;
	status: () => Promise<string>;
	mayRead: () => Promise<boolean>;
	/** Everything up to the provider's message, which it gives. */
	paid: (said?: Said, seconds?: number) => Promise<ProviderRequest>;
	begin: () => Promise<string>;
}

/**
 * What holds for every payment provider, on a real database and over real HTTP: who pays gets what was paid for once,
 * whatever the provider's machine and the network do.
 */
export function providerSuite(
	db: Db,
	secret: string,
	open: () => Bench | Promise<Bench>,
	more?: (stage: () => Stage) => void,
): void {
	let stage: Stage;

	beforeAll(async () => {
		const bench = await open();
		const config = readConfig({ STOA_SANDBOX: '1', ...bench.env });
		const providers = openProviders(config, secret, db);
		const hasty = openProviders(config, secret, db, { patienceMs: HASTY_MS });
		const provider = providers.get(bench.name)!;
		const ear = { db, providers, platformShareBps: 2000 };
		const anOrder = async (): Promise<Bought> => {
			const author = await aPerson(db);
			const item = await anItem(db, { kind: 'article', authorId: author.id, access: 'paid' });
			const amount = 1900;
			await priceItem(db, author.actor, item.id, { amount, currency: 'CNY' });
			const [offer] = await listOffers(db, { itemId: item.id });
			const buyer = await aPerson(db);
			const { orderId } = await placeOrder(db, buyer.actor, { offerId: offer!.id, key: 'one-showing' });
			const till = { db, providers, origin: ORIGIN, locale: 'zh-CN' };
			const begin = () => beginPayment(till, buyer.actor, { orderId, provider: bench.name });
			const { reference, href, next } = await begin();
			await bench.visit(next);
			return {
				orderId,
				reference,
				href,
				amount,
				status: async () => (await findOrder(db, buyer.actor, orderId)).status,
				mayRead: async () => (await may(db, buyer.actor, 'read', [item])).get(item.id) === 'full',
				async paid(said, seconds) {
					await bench.end(reference, said?.outcome ?? 'succeeded');
					return bench.tell(reference, said, seconds);
				},
				begin: async () => (await begin()).reference,
			};
		};
		stage = {
			bench,
			provider,
			anOrder,
			hear: async (request) =>
				(await hearProvider(ear, bench.name, request)).heard.map(({ result }) => result),
			sweep: () => askPending(ear),
			hasty: { provider: hasty.get(bench.name)!, sweep: () => askPending({ ...ear, providers: hasty }) },
		};
	});
	afterAll(async () => {
		travel(0);
		expect(await verifyLedger(db)).toEqual([]);
		await stage.bench.close?.();
	});
	const later = async <T>(ms: number, work: () => Promise<T>) => {
		travel(ms);
		try {
			return await work();
		} finally {
			travel(0);
		}
	};

	describe('paying', () => {
		test('the buyer is sent to the till, pays, and may read; the ledger says where the money is', async () => {
			const bought = await stage.anOrder();
			expect(bought.href).toBe(`/checkout/${stage.bench.name}/${bought.reference}`);
			expect(await bought.mayRead()).toBe(false);
			expect(await stage.hear(await bought.paid())).toEqual(['settled']);
			expect(await bought.mayRead()).toBe(true);
			expect(await entriesOf(db, `order:${bought.orderId}`)).toHaveLength(3);
		});

		test('pressing the button again goes on with the same payment', async () => {
			const bought = await stage.anOrder();
			expect(await Promise.all([bought.begin(), bought.begin()])).toEqual([
				bought.reference,
				bought.reference,
			]);
			if (stage.bench.made) expect(stage.bench.made(bought.reference)).toBe(1);
		});

		test('a notice that comes many times at once, under one id and under many, settles once', async () => {
			const bought = await stage.anOrder();
			const first = await bought.paid();
			const others = await Promise.all([1, 2, 3].map(() => stage.bench.tell(bought.reference)));
			const heard = await Promise.all([first, first, first, ...others].map((one) => stage.hear(one)));
			expect(heard.flat().filter((result) => result === 'settled')).toHaveLength(1);
			expect(new Set(heard.flat())).toEqual(new Set(['settled', 'duplicate', 'already_paid']));
			expect(await entriesOf(db, `order:${bought.orderId}`)).toHaveLength(3);
		});

		test('what failed is said, can be paid later, and old news of a failure changes nothing', async () => {
			if (!stage.bench.tellsFailure) return;
			const bought = await stage.anOrder();
			expect(await stage.hear(await bought.paid({ outcome: 'failed' }))).toEqual(['failed']);
			expect(await bought.status()).toBe('pending');
			const history = (await orderHistory(db, bought.orderId)).map(({ what }) => what);
			expect(history).toContain('payment_failed');
			expect(await stage.hear(await bought.paid())).toEqual(['settled']);
			expect(await stage.hear(await stage.bench.tell(bought.reference, { outcome: 'failed' }))).toEqual([
				'failed',
			]);
			expect(await bought.status()).toBe('paid');
		});
	});

	describe('a notice that does not come', () => {
		test('the sweep asks the provider and settles; the notice that comes after that changes nothing', async () => {
			const bought = await stage.anOrder();
			const notice = await bought.paid();
			expect(await bought.status()).toBe('pending');
			const reads = async () => {
				await stage.sweep();
				return bought.mayRead();
			};
			expect(await later(2 * MINUTE, reads)).toBe(true);
			expect(await bought.status()).toBe('paid');
			expect(await stage.hear(notice)).toEqual(['already_paid']);
		});

		test('what nobody has paid yet is asked about less and less often, and given up after a day', async () => {
			const bought = await stage.anOrder();
			const row = () =>
				db
					.selectFrom('payments')
					.select(['asked', 'status', 'failure', 'ask_at'])
					.where('reference', '=', bought.reference)
					.executeTakeFirstOrThrow();
			const waits: number[] = [];
			for (const _ of [1, 2, 3, 4]) {
				const { ask_at } = await row();
				waits.push(Math.round((ask_at.getTime() - now().getTime()) / MINUTE));
				await later(ask_at.getTime() - Date.now() + 100, stage.sweep);
			}
			expect((await row()).asked).toBe(4);
			expect(waits[3]! - waits[2]!).toBeGreaterThan(waits[1]! - waits[0]!);
			await later(26 * 60 * MINUTE, stage.sweep);
			expect(await row()).toMatchObject({ status: 'failed', failure: 'expired' });
			// Paid is paid, however late.
			const notice = await bought.paid();
			expect(await stage.hear(notice)).toEqual(['settled']);
		});
	});

	describe('what is not the provider’s word', () => {
		test('an altered message, one without a signature, and rubbish are refused, and nothing is kept of them', async () => {
			const bought = await stage.anOrder();
			const notice = await bought.paid();
			const kept = () => db.selectFrom('payment_notices').select('id').execute();
			const before = (await kept()).length;
			expect(await code(stage.hear(stage.bench.forge(notice)))).toBe('orders.notice_invalid');
			expect(await code(stage.hear({ ...notice, headers: {}, body: '{"id":"evt_1"}' }))).toBe(
				'orders.notice_invalid',
			);
			expect(await code(stage.hear({ ...notice, body: '' }))).toBe('orders.notice_invalid');
			expect(await code(stage.hear({ ...notice, body: '\0\ufffd{{{' }))).toBe('orders.notice_invalid');
			expect((await kept()).length).toBe(before);
			expect(await bought.status()).toBe('pending');
			expect(await stage.hear(notice)).toEqual(['settled']);
		});

		test('a message with a true signature of another day, past or future, is refused', async () => {
			const bought = await stage.anOrder();
			const day = 27 * 3600;
			expect(await code(stage.hear(await bought.paid({}, -day)))).toBe('orders.notice_invalid');
			expect(await code(stage.hear(await bought.paid({}, day)))).toBe('orders.notice_invalid');
			const replayed = await bought.paid();
			expect(await code(later(day * 1000, () => stage.hear(replayed)))).toBe('orders.notice_invalid');
			expect(await bought.status()).toBe('pending');
		});
	});

	describe('the provider’s word that does not fit', () => {
		test('another amount or currency is kept, and opens nothing', async () => {
			const bought = await stage.anOrder();
			expect(await stage.hear(await bought.paid({ amount: 1 }))).toEqual(['mismatch']);
			expect(await bought.status()).toBe('pending');
			expect(await bought.mayRead()).toBe(false);
			const [kept] = await db
				.selectFrom('payment_notices')
				.select(['outcome', 'body', 'provider'])
				.where('reference', '=', bought.reference)
				.execute();
			expect(kept).toMatchObject({ outcome: 'mismatch', provider: stage.bench.name });
			expect(kept!.body).not.toBe('');
			if (stage.provider.currencies.length > 1)
				expect(await stage.hear(await bought.paid({ currency: 'JPY' }))).toEqual(['mismatch']);
			expect(await entriesOf(db, `order:${bought.orderId}`)).toEqual([]);
		});

		test('what it tells of things unknown here is kept, and answered so that it is not sent again', async () => {
			const told = await stage.bench.tellOther();
			expect(await stage.hear(told)).toEqual(['unknown']);
			expect(await stage.hear(told)).toEqual(['duplicate']);
			const kept = await db
				.selectFrom('payment_notices')
				.select(['about', 'outcome', 'type'])
				.where('provider', '=', stage.bench.name)
				.where('about', '=', 'other')
				.execute();
			expect(kept).toEqual([{ about: 'other', outcome: 'unknown', type: expect.stringMatching(/./) }]);
		});
	});

	describe('sending back', () => {
		const refund = (bought: Bought, reference: string, amount: number) =>
			stage.provider.refund({
				reference,
				paymentReference: bought.reference,
				amount,
				total: bought.amount,
				currency: 'CNY',
				reason: 'not what I thought',
			});

		test('a part, then the rest; the same one asked for twice is one, and more than was paid is refused', async () => {
			const bought = await stage.anOrder();
			await stage.hear(await bought.paid());
			const [one, two, three] = ['a', 'b', 'c'].map(
				(letter) => `r-${letter}${bought.reference.slice(3)}`,
			) as [string, string, string];
			expect(await stage.provider.askRefund(one, bought.reference)).toBeNull();
			expect(await refund(bought, one, 700)).toEqual({ status: 'succeeded' });
			expect(await refund(bought, one, 700)).toEqual({ status: 'succeeded' });
			if (stage.bench.made) expect(stage.bench.made(one)).toBe(1);
			expect((await refund(bought, two, 1201)).status).toBe('failed');
			expect(await refund(bought, three, 1200)).toEqual({ status: 'succeeded' });
			expect(await stage.provider.askRefund(three, bought.reference)).toEqual({ status: 'succeeded' });
			// A payment that was sent back was paid all the same.
			expect(await stage.provider.ask(bought.reference)).toMatchObject({
				outcome: 'succeeded',
				amount: 1900,
			});
		});

		test('what was never paid is not sent back', async () => {
			const bought = await stage.anOrder();
			const answer = await refund(bought, `r-d${bought.reference.slice(3)}`, 100).catch((error) => error);
			expect(answer instanceof AppError ? answer.code : answer.status).toMatch(/failed|provider_unavailable/);
		});
	});

	test('the bill of the day has each payment and each refund under our names, to the cent', async () => {
		const bought = await stage.anOrder();
		await stage.hear(await bought.paid());
		const name = `r-e${bought.reference.slice(3)}`;
		await stage.provider.refund({
			reference: name,
			paymentReference: bought.reference,
			amount: 700,
			total: 1900,
			currency: 'CNY',
			reason: '',
		});
		const local = new Date(now().getTime() + stage.provider.calendar.utcOffset * 3_600_000);
		const lines = await stage.provider.bill(local.toISOString().slice(0, 10));
		const about = (reference: string) =>
			lines
				.filter((line) => line.reference === reference && line.kind !== 'fee')
				.map(({ kind, amount, currency }) => ({ kind, amount, currency }));
		expect(about(bought.reference)).toEqual([{ kind: 'payment', amount: 1900, currency: 'CNY' }]);
		expect(about(name)).toEqual([{ kind: 'refund', amount: -700, currency: 'CNY' }]);
		const line = lines.find(({ reference }) => reference === bought.reference)!;
		expect(Math.abs(line.at.getTime() - now().getTime())).toBeLessThan(5 * MINUTE);
		expect(await stage.provider.bill('2020-02-29')).toEqual([]);
	});

	describe('a machine that has a bad day', () => {
		test.each(['slow', 'error', 'drop', 'garbage'] as const)(
			'%s: it is unavailable, and asked again it is one payment and one refund',
			async (trouble) => {
				if (!stage.bench.trouble) return;
				const bought = await stage.anOrder();
				const request = await bought.paid();
				stage.bench.trouble(trouble);
				const name = `r-f${bought.reference.slice(3)}`;
				const back = (by: PaymentProvider) =>
					by.refund({
						reference: name,
						paymentReference: bought.reference,
						amount: 500,
						total: 1900,
						currency: 'CNY',
						reason: '',
					});
				const { bench, provider: patient } = stage;
				const { provider, sweep } = trouble === 'slow' ? stage.hasty : stage;
				try {
					expect(await code(provider.ask(bought.reference))).toBe('orders.provider_unavailable');
					expect(await code(provider.bill('2026-01-02'))).toBe('orders.provider_unavailable');
					expect(await code(back(provider))).toBe('orders.provider_unavailable');
					// The sweep goes on with the others, and comes back to this one.
					await later(2 * MINUTE, sweep);
					expect(await bought.status()).toBe('pending');
				} finally {
					bench.trouble?.(null);
				}
				await later(10 * MINUTE, stage.sweep);
				expect(await bought.status()).toBe('paid');
				expect(await back(patient)).toEqual({ status: 'succeeded' });
				expect(bench.made!(name)).toBe(1);
				expect(await stage.hear(request)).toEqual(['already_paid']);
			},
			60_000,
		);
	});

	test('a refund that takes its time is pending until the provider tells, or is asked', async () => {
		const { bench, provider } = stage;
		if (!bench.refundLater || !bench.settleRefund) return;
		bench.refundLater();
		const bought = await stage.anOrder();
		await stage.hear(await bought.paid());
		const name = `r-9${bought.reference.slice(3)}`;
		const asked = { reference: name, paymentReference: bought.reference, amount: 1900, total: 1900 };
		expect(await provider.refund({ ...asked, currency: 'CNY', reason: '' })).toEqual({ status: 'pending' });
		expect(await provider.askRefund(name, bought.reference)).toEqual({ status: 'pending' });
		const told = await bench.settleRefund(name);
		expect(await provider.askRefund(name, bought.reference)).toEqual({ status: 'succeeded' });
		const { notices } = await provider.hear(told!);
		expect(notices).toMatchObject([
			{ about: 'refund', reference: name, outcome: 'succeeded', amount: 1900, currency: 'CNY' },
		]);
	});

	more?.(() => stage);
}
