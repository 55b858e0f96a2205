import { randomInt } from 'node:crypto';
import { addMonths, now } from '../../kernel/clock.ts';
import type { Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { giftDetails, type Sale } from '../orders/index.ts';
import { giftMonths } from './gift.ts';

// Without what is mistaken for something else when read aloud or copied by hand. 31^16 is over 70 bits.
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

const codeOf = () =>
	Array.from({ length: 4 }, () =>
		Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join(''),
	).join('-');

/** Makes a code for each thing that an order of gifts bought; asked again for the same order it makes none. */
export async function makeGifts(tx: Tx, sale: Sale): Promise<void> {
	const { message } = giftDetails.parse(sale.details);
	const at = now();
	const made = await tx
		.insertInto('gifts')
		.values(
			Array.from({ length: sale.quantity }, (_, i) => ({
				code: codeOf(),
				order_id: sale.orderId,
				number: i + 1,
				giver_id: sale.userId,
				message,
				created_at: at,
				expires_at: addMonths(at, giftMonths),
			})),
		)
		.onConflict((conflict) => conflict.columns(['order_id', 'number']).doNothing())
		.returning('id')
		.execute();
	if (made[0])
		await emit(tx, null, 'gifts.changed', {
			giftId: made[0].id,
			change: 'made',
			giverId: sale.userId,
			redeemedBy: null,
			title: sale.offer.title,
		});
}
