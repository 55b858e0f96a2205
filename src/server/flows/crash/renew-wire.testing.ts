import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PaymentProvider } from '../../modules/orders/index.ts';
import type { Renewing } from '../renew.ts';

/*
 * A provider that takes renewals, on the other end of a wire: it goes on when the process that talks to it is killed.
 */

/** The provider's machine: what it took, by reference. */
export async function openTill() {
	const taken = new Map<string, number>();
	const server = createServer((request, response) => {
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			const { reference, amount } = JSON.parse(Buffer.concat(parts).toString());
			taken.set(reference, amount);
			response.end('{}');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return { taken, url, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

/** The provider as our side talks to it. @param step called before and after the call */
export function chargingOver(
	url: string,
	step: (name: string) => void,
): Pick<PaymentProvider, 'name' | 'methods' | 'chargeAgain'> {
	return {
		name: 'wire',
		methods: ['page'],
		async chargeAgain({ reference, amount, currency }) {
			step('before the charge');
			await fetch(url, { method: 'POST', body: JSON.stringify({ reference, amount }) });
			step('after the charge');
			return {
				provider: 'wire',
				noticeId: `charged:${reference}`,
				reference,
				outcome: 'succeeded',
				amount,
				currency,
				body: '{}',
			};
		},
	};
}

/** How renewals are done in these tests: what goes wrong ends them. */
export const renewing = (provider: PaymentProvider): Renewing => ({
	providers: new Map([['wire', provider]]),
	platformShareBps: 2000,
	origin: 'https://stoa.example',
	winBack: { days: 14, percent: 0 },
	onError: (error) => {
		throw error;
	},
});
