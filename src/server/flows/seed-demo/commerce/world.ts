import type { Member } from '../../../contracts/actor.ts';
import type { OfferId, OrderId, UserId } from '../../../kernel/ids.ts';
import {
	openSandbox,
	type Providers,
	placeOrder,
	playPayment,
	readSandboxMessage,
	type SandboxManner,
	type SignedMessage,
	startPayment,
} from '../../../modules/orders/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { defaultSettings } from '../../../platform/settings/index.ts';
import { settlePayment } from '../../settle-payment.ts';

/** What the demo's events happen in. */
export interface World {
	tx: Tx;
	/** The instance's secret: the sandbox signs with it, account numbers are sealed with it. */
	secret: string;
	providers: Providers;
	actor: (handle: string) => Member;
	/** The demo's item, by the slug it has on the site. */
	itemId: (slug: string) => Promise<number>;
	spaceId: (slug: string) => Promise<number>;
	bundleId: (title: string) => Promise<number>;
	tierId: (slug: string) => Promise<number>;
	/** Hears a signed message of the sandbox. */
	hear: (message: SignedMessage) => Promise<unknown>;
	/** Orders an offer, has the sandbox play a success, and hears its signed message, as anybody's payment goes. */
	buy: (handle: string, offerId: OfferId, order?: object, manner?: SandboxManner) => Promise<OrderId>;
}

export const platformShareBps = defaultSettings.platformShareBps;

export function openWorld(tx: Tx, people: ReadonlyMap<string, number>, secret: string): World {
	const actor = (handle: string): Member => {
		const userId = people.get(handle);
		if (!userId) throw new Error(`The demo has nobody called ${handle}.`);
		return {
			userId: userId as UserId,
			role: handle === 'mia-c' ? 'admin' : 'member',
			emailVerified: true,
			suspended: false,
			scopes: null,
		};
	};
	const known = new Map<string, number>();
	const idOf = (table: 'items' | 'spaces' | 'bundles' | 'tiers', column: 'slug' | 'title') => {
		return async (name: string): Promise<number> => {
			const key = `${table}:${name}`;
			const found =
				known.get(key) ??
				(
					await tx
						.selectFrom(table as 'items')
						.select('id')
						.where(column, '=', name)
						.executeTakeFirstOrThrow()
				).id;
			known.set(key, found);
			return found;
		};
	};
	let orders = 0;
	const hear = (message: SignedMessage) =>
		settlePayment(tx, readSandboxMessage(secret, message), platformShareBps);
	return {
		tx,
		secret,
		providers: new Map([['sandbox', openSandbox(tx, secret)]]),
		actor,
		hear,
		itemId: idOf('items', 'slug'),
		spaceId: idOf('spaces', 'slug'),
		bundleId: idOf('bundles', 'title'),
		tierId: idOf('tiers', 'slug'),
		async buy(handle, offerId, order = {}, manner = {}) {
			orders += 1;
			const buyer = actor(handle);
			const { orderId } = await placeOrder(tx, buyer, { offerId, key: `demo-order-${orders}`, ...order });
			const { reference } = await startPayment(tx, buyer, orderId, 'sandbox', { method: 'page' });
			await hear(await playPayment(tx, secret, reference, 'succeeded', manner));
			return orderId;
		},
	};
}
