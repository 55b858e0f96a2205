import { checkout } from '../../flows/checkout.ts';
import { now } from '../../kernel/clock.ts';
import '../../flows/cash-bounty.ts';
import '../../flows/group-buy.ts';
import { settlePayment } from '../../flows/settle-payment.ts';
import '../../flows/talk.ts';
import {
	addSlot,
	answerAsk,
	followUp,
	listAsks,
	listSlots,
	offerAnswers,
	offerTalks,
	takeTips,
} from '../../modules/asks/index.ts';
import { listOffers, type Sells } from '../../modules/catalog/index.ts';
import { listGifts } from '../../modules/gifts/index.ts';
import { listOpenGroups, offerGroups } from '../../modules/groups/index.ts';
import { aSpace, type PersonBuilt } from '../../modules/items/testing.ts';
import { findOrder, startPayment } from '../../modules/orders/index.ts';
import type { Db } from '../../platform/db/index.ts';

const CNY = (amount: number) => ({ amount, currency: 'CNY' });

/**
 * What is bought of people, together and for others: `author` offers answers, talks and tips, and has paid for some of
 * `answerer`, whose item in the room is sold to groups.
 */
export async function buildDeals(
	db: Db,
	given: { author: PersonBuilt; answerer: PersonBuilt; buyer: PersonBuilt; owner: PersonBuilt; item: number },
) {
	const { author, answerer, buyer, owner, item } = given;
	let keys = 0;
	const pay = async (person: PersonBuilt, wanted: Record<string, unknown>) => {
		const { orderId } = await checkout(db, person.actor, { key: `world-deal-${++keys}`, ...wanted });
		const { price } = await findOrder(db, person.actor, orderId);
		const { reference } = await startPayment(db, person.actor, orderId, 'sandbox');
		const notice = { provider: 'sandbox', reference, outcome: 'succeeded' as const, ...price, body: '' };
		await settlePayment(db, { ...notice, noticeId: reference }, 2000);
		return orderId;
	};
	const offerOf = async (person: PersonBuilt, sells: Sells) =>
		(await listOffers(db, { personId: person.id }, sells))[0]!.id;

	for (const person of [author, answerer]) {
		await offerAnswers(db, person.actor, { price: CNY(9900), hours: 48, listenAmount: 100 });
		await offerTalks(db, person.actor, { price: CNY(20_000), minutes: 30, cancelHours: 24, place: 'Here' });
		await takeTips(db, person.actor, { price: CNY(100) });
	}
	const ask = async (asker: PersonBuilt, expert: PersonBuilt) => {
		const details = { title: 'Which index serves this?', source: 'I have tried one on each.', open: true };
		await pay(asker, { offerId: await offerOf(expert, 'question'), details });
		return (await listAsks(db, asker.actor, { list: 'asked' })).items[0]!.id;
	};
	const source = 'One on both columns, in the order in which you sort.';
	const waiting = await ask(buyer, author);
	const answered = await ask(author, answerer);
	await answerAsk(db, answerer.actor, { askId: answered, source });
	const followed = await ask(buyer, author);
	await answerAsk(db, author.actor, { askId: followed, source });
	await followUp(db, buyer.actor, { askId: followed, source: 'And when one of them is descending?' });
	const hearable = await ask(buyer, answerer);
	await answerAsk(db, answerer.actor, { askId: hearable, source });
	const square = await aSpace(db, { slug: 'square', ownerId: owner.id });

	const inHours = (hours: number) => ({ startsAt: new Date(now().getTime() + hours * 3_600_000) });
	const { id: slot } = await addSlot(db, author.actor, inHours(100));
	await addSlot(db, answerer.actor, inHours(100));
	await addSlot(db, answerer.actor, inHours(200));
	const [taken, free] = await listSlots(db, answerer.id);
	const talk = await pay(author, {
		offerId: await offerOf(answerer, 'slot'),
		details: { slotId: taken!.id, note: 'Indexes' },
	});

	await offerGroups(db, answerer.actor, item, { amount: 900, size: 3, hours: 48 });
	const [offer] = await listOffers(db, { itemId: item }, 'group');
	await pay(author, { offerId: offer!.id, details: { groupId: null } });
	const [group] = await listOpenGroups(db, author.actor, item);

	const alone = (await listOffers(db, { itemId: item }))[0]!.id;
	await pay(author, { offerId: alone, gift: true, details: { message: 'For your new job' } });
	const [gift] = await listGifts(db, author.actor);
	return {
		waiting,
		answered,
		followed,
		hearable,
		square,
		slot,
		free: free!.id,
		talk,
		group: group!.id,
		gift: gift!.code,
		pay,
	};
}
