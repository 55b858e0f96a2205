import { at, now } from '../../../kernel/clock.ts';
import { invoiceHandlers } from '../../../modules/invoices/index.ts';
import { notificationHandlers } from '../../../modules/notifications/index.ts';
import { sql, type Tx } from '../../../platform/db/index.ts';
import { dispatchEvent, type Handler, onEvents } from '../../../platform/events/index.ts';
import { renewSubscriptions } from '../../renew.ts';
import { settleDue } from '../../settle-due.ts';
import { addOffers } from './add-offers.ts';
import { deeds } from './deeds.ts';
import type { DemoCommerce } from './read-commerce.ts';
import { openWorld, platformShareBps, type World } from './world.ts';

// What a group's item, a talk, is sold as says the flow of it.
import '../../group-buy.ts';
import '../../talk.ts';

/**
 * Plays what was bought, asked, sent back and paid out in the last five months: each event, and each deadline between
 * them, with the clock of its moment, through the use cases that pages and jobs call.
 */
export async function addCommerce(
	tx: Tx,
	demo: DemoCommerce,
	people: ReadonlyMap<string, number>,
	secret: string,
): Promise<void> {
	const world = openWorld(tx, people, secret);
	const today = now().getTime();
	const ago = (days: number) => new Date(today - days * 86_400_000);
	const told = await openTelling(tx);
	await at(ago(demo.since), async () => {
		await addOffers(world, demo, ago);
		await told();
	});
	const events = demo.events
		.map((event) => ({ event, moment: ago(event.days_ago) }))
		.sort((a, b) => a.moment.getTime() - b.moment.getTime());
	for (const { event, moment } of events) {
		await passTime(world, moment, told);
		await at(moment, async () => {
			await deeds[event.does]!(world, event);
			await told();
		});
	}
	await passTime(world, now(), told);
}

/** Works on every deadline before a moment, a minute after it: renewals, groups and questions whose time is over. */
async function passTime(world: World, until: Date, told: () => Promise<void>): Promise<void> {
	for (let last = new Date(0); ; ) {
		const due = await nextDue(world.tx);
		if (!due || due >= until || due <= last) return;
		last = due;
		await at(new Date(due.getTime() + 60_000), async () => {
			await renewSubscriptions(world.tx, {
				providers: world.providers,
				platformShareBps,
				origin: '',
				winBack: { days: 14, percent: 0 },
				onError: (error) => {
					throw error;
				},
			});
			await settleDue(world.tx);
			await told();
		});
	}
}

async function nextDue(tx: Tx): Promise<Date | null> {
	const { rows } = await sql<{ due: Date | null }>`select min(due) as due from (
		select min(next_at) as due from subscriptions
		union all select min(charge_at) from subscription_bills where status = 'open'
		union all select min(due_at) from asks where status = 'waiting'
		union all select min(ends_at) from group_buys where status = 'open') deadlines`.execute(tx);
	return rows[0]!.due;
}

// The letters of months ago were sent then.
const noLetters: Handler = onEvents('subscriptions.write-letters', ['subscriptions.told'], async () => {});

/** Has everybody told, and every invoice issued, at the moment of the fact; afterwards the worker finds it done. */
async function openTelling(tx: Tx): Promise<() => Promise<void>> {
	const handlers = [...notificationHandlers, ...invoiceHandlers, noLetters];
	const types = [...new Set(handlers.flatMap((handler) => handler.types))];
	const newest = () =>
		tx
			.selectFrom('events')
			.select((eb) => eb.fn.max('id').as('id'))
			.executeTakeFirst();
	let after = (await newest())?.id ?? 0;
	return async () => {
		const rows = await tx
			.selectFrom('events')
			.select('id')
			.where('id', '>', after)
			.where('type', 'in', types)
			.orderBy('id')
			.execute();
		for (const { id } of rows) {
			await dispatchEvent(tx, handlers, id);
			after = id;
		}
	};
}
