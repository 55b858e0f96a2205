import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Actor } from '../../contracts/actor.ts';
import { createCourse } from '../../modules/courses/index.ts';
import type { MediaTools } from '../../modules/media/index.ts';
import { importArchive, makeLessons } from '../../modules/scorm/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { publishCourse, setCourse } from '../author-course.ts';

/**
 * The demo's course of a SCORM package, packed out of its folder and imported as any other. After the rest of the demo:
 * its files go to the storage, which no transaction can take back.
 */
export async function addPackage(db: Db, dir: string, tools: MediaTools): Promise<void> {
	const author = await db.selectFrom('users').select('id').where('handle', '=', 'he-ping').executeTakeFirst();
	const space = await db.selectFrom('spaces').select('id').where('slug', '=', 'commons').executeTakeFirst();
	if (!author || !space) return;
	const actor: Actor = {
		userId: author.id,
		role: 'member',
		emailVerified: true,
		suspended: false,
		scopes: null,
	};
	const folder = join(dir, 'packages', 'zh-handshake');
	mkdirSync(tools.workDir, { recursive: true });
	const work = mkdtempSync(join(tools.workDir, 'demo-'));
	try {
		const path = join(work, 'handshake.zip');
		const files = readdirSync(folder).sort();
		writeFileSync(
			path,
			zipSync(Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name))]))),
		);
		const { id: courseId } = await createCourse(db, actor, {
			title: '三次握手：动手试一试',
			spaceId: space.id,
			language: 'zh-CN',
		});
		const packageId = await importArchive(db, actor, courseId, { name: 'handshake.zip', path }, tools);
		await makeLessons(db, actor, { courseId, packageId });
		await setCourse(db, actor, courseId, {
			title: '三次握手：动手试一试',
			source:
				'两个小小的互动课件（SCORM 1.2）：先看连接怎样建立，再自己排一排次序。\n\nA small SCORM package: watch how a connection is made, then put its steps in order.',
			tags: ['networking'],
			language: 'zh-CN',
			difficulty: 'beginner',
			access: 'free',
			price: null,
			outcomes: ['说出三次握手的每一步'],
			audience: '',
			needs: '',
			review: false,
			rule: null,
		});
		await publishCourse(db, actor, courseId);
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}
