import module from 'node:module';
import process from 'node:process';

const refused = () => {
	throw new Error('refused');
};

/**
 * Takes from this process whatever a language in it could reach the outside by, should it get hold of JavaScript's own
 * objects (Python in WebAssembly can: every object of the host leads to its constructor). This is one wall of several;
 * the permission model of Node, no code from strings and, where the system lets it, a network of its own without any
 * way out are the others.
 */
export function lockDown(): void {
	// Nothing is loaded any more, by whatever name.
	module.registerHooks({ resolve: refused, load: refused });
	const own = process as unknown as Record<string, unknown>;
	for (const name of [
		'binding',
		'_linkedBinding',
		'getBuiltinModule',
		'dlopen',
		'mainModule',
		'kill',
		'_kill',
		'abort',
		'chdir',
		'send',
		'report',
		'permission',
		'execve',
		'setuid',
		'setgid',
		'loadEnvFile',
		'openStdin',
		'_debugProcess',
		'_startProfilerIdleNotifier',
	])
		redefine(own, name, undefined);
	redefine(own, 'env', Object.freeze(Object.create(null)));
	redefine(own, 'argv', []);
	redefine(own, 'execArgv', []);
	for (const name of [
		'fetch',
		'WebSocket',
		'EventSource',
		'XMLHttpRequest',
		'Request',
		'Response',
		'Worker',
		'BroadcastChannel',
		'MessageChannel',
		'navigator',
		'localStorage',
		'sessionStorage',
		'require',
		'module',
		'process',
		'global',
	])
		redefine(globalThis as unknown as Record<string, unknown>, name, undefined);
	// By the frames of a stack one would come at functions of the host.
	Object.defineProperty(Error, 'prepareStackTrace', {
		value: undefined,
		writable: false,
		configurable: false,
	});
}

function redefine(of: Record<string, unknown>, name: string, value: unknown): void {
	try {
		Object.defineProperty(of, name, { value, writable: false, configurable: false, enumerable: false });
	} catch {
		// Already fixed by Node itself.
	}
}

/** Bounds what WebAssembly may hold: beyond it memory does not grow, and the language sees that none is left. */
export function boundMemory(bytes: number): void {
	const grow = WebAssembly.Memory.prototype.grow;
	WebAssembly.Memory.prototype.grow = function bounded(this: WebAssembly.Memory, pages: number): number {
		if (this.buffer.byteLength + pages * 65_536 > bytes) throw new RangeError('No memory is left.');
		return grow.call(this, pages);
	};
}
