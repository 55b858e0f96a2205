import { constants } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { boundMemory, lockDown } from './lock-down.ts';
import type { Job } from './protocol.ts';
import { bounded, Printed, say } from './say.ts';

// Runs before any code of a learner: takes the ways to the host out of reach, and gives back what asks a case.
const prelude = `
def _begin():
    import sys, json, traceback
    for name in [n for n in sys.modules if n in ('js', 'pyodide_js') or n.startswith(('pyodide', '_pyodide', 'pyodide_js.'))]:
        sys.modules[name] = None
    sys.meta_path[:] = [f for f in sys.meta_path if 'pyodide' not in type(f).__module__]
    sys.path_hooks[:] = [h for h in sys.path_hooks if 'pyodide' not in str(getattr(h, '__module__', ''))]
    dumps, run, make, look, fault = json.dumps, exec, compile, eval, traceback.format_exception_only
    def ask(setup, code, call):
        space = {'__name__': '__main__'}
        try:
            run(make(setup, 'setup.py', 'exec'), space)
            run(make(code, 'code.py', 'exec'), space)
            value = look(make(call.strip() or 'None', 'case.py', 'eval'), space)
            try:
                return 'v' + dumps(value)
            except (TypeError, ValueError):
                return 'v' + dumps(repr(value))
        except MemoryError:
            return 'm'
        except SystemExit:
            return 'eSystemExit: the code ended the program'
        except BaseException as error:
            return 'e' + ''.join(fault(error)).strip()
    return ask
_begin()
`;

/** Python in Pyodide. It knows of its host's objects, so the host is emptied before it runs anything: see `lock-down.ts`. */
export async function runPython(job: Job): Promise<void> {
	const { loadPyodide } = (await import(job.runtime.entry)) as typeof import('pyodide');
	boundMemory(job.memory);
	// Its file system of the host, which is never mounted, asks for numbers in a way that the permission model refuses.
	Object.assign(process, { binding: () => ({ fs: constants }) });
	// It tells its program's name to Python.
	process.argv.splice(1, process.argv.length, 'python');
	const python = await loadPyodide({
		indexURL: fileURLToPath(job.runtime.folder),
		jsglobals: Object.create(null),
		env: { HOME: '/home/pyodide', PYTHONHASHSEED: '0' },
		stdin: () => null,
	});
	let printed = new Printed(0, job.output);
	const decoder = new TextDecoder();
	const write = (bytes: Uint8Array) => {
		printed.add(decoder.decode(bytes, { stream: true }));
		return bytes.length;
	};
	python.setStdout({ write });
	python.setStderr({ write });
	const ask = python.runPython(prelude) as (setup: string, code: string, call: string) => string;
	lockDown();
	say({ ready: true });
	for (const [of, call] of job.calls.entries()) {
		printed = new Printed(of, job.output);
		say({ at: of });
		let told: string;
		try {
			told = ask(job.setup, job.code, call);
		} catch (error) {
			// The interpreter itself broke, as by a recursion deeper than its stack: there is no next case.
			say({
				of,
				value: null,
				printed: printed.text,
				error: `Error: ${String((error as Error).message).slice(0, 500)}`,
			});
			return;
		}
		if (told === 'm') say({ of, over: 'memory', printed: printed.text });
		else
			say({
				of,
				value: told.startsWith('v') ? bounded(told.slice(1), job.output) : null,
				error: told.startsWith('e') ? bounded(told.slice(1), 2000) : null,
				printed: printed.text,
			});
	}
}
