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
}

const setting = (globalThis as unknown as { stoaScorm: Setting }).stoaScorm;
const MARK = 'stoa-scorm:';
/** Frames of a frameset go by their names, which links use as targets: those are left alone. */
const unnamed = window.name === '' || window.name.startsWith(MARK);

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
	for (let above: Window = window; above !== above.parent; ) {
		above = above.parent;
		try {
			above.postMessage({ stoa: 'scorm', token: setting.token, ...message }, setting.site);
		} catch {
			// A value that cannot be sent; nothing is.
		}
	}
}

const before = left();
let refused = false;
let draft: ReturnType<typeof setTimeout> | undefined;

const remember = (stored: [string, string][]) => {
	if (!unnamed) return;
	const note: Left = { token: setting.token, stored, since: Date.now() - runtime.elapsed() };
	window.name = MARK + JSON.stringify(note);
};

const runtime = openRuntime(before ? { ...setting.start, stored: before.stored } : setting.start, {
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
});

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

const api =
	setting.start.version === '1.2'
		? {
				LMSInitialize: (given: string) => runtime.initialize(given),
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
				Initialize: (given: string) => runtime.initialize(given),
				Terminate: (given: string) => runtime.terminate(given),
				GetValue: (path: string) => runtime.getValue(path),
				SetValue: (path: string, value: string) => runtime.setValue(path, value),
				Commit: (given: string) => runtime.commit(given),
				GetLastError: () => runtime.lastError(),
				GetErrorString: (code: string) => runtime.errorString(code),
				GetDiagnostic: (code: string) => runtime.diagnostic(code ?? ''),
			};

Object.defineProperty(window, setting.start.version === '1.2' ? 'API' : 'API_1484_11', {
	value: api,
	enumerable: true,
});
