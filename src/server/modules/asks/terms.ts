import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { priceSchema, setTerms } from '../catalog/index.ts';

const hours = z.coerce.number().int('asks.hours').min(1, 'asks.hours').max(720, 'asks.hours');

/** What stands in the terms of an offer of answers. */
export const answerTerms = z.object({
	hours,
	/** What listening in costs, in minor units of the same currency; null: nobody may. */
	listenAmount: z.coerce
		.number()
		.int('asks.listen_price')
		.min(1, 'asks.listen_price')
		.max(100_000_000, 'asks.listen_price')
		.nullable(),
});
const answers = z.object({ price: priceSchema, ...answerTerms.shape });

/**
 * Sets for what the actor answers questions; null: not any more. Questions already asked keep the terms they were asked at.
 *
 * @throws common.invalid_input, accounts.email_not_verified
 */
export function offerAnswers(db: Db, actor: Actor, input: unknown): Promise<void> {
	const given = input === null ? null : validate(answers, input);
	return ofOneself(db, actor, async (tx, person_id) => {
		await setTerms(
			tx,
			{ sells: 'question', person_id },
			given && { price: given.price, terms: { hours: given.hours, listenAmount: given.listenAmount } },
		);
	});
}

/** What stands in the terms of an offer of hours. */
export const slotTerms = z.object({
	minutes: z.coerce.number().int('asks.minutes').min(10, 'asks.minutes').max(480, 'asks.minutes'),
	/** Until how many hours before the start a booking is cancelled for the whole price. */
	cancelHours: z.coerce.number().int('asks.hours').min(0, 'asks.hours').max(168, 'asks.hours'),
	/** Where one meets; told to who booked. */
	place: z.string().trim().max(500, 'asks.too_long'),
});
const talks = z.object({ price: priceSchema, ...slotTerms.shape });

/** Sets for what the actor talks to people, by the slot; null: not any more. @throws as {@link offerAnswers} */
export function offerTalks(db: Db, actor: Actor, input: unknown): Promise<void> {
	const given = input === null ? null : validate(talks, input);
	return ofOneself(db, actor, async (tx, person_id) => {
		const { price, ...terms } = given ?? { price: null };
		await setTerms(tx, { sells: 'slot', person_id }, price && { price, terms });
	});
}

const tips = z.object({ price: priceSchema });

/** Says that the actor takes tips, from an amount on; null: not any more. @throws as {@link offerAnswers} */
export function takeTips(db: Db, actor: Actor, input: unknown): Promise<void> {
	const given = input === null ? null : validate(tips, input);
	return ofOneself(db, actor, async (tx, person_id) => {
		const offer = await setTerms(
			tx,
			{ sells: 'tip', person_id },
			given && { price: given.price, pricing: 'open' },
		);
		const before = await tx
			.selectFrom('users')
			.select('takes_tips')
			.where('id', '=', person_id)
			.executeTakeFirst();
		if (before?.takes_tips === (offer !== null)) return;
		await tx
			.updateTable('users')
			.set({ takes_tips: offer !== null })
			.where('id', '=', person_id)
			.execute();
		// Their pages show whether one can: a new version of each.
		await sql`update items set version = version where author_id = ${person_id} and status = 'published'`.execute(
			tx,
		);
	});
}

async function ofOneself(
	db: Db,
	actor: Actor,
	work: (tx: Tx, userId: number) => Promise<void>,
): Promise<void> {
	const { userId } = requireActing(actor, 'public');
	await inTransaction(db, async (tx) => {
		await tx.selectFrom('users').select('id').where('id', '=', userId).forNoKeyUpdate().execute();
		await work(tx, userId);
	});
}
