import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Db } from '../../platform/db/index.ts';
import { aZip } from '../../platform/zip/zip.testing.ts';
import { submitVersion } from '../courses/index.ts';
import { aCourse } from '../courses/testing.ts';
import type { PersonBuilt } from '../items/testing.ts';
import type { MediaTools } from '../media/index.ts';
import { importArchive, makeLessons } from './edit-packages.ts';
import './kind.ts';

/** A SCO of a few lines that says what it did by the title of its page. */
export const page = (body: string, head = '') =>
	`<!doctype html><html><head><title>SCO</title>${head}</head><body>${body}</body></html>`;

interface Given {
	version?: '1.2' | '2004';
	title?: string;
	/** Path by identifier. */
	scos?: Record<string, string>;
	/** More in the item of each SCO, as XML. */
	item?: string;
	files?: Record<string, string | Buffer>;
	/** Instead of the manifest that is made. */
	manifest?: string | Buffer | null;
	/** The folder that everything lies in. */
	folder?: string;
}

/** `imsmanifest.xml` as authoring tools write it, of either version. */
export function aManifest({
	version = '1.2',
	title = 'Fire safety',
	scos = { 'SCO-1': 'index.html' },
	item = '',
}: Given = {}) {
	const items = Object.keys(scos)
		.map((id) => `<item identifier="${id}" identifierref="R-${id}"><title>Part ${id}</title>${item}</item>`)
		.join('');
	const resources = Object.entries(scos)
		.map(
			([id, path]) =>
				`<resource identifier="R-${id}" type="webcontent" adlcp:${version === '1.2' ? 'scormtype' : 'scormType'}="sco" href="${path}"><file href="${path.replace(/[?#].*/, '')}"/></resource>`,
		)
		.join('');
	const spaces =
		version === '1.2'
			? 'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"'
			: 'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss"';
	return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="M" version="1" ${spaces}>
	<metadata><schema>ADL SCORM</schema><schemaversion>${version === '1.2' ? '1.2' : '2004 4th Edition'}</schemaversion></metadata>
	<organizations default="O"><organization identifier="O"><title>${title}</title>${items}</organization></organizations>
	<resources>${resources}</resources>
</manifest>`;
}

/** A package, whole or with what is asked to be wrong with it. */
export function aPackage(given: Given = {}): Buffer {
	const folder = given.folder ?? '';
	const files: Record<string, string | Buffer> = { ...given.files };
	for (const path of Object.values(given.scos ?? { 'SCO-1': 'index.html' }))
		files[path.replace(/[?#].*/, '')] ??= page('<p>Hello</p>');
	const manifest = given.manifest === undefined ? aManifest(given) : given.manifest;
	if (manifest !== null) files['imsmanifest.xml'] = manifest;
	return aZip(
		Object.entries(files).map(([name, bytes]) => ({
			name: `${folder}${name}`,
			bytes: Buffer.from(bytes as string),
		})),
	);
}

/** A course whose one lesson plays a package, published unless told otherwise; and a package that nothing plays. */
export async function aPlayedCourse(
	db: Db,
	tools: MediaTools,
	given: { author: PersonBuilt; spaceId?: number; package?: Given },
) {
	const { id: courseId } = await aCourse(db, {
		author: given.author,
		publish: false,
		lessons: [],
		...(given.spaceId ? { spaceId: given.spaceId } : {}),
	});
	const { actor } = given.author;
	const add = async (name: string) => {
		const path = join(mkdtempSync(join(tmpdir(), 'stoa-scorm-')), name);
		writeFileSync(path, aPackage(given.package));
		const id = await importArchive(db, actor, courseId, { name, path }, tools);
		rmSync(dirname(path), { recursive: true });
		return id;
	};
	const packageId = await add('played.zip');
	const [lessonId] = await makeLessons(db, actor, { courseId, packageId });
	await submitVersion(db, actor, courseId);
	return { courseId, packageId, lessonId: lessonId!, spareId: await add('spare.zip') };
}
