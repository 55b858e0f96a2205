import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { travel } from '../../kernel/clock.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { dispatchEvent, drainEvents, emit } from '../../platform/events/index.ts';
import { beginAttempt, submitAttempt } from '../assessments/index.ts';
import { aQuiz } from '../assessments/testing.ts';
import { enrol, markDone } from '../courses/index.ts';
import { aCourse } from '../courses/testing.ts';
import { aPerson } from '../items/testing.ts';
import { faultsOf } from './conformance.testing.ts';
import { deliverStatements, waitAfter } from './deliver.ts';
import { xapiHandlers } from './handlers.ts';
import { exportStatements, listStatements, retryStore, storeStates } from './read-statements.ts';
import { durationOf, type Statement, statementOf, uuidOf } from './statement.ts';
import { storeFrom } from './stores.ts';
import { verbNames } from './vocabulary.ts';

const { db } = await testDatabase();
const origin = 'https://stoa.example';

type Behave = (request: IncomingMessage, response: ServerResponse, statements: Statement[]) => void;

/** A record store as the specification has it: keeps each id once, says 409 for one that it has, and misbehaves when told. */
function aStore() {
	const kept = new Map<string, Statement>();
	const requests: { statements: Statement[]; headers: IncomingMessage['headers'] }[] = [];
	let behave: Behave | null = null;
	const server = createServer((request, response) => {
		let text = '';
		request.on('data', (chunk) => (text += chunk));
		request.on('end', () => {
			const statements = JSON.parse(text) as Statement[];
			requests.push({ statements, headers: request.headers });
			if (behave) return behave(request, response, statements);
			take(response, statements);
		});
	});
	function take(response: ServerResponse, statements: Statement[]) {
		const wrong = statements.flatMap(faultsOf);
		if (wrong.length > 0) return response.writeHead(400).end(wrong.join('\n'));
		if (statements.some(({ id }) => kept.has(id))) return response.writeHead(409).end('Conflict');
		for (const one of statements) kept.set(one.id, one);
		response
			.writeHead(200, { 'content-type': 'application/json' })
			.end(JSON.stringify(statements.map(({ id }) => id)));
	}
	return {
		server,
		kept,
		requests,
		take,
		behaves: (how: Behave | null) => {
			behave = how;
		},
		address: () => `http://key:s%40cret@127.0.0.1:${(server.address() as AddressInfo).port}/xapi`,
	};
}

const store = aStore();
const other = aStore();
beforeAll(() =>
	Promise.all(
		[store, other].map(({ server }) => new Promise<void>((go) => server.listen(0, '127.0.0.1', go))),
	),
);
afterAll(() => {
	for (const { server } of [store, other]) {
		server.closeAllConnections();
		server.close();
	}
});
const stores = () => [storeFrom(store.address()), storeFrom(other.address())];
const handlers = () => xapiHandlers({ origin, actor: 'account', stores: stores().map(({ name }) => name) });
const deliver = (patience = 2000) => deliverStatements(db, stores(), { patience });
const waiting = async () =>
	(await storeStates(db, stores())).map(({ waiting, refused }) => [waiting, refused]);

beforeEach(() => {
	for (const one of [store, other]) {
		one.kept.clear();
		one.requests.length = 0;
		one.behaves(null);
	}
});
afterEach(async () => {
	travel(0);
	await db.deleteFrom('xapi_statements').execute();
	await db.deleteFrom('xapi_stores').execute();
});

/** So many facts of one learner in one course, handled. */
async function someFacts(count: number) {
	const course = await aCourse(db, { title: 'Locks' });
	const { id: learnerId } = await aPerson(db);
	for (let n = 0; n < count; n++) {
		const id = await emit(db, learnerId, 'courses.lesson-completed', {
			courseId: course.id,
			lessonId: course.lessons[n % 3]!,
			learnerId,
		});
		await dispatchEvent(db, handlers(), id);
	}
	return { course, learnerId };
}

describe('a statement', () => {
	test('follows from its event, and says no more of a person than the number of their account', () => {
		const given = {
			key: 'events/12',
			verb: 'passed',
			at: new Date('2026-11-28T10:00:00Z'),
			learner: { id: 7, name: '吴桐', email: 'wu@example.org' },
			object: { type: 'assessment', path: '/courses/3/lessons/9', name: '测验', language: 'zh-CN' },
			course: { type: 'course', path: '/courses/3', name: '锁', language: 'zh-CN' },
			score: 0.85,
			success: true,
			seconds: 3725,
			language: 'zh-CN',
		} as const;
		const statement = statementOf({ origin, actor: 'account' }, given);
		expect(statement).toEqual(statementOf({ origin, actor: 'account' }, given));
		expect(faultsOf(statement)).toEqual([]);
		expect(statement).toMatchObject({
			actor: { account: { homePage: origin, name: '7' } },
			result: { score: { scaled: 0.85 }, success: true, duration: 'PT1H2M5S' },
			object: { id: `${origin}/courses/3/lessons/9`, definition: { name: { 'zh-CN': '测验' } } },
		});
		expect(JSON.stringify(statement)).not.toMatch(/吴桐|wu@example/);
		const open = statementOf({ origin, actor: 'mbox' }, given);
		expect(open.actor).toEqual({ objectType: 'Agent', name: '吴桐', mbox: 'mailto:wu@example.org' });
		expect(faultsOf(open)).toEqual([]);
	});

	test('of every verb keeps the rules, and the rules find what breaks them', () => {
		for (const verb of verbNames) {
			const statement = statementOf(
				{ origin, actor: 'account' },
				{
					key: verb,
					verb,
					at: new Date(),
					learner: { id: 1, name: 'a', email: 'a@b.c' },
					object: { type: 'course', path: '/courses/1', name: 'x', language: 'en' },
					course: null,
					language: 'en',
				},
			);
			expect(faultsOf(statement)).toEqual([]);
		}
		expect(
			faultsOf({ id: 'x', actor: {}, verb: { id: 'done' }, object: { id: null }, timestamp: 'now' }),
		).not.toEqual([]);
		// The name of RFC 9562's own example.
		expect(uuidOf('http://www.example.com/')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5/);
		expect([durationOf(0), durationOf(59.6), durationOf(3600)]).toEqual(['PT0S', 'PT1M', 'PT1H']);
	});
});

describe('facts', () => {
	test('of a course that is begun, learnt and completed become statements that a store takes', async () => {
		const course = await aCourse(db, { title: 'Locks', lessons: [{ title: 'One' }, { title: 'Two' }] });
		const learner = await aPerson(db);
		await enrol(db, learner.actor, course.id);
		for (const lesson of course.lessons) await markDone(db, learner.actor, lesson);
		await drainEvents(db, handlers());
		await drainEvents(db, handlers());
		expect(await deliver()).toBe(8);
		const said = [...store.kept.values()].map((one) => [
			(one.verb as { display: { 'en-US': string } }).display['en-US'],
			(one.object as { id: string }).id.replace(origin, ''),
		]);
		const [one, two] = course.lessons;
		expect(said).toEqual([
			['registered', `/courses/${course.id}`],
			['completed', `/courses/${course.id}/lessons/${one}`],
			['completed', `/courses/${course.id}/lessons/${two}`],
			['completed', `/courses/${course.id}`],
		]);
		expect([...other.kept.keys()].sort()).toEqual([...store.kept.keys()].sort());
		expect(store.requests[0]?.headers).toMatchObject({
			'x-experience-api-version': '1.0.3',
			authorization: `Basic ${Buffer.from('key:s@cret').toString('base64')}`,
		});
	});

	test('of a quiz say how it went', async () => {
		const { key } = await aQuiz(db, 'How much is 2 + 2?\n- (x) 4\n- ( ) 5');
		const learner = await aPerson(db);
		await beginAttempt(db, learner.actor, key);
		await submitAttempt(db, learner.actor, key, new Map([[0, ['0']]]));
		await drainEvents(db, handlers());
		const { items } = await listStatements(db, (await aPerson(db, { role: 'admin' })).actor, {
			courseId: key.courseId,
		});
		const quiz = items.find(({ statement }) =>
			(statement.object as { definition: { type: string } }).definition.type.endsWith('assessment'),
		);
		expect(['passed', 'failed']).toContain(quiz?.verb);
		expect(quiz?.statement.result).toMatchObject({
			score: { scaled: expect.any(Number) },
			success: expect.any(Boolean),
		});
		expect(faultsOf(quiz?.statement)).toEqual([]);
	});
});

describe('a store', () => {
	test('gets each statement once, though it failed in the middle of taking them', async () => {
		await someFacts(3);
		let tries = 0;
		store.behaves((_, response, statements) => {
			tries += 1;
			// It kept them, and its answer was lost on the way.
			for (const one of statements) store.kept.set(one.id, one);
			response.destroy();
		});
		expect(await deliver()).toBe(3);
		expect(tries).toBe(1);
		expect(await waiting()).toEqual([
			[3, 0],
			[0, 0],
		]);
		// Not before its time.
		store.behaves(null);
		expect(await deliver()).toBe(0);
		travel(3600_000);
		expect(await deliver()).toBe(3);
		expect(store.kept.size).toBe(3);
		expect(await waiting()).toEqual([
			[0, 0],
			[0, 0],
		]);
	});

	test('that never answers, talks without end or leads elsewhere holds up itself only', async () => {
		await someFacts(2);
		for (const how of [
			() => {},
			(_: IncomingMessage, response: ServerResponse) => {
				response.writeHead(500);
				const talk = setInterval(() => response.write('x'.repeat(10_000)), 5);
				response.on('close', () => clearInterval(talk));
			},
			(_: IncomingMessage, response: ServerResponse) =>
				response.writeHead(307, { location: other.address().replace('key:s%40cret@', '') }).end(),
		] as Behave[]) {
			store.behaves(how);
			const begun = Date.now();
			await deliver(500);
			expect(Date.now() - begun).toBeLessThan(5000);
			travel(24 * 3600_000 + (Date.now() % 7));
		}
		expect((await waiting())[0]).toEqual([2, 0]);
		expect(other.kept.size).toBe(2);
		const [state] = await storeStates(db, stores());
		expect(state?.lastError).not.toBeNull();
	});

	test('that will never take one statement gets all the others', async () => {
		const { learnerId } = await someFacts(5);
		const { items } = await listStatements(db, (await aPerson(db, { role: 'admin' })).actor, {});
		const bad = items[2]!.statement.id;
		store.behaves((_, response, statements) =>
			statements.some(({ id }) => id === bad)
				? response.writeHead(400).end('no such thing')
				: store.take(response, statements),
		);
		await deliver();
		expect(store.kept.size).toBe(4);
		expect(await waiting()).toEqual([
			[0, 1],
			[0, 0],
		]);
		// When the store was mended, an administrator has them sent again.
		store.behaves(null);
		await retryStore(db, (await aPerson(db, { role: 'admin' })).actor, stores()[0]!);
		await deliver();
		expect([store.kept.size, store.kept.get(bad)?.id]).toEqual([5, bad]);
		expect(learnerId).toBeGreaterThan(0);
	});

	test('that asks for patience is given it', async () => {
		await someFacts(1);
		store.behaves((_, response) => response.writeHead(429, { 'retry-after': '7200' }).end());
		await deliver();
		store.behaves(null);
		travel(3600_000);
		expect(await deliver()).toBe(0);
		travel(7300_000);
		expect(await deliver()).toBe(1);
		expect(waitAfter(0, null, 0.5)).toBe(30_000);
		expect(waitAfter(30, null, 0.5)).toBe(6 * 3600_000);
		expect(waitAfter(0, 1e12)).toBe(24 * 3600_000);
	});

	test('is sent to by one process at a time', async () => {
		await someFacts(70);
		await Promise.all([deliver(), deliver(), deliver()]);
		expect(store.kept.size).toBe(70);
		expect(store.requests.flatMap(({ statements }) => statements).length).toBe(70);
	});
});

describe('reading statements', () => {
	test('is for administrators, and of a course for those who report on it', async () => {
		const { course, learnerId } = await someFacts(3);
		const admin = await aPerson(db, { role: 'admin' });
		const stranger = await aPerson(db);
		const { handle } = await db
			.selectFrom('users')
			.select('handle')
			.where('id', '=', learnerId)
			.executeTakeFirstOrThrow();
		const first = await listStatements(db, admin.actor, { person: handle }, { limit: 2 });
		expect(first.items.map((one) => one.handle)).toEqual([handle, handle]);
		const rest = await listStatements(db, admin.actor, { person: handle }, { limit: 2, cursor: first.next });
		expect([rest.items.length, rest.next]).toEqual([1, null]);
		expect((await listStatements(db, course.author.actor, { courseId: course.id })).items).toHaveLength(3);
		await expect(listStatements(db, course.author.actor, {})).rejects.toMatchObject({
			code: 'common.forbidden',
		});
		await expect(listStatements(db, stranger.actor, { courseId: course.id })).rejects.toMatchObject({
			status: 403,
		});
		const later = new Date(Date.now() + 60_000);
		expect((await listStatements(db, admin.actor, { since: later })).items).toEqual([]);
		expect((await listStatements(db, admin.actor, { until: later, verb: 'completed' })).items).toHaveLength(
			3,
		);
		let all = 0;
		for await (const rows of exportStatements(db, admin.actor, {})) all += rows.length;
		expect(all).toBe(3);
	});
});
