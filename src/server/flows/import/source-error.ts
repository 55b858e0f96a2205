/** What can be wrong with material that is being imported. */
export type SourceFault =
	| 'not_found'
	| 'unreadable'
	| 'truncated'
	| 'damaged'
	| 'wrong_encoding'
	| 'malformed'
	| 'wrong_file'
	| 'missing_column'
	| 'bad_value'
	| 'too_large'
	| 'duplicate'
	| 'busy';

export interface Place {
	file: string;
	/** One-based line in the decompressed text, where known. */
	line?: number;
}

/**
 * The one error the readers throw. Its message reads as a sentence for the operator:
 * where, what, and what to do about it.
 */
export class SourceError extends Error {
	override readonly name = 'SourceError';
	readonly code: string;
	readonly fault: SourceFault;
	readonly file: string;
	readonly line: number | undefined;
	readonly advice: string;

	constructor(fault: SourceFault, at: Place, what: string, advice: string, cause?: unknown) {
		const place = at.line === undefined ? at.file : `${at.file}, line ${at.line}`;
		super(`${place}: ${what}. ${advice}`, cause === undefined ? undefined : { cause });
		this.fault = fault;
		this.code = `import.${fault}`;
		this.file = at.file;
		this.line = at.line;
		this.advice = advice;
	}
}
