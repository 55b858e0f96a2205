import { boundMemory, lockDown } from './lock-down.ts';
import type { Job } from './protocol.ts';
import { bounded, Printed, say } from './say.ts';

// What a case begins with. The functions that look at values are taken before the learner's code can change them.
const prelude = `((print) => {
	const { stringify } = JSON, { isArray } = Array, text = String;
	const show = (value) => {
		if (typeof value === 'string') return value;
		try { const json = stringify(value); return json === undefined ? text(value) : json; } catch { return text(value); }
	};
	const log = (...values) => print(values.map(show).join(' ') + '\\n');
	globalThis.console = { log, info: log, warn: log, error: log, debug: log };
	return [
		(value) => { const json = stringify(value); return json === undefined ? 'undefined' : json; },
		(error) => { try { return error && error.name ? text(error.name) + ': ' + text(error.message) : 'Error: ' + show(error); } catch { return 'Error'; } },
	];
})`;

/** JavaScript in QuickJS, which is a machine of its own in WebAssembly: it has no object of this process. */
export async function runJavaScript(job: Job): Promise<void> {
	const core = (await import(job.runtime.entry)) as typeof import('quickjs-emscripten-core');
	const { default: variant } = (await import(
		job.runtime.folder
	)) as typeof import('@jitl/quickjs-ng-wasmfile-release-sync');
	boundMemory(job.memory * 2);
	const machine = await core.newQuickJSWASMModuleFromVariant(variant);
	lockDown();
	say({ ready: true });
	for (const [of, call] of job.calls.entries()) {
		const printed = new Printed(of, job.output);
		say({ at: of });
		const runtime = machine.newRuntime();
		runtime.setMemoryLimit(job.memory);
		runtime.setMaxStackSize(256 * 1024);
		const context = runtime.newContext();
		const print = context.newFunction('print', (text) => printed.add(context.getString(text)));
		const begin = context.unwrapResult(context.evalCode(prelude));
		const tools = context.unwrapResult(context.callFunction(begin, context.undefined, print));
		const [toText, describe] = [context.getProp(tools, 0), context.getProp(tools, 1)];
		const evaluate = (source: string, name: string) => {
			const result = context.evalCode(source, name);
			runtime.executePendingJobs();
			return result;
		};
		const failure = (error: Parameters<typeof context.getString>[0]): string => {
			const told = context.callFunction(describe, context.undefined, error);
			return told.error ? 'Error' : bounded(context.getString(told.value), 2000);
		};
		let value: string | null = null;
		let error: string | null = null;
		for (const [source, name] of [
			[job.setup, 'setup.js'],
			[job.code, 'code.js'],
			[call, 'case.js'],
		] as const) {
			const result = evaluate(source, name);
			if (result.error) {
				error = failure(result.error);
				break;
			}
			if (name !== 'case.js') continue;
			const state = context.getPromiseState(result.value);
			if (state.type === 'rejected') error = failure(state.error);
			else if (state.type === 'pending') error = 'Error: the promise was not settled';
			else {
				const told = context.callFunction(toText, context.undefined, state.value);
				if (told.error) error = failure(told.error);
				else value = bounded(context.getString(told.value), job.output);
			}
		}
		if (error !== null && /out of memory|^InternalError: null|^Error: null/.test(error))
			say({ of, over: 'memory', printed: printed.text });
		else say({ of, value, printed: printed.text, error });
		// The machine is not tidied up: what is left of a case goes with its process, and a case that ran out of memory
		// cannot be tidied at all.
	}
}
