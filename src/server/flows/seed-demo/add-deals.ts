import type { Actor } from '../../contracts/actor.ts';
import type { UserId } from '../../kernel/ids.ts';
import { addSlot, offerAnswers, offerTalks, takeTips } from '../../modules/asks/index.ts';
import { listOffers } from '../../modules/catalog/index.ts';
import { offerGroups } from '../../modules/groups/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { ago } from './ago.ts';

const CNY = (amount: number) => ({ amount, currency: 'CNY' });
const actorOf = (userId: UserId): Actor => ({
	userId,
	role: 'member',
	emailVerified: true,
	suspended: false,
	scopes: null,
});

/** What some of the demo's people are paid for, beside what they write. */
export async function addDeals(tx: Tx): Promise<void> {
	const rows = await tx
		.selectFrom('users')
		.select(['id', 'handle'])
		.where('handle', 'in', ['he-ping', 'lin-wei', 'tang-li'])
		.execute();
	const of = (handle: string) => rows.find((row) => row.handle === handle);
	const [answers, talks, sells] = [of('he-ping'), of('lin-wei'), of('tang-li')];
	if (answers) {
		await offerAnswers(tx, actorOf(answers.id), { price: CNY(9900), hours: 48, listenAmount: 100 });
		await takeTips(tx, actorOf(answers.id), { price: CNY(200) });
	}
	if (talks) {
		const place = 'https://meet.example.org/lin-wei';
		await offerTalks(tx, actorOf(talks.id), { price: CNY(30_000), minutes: 30, cancelHours: 24, place });
		for (const days of [-3, -5, -8]) {
			const startsAt = ago(days);
			startsAt.setUTCHours(12, 0, 0, 0);
			await addSlot(tx, actorOf(talks.id), { startsAt });
		}
	}
	if (!sells) return;
	await takeTips(tx, actorOf(sells.id), { price: CNY(100) });
	const item = await tx
		.selectFrom('items')
		.select('id')
		.where('slug', '=', 'rag-evaluation-set')
		.executeTakeFirst();
	const [alone] = item ? await listOffers(tx, { itemId: item.id }) : [];
	if (item && alone)
		await offerGroups(tx, actorOf(sells.id), item.id, {
			amount: Math.ceil(alone.price.amount * 0.7),
			size: 3,
			hours: 48,
		});
}
