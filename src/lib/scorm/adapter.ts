// Runs inside of a package, before everything that is the package's own: puts the API where packages look for it, in
// their own window. A package's documents have opaque origins, so none of them could reach an API in a window above;
// what is to be kept goes to the lesson's page as messages. Nothing here is trusted by the page or the server.

import { openRuntime, type Start } from '#shared/scorm/index.ts';

interface Setting {
	start: Start;
	/** Names the frame to the page. */
	token: string;
	/** Origin of the lesson's page. */
	site: string;
}

/** What a document leaves for the next one in the same frame, which has another origin and no storage. */
interface Left {
	token: string;
	stored: [string, string][];
	since: number;
	/** It was initialised, and not ended. */
	running: boolean;
}

/** A call of a function of the window above, which cannot be reached: it is told of instead. */
interface Call {
	type: 'call';
	name: string;
	args: unknown[];
}

const setting = (globalThis as unknown as { stoaScorm: Setting }).stoaScorm;
const MARK = 'stoa-scorm:';
const above = window.parent;
/** The page of the lesson is in no other window; what lies right below it is the outermost document of the package. */
const outermost = above === window.top;
/** Frames of a frameset go by their names, which links use as targets: only the outermost one may leave something there. */
const unnamed = outermost && (window.name === '' || window.name.startsWith(MARK));

function left(): Left | null {
	if (!window.name.startsWith(MARK)) return null;
	try {
		const found = JSON.parse(window.name.slice(MARK.length)) as Left;
		return found.token === setting.token ? found : null;
	} catch {
		return null;
	}
}

/** Only windows of the site get it: the others above are of other origins, and the browser keeps it from them. */
function tell(message: object): void {
	for (let at = above, depth = 0; depth < 20; at = at.parent, depth++) {
		try {
			at.postMessage({ stoa: 'scorm', token: setting.token, ...message }, setting.site);
		} catch {
			// A value that cannot be sent; nothing is.
		}
		if (at === at.parent) return;
	}
}

const before = left();
let refused = false;
let draft: ReturnType<typeof setTimeout> | undefined;

const remember = (stored: [string, string][]) => {
	if (!unnamed) return;
	const note: Left = {
		token: setting.token,
		stored,
		since: Date.now() - runtime.elapsed(),
		running: runtime.running(),
	};
	window.name = MARK + JSON.stringify(note);
};

const runtime = openRuntime(
	before ? { ...setting.start, stored: before.stored } : setting.start,
	{
		now: () => Date.now(),
		keep(stored, final) {
			clearTimeout(draft);
			remember(stored);
			tell({ type: 'keep', stored, final, elapsed: runtime.elapsed() });
			// What is kept now is known only later; that the last one was not, the next call tells.
			const fine = !refused;
			refused = false;
			return fine;
		},
		changed(stored) {
			remember(stored());
			clearTimeout(draft);
			// Who closes the window without a word has still done what they did.
			draft = setTimeout(() => tell({ type: 'draft', stored: stored(), elapsed: runtime.elapsed() }), 400);
		},
	},
	before?.running ? { since: before.since } : undefined,
);

addEventListener('message', ({ data, origin }) => {
	if (origin !== setting.site || data?.stoa !== 'scorm' || data.token !== setting.token) return;
	if (data.type === 'refused') refused = true;
});

// Whoever works in here is there: the page cannot see it.
let alive = 0;
for (const type of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove'] as const)
	addEventListener(
		type,
		() => {
			if (Date.now() - alive < 5000) return;
			alive = Date.now();
			tell({ type: 'alive' });
		},
		{ passive: true, capture: true },
	);

/** The next page of the same frame goes on with what this one has begun. */
const begin = (given: string) => {
	const answer = runtime.initialize(given);
	if (answer === 'true')
		remember(before?.stored ?? [...setting.start.stored.map(([a, b]) => [a, b] as [string, string])]);
	return answer;
};

const api =
	setting.start.version === '1.2'
		? {
				LMSInitialize: (given: string) => begin(given),
				LMSFinish: (given: string) => runtime.terminate(given),
				LMSGetValue: (path: string) => runtime.getValue(path),
				LMSSetValue: (path: string, value: string) => runtime.setValue(path, value),
				LMSCommit: (given: string) => runtime.commit(given),
				LMSGetLastError: () => runtime.lastError(),
				LMSGetErrorString: (code: string) => runtime.errorString(code),
				LMSGetDiagnostic: (code: string) => runtime.diagnostic(code ?? ''),
			}
		: {
				version: '1.0',
				Initialize: (given: string) => begin(given),
				Terminate: (given: string) => runtime.terminate(given),
				GetValue: (path: string) => runtime.getValue(path),
				SetValue: (path: string, value: string) => runtime.setValue(path, value),
				Commit: (given: string) => runtime.commit(given),
				GetLastError: () => runtime.lastError(),
				GetErrorString: (code: string) => runtime.errorString(code),
				GetDiagnostic: (code: string) => runtime.diagnostic(code ?? ''),
			};

const apiName = setting.start.version === '1.2' ? 'API' : 'API_1484_11';
// Writable, as packages declare a variable of that name: who overwrites it finds it above.
Object.defineProperty(window, apiName, { value: api, enumerable: true, configurable: true, writable: true });

/*
 * Many packages look for the API from the window above on, or call a function of theirs there; both would end in an
 * error, as no document of a package may touch another one's window. So `parent` is replaced by one that has the API,
 * and whose functions, from within a frame of the package, are called by message: what they return cannot come back.
 */
const ownOfWindows = new Set([
	'API',
	'API_1484_11',
	'document',
	'location',
	'opener',
	'frames',
	'history',
	'name',
	'closed',
]);
const stand: object = new Proxy(
	{
		[apiName]: api,
		postMessage: (message: unknown, ...more: unknown[]) =>
			(above.postMessage as (...given: unknown[]) => void).call(above, message, ...more),
	},
	{
		get(known: Record<string, unknown>, name) {
			if (typeof name === 'symbol' || name in known) return known[name as string];
			if (['parent', 'top', 'self', 'window'].includes(name)) return stand;
			if (name === 'length') return 0;
			if (outermost || ownOfWindows.has(name) || name === 'then') return undefined;
			return (...args: unknown[]) => {
				const call: Call = { type: 'call', name, args };
				above.postMessage({ stoa: 'scorm-inside', token: setting.token, ...call }, '*');
			};
		},
	},
);
Object.defineProperty(window, 'parent', { value: stand, configurable: true, writable: true });

addEventListener('message', ({ data, source }) => {
	if (data?.stoa !== 'scorm-inside' || data.token !== setting.token || data.type !== 'call') return;
	if ((source as Window | null)?.parent !== window || !Array.isArray(data.args)) return;
	const called = (window as unknown as Record<string, unknown>)[String(data.name)];
	if (typeof called === 'function' && Object.hasOwn(window, String(data.name)))
		called.apply(window, data.args);
});
