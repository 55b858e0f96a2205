import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { courseError } from '../../modules/courses/index.ts';

/** More than a course has, less than a folder named by mistake. */
const limits = { files: 1200, bytes: 64 * 1024 * 1024 };

/**
 * Reads the Markdown files of a folder and of the folders in it; hidden ones and deeper ones are passed over.
 *
 * @throws courses.folder_shape when it is no folder, or too much
 */
export async function readFolder(path: string): Promise<Map<string, string>> {
	const files = new Map<string, string>();
	let bytes = 0;
	const take = async (name: string) => {
		bytes += (await stat(join(path, name))).size;
		if (files.size >= limits.files || bytes > limits.bytes)
			throw courseError('folder_shape', { params: { problem: 'there is too much in it' } });
		files.set(name, await readFile(join(path, name), 'utf8'));
	};
	const entries = await readdir(path, { withFileTypes: true }).catch(() => {
		throw courseError('folder_shape', { params: { problem: `${path} is no folder that can be read` } });
	});
	for (const entry of entries) {
		if (entry.name.startsWith('.')) continue;
		if (entry.isFile() && entry.name.endsWith('.md')) await take(entry.name);
		if (!entry.isDirectory()) continue;
		for (const inner of await readdir(join(path, entry.name), { withFileTypes: true }))
			if (inner.isFile() && inner.name.endsWith('.md') && !inner.name.startsWith('.'))
				await take(`${entry.name}/${inner.name}`);
	}
	return files;
}

/**
 * Writes files into a folder that is empty or not there yet; nothing is left of it when that fails.
 *
 * @param files text by path; or what writes other files there first, and then says what the texts are
 * @throws courses.folder_shape when something is in it
 */
export async function writeFolder(
	path: string,
	files: ReadonlyMap<string, string> | (() => Promise<ReadonlyMap<string, string>>),
): Promise<number> {
	await mkdir(path, { recursive: true });
	if ((await readdir(path)).length > 0)
		throw courseError('folder_shape', { params: { problem: `${path} is not empty` } });
	try {
		const texts = typeof files === 'function' ? await files() : files;
		for (const [name, text] of texts) {
			const target = join(path, ...name.split('/'));
			await mkdir(dirname(target), { recursive: true });
			await writeFile(target, text);
		}
		return texts.size;
	} catch (error) {
		await rm(path, { recursive: true, force: true });
		throw error;
	}
}
