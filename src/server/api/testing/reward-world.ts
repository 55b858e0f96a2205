import { addMonths, now } from '../../kernel/clock.ts';
import { earnPoints } from '../../modules/growth/index.ts';
import type { PersonBuilt } from '../../modules/items/testing.ts';
import {
	giveBadge,
	giveHonour,
	monthOf,
	orderGoods,
	setBadge,
	setGoods,
	setPoolTerms,
	setQuest,
	sharePool,
} from '../../modules/rewards/index.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';

const texts = { 'zh-CN': '一件好事', en: 'A good thing' };

/** What the calls on rewards are about: a badge of each sort, an award, a quest, an honour, goods, an order, a month. */
export async function buildRewards(db: Db, people: { admin: PersonBuilt; member: PersonBuilt }) {
	const { handle, actor: member } = people.member;
	const admin = people.admin.actor;
	const badge = { names: texts, descriptions: texts, tier: 'bronze' as const };
	const byHand = await setBadge(db, admin, { ...badge, slug: 'by-hand', repeatable: true });
	const byRule = await setBadge(db, admin, {
		...badge,
		slug: 'by-rule',
		rule: { of: 'person', all: [{ metric: 'questions', atLeast: 100 }] },
	});
	const award = await giveBadge(db, admin, byHand.id, { handle, reason: 'Helped.' });
	const quest = await setQuest(db, admin, {
		slug: 'first-week',
		kind: 'quest',
		names: texts,
		descriptions: texts,
		steps: [{ metric: 'votes', atLeast: 90 }],
	});
	const honour = await giveHonour(db, admin, { handle, names: texts, year: 2026 });
	const goods = await setGoods(db, admin, null, { names: texts, descriptions: texts, price: 10, stock: 5 });
	// Everybody who may order has enough to.
	await inTransaction(db, async (tx) => {
		for (const { id } of await tx.selectFrom('users').select('id').orderBy('id').execute())
			await earnPoints(tx, id, { amount: 100, reason: 'reward' });
	});
	const order = await orderGoods(db, member, { goodsId: goods.id, key: 'the-first-order' });
	await setPoolTerms(db, admin, { points: 100, formula: { mostPercent: 100, least: 1 } });
	const month = monthOf(addMonths(new Date(monthOf(now())), -1));
	await sql`update pool_terms set month = ${month}::date`.execute(db);
	await sharePool(db, month);
	return {
		handle,
		byHand: byHand.id,
		byRule: byRule.id,
		award: award.id,
		quest: quest.id,
		honour: honour.id,
		goods: goods.id,
		order: order.id,
		month: month.slice(0, 7),
	};
}
