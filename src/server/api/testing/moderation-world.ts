import { anItem, type PersonBuilt } from '../../modules/items/testing.ts';
import { appealDecision, claimCase, decideCase, report, saveCanned } from '../../modules/moderation/index.ts';
import type { Db } from '../../platform/db/index.ts';

/**
 * In the private space: an item of `author` that `member` may report, one with an open case, one with a case that
 * `keeper` holds, one that `admin` has hidden a moment ago, and one that a moderator hid, which `author` appeals.
 */
export async function buildModeration(
	db: Db,
	people: {
		author: PersonBuilt;
		member: PersonBuilt;
		keeper: PersonBuilt;
		admin: PersonBuilt;
		other: PersonBuilt;
	},
	spaceId: number,
) {
	const { author, member, keeper, admin, other } = people;
	const anotherCase = async () => {
		const item = await anItem(db, { kind: 'discussion', authorId: author.id, spaceId });
		const { id } = await report(db, member.actor, { itemId: item.id, reason: 'spam' });
		const row = await db
			.selectFrom('moderation_reports')
			.select('case_id')
			.where('id', '=', id)
			.executeTakeFirstOrThrow();
		return row.case_id;
	};
	const hide = { measures: ['hide' as const], category: 'spam' as const, reason: 'Sells watches.' };
	const fresh = await anItem(db, { kind: 'discussion', authorId: author.id, spaceId });
	const [open, held, decided, appealed] = [
		await anotherCase(),
		await anotherCase(),
		await anotherCase(),
		await anotherCase(),
	];
	const { id: decision } = await decideCase(db, { actor: admin.actor }, decided, hide);
	const { id: second } = await decideCase(db, { actor: other.actor }, appealed, hide);
	const { id: appeal } = await appealDecision(db, author.actor, second, { words: 'It was a quotation.' });
	await claimCase(db, keeper.actor, held);
	const { id: canned } = await saveCanned(db, admin.actor, null, {
		title: 'Advertising',
		text: 'Please do not.',
	});
	return { fresh: fresh.id, open, held, decision, appeal, canned };
}
