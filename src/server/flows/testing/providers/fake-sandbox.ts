import { now, travel } from '../../../kernel/clock.ts';
import {
	type ProviderRequest,
	playPayment,
	type SandboxMessage,
	type SignedMessage,
	sandboxPayment,
	signSandboxMessage,
} from '../../../modules/orders/index.ts';
import type { Db } from '../../../platform/db/index.ts';
import type { Bench, Said } from './bench.ts';

/** The sandbox needs no fake: it is one. This is the suite's hand on it. */
export function sandboxBench(db: Db, secret: string): Bench {
	const request = ({ body, signature }: SignedMessage): ProviderRequest => ({
		headers: { 'x-sandbox-signature': signature },
		body,
		query: new URLSearchParams(),
	});
	return {
		name: 'sandbox',
		env: {},
		tellsFailure: true,
		visit(next) {
			if (next.step !== 'redirect') throw new Error('The sandbox has a page.');
		},
		async end(reference, outcome) {
			await playPayment(db, secret, reference, outcome);
		},
		async tell(reference, { outcome = 'succeeded', amount, currency }: Said = {}, seconds = 0) {
			const payment = (await sandboxPayment(db, reference))!;
			const message: SandboxMessage = {
				about: 'payment',
				reference,
				outcome,
				amount: amount ?? payment.amount,
				currency: currency ?? payment.currency,
				...(outcome === 'failed' ? { failure: 'declined' } : {}),
			};
			const moved = now().getTime() - Date.now();
			travel(moved + seconds * 1000);
			try {
				return request(signSandboxMessage(secret, message));
			} finally {
				travel(moved);
			}
		},
		tellOther: () =>
			request(
				signSandboxMessage(secret, {
					about: 'other',
					reference: '',
					outcome: 'none',
					amount: 0,
					currency: '',
				}),
			),
		forge: (told) => ({ ...told, body: told.body.replace(/"amount":\d+/, '"amount":1') }),
	};
}
