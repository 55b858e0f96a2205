import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Notice, PaymentProvider, RefundAnswer, RefundRequest } from '../../modules/orders/index.ts';
import { fakeProvider } from '../testing.ts';

/*
 * A provider on the other end of a wire: it lives in the test's own process and goes on when the process that talks to
 * it is killed, as a real one does.
 */

export const PROVIDER = 'wire';

/** The provider's machine, and where it is. */
export async function openWire() {
	const provider = fakeProvider(PROVIDER);
	const server = createServer((request, response) => {
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			const asked = JSON.parse(Buffer.concat(parts).toString()) as { what: string } & object;
			answer(asked).then(
				(body) => response.end(JSON.stringify(body)),
				(error) => {
					response.statusCode = 503;
					response.end(String(error));
				},
			);
		});
	});
	async function answer({ what, ...asked }: { what: string } & object): Promise<unknown> {
		if (what === 'refund') return provider.refund(asked as RefundRequest);
		const { reference, amount } = asked as { reference: string; amount: number };
		if (what === 'askRefund') return provider.askRefund(reference, '');
		if (what !== 'pay' && what !== 'charge') throw new Error(what);
		if (!provider.paid.has(reference)) provider.pay(reference, amount);
		return true;
	}
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
	return { provider, url, close };
}

/** What the provider says once a payment was paid; the same message however often it is sent. */
export const paidNotice = (reference: string, amount: number): Notice => ({
	provider: PROVIDER,
	noticeId: `paid:${reference}`,
	reference,
	outcome: 'succeeded',
	amount,
	currency: 'CNY',
	body: '{}',
});

/** The provider as our side talks to it. @param step called before and after each call: a point where one may be killed */
export function wireTo(
	url: string,
	step: (name: string) => void,
): PaymentProvider & { pay(reference: string, amount: number): Promise<void> } {
	async function call<T>(what: string, asked: object): Promise<T> {
		step(`before ${what}`);
		const response = await fetch(url, { method: 'POST', body: JSON.stringify({ what, ...asked }) });
		if (!response.ok) throw new Error(await response.text());
		const answer = (await response.json()) as T;
		step(`after ${what}`);
		return answer;
	}
	const unused = () => Promise.reject(new Error('not asked for in these tests'));
	return {
		name: PROVIDER,
		currencies: ['CNY'],
		methods: ['page'],
		calendar: { utcOffset: 0, readyAfterHours: 1 },
		begin: unused,
		hear: unused,
		ask: unused,
		bill: unused,
		refund: (asked) => call<RefundAnswer>('refund', asked),
		askRefund: (reference) => call<RefundAnswer | null>('askRefund', { reference }),
		pay: (reference, amount) => call('pay', { reference, amount }),
		async chargeAgain({ reference, amount }) {
			await call('charge', { reference, amount });
			return paidNotice(reference, amount);
		},
	};
}
