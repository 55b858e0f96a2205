import { type Db, inTransaction } from '../../platform/db/index.ts';
import { activeBadges, settlePeople, settleWorks } from './award-badge.ts';
import { questsToCount, settleQuests } from './quest-progress.ts';

/** Gives everybody what they have earned by now, of all badges, quests and challenges: for what fills a database. */
export async function settleAll(db: Db): Promise<void> {
	await inTransaction(db, async (tx) => {
		const [badges, quests] = [await activeBadges(tx), await questsToCount(tx)];
		for (let after = 0; ; ) {
			const people = await tx
				.selectFrom('users')
				.select('id')
				.where('id', '>', after)
				.orderBy('id')
				.limit(500)
				.execute();
			if (people.length === 0) return;
			const ids = people.map(({ id }) => id);
			await settleQuests(tx, quests, ids);
			await settleWorks(tx, badges, { people: ids });
			await settlePeople(tx, badges, ids);
			after = ids.at(-1)!;
		}
	});
}
