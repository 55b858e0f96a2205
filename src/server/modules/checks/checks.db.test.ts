import { afterEach, beforeEach, expect, test } from 'vitest';
import { travel } from '../../kernel/clock.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { drainEvents } from '../../platform/events/index.ts';
import { publishItem, readItem, registerTextCheck, releaseHeld, reply, reviseItem } from '../items/index.ts';
import { anItem, aPerson, aSpace, plainKinds } from '../items/testing.ts';
import {
	askRecheck,
	changeList,
	checkHandlers,
	createList,
	deleteList,
	listLists,
	listRules,
	listRuns,
	listStopped,
	readMood,
	reasonsOn,
	recheckRecent,
	setDomain,
	setRule,
	textCheck,
	tryText,
} from './index.ts';

plainKinds();
const { db } = await testDatabase();
const admin = await aPerson(db, { role: 'admin' });
const moderator = await aPerson(db, { role: 'moderator' });
const space = await aSpace(db);
const owner = {};
let serial = 0;

beforeEach(() => registerTextCheck(textCheck(owner, 'stoa.example')));
afterEach(() => {
	registerTextCheck(null);
	travel(0);
});

const say = (person: { actor: Parameters<typeof publishItem>[1] }, source: string) =>
	publishItem(db, person.actor, {
		kind: 'article',
		spaceId: space.id,
		title: `A title ${++serial}`,
		source,
		tags: ['x'],
	});
/** Somebody who has been here for a while. */
async function aRegular() {
	const person = await aPerson(db);
	await db
		.updateTable('users')
		.set({ created_at: new Date(Date.now() - 90 * 86_400_000) })
		.where('id', '=', person.id)
		.execute();
	for (let n = 0; n < 3; n++) await anItem(db, { authorId: person.id, spaceId: space.id });
	return person;
}
const code = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error) => error.code,
	);
const flagged = async (itemId: number) =>
	(
		await db
			.selectFrom('events')
			.select('payload')
			.where('type', '=', 'checks.flagged')
			.where('payload', '@>', JSON.stringify({ itemId }))
			.orderBy('id')
			.execute()
	).map(({ payload }) => payload);

test('a disguised sensitive word of the shipped list waits, its author is told which, and others see nothing', async () => {
	const author = await aPerson(db);
	const made = await say(author, '需要代.開.發.票的朋友请联系我。');
	expect(made.status).toBe('held');
	expect(await reasonsOn(db, author.actor, made.id)).toMatchObject([
		{ decision: 'hold', reasons: [{ check: 'words', list: 'zh', words: ['代.開.發.票'] }] },
	]);
	expect(await reasonsOn(db, (await aPerson(db)).actor, made.id)).toEqual([]);
	expect(await flagged(made.id)).toMatchObject([
		{ decision: 'hold', reasons: ['words'], authorId: author.id },
	]);
	expect((await listStopped(db, moderator.actor)).items[0]).toMatchObject({
		itemId: made.id,
		status: 'held',
	});
	// What is good is kept too, with nothing against it.
	const good = await say(author, '今天的天气很好，适合写代码。');
	expect(good.status).toBe('published');
	expect(await reasonsOn(db, author.actor, good.id)).toMatchObject([{ decision: 'publish', reasons: [] }]);
	expect(await flagged(good.id)).toEqual([]);
});

test('lists have an action each; words are no patterns; a changed list holds from the next text on', async () => {
	const author = await aRegular();
	const refused = await createList(db, admin.actor, {
		name: 'refused',
		action: 'refuse',
		words: 'zorkmid\n(a+b+)+$\n# a remark',
	});
	expect(refused).toMatchObject({ count: 2, faults: [] });
	const begun = performance.now();
	expect((await say(author, `${'a'.repeat(50_000)}!`)).status).toBe('published');
	expect(performance.now() - begun).toBeLessThan(3000);
	await expect(say(author, 'A z-o-r-k-m-i-d for you.')).rejects.toMatchObject({
		code: 'checks.refused',
		params: { words: expect.stringContaining('z-o-r-k') },
	});
	await changeList(db, admin.actor, refused.id, { action: 'note' });
	const noted = await say(author, 'A zorkmid for you.');
	expect(noted.status).toBe('published');
	expect(await flagged(noted.id)).toMatchObject([{ decision: 'publish' }]);
	await changeList(db, admin.actor, refused.id, { action: 'hide' });
	expect((await say(author, 'A zorkmid for them.')).status).toBe('hidden');
	await changeList(db, admin.actor, refused.id, { words: 'frobozz' });
	expect((await say(author, 'A zorkmid for us.')).status).toBe('published');
	await deleteList(db, admin.actor, refused.id);
	expect((await say(author, 'A frobozz for us.')).status).toBe('published');
});

test('faults of a list are told by their lines, and what it may hold is bounded', async () => {
	const long = 'x'.repeat(61);
	await expect(
		createList(db, admin.actor, { name: 'faulty', words: `fine\n${long}\n***\n(a+)+$` }),
	).rejects.toMatchObject({
		code: 'checks.word_list_faulty',
		params: { line: 2, lines: '2, 3, 4' },
		fields: { words: 'checks.word_too_long' },
	});
	const lenient = await createList(db, admin.actor, {
		name: 'faulty',
		words: `fine\n${long}\nfine`,
		lenient: true,
		action: 'off',
	});
	expect(lenient).toMatchObject({ count: 1, repeated: 1, faults: [{ line: 2 }] });
	expect(await code(createList(db, admin.actor, { name: 'faulty', words: 'xx' }))).toBe('checks.list_taken');
	const many = Array.from({ length: 100_001 }, (_, n) => `word${n}`).join('\n');
	expect(await code(createList(db, admin.actor, { name: 'many', words: many }))).toBe(
		'checks.word_list_too_long',
	);
	const shipped = (await listLists(db, admin.actor)).find(({ name }) => name === 'zh')!;
	expect(await code(changeList(db, admin.actor, shipped.id, { words: 'xx' }))).toBe('checks.list_shipped');
	expect(await code(deleteList(db, admin.actor, shipped.id))).toBe('checks.list_shipped');
	expect(await code(createList(db, moderator.actor, { name: 'mine' }))).toBe('common.forbidden');
});

test('new accounts have brakes that others have not: links, mentions, pace', async () => {
	const [fresh, regular] = [await aPerson(db), await aRegular()];
	const links = (n: number) =>
		Array.from({ length: n }, (_, i) => `https://site${i}.example.org/page`).join(' and ');
	expect((await say(fresh, `See ${links(5)}`)).status).toBe('held');
	expect((await say(regular, `Look at ${links(6)}`)).status).toBe('published');
	expect((await say(fresh, `Only here: ${'https://stoa.example/a '.repeat(9)}`)).status).toBe('published');
	await setDomain(db, admin.actor, { domain: 'https://www.Example.org/x', allowed: true });
	expect((await say(fresh, `Allowed: ${links(5)}`)).status).toBe('published');
	await setDomain(db, admin.actor, { domain: 'example.org', allowed: false });
	const blocked = await say(regular, 'One link to https://a.b.example.org.');
	expect(blocked.status).toBe('held');
	expect((await reasonsOn(db, regular.actor, blocked.id))[0]?.reasons).toMatchObject([
		{ check: 'domains', domains: ['a.b.example.org'] },
	]);
	expect((await say(fresh, 'Hello @a @b @c @d @e @f')).status).toBe('held');
	await setRule(db, admin.actor, { name: 'burst', action: 'refuse', forNew: 5, forOthers: 50 });
	await say(fresh, 'The fifth text in ten minutes.');
	await expect(say(fresh, 'The sixth.')).rejects.toMatchObject({
		code: 'checks.too_fast',
		params: { most: 5 },
	});
	travel(11 * 60_000);
	expect((await say(fresh, 'After a while.')).status).toBe('published');
	await setRule(db, admin.actor, { name: 'burst', action: 'off', forNew: '', forOthers: '' });
	expect(await code(setRule(db, admin.actor, { name: 'spam', action: 'hold', holdAt: 2 }))).toBe(
		'common.invalid_input',
	);
	expect((await listRules(db, moderator.actor)).find(({ name }) => name === 'burst')).toMatchObject({
		action: 'off',
		forNew: null,
		changed: true,
	});
});

test('what is copied from others, or said again, is recognised though it was changed a little', async () => {
	const [one, other] = [await aRegular(), await aRegular()];
	await setRule(db, admin.actor, { name: 'again', action: 'hold', holdAt: 0.9 });
	const text =
		'数据库的慢查询往往不是因为语句写得复杂，而是因为统计信息过期，优化器选错了索引。先看执行计划里估计的行数与实际的行数差多少，再决定要不要收集统计信息，最后才考虑改写语句本身。';
	const first = await say(one, text);
	expect(first.status).toBe('published');
	const copied = await say(other, text.replace('最后', '最後'));
	expect(copied.status).toBe('held');
	expect((await reasonsOn(db, other.actor, copied.id))[0]?.reasons).toMatchObject([
		{ check: 'copied', itemId: first.id },
	]);
	const again = await reply(db, one.actor, { itemId: first.id, kind: 'comment', source: `${text}！` });
	expect(again.status).toBe('held');
	// One's own text under edit is like itself, and that is no fault.
	const mine = await say(one, `关于索引：${text.split('').reverse().join('')}`);
	const change = {
		revision: 1,
		title: 'Another title',
		source: `关于索引：${text.split('').reverse().join('')}。完`,
		tags: ['x'],
	};
	expect((await reviseItem(db, one.actor, mine.id, change)).status).toBe('published');
});

test('zero-width floods are counted, and texts of any length take no more than they may', async () => {
	const author = await aPerson(db);
	expect((await say(author, `he${'\u200b'.repeat(60)}llo there`)).status).toBe('held');
	const begun = performance.now();
	const parts = ['\u200d\u0301', 'a@', 'http://', '【', '赌 '];
	for (const part of parts) await say(await aPerson(db), part.repeat(90_000 / part.length)).catch(() => {});
	expect(performance.now() - begun).toBeLessThan(15_000);
});

test('what a person let stand is learned from, and looking again does not hold it', async () => {
	const author = await aRegular();
	const list = await createList(db, admin.actor, { name: 'trial', action: 'hold', words: 'xyzzy' });
	const made = await say(author, 'The word xyzzy opens the cave.');
	expect(made.status).toBe('held');
	await releaseHeld(db, moderator.actor, { itemId: made.id, replyId: null }, 'a game');
	await drainEvents(db, checkHandlers);
	const learned = await db
		.selectFrom('text_examples')
		.select(['task', 'positive'])
		.where('item_id', '=', made.id)
		.orderBy('task')
		.execute();
	expect(learned).toEqual([
		{ task: 'spam', positive: false },
		{ task: 'toxic', positive: false },
	]);
	await recheckRecent(db, owner, async () => {});
	expect(await recheckRecent(db, owner, async () => {})).toBe(0);
	expect((await readItem(db, author.actor, made.id))?.item.status).toBe('published');
	await deleteList(db, admin.actor, list.id);
});

test('a changed list looks again at what stands: it holds what it finds, and lets go what it held', async () => {
	const author = await aRegular();
	const made = await say(author, 'A plugh is heard from the west.');
	const answered = await reply(db, author.actor, {
		itemId: made.id,
		kind: 'comment',
		source: 'Say plugh again.',
	});
	const list = await createList(db, admin.actor, { name: 'later', action: 'hold', words: 'plugh' });
	const { id } = await askRecheck(db, admin.actor);
	expect(await code(askRecheck(db, admin.actor))).toBe('checks.run_under_way');
	expect((await listRuns(db, moderator.actor))[0]).toMatchObject({ id, status: 'waiting', what: 'recheck' });
	const seen: number[] = [];
	expect(await recheckRecent(db, owner, async (done) => void seen.push(done))).toBe(2);
	expect(seen.at(-1)).toBeGreaterThan(0);
	expect((await readItem(db, author.actor, made.id))?.item.status).toBe('held');
	expect(await flagged(made.id)).toMatchObject([{ decision: 'hold', reasons: ['words'] }, {}]);
	await deleteList(db, admin.actor, list.id);
	expect(await recheckRecent(db, owner, async () => {})).toBe(2);
	const page = await readItem(db, author.actor, made.id);
	expect(page?.item).toMatchObject({ status: 'published', replyCount: 1 });
	expect(page?.comments[0]?.id).toBe(answered.id);
});

test('trying a text shows what is seen in it and keeps nothing; the weeks are counted for who looks after the place', async () => {
	const before = await db.selectFrom('text_checks').select('id').execute();
	const tried = await tryText(db, moderator.actor, { text: '需要代~开~發~票 https://x.example' }, owner);
	expect(tried).toMatchObject({
		decision: 'hold',
		found: [{ text: '代~开~發~票', list: 'zh' }],
		facts: { links: 1, hosts: ['x.example'] },
	});
	expect(tried.normalForm).toContain('代开发票');
	expect(await db.selectFrom('text_checks').select('id').execute()).toHaveLength(before.length);
	expect(await code(tryText(db, (await aPerson(db)).actor, { text: 'x' }, owner))).toBe('common.forbidden');
	const mood = await readMood(db, moderator.actor, { weeks: 2 });
	expect(mood).toHaveLength(2);
	expect(mood[1]).toMatchObject({ judged: 0, content: null });
	expect(mood[1]!.texts).toBeGreaterThan(10);
});
