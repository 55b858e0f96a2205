import { readFile } from 'node:fs/promises';

/** Built by vite.scorm.config.ts out of src/lib/scorm. */
const BUILT = 'build/scorm/adapter.js';

let kept: Promise<string> | undefined;

/** The script that puts the API into a package's windows. Read once. */
export function adapterScript(): Promise<string> {
	kept ??= readFile(BUILT, 'utf8').catch((error) => {
		kept = undefined;
		throw error;
	});
	return kept;
}
