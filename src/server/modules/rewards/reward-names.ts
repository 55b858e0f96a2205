import type { EventPayloads } from '../../contracts/events.ts';
import type { Db } from '../../platform/db/index.ts';
import type { Texts } from './schemas.ts';

const tables = {
	badge: 'badges',
	quest: 'quests',
	challenge: 'quests',
	honour: 'honours',
	order: 'goods_orders',
} as const;

/** What something that was earned is called in both languages, as `rewards.earned` names it; a month is called alike. */
export async function rewardNames(
	db: Db,
	{ what, id, name }: Pick<EventPayloads['rewards.earned'], 'what' | 'id' | 'name'>,
): Promise<Texts> {
	const row =
		what === 'pool'
			? null
			: await db.selectFrom(tables[what]).select('names').where('id', '=', id).executeTakeFirst();
	return (row?.names as unknown as Texts | undefined) ?? { 'zh-CN': name, en: name };
}
