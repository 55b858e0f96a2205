/** Everything that this library refuses, by name. */
export type RecommenderErrorCode =
	| 'empty_data'
	| 'invalid_weight'
	| 'invalid_time'
	| 'invalid_id'
	| 'invalid_option'
	| 'invalid_k'
	| 'length_mismatch'
	| 'unknown_user'
	| 'unknown_item'
	| 'missing_content'
	| 'foreign_file'
	| 'truncated_file'
	| 'damaged_file'
	| 'unsupported_version'
	| 'cancelled'
	| 'diverged';

/** A refusal that names its cause: `code` for programs, `message` for people. */
export class RecommenderError extends Error {
	readonly code: RecommenderErrorCode;

	constructor(code: RecommenderErrorCode, message: string) {
		super(message);
		this.name = 'RecommenderError';
		this.code = code;
	}
}

export function refuse(code: RecommenderErrorCode, message: string): never {
	throw new RecommenderError(code, message);
}
