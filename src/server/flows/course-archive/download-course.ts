import type { Actor } from '../../contracts/actor.ts';
import type { ItemId } from '../../kernel/ids.ts';
import type { MediaTools } from '../../modules/media/index.ts';
import { keyOf } from '../../modules/media/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { writeZip, type ZipSource, zipMost } from '../../platform/zip/index.ts';
import { exportCourse, openFile, packCourse, planFiles } from '../course-folder/index.ts';
import { archiveError } from './errors.ts';

/**
 * A course as one file, for those who make it: its texts, and the files that they show. What can be refused is refused
 * before the first byte; the bytes are made as they are taken.
 *
 * @returns its name in ASCII, and its bytes piece by piece
 * @throws courses.not_found, courses.folder_shape when a file is gone, archives.too_large; refusals of the policy
 */
export async function downloadCourse(
	db: Db,
	actor: Actor,
	courseId: ItemId,
	tools: Pick<MediaTools, 'storage'>,
): Promise<{ name: string; pieces: AsyncGenerator<Uint8Array> }> {
	const { data, files } = await planFiles(db, actor, courseId, await exportCourse(db, actor, courseId));
	const texts = packCourse(data);
	const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
	if (bytes > zipMost.bytes || files.length + texts.size > zipMost.entries)
		throw archiveError('too_large', { params: { most: Math.floor(zipMost.bytes / 1024 ** 3) } });
	for (const file of files)
		if ((await tools.storage.size(keyOf.original(file.mediaId))) === null) await openFile(file, tools);
	const sources: ZipSource[] = [
		...[...texts].map(([name, content]) => ({ name, content })),
		...files.map((file) => ({ name: file.path, content: () => openFile(file, tools) })),
	];
	return { name: `course-${courseId}.zip`, pieces: writeZip(sources) };
}
