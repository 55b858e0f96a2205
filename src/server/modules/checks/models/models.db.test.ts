import { expect, test } from 'vitest';
import { testDatabase } from '../../../platform/db/testing.ts';
import { drainEvents, emit } from '../../../platform/events/index.ts';
import { publishItem, registerTextCheck } from '../../items/index.ts';
import { anItem, aPerson, aSpace, plainKinds } from '../../items/testing.ts';
import {
	askTraining,
	checkHandlers,
	countExamples,
	keepSet,
	listModels,
	listRuns,
	readMood,
	readSet,
	reasonsOn,
	setRule,
	textCheck,
	trainModel,
	tryText,
	useModel,
} from '../index.ts';
import { doRun } from '../runs.ts';

plainKinds();
const { db } = await testDatabase();
const admin = await aPerson(db, { role: 'admin' });
const space = await aSpace(db);
const owner = {};

const offers = ['cheap watches', 'free prize', 'win cash now', '低价代购', '加微信领红包', '免费彩金'];
const topics = ['index scan', 'memory leak', 'unit tests', '慢查询', '内存泄漏', '单元测试'];
const examples = Array.from({ length: 240 }, (_, n) => ({
	text: `${['about', 'the', 'my', '关于'][n % 4]} ${(n % 2 ? offers : topics)[n % 6]} ${n % 7}`,
	positive: n % 2 === 1,
}));

test('labelled sets are read as people have them: CSV with a head, fields between tabs, quoted or padded', () => {
	expect(readSet('label,review\n1,很好\n0,"不好, 真的"\n').examples).toEqual([
		{ positive: true, text: '很好' },
		{ positive: false, text: '不好, 真的' },
	]);
	expect(readSet('ham\tHello\nspam\t"Win, ""now"""\n').examples).toEqual([
		{ positive: false, text: 'Hello' },
		{ positive: true, text: 'Win, "now"' },
	]);
	expect(readSet('ham\tHello\t\t\t0\nspam\tWin\n').examples).toHaveLength(2);
	expect(readSet('split,TEXT,verdict\na,x y,bad\nb,z,fine\n', { label: 'verdict', positive: 'BAD' })).toEqual(
		{
			examples: [
				{ positive: true, text: 'x y' },
				{ positive: false, text: 'z' },
			],
			skipped: 0,
		},
	);
	expect(readSet('label,text\n1,yes\nmaybe,so\n,none\n').skipped).toBe(2);
	for (const bad of ['', 'a,b,c\n1,2,3', 'label,text\nmaybe,so'])
		expect(() => readSet(bad)).toThrow(expect.objectContaining({ code: 'checks.set_unreadable' }));
});

test('without enough examples there is no model, and it is said; with them there is, explained and measured', async () => {
	await keepSet(db, { task: 'spam', origin: 'few', examples: examples.slice(0, 20) });
	await expect(trainModel(db, 'spam', { by: null })).rejects.toMatchObject({
		code: 'checks.too_few_examples',
		params: { positives: 10, negatives: 10, fewest: 50 },
	});
	const failed = await askTraining(db, admin.actor, 'spam');
	await doRun(db, owner, failed.id);
	expect((await listRuns(db, admin.actor))[0]).toMatchObject({
		status: 'failed',
		fault: 'checks.too_few_examples',
	});
	expect((await tryText(db, admin.actor, { text: 'free prize' }, owner)).models).toEqual([]);

	await keepSet(db, { task: 'spam', origin: 'few', examples });
	expect(await countExamples(db)).toEqual([{ task: 'spam', origin: 'few', positives: 120, negatives: 120 }]);
	const { id } = await askTraining(db, admin.actor, 'spam');
	await doRun(db, owner, id);
	expect((await listRuns(db, admin.actor))[0]).toMatchObject({ status: 'done', done: 6, total: 6, found: 1 });
	const [spam] = await listModels(db, admin.actor);
	expect(spam?.versions).toMatchObject([
		{ version: 1, active: true, report: { examples: 240, positives: 120 } },
	]);
	expect(spam?.versions[0]?.report.auc).toBeGreaterThan(0.95);
	const tried = await tryText(db, admin.actor, { text: 'A free prize for you' }, owner);
	expect(tried.models[0]).toMatchObject({ task: 'spam', version: 1 });
	expect(tried.models[0]!.probability).toBeGreaterThan(0.8);
	expect(tried.models[0]!.words.map(({ text }) => text)).toContain('prize');
});

test('a model holds what it is sure of, and says by which words; another version or none may be used', async () => {
	await setRule(db, admin.actor, { name: 'spam', action: 'hold', holdAt: 0.8 });
	registerTextCheck(textCheck(owner, 'stoa.example'));
	const author = await aPerson(db);
	const say = (source: string) =>
		publishItem(db, author.actor, {
			kind: 'article',
			spaceId: space.id,
			title: 'Title',
			source,
			tags: ['x'],
		});
	const made = await say('加微信领红包，免费彩金，win cash now, free prize');
	expect(made.status).toBe('held');
	const [why] = await reasonsOn(db, author.actor, made.id);
	expect(why?.reasons[0]).toMatchObject({ check: 'spam', version: 1 });
	expect(why?.reasons[0]).toHaveProperty('words.0');
	expect((await say('my index scan about unit tests')).status).toBe('published');
	const [{ versions } = { versions: [] }] = await listModels(db, admin.actor);
	await useModel(db, admin.actor, versions[0]!.id, false);
	expect((await say('加微信领红包，免费彩金，win cash, free prize')).status).toBe('published');
	await useModel(db, admin.actor, versions[0]!.id, true);
	registerTextCheck(null);
});

test('what moderators decide is learned from once, and the last word counts', async () => {
	const item = await anItem(db, { source: 'Buy followers cheap' });
	const decide = (outcome: 'upheld' | 'dismissed', category: string | null) =>
		emit(db, admin.id, 'moderation.decided', {
			caseId: 1,
			itemId: item.id,
			replyId: null,
			personId: null,
			outcome,
			category,
			actions: [],
		});
	const learned = () =>
		db
			.selectFrom('text_examples')
			.select(['task', 'positive', 'origin'])
			.where('item_id', '=', item.id)
			.orderBy('task')
			.execute();
	await decide('upheld', 'spam');
	await drainEvents(db, checkHandlers);
	expect(await learned()).toEqual([{ task: 'spam', positive: true, origin: 'decisions' }]);
	await decide('upheld', 'off-topic');
	await decide('dismissed', null);
	await drainEvents(db, checkHandlers);
	expect(await learned()).toEqual([
		{ task: 'spam', positive: false, origin: 'decisions' },
		{ task: 'toxic', positive: false, origin: 'decisions' },
	]);
});

test('labels drawn by lot make a version that is kept and not used; sentiment is counted by week', async () => {
	await keepSet(db, {
		task: 'toxic',
		origin: 'lot',
		examples: examples.map(({ text }, n) => ({ text: `${text} ${n}`, positive: (n * 7) % 13 < 6 })),
	});
	expect(await trainModel(db, 'toxic', { by: null })).toMatchObject({ active: false });
	await keepSet(db, {
		task: 'sentiment',
		origin: 'reviews',
		examples: examples.map(({ text, positive }) => ({
			text: `${text} ${positive ? '很好' : '很差'}`,
			positive,
		})),
	});
	expect((await trainModel(db, 'sentiment', { by: null })).active).toBe(true);
	registerTextCheck(textCheck(owner, 'stoa.example'));
	const author = await aPerson(db);
	await publishItem(db, author.actor, {
		kind: 'article',
		spaceId: space.id,
		title: 'Title',
		source: 'the course 很好 很好',
		tags: ['x'],
	});
	registerTextCheck(null);
	const weeks = await readMood(db, admin.actor, { weeks: 1, spaceId: space.id });
	expect(weeks[0]).toMatchObject({ judged: 1, content: 1 });
});
