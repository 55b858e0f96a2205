import { expect, test } from 'vitest';
import type { Privilege } from '../../contracts/actor.ts';
import { travel } from '../../kernel/clock.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { publishItem, readItem, retagItem, reviseItem, reviseReply, updateTag } from '../items/index.ts';
import { anItem, aPerson, aReply, aSpace } from '../items/testing.ts';
import '../articles/index.ts';
import { closeQuestion, readClosingVotes, reopenQuestion, voteToClose, voteToReopen } from './index.ts';

// What a level allows, by the gate of items and questions alone.
const { db } = await testDatabase();
const author = await aPerson(db);
const open = await aSpace(db);
const closed = await aSpace(db, { access: 'private', members: [author.id] });
const forbidden = { code: 'common.forbidden' };

async function withPrivileges(...privileges: Privilege[]) {
	return { ...(await aPerson(db)).actor, privileges };
}
const aQuestion = (spaceId = open.id) =>
	anItem(db, { kind: 'question', authorId: author.id, spaceId, tags: ['sql'] });
const edit = {
	title: 'A title that is better',
	source: 'Words that are better than before.',
	tags: ['sql'],
	revision: 1,
};

test('who may edit mends questions and answers of others, and leaves a revision; not articles, not comments, not where they do not belong', async () => {
	const editor = await withPrivileges('edit');
	const question = await aQuestion();
	await expect(reviseItem(db, await withPrivileges(), question.id, edit)).rejects.toMatchObject(forbidden);
	await reviseItem(db, editor, question.id, { ...edit, access: 'members' });
	const shown = await readItem(db, author.actor, question.id);
	// Who may read it stays its author's affair.
	expect(shown!.item).toMatchObject({ title: edit.title, revision: 2, access: 'free' });
	const answer = await aReply(db, { itemId: question.id, authorId: author.id });
	const comment = await aReply(db, { itemId: question.id, kind: 'comment', authorId: author.id });
	const mend = { itemId: question.id, revision: 1, source: 'An answer that reads better now.' };
	expect(await reviseReply(db, editor, { ...mend, replyId: answer.id })).toMatchObject({
		revision: 2,
	});
	await expect(reviseReply(db, editor, { ...mend, replyId: comment.id })).rejects.toMatchObject(forbidden);
	const article = await anItem(db, { kind: 'article', authorId: author.id, spaceId: open.id, tags: ['sql'] });
	await expect(reviseItem(db, editor, article.id, edit)).rejects.toMatchObject(forbidden);
	const inside = await aQuestion(closed.id);
	await expect(reviseItem(db, editor, inside.id, edit)).rejects.toMatchObject({ code: 'items.not_found' });
});

test('who may retag changes tags alone; a newer revision, too few tags and strangers are refused', async () => {
	const sorter = await withPrivileges('retag', 'create-tags');
	const question = await aQuestion();
	expect(await retagItem(db, sorter, question.id, { tags: ['sql', 'indexes'], revision: 1 })).toEqual({
		revision: 2,
	});
	expect((await readItem(db, author.actor, question.id))!.item).toMatchObject({ tags: ['sql', 'indexes'] });
	await expect(retagItem(db, sorter, question.id, { tags: ['sql'], revision: 1 })).rejects.toMatchObject({
		code: 'items.edit_conflict',
	});
	await expect(retagItem(db, sorter, question.id, { tags: [], revision: 2 })).rejects.toMatchObject({
		fields: { tags: 'items.tags_missing' },
	});
	await expect(
		retagItem(db, await withPrivileges('edit'), question.id, { tags: ['sql'], revision: 2 }),
	).rejects.toMatchObject(forbidden);
});

test('a word becomes a tag only by who may make tags', async () => {
	const given = {
		kind: 'question',
		spaceId: open.id,
		title: 'How is this tagged, then?',
		source: 'With a word that is no tag yet, as nobody has used it.',
		language: 'en' as const,
		tags: ['sql', 'never-used-before'],
	};
	await expect(publishItem(db, await withPrivileges(), given)).rejects.toMatchObject({
		code: 'items.tag_new',
		params: { tag: 'never-used-before' },
	});
	expect((await publishItem(db, await withPrivileges('create-tags'), given)).id).toBeGreaterThan(0);
});

test('questions are closed by the vote that is the last needed, for the reason most gave, and opened likewise', async () => {
	const question = await aQuestion();
	const voters = await Promise.all([1, 2, 3].map(() => withPrivileges('vote-to-close')));
	const vote = (at: number, reason: 'unclear' | 'off-topic') =>
		voteToClose(db, voters[at]!, { itemId: question.id, reason }, 3);
	await expect(
		voteToClose(db, await withPrivileges('edit'), { itemId: question.id, reason: 'unclear' }, 3),
	).rejects.toMatchObject(forbidden);
	expect(await vote(0, 'off-topic')).toEqual({ votes: 1, needed: 3, done: false });
	// A second vote of one person changes their reason, and is still one.
	expect(await vote(0, 'unclear')).toMatchObject({ votes: 1 });
	expect(await vote(1, 'off-topic')).toMatchObject({ votes: 2 });
	expect(await readClosingVotes(db, voters[1]!, question.id, 'close')).toEqual({ votes: 2, own: true });
	expect(await vote(2, 'off-topic')).toMatchObject({ votes: 3, done: true });
	const closure = await db
		.selectFrom('closures')
		.select('reason')
		.where('item_id', '=', question.id)
		.execute();
	expect(closure).toEqual([{ reason: 'off-topic' }]);
	for (const at of [0, 1, 2]) await voteToReopen(db, voters[at]!, question.id, 3);
	expect(await readClosingVotes(db, voters[1]!, question.id, 'reopen')).toEqual({ votes: 0, own: false });
	await expect(voteToReopen(db, voters[0]!, question.id, 3)).rejects.toMatchObject({
		code: 'questions.not_closed',
	});
	// Votes go stale.
	await vote(0, 'unclear');
	travel(15 * 86_400_000);
	expect(await vote(1, 'unclear')).toMatchObject({ votes: 1 });
	travel(0);
});

test('two last votes at once close a question once', async () => {
	const question = await aQuestion();
	const voters = await Promise.all([1, 2].map(() => withPrivileges('vote-to-close')));
	const tried = await Promise.allSettled(
		voters.map((voter) => voteToClose(db, voter, { itemId: question.id, reason: 'unclear' }, 1)),
	);
	expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	expect(
		await db.selectFrom('closures').select('reason').where('item_id', '=', question.id).execute(),
	).toHaveLength(1);
});

test('who may close does so at once, and describes no tags by that; who describes tags says nothing of who may use them', async () => {
	const closer = await withPrivileges('close');
	const question = await aQuestion();
	await closeQuestion(db, closer, { itemId: question.id, reason: 'unclear' });
	await reopenQuestion(db, closer, question.id);
	const { id } = await db.selectFrom('tags').select('id').where('slug', '=', 'sql').executeTakeFirstOrThrow();
	await expect(updateTag(db, closer, id, { description: 'Queries' })).rejects.toMatchObject(forbidden);
	const describer = await withPrivileges('edit-tags');
	await updateTag(db, describer, id, { description: 'Queries' });
	await expect(updateTag(db, describer, id, { moderatorOnly: true })).rejects.toMatchObject(forbidden);
});
