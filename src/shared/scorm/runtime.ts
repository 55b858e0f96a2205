import type { Start } from './model.ts';
import { judged2004 } from './outcome.ts';
import { type Fault, openStore } from './store.ts';

/** Told of what a package does, in the window in which it runs. */
export interface RuntimeEars {
	/** Everything that was set so far; `final`: it is done. False when the last one could not be kept. */
	keep: (stored: [string, string][], final: boolean) => boolean;
	/** Something was set and is not committed yet. */
	changed?: (stored: () => [string, string][]) => void;
	now: () => number;
}

export interface Runtime {
	initialize(argument: string): 'true' | 'false';
	terminate(argument: string): 'true' | 'false';
	getValue(path: string): string;
	setValue(path: string, value: string): 'true' | 'false';
	commit(argument: string): 'true' | 'false';
	lastError(): string;
	errorString(code: string): string;
	diagnostic(code: string): string;
	/** It was initialised and not ended. */
	running(): boolean;
	/** Milliseconds since it was initialised; 0 before. */
	elapsed(): number;
}

type State = 'before' | 'running' | 'after';

/** Error numbers of each version for each fault of the data model: [when set, when read]. */
const numbers: Record<Start['version'], Record<Fault, readonly [number, number]>> = {
	'1.2': {
		unknown: [401, 401],
		'no-children': [401, 202],
		'not-a-collection': [401, 203],
		'read-only': [403, 403],
		'write-only': [404, 404],
		keyword: [402, 402],
		type: [405, 405],
		range: [405, 405],
		dependency: [405, 405],
		order: [201, 201],
		unset: [101, 101],
		'too-much': [101, 101],
	},
	'2004': {
		unknown: [401, 401],
		'no-children': [401, 301],
		'not-a-collection': [401, 301],
		'read-only': [404, 404],
		'write-only': [405, 405],
		keyword: [404, 404],
		type: [406, 406],
		range: [407, 407],
		dependency: [408, 408],
		order: [351, 301],
		unset: [403, 403],
		'too-much': [351, 351],
	},
};

/** What each call answers in a state that it is not for: [before, after]. */
const wrongState = {
	'1.2': { get: [301, 301], set: [301, 301], commit: [301, 301], terminate: [301, 301] },
	'2004': { get: [122, 123], set: [132, 133], commit: [142, 143], terminate: [112, 113] },
} as const;

const words: Record<Start['version'], Record<number, string>> = {
	'1.2': {
		0: 'No error',
		101: 'General exception',
		201: 'Invalid argument error',
		202: 'Element cannot have children',
		203: 'Element not an array - cannot have count',
		301: 'Not initialized',
		401: 'Not implemented error',
		402: 'Invalid set value, element is a keyword',
		403: 'Element is read only',
		404: 'Element is write only',
		405: 'Incorrect data type',
	},
	'2004': {
		0: 'No Error',
		101: 'General Exception',
		102: 'General Initialization Failure',
		103: 'Already Initialized',
		104: 'Content Instance Terminated',
		111: 'General Termination Failure',
		112: 'Termination Before Initialization',
		113: 'Termination After Termination',
		122: 'Retrieve Data Before Initialization',
		123: 'Retrieve Data After Termination',
		132: 'Store Data Before Initialization',
		133: 'Store Data After Termination',
		142: 'Commit Before Initialization',
		143: 'Commit After Termination',
		201: 'General Argument Error',
		301: 'General Get Failure',
		351: 'General Set Failure',
		391: 'General Commit Failure',
		401: 'Undefined Data Model Element',
		402: 'Unimplemented Data Model Element',
		403: 'Data Model Element Value Not Initialized',
		404: 'Data Model Element Is Read Only',
		405: 'Data Model Element Is Write Only',
		406: 'Data Model Element Type Mismatch',
		407: 'Data Model Element Value Out Of Range',
		408: 'Data Model Dependency Not Established',
	},
};

/**
 * The run-time of one session: the state machine over the data model, with the error numbers of its version. What the
 * functions of a package's API (`LMSGetValue`, `GetValue`) answer is what this answers.
 *
 * @param running what another document of the same session has begun is gone on with
 */
export function openRuntime(start: Start, ears: RuntimeEars, running?: { since: number }): Runtime {
	const { version } = start;
	const store = openStore(start);
	let state: State = running ? 'running' : 'before';
	let begun = running?.since ?? 0;
	let last = 0;
	let detail = '';

	const fail = (code: number, why = '') => {
		last = code;
		detail = why;
		return 'false' as const;
	};
	const done = () => {
		last = 0;
		detail = '';
		return 'true' as const;
	};
	const misplaced = (what: 'get' | 'set' | 'commit' | 'terminate') =>
		state === 'running' ? 0 : wrongState[version][what][state === 'before' ? 0 : 1];
	const argument = (given: unknown) => given === '' || (version === '1.2' && given == null);

	function initialize(given: string): 'true' | 'false' {
		if (!argument(given)) return fail(201, 'The argument is an empty text.');
		if (state === 'running') return fail(version === '1.2' ? 101 : 103, 'It is initialised already.');
		if (state === 'after' && version === '2004') return fail(104);
		state = 'running';
		begun = ears.now();
		return done();
	}

	function write(final: boolean, failure: number): 'true' | 'false' {
		return ears.keep(store.stored(), final)
			? done()
			: fail(failure, 'What was set before could not be kept.');
	}

	/** 2004 judges by thresholds while it runs; a package that asks is told the result. */
	function judged(path: string): string | null {
		if (version !== '2004' || !/^cmi\.(?:completion|success)_status$/.test(path)) return null;
		const found = judged2004(start, new Map(store.stored()));
		return path === 'cmi.success_status' ? found.success : found.completion;
	}

	return {
		initialize,
		terminate(given) {
			if (!argument(given)) return fail(201);
			const wrong = misplaced('terminate');
			if (wrong) return fail(wrong);
			state = 'after';
			return write(true, version === '1.2' ? 101 : 111);
		},
		getValue(path) {
			const wrong = misplaced('get');
			if (wrong) {
				fail(wrong);
				return '';
			}
			if (typeof path !== 'string' || path === '') {
				fail(version === '1.2' ? 201 : 301, 'Name an element.');
				return '';
			}
			const found = store.get(path);
			if ('fault' in found) {
				fail(numbers[version][found.fault][1], `${path}: ${found.fault}`);
				return '';
			}
			done();
			return judged(path) ?? found.value;
		},
		setValue(path, value) {
			const wrong = misplaced('set');
			if (wrong) return fail(wrong);
			if (typeof path !== 'string' || path === '')
				return fail(version === '1.2' ? 201 : 351, 'Name an element.');
			const fault = store.set(path, String(value ?? ''));
			if (fault) return fail(numbers[version][fault][0], `${path}: ${fault}`);
			ears.changed?.(() => store.stored());
			return done();
		},
		commit(given) {
			if (!argument(given)) return fail(201);
			const wrong = misplaced('commit');
			if (wrong) return fail(wrong);
			return write(false, version === '1.2' ? 101 : 391);
		},
		running: () => state === 'running',
		lastError: () => String(last),
		errorString: (code) => words[version][Number(code)] ?? '',
		diagnostic: (code) =>
			code === '' || Number(code) === last ? detail : (words[version][Number(code)] ?? ''),
		elapsed: () => (begun === 0 ? 0 : ears.now() - begun),
	};
}
