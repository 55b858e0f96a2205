import { AppError } from '../../kernel/errors.ts';

/**
 * A refusal says what of a folder it is about: `params.file`, or `params.lesson` with the lesson's key, and `params.field`
 * where one field is wrong. What already names a place stays as it is.
 */
export function blame(error: unknown, at: { file: string } | { lesson: string }): unknown {
	if (!(error instanceof AppError) || error.code === 'courses.folder_shape' || 'lesson' in error.params)
		return error;
	const [field, fault] = Object.entries(error.fields)[0] ?? [];
	// What is wrong with the one field says more than that something is wrong.
	const code = error.code === 'common.invalid_input' && fault ? fault : error.code;
	return new AppError(code, error.status, {
		params: { ...error.params, ...at, ...(field ? { field } : {}) },
		fields: error.fields,
		detail: `${Object.values(at)[0]}: ${error.message}`,
		cause: error,
	});
}
