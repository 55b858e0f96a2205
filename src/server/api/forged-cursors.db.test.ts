import { expect, test } from 'vitest';
import { AppError } from '../kernel/errors.ts';
import { encodeCursor } from '../kernel/pagination.ts';
import { listPeople } from '../modules/accounts/index.ts';
import { listItemsForStaff, listPeopleForStaff } from '../modules/admin/index.ts';
import { listReputation } from '../modules/growth/index.ts';
import { readRevisions } from '../modules/items/index.ts';
import { anItem, aPerson } from '../modules/items/testing.ts';
import { listModerationActions } from '../modules/moderation/index.ts';
import { listNotifications } from '../modules/notifications/index.ts';
import { listOrders } from '../modules/orders/index.ts';
import { testDatabase } from '../platform/db/testing.ts';

const { db } = await testDatabase();
const answerTo = (list: Promise<unknown>) =>
	list.then(
		() => 'a page',
		(error) => (error instanceof AppError ? error.code : `a fault: ${error}`),
	);

test.each([[1e300], [1.5], [-1], [Number.MAX_SAFE_INTEGER]])(
	'a cursor with %d, which a stranger put together, is refused or finds nothing',
	async (number) => {
		const { actor, id } = await aPerson(db, { role: 'admin' });
		const cursor = encodeCursor([number]);
		const pair = encodeCursor([number, number]);
		const answers = await Promise.all(
			[
				listOrders(db, actor, { cursor }),
				listNotifications(db, actor, { cursor }),
				listModerationActions(db, actor, { cursor }),
				listReputation(db, id, { cursor }),
				listPeopleForStaff(db, actor, { cursor }),
				listItemsForStaff(db, actor, { cursor }),
				listPeople(db, { cursor: pair }),
				listPeople(db, { cursor: pair, sort: 'new' }),
			].map(answerTo),
		);
		const expected = Number.isSafeInteger(number) ? 'a page' : 'common.invalid_input';
		expect(answers).toEqual(answers.map(() => expected));
	},
);

test('a revision with a number that none can have is not there', async () => {
	const { actor } = await aPerson(db);
	const item = await anItem(db, {});
	const numbers = [1e300, 1.5, -1, Number.NaN, 2 ** 31];
	expect(await readRevisions(db, actor, { itemId: item.id, numbers })).toEqual([]);
});
