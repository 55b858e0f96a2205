export const languages = ['javascript', 'python', 'sql'] as const;
export type Language = (typeof languages)[number];

/** What a child process is told on its standard input, as JSON. */
export interface Job {
	language: Language;
	/** Address of the package's entry, as a file URL, and the folder it lies in. */
	runtime: { entry: string; folder: string };
	setup: string;
	code: string;
	/** What is asked of the code, in order: an expression, or for SQL what is done before the query. */
	calls: string[];
	/** Bytes that may be printed by one case, and that one value may have as text. */
	output: number;
	/** Bytes that the language may hold. */
	memory: number;
}

/** What it says, a JSON a line. What right answers are it never learns: they are compared outside. */
export type Said =
	/** Everything is loaded; the clock of the first case starts with its `at`. */
	| { ready: true }
	| { at: number }
	| { of: number; value: string | null; printed: string; error: string | null }
	/** This case printed too much or asked for too much memory; nothing more follows. */
	| { of: number; over: 'output' | 'memory'; printed: string };
