import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { assessmentError } from '../errors.ts';
import type { Job, Language, Said } from './protocol.ts';
import { use } from './usage.ts';
import { walled } from './wall.ts';

export type Verdict = 'ok' | 'error' | 'time' | 'memory' | 'output' | 'broken' | 'skipped';

/** What came of one case. `value` and `printed` are what the code answered and wrote; whether it is right is not known here. */
export interface Outcome {
	verdict: Verdict;
	/** JSON of the value, or of the rows of a query; null when there is none. */
	value: string | null;
	printed: string;
	error: string | null;
	/** Milliseconds by the clock. */
	ms: number;
}

export interface Code {
	language: Language;
	setup: string;
	code: string;
	calls: string[];
	/** Processor seconds for one case. */
	seconds: number;
}

/** Bytes that one case may print; its value has the same bound. */
export const OUTPUT = 64 * 1024;
/** A language is loaded within so many seconds of the clock, on a busy machine too. */
const LOADING = 150;
/** Code that sleeps uses no processor: of the clock it has so many times its processor seconds, and never less than so many. */
const PATIENCE = { times: 10, least: 30 };
/** Milliseconds between two looks at what a process uses. */
const LOOK = 50;
const MB = 1024 * 1024;

/** Bytes: what the language itself may hold, and what its whole process may be seen to hold before it is ended. */
const memory: Record<Language, { inside: number; whole: number }> = {
	javascript: { inside: 64 * MB, whole: 400 * MB },
	python: { inside: 256 * MB, whole: 700 * MB },
	sql: { inside: 384 * MB, whole: 900 * MB },
};

/** So many run at once, and so many may wait. */
const AT_ONCE = 2;
const QUEUE = 40;
let running = 0;
const waiting: (() => void)[] = [];

/**
 * Runs code of a stranger, in a process of its own that is given nothing: no environment, no files but the packages it
 * is made of, no way to start another process, no network; with bounds of time, memory and output, by which it is
 * killed. See docs/adr/0019.
 *
 * @returns an outcome for each call; after one that was killed the rest are `skipped`
 * @throws assessments.busy when too many wait
 */
export async function runCode(code: Code): Promise<Outcome[]> {
	if (waiting.length >= QUEUE) throw assessmentError('busy', { retryAfter: 15 });
	if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
	else running += 1;
	try {
		return await run(code);
	} finally {
		// The place goes to who waited longest.
		const next = waiting.shift();
		if (next) next();
		else running -= 1;
	}
}

async function run(code: Code): Promise<Outcome[]> {
	const bounds = memory[code.language];
	const { entry, folder, readable } = runtimeOf(code.language);
	const file = workerFile();
	const job: Job = {
		language: code.language,
		runtime: { entry, folder },
		setup: code.setup,
		code: code.code,
		calls: code.calls,
		output: OUTPUT,
		memory: bounds.inside,
	};
	const [command, ...args] = await walled([
		process.execPath,
		'--permission',
		...[dirname(file), ...readable].map((path) => `--allow-fs-read=${path}`),
		'--disallow-code-generation-from-strings',
		'--disable-proto=delete',
		'--no-addons',
		// Code that runs once is not worth optimising: without it PostgreSQL takes half the memory.
		'--liftoff-only',
		'--no-warnings',
		'--max-old-space-size=128',
		'--max-semi-space-size=4',
		file,
	]);
	const child = spawn(command!, args, {
		env: {},
		cwd: dirname(file),
		stdio: ['pipe', 'pipe', 'ignore'],
		windowsHide: true,
	});
	return attend(child, job, code.seconds, bounds.whole);
}

/** Listens to the child, looks at what it uses, and ends it when it uses too much. */
function attend(child: ChildProcess, job: Job, seconds: number, whole: number): Promise<Outcome[]> {
	// A busy machine may give a process a tenth of a processor.
	const patience = Math.max(PATIENCE.least, seconds * PATIENCE.times);
	const outcomes = job.calls.map(
		(): Outcome => ({ verdict: 'skipped', value: null, printed: '', error: null, ms: 0 }),
	);
	return new Promise((resolve) => {
		let at = -1;
		let ready = false;
		let began = performance.now();
		let spent = 0;
		let heard = 0;
		let rest = '';
		let settled = false;
		const settle = (of: number, outcome: Partial<Outcome>) => {
			const before = outcomes[of];
			if (before?.verdict === 'skipped')
				outcomes[of] = { ...before, ...outcome, ms: Math.round(performance.now() - began) };
		};
		const stop = (verdict: Verdict) => {
			settle(Math.max(0, at), { verdict });
			child.kill('SIGKILL');
		};
		const hear = (said: Said) => {
			if ('ready' in said) ready = true;
			else if ('at' in said) {
				at = said.at;
				began = performance.now();
				spent = use(child.pid)?.seconds ?? 0;
			} else if (said.of !== at) stop('broken');
			else if ('over' in said) {
				settle(at, { verdict: said.over, printed: String(said.printed).slice(0, OUTPUT) });
				child.kill('SIGKILL');
			} else {
				const { value, printed, error } = said;
				settle(at, { verdict: error === null ? 'ok' : 'error', value, printed, error });
			}
		};
		const look = setInterval(() => {
			const clock = (performance.now() - began) / 1000;
			const now = use(child.pid);
			if (now && now.bytes > whole) return stop('memory');
			if (!ready) return clock > LOADING ? stop('broken') : undefined;
			// Where what it uses cannot be seen, the clock alone decides.
			if (now ? now.seconds - spent > seconds || clock > patience : clock > seconds) stop('time');
		}, LOOK);
		const end = () => {
			if (settled) return;
			settled = true;
			clearInterval(look);
			// It ended in the middle of a case, or before the first one.
			if (
				outcomes.some(({ verdict }) => verdict === 'skipped') &&
				!outcomes.some(({ verdict }) => killed(verdict))
			)
				settle(
					outcomes.findIndex(({ verdict }) => verdict === 'skipped'),
					{ verdict: 'broken' },
				);
			resolve(outcomes);
		};
		child.stdout!.setEncoding('utf8').on('data', (text: string) => {
			heard += text.length;
			// All that it may rightly say, twice over, as JSON makes some characters longer.
			if (heard > (job.calls.length + 1) * OUTPUT * 14) return stop('output');
			rest += text;
			const lines = rest.split('\n');
			rest = lines.pop() as string;
			for (const line of lines) {
				try {
					hear(JSON.parse(line) as Said);
				} catch {
					stop('broken');
				}
			}
		});
		child.on('error', end);
		child.on('close', end);
		// Who is gone before it has read its job is told of by `close`.
		child.stdin!.on('error', () => {});
		child.stdin!.end(JSON.stringify(job));
	});
}

const killed = (verdict: Verdict) =>
	verdict === 'time' || verdict === 'memory' || verdict === 'output' || verdict === 'broken';

const require = createRequire(import.meta.url);

/** Where a language's package lies, and which folders it must be able to read. */
function runtimeOf(language: Language): { entry: string; folder: string; readable: string[] } {
	if (language === 'javascript') {
		const entry = require.resolve('quickjs-emscripten-core');
		const variant = require.resolve('@jitl/quickjs-ng-wasmfile-release-sync');
		const types = dirname(require.resolve('@jitl/quickjs-ffi-types/package.json'));
		return {
			entry: pathToFileURL(entry).href,
			folder: pathToFileURL(variant).href,
			readable: [packageOf(entry), packageOf(variant), types],
		};
	}
	const folder = packageOf(require.resolve(language === 'python' ? 'pyodide' : '@electric-sql/pglite'));
	const entry = join(folder, language === 'python' ? 'pyodide.mjs' : 'dist/index.js');
	return {
		entry: pathToFileURL(entry).href,
		folder: pathToFileURL(join(folder, '/')).href,
		readable: [folder],
	};
}

/** The folder of the package that a file belongs to. */
function packageOf(file: string): string {
	const at = file.lastIndexOf('node_modules/') + 'node_modules/'.length;
	const [scope, name] = file.slice(at).split('/') as [string, string];
	return file.slice(0, at) + (scope.startsWith('@') ? join(scope, name) : scope);
}

function workerFile(): string {
	// From source the file lies beside this one; in a build this code may be in a shared chunk.
	return fileURLToPath(
		import.meta.url.endsWith('.ts')
			? new URL('./code-worker.ts', import.meta.url)
			: import.meta.resolve('#server/modules/assessments/sandbox/code-worker.ts'),
	);
}
