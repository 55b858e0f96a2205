import { z } from 'zod';
import { now } from '../../kernel/clock.ts';
import { validate } from '../../kernel/validate.ts';
import { catalogError } from '../catalog/index.ts';
import { closeEscrow, registerThing, type Thing } from '../orders/index.ts';
import type { AskStatus } from './ask.ts';
import { askError } from './errors.ts';
import { lockAsk, moveAsk, tell } from './move-ask.ts';
import { answerTerms } from './terms.ts';
import { keepPart, source, title, type Written, written } from './write-part.ts';

const asked = z.object({
	title,
	source,
	language: z.enum(['zh-CN', 'en']).default('en'),
	open: z.boolean().default(false),
});

/** What an order keeps of the question, until it is paid. */
type Kept = Omit<z.output<typeof asked>, 'source'> & { text: Written };

/** An answer of an expert: paid at once, earned by answering in time. */
export const questionThing: Thing = {
	async demandBuyable(_db, buyer, offer) {
		if (offer.personId === buyer.userId) throw askError('of_oneself');
		answerTerms.parse(offer.terms);
	},
	async prepare(_tx, _buyer, _offer, { quantity, details }) {
		if (quantity !== 1) throw catalogError('not_for_sale');
		const { source: text, ...given } = validate(asked, details);
		return { ...given, text: await written('question', text) } satisfies Kept;
	},
	async earners() {
		return 'escrow';
	},
	async give(tx, sale) {
		const { text, ...kept } = sale.details as Kept;
		const { hours } = answerTerms.parse(sale.offer.terms);
		const at = now();
		const ask = await tx
			.insertInto('asks')
			.values({
				...kept,
				order_id: sale.orderId,
				asker_id: sale.userId,
				expert_id: sale.offer.personId!,
				asked_at: at,
				due_at: new Date(at.getTime() + hours * 3_600_000),
			})
			.onConflict((conflict) => conflict.column('order_id').doNothing())
			.returningAll()
			.executeTakeFirst();
		if (!ask) return;
		await keepPart(tx, ask.id, 'question', text);
		await tell(tx, ask, 'asked', sale.userId);
	},
	async takeBack(tx, sale) {
		await closeEscrow(tx, sale.orderId);
		const row = await tx
			.selectFrom('asks')
			.select('id')
			.where('order_id', '=', sale.orderId)
			.executeTakeFirst();
		if (!row) return;
		const ask = await lockAsk(tx, row.id);
		if (['waiting', 'answered'].includes(ask.status as AskStatus)) await moveAsk(tx, ask, 'refunded', null);
	},
};
registerThing('question', questionThing);
