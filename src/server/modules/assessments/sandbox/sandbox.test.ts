import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Language } from './protocol.ts';
import { OUTPUT, type Outcome, runCode } from './run-code.ts';

// Each case starts a process, and a busy machine takes its time over that.
vi.setConfig({ testTimeout: 300_000 });

// A server of this machine that no sandbox may ever reach, and a file that none may ever read.
let server: Server;
let port = 0;
const reached: string[] = [];
const secret = `/tmp/stoa-sandbox-secret-${process.pid}`;
const written = `/tmp/stoa-sandbox-written-${process.pid}`;

beforeAll(async () => {
	process.env.STOA_TEST_SECRET = 'in-the-environment';
	server = createServer((request, response) => {
		reached.push(request.url ?? '');
		response.end('reached');
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	port = (server.address() as AddressInfo).port;
	const { writeFileSync } = await import('node:fs');
	writeFileSync(secret, 'in-a-file');
});
afterAll(async () => {
	delete process.env.STOA_TEST_SECRET;
	server.close();
	const { rmSync } = await import('node:fs');
	rmSync(secret, { force: true });
});

async function run(
	language: Language,
	code: string,
	call = '',
	more: Partial<{ setup: string; seconds: number; calls: string[] }> = {},
): Promise<Outcome[]> {
	return runCode({ language, setup: '', code, calls: [call], seconds: 2, ...more });
}
const one = async (...given: Parameters<typeof run>) => (await run(...given))[0] as Outcome;

/** Nothing came out of it: neither the file, nor the environment, nor anything from the network. */
function nothingGotOut(outcome: Outcome): void {
	const all = JSON.stringify(outcome);
	expect(all).not.toContain('in-a-file');
	expect(all).not.toContain('in-the-environment');
	expect(all).not.toContain('root:');
	expect(reached).toEqual([]);
	expect(existsSync(written)).toBe(false);
	expect(readFileSync(secret, 'utf8')).toBe('in-a-file');
}

describe('JavaScript', () => {
	test('values, prints and errors of each case come back, and no case sees what another left', async () => {
		const outcomes = await run(
			'javascript',
			'let n = 0; const add = (a, b) => { n += 1; console.log("add", a, [b]); return a + b; };',
			'',
			{
				calls: ['add(1, 2)', 'add("a", {})', 'n', 'nothing()', '({ a: [1, null] })', 'Promise.resolve(7)'],
			},
		);
		expect(outcomes.map(({ verdict, value }) => [verdict, value])).toEqual([
			['ok', '3'],
			['ok', '"a[object Object]"'],
			['ok', '0'],
			['error', null],
			['ok', '{"a":[1,null]}'],
			['ok', '7'],
		]);
		expect(outcomes[0]?.printed).toBe('add 1 [2]\n');
		expect(outcomes[3]?.error).toMatch(/ReferenceError/);
	});

	test('a loop without end, one inside a promise and one inside a pattern are stopped', async () => {
		for (const code of [
			'for (;;);',
			'Promise.resolve().then(function again() { return Promise.resolve().then(again); });',
			'/^(a+)+$/.test("a".repeat(60) + "b")',
		])
			expect((await one('javascript', code, '1', { seconds: 1 })).verdict, code).toMatch(/^(time|error)$/);
	});

	test('code that eats memory is stopped, whichever way it eats', async () => {
		for (const code of [
			'const all = []; for (;;) all.push(new Array(1e5).fill(1));',
			'let s = "x"; for (;;) s += s;',
			'const all = []; for (;;) all.push(new ArrayBuffer(1e7));',
		])
			expect((await one('javascript', code, '1')).verdict, code).toMatch(/^(memory|error|time)$/);
	});

	test('code that prints for ever is stopped, and little of it is kept', async () => {
		const outcome = await one('javascript', 'for (;;) console.log("x".repeat(1000));');
		expect(outcome.verdict).toBe('output');
		expect(outcome.printed.length).toBeLessThanOrEqual(OUTPUT);
	});

	test('a recursion without end is an error of the code', async () => {
		expect((await one('javascript', 'const f = () => f() + 1;', 'f()')).verdict).toBe('error');
	});

	test('there is no process, no module, no network, no timer, no code of the host behind any object', async () => {
		const outcome = await one(
			'javascript',
			'',
			`[typeof process, typeof require, typeof fetch, typeof XMLHttpRequest, typeof WebSocket, typeof setTimeout, typeof Deno, typeof std, typeof os,
				(() => { try { return Function("return typeof process")() } catch (error) { return 'refused' } })(),
				(() => { try { return console.log.constructor("return typeof process")() } catch (error) { return 'refused' } })()]`,
		);
		expect(new Set(JSON.parse(outcome.value ?? '[]'))).toEqual(new Set(['undefined']));
		nothingGotOut(outcome);
	});

	test('modules cannot be loaded', async () => {
		for (const call of ['import("node:fs")', 'import("/etc/passwd")', 'import("http://127.0.0.1:1/x.js")']) {
			const outcome = await one('javascript', '', call);
			expect(outcome.verdict, call).toBe('error');
			nothingGotOut(outcome);
		}
	});

	test('a polluted prototype stays inside, and a value may be called __proto__', async () => {
		const outcome = await one(
			'javascript',
			'Object.prototype.polluted = 1; Array.prototype.push = null; JSON.stringify = () => "forged"; String = null;',
			'JSON.parse(\'{"__proto__": {"admin": true}, "constructor": 1}\')',
		);
		expect(outcome.verdict).toBe('ok');
		expect(outcome.value).toBe('{"__proto__":{"admin":true},"constructor":1}');
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
		expect(({} as Record<string, unknown>).admin).toBeUndefined();
	});
});

describe('Python', () => {
	test('values, prints and errors of each case come back', async () => {
		const outcomes = await run('python', 'def add(a, b):\n    print("add", a)\n    return a + b\n', '', {
			calls: ['add(1, 2)', '[add("a", "b"), None, 1.5]', 'add(1)', '{1, 2} == {2, 1}', 'add(" ", "é")'],
		});
		expect(outcomes.map(({ verdict, value }) => [verdict, value && JSON.parse(value)])).toEqual([
			['ok', 3],
			['ok', ['ab', null, 1.5]],
			['error', null],
			['ok', true],
			['ok', ' é'],
		]);
		expect(outcomes[0]?.printed).toBe('add 1\n');
		expect(outcomes[2]?.error).toMatch(/^TypeError/);
	});

	test('loops, floods of text and hunger are stopped', async () => {
		expect((await one('python', 'while True: pass', '1', { seconds: 1 })).verdict).toBe('time');
		expect(
			(
				await one(
					'python',
					'while True:\n    try:\n        while True: pass\n    except BaseException: pass',
					'1',
					{ seconds: 1 },
				)
			).verdict,
		).toBe('time');
		expect((await one('python', 'while True: print("x" * 1000)', '', { seconds: 10 })).verdict).toBe(
			'output',
		);
		expect(
			(
				await one('python', 'a = []\nwhile True: a.append("x" * 10_000_000 + str(len(a)))', '1', {
					seconds: 10,
				})
			).verdict,
		).toMatch(/^(memory|broken)$/);
		expect((await one('python', 'def f(): return f()', 'f()')).verdict).toMatch(/^(error|broken)$/);
	});

	test('the objects of the host are out of reach, and lead nowhere', async () => {
		const attacks = `
import gc, sys, importlib
def by_name():
    import js
    return str(js.process)
def by_its_own_module():
    import pyodide_js
    return str(pyodide_js)
def by_running_it():
    from pyodide.code import run_js
    return str(run_js("process.env"))
def by_a_constructor():
    from pyodide.ffi import to_js
    return str(to_js([]).constructor.constructor("return process")())
def by_the_core():
    import _pyodide_core
    return str(_pyodide_core)
def by_the_finder():
    return str(importlib.import_module("js"))
def by_forgetting():
    for n in list(sys.modules):
        if n == "js" or "pyodide" in n: sys.modules.pop(n)
    import js
    return str(js)
def by_the_garbage_collector():
    out = []
    for f in [o for o in gc.get_objects() if getattr(o, "__name__", "") in ("run_js", "to_js", "create_proxy")]:
        for given in ([1], "process.env"):
            try:
                x = f(given)
                out.append(str(x.constructor.constructor("return process.env")()))
            except BaseException as e:
                out.append("refused")
    return out
def by_old_proxies():
    return [str(o) for o in gc.get_objects() if type(o).__name__ == "JsProxy"]
def by_c():
    import ctypes
    ctypes.CDLL(None).emscripten_run_script(b"console.log(process.env)")
    return "ran"
`;
		const calls = [...attacks.matchAll(/^def (\w+)/gm)].map(([, name]) => `${name}()`);
		const outcomes = await run('python', attacks, '', { calls });
		for (const [n, outcome] of outcomes.entries()) {
			expect(outcome.verdict, calls[n]).toMatch(/^(ok|error)$/);
			nothingGotOut(outcome);
			if (outcome.verdict === 'ok')
				expect(new Set(JSON.parse(outcome.value ?? '[]')), calls[n]).toEqual(
					calls[n] === 'by_old_proxies()' ? new Set() : new Set(['refused']),
				);
		}
		// The constructors of the host were reached, and made nothing.
		expect(outcomes.at(-1)?.error).toMatch(/Code generation from strings disallowed/);
	});

	test('files, processes and the environment are not there', async () => {
		const calls = [
			`open(${JSON.stringify(secret)}).read()`,
			`open(${JSON.stringify(written)}, "w").write("out") and None`,
			'os.environ.get("STOA_TEST_SECRET")',
			'[name for name in os.environ.values() if "stoa" in name.lower() or "/work" in name]',
			'os.fork()',
			'subprocess.run(["id"], capture_output=True).stdout.decode()',
			'open("/etc/passwd").read()',
			'open("/proc/self/environ").read()',
			'os.kill(os.getppid(), 9)',
			'__import__("threading").Thread(target=print).start()',
		];
		// The first of them waits until Python has loaded, on a busy machine longer than code may take.
		const outcomes = await run('python', 'import os, subprocess', '', { calls, seconds: 10 });
		for (const [n, outcome] of outcomes.entries()) {
			nothingGotOut(outcome);
			expect(outcome.verdict, calls[n]).toMatch(/^(ok|error)$/);
			expect(outcome.value ?? 'null', calls[n]).toMatch(/^(null|-1|""|\[\]|32512)$/);
		}
	});

	test('the shell and the network are not there', async () => {
		const code = 'import os, socket, urllib.request';
		for (const call of [
			`os.system("echo out > ${written}")`,
			`socket.create_connection(("127.0.0.1", ${port}), 1).send(b"GET /python HTTP/1.0\\r\\n\\r\\n")`,
			`urllib.request.urlopen("http://127.0.0.1:${port}/urllib", timeout=1).read().decode()`,
		]) {
			const outcome = await one('python', code, call);
			// Some of it ends the process, as what it would be done with was taken away.
			expect(outcome.verdict, call).toMatch(/^(ok|error|broken)$/);
			expect(outcome.value ?? '', call).not.toMatch(/reached|uid=/);
			nothingGotOut(outcome);
		}
	});
});

describe('SQL', () => {
	test('rows come back, and each case begins with nothing but its setup', async () => {
		const outcomes = await run('sql', 'select name, n from t order by n', '', {
			setup: "create table t (name text, n int); insert into t values ('a', 2), ('b', 1);",
			calls: ['', "insert into t values ('c', 0)", 'drop table t', ''],
		});
		expect(outcomes.map(({ verdict, value }) => [verdict, value && JSON.parse(value)])).toEqual([
			[
				'ok',
				[
					['b', 1],
					['a', 2],
				],
			],
			[
				'ok',
				[
					['c', 0],
					['b', 1],
					['a', 2],
				],
			],
			['error', null],
			[
				'ok',
				[
					['b', 1],
					['a', 2],
				],
			],
		]);
		expect(outcomes[2]?.error).toContain('does not exist');
	});

	test('queries without end, sleep and hunger are stopped', async () => {
		expect(
			(
				await one(
					'sql',
					'with recursive r(n) as (select 1 union all select n from r) select count(*) from r',
					'',
					{ seconds: 1 },
				)
			).verdict,
		).toBe('time');
		expect((await one('sql', 'select pg_sleep(3600)', '', { seconds: 1 })).verdict).toMatch(/^(time|error)$/);
		expect(
			(
				await one(
					'sql',
					"select array_agg(repeat('x', 100000) || n) from generate_series(1, 1000000) n",
					'',
					{ seconds: 10 },
				)
			).verdict,
		).toMatch(/^(memory|error|broken)$/);
		const many = await one('sql', "select repeat('x', 1000) from generate_series(1, 5000)");
		expect((many.value ?? '').length).toBeLessThanOrEqual(OUTPUT + 1);
	});

	test('files, programs and the network of the machine are not there', async () => {
		const calls = [
			`create table loot as select pg_read_file('${secret}') as it`,
			"create table loot as select pg_read_file('/etc/passwd') as it",
			"create table loot as select pg_read_file('/proc/self/environ') as it",
			`create table loot (it text); copy loot from '${secret}'`,
			`copy (select 'out') to '${written}'`,
			'create extension dblink',
			"create table loot as select lo_import('/etc/passwd') as it",
			'create function f() returns text language plpython3u as \'return open("/etc/passwd").read()\'',
			"load '/usr/lib/libc.so.6'",
		];
		for (const [n, outcome] of (await run('sql', 'select * from loot', '', { calls })).entries()) {
			nothingGotOut(outcome);
			expect([outcome.verdict, outcome.value], calls[n]).toEqual(['error', null]);
		}
		// These break what they run in, so each has one of its own. A program's output is an empty one: there is none.
		const [from] = await run('sql', 'select * from loot', '', {
			calls: [`create table loot (it text); copy loot from program 'echo out > ${written}; id'`],
		});
		nothingGotOut(from!);
		expect([from!.verdict, from!.value]).toEqual(['ok', '[]']);
		const [to] = await run('sql', 'select * from loot', '', { calls: ["copy (select 1) to program 'cat'"] });
		nothingGotOut(to!);
	});
});

test('while code loops in every language the process outside goes on, and nothing is left running', async () => {
	let ticks = 0;
	const clock = setInterval(() => {
		ticks += 1;
	}, 20);
	const began = performance.now();
	const outcomes = await Promise.all([
		one('javascript', 'for (;;);', '1', { seconds: 1 }),
		one('python', 'while True: pass', '1', { seconds: 1 }),
		one('sql', 'with recursive r(n) as (select 1 union all select n from r) select count(*) from r', '', {
			seconds: 1,
		}),
	]);
	clearInterval(clock);
	expect(outcomes.map(({ verdict }) => verdict)).toEqual(['time', 'time', 'time']);
	// Of the ticks that there is time for, most were on time: no loop ran in this thread.
	expect(ticks).toBeGreaterThan(((performance.now() - began) / 20) * 0.3);
});
