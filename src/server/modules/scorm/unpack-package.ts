import { now } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import { openZip, type ZipEntry } from '../../platform/zip/index.ts';
import { findMedia, isProgram, type MediaTools, withOriginal } from '../media/index.ts';
import { filesOf, MANIFEST, packageLimits } from './entries.ts';
import { scormError } from './errors.ts';
import { hasFrames, hostsIn } from './look-inside.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { findPackage, keyOf, type PackageNotes } from './package.ts';
import { takesScript, typeOf } from './types.ts';

/**
 * Unpacks a package into the storage: looks at names and sizes first, then at the manifest, then at each file as it
 * comes. What is refused leaves no bytes. One that was broken off begins anew.
 */
export async function unpackPackage(db: Db, id: number, tools: MediaTools): Promise<void> {
	const found = await findPackage(db, id);
	if (!found || found.status === 'ready' || found.status === 'refused') return;
	const [medium] = found.mediaId === null ? [] : await findMedia(db, [found.mediaId]);
	// What is still on its way is taken up when it has come; see handlers.ts.
	if (medium && !['ready', 'refused', 'failed'].includes(medium.status)) return;
	await db
		.updateTable('scorm_packages')
		.set({ status: 'reading', done_count: 0 })
		.where('id', '=', id)
		.execute();
	try {
		// What was refused as an upload is refused for the same reason.
		if (medium?.refusal) throw new AppError(medium.refusal, 422, { params: medium.refusalParams });
		if (medium?.status !== 'ready') throw scormError('no_zip', { params: { name: found.name } });
		if (medium.mime !== 'application/zip') throw scormError('no_zip', { params: { name: found.name } });
		await tools.storage.removeAll(keyOf.all(id));
		await withOriginal(medium.id, tools, (path) => unpackArchive(db, id, path, tools));
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		await tools.storage.removeAll(keyOf.all(id));
		await db
			.updateTable('scorm_packages')
			.set({ status: 'refused', refusal: error.code, refusal_params: JSON.stringify(error.params) })
			.where('id', '=', id)
			.execute();
	}
}

/** Unpacks an archive that lies on this machine. @throws scorm.*, zip.* when it is refused */
export async function unpackArchive(db: Db, id: number, path: string, tools: MediaTools): Promise<void> {
	const zip = await openZip(path, packageLimits);
	try {
		const { files, skipped } = filesOf(zip.entries);
		const named = files.get([...files.keys()].find((name) => name.toLowerCase() === 'imsmanifest.xml')!)!;
		if (named.bytes > MANIFEST)
			throw scormError('manifest_too_large', { params: { most: MANIFEST / 1024 / 1024 } });
		const manifest = readManifest(await zip.read(named), new Set(files.keys()));
		const bytes = [...files.values()].reduce((sum, entry) => sum + entry.bytes, 0);
		await db
			.updateTable('scorm_packages')
			.set({ file_count: files.size, bytes, version: manifest.version, title: manifest.title })
			.where('id', '=', id)
			.execute();
		const notes = await keepFiles(db, id, files, zip.read, tools);
		await settle(db, id, files, manifest, { ...notes, skipped });
	} finally {
		await zip.close();
	}
}

async function keepFiles(
	db: Db,
	id: number,
	files: ReadonlyMap<string, ZipEntry>,
	read: (entry: ZipEntry) => Promise<Buffer>,
	tools: MediaTools,
): Promise<Pick<PackageNotes, 'hosts' | 'framed'>> {
	const hosts = new Set<string>();
	let framed = 0;
	let number = 0;
	let told = Date.now();
	for (const [path, entry] of files) {
		if (tools.stop?.aborted) throw new Error('Unpacking was stopped; it begins anew.');
		number += 1;
		const bytes = await read(entry);
		if (await isProgram(bytes.subarray(0, 4100)))
			throw scormError('program_inside', { params: { path: path.slice(0, 120) } });
		const type = typeOf(path);
		if (takesScript(type)) {
			const text = bytes.toString('latin1');
			for (const host of hostsIn(text)) if (hosts.size < 20) hosts.add(host);
			if (hasFrames(text)) framed += 1;
		}
		await tools.storage.put(keyOf.file(id, number), bytes, type);
		if (Date.now() - told > 700) {
			told = Date.now();
			await db.updateTable('scorm_packages').set({ done_count: number }).where('id', '=', id).execute();
		}
	}
	return { hosts: [...hosts].sort(), framed };
}

async function settle(
	db: Db,
	id: number,
	files: ReadonlyMap<string, ZipEntry>,
	{ parts, sequenced }: Manifest,
	notes: Omit<PackageNotes, 'sequenced'>,
): Promise<void> {
	await inTransaction(db, async (tx) => {
		await tx.deleteFrom('scorm_files').where('package_id', '=', id).execute();
		const rows = [...files].map(([path, { bytes }], at) => ({ package_id: id, path, number: at + 1, bytes }));
		for (let at = 0; at < rows.length; at += 1000)
			await tx
				.insertInto('scorm_files')
				.values(rows.slice(at, at + 1000))
				.execute();
		await tx
			.updateTable('scorm_packages')
			.set({
				status: 'ready',
				done_count: rows.length,
				ready_at: now(),
				manifest: JSON.stringify({ parts, notes: { ...notes, sequenced } }),
			})
			.where('id', '=', id)
			.execute();
	});
}

/** Takes off the storage what belonged to packages that are gone. */
export async function sweepPackages(db: Db, tools: MediaTools): Promise<void> {
	const left = await db.selectFrom('scorm_leavings').select('package_id').limit(200).execute();
	for (const { package_id } of left) {
		await tools.storage.removeAll(keyOf.all(package_id));
		await db.deleteFrom('scorm_leavings').where('package_id', '=', package_id).execute();
	}
}

export function scormJobs(db: Db, tools: MediaTools): Job<never>[] {
	return [
		{
			name: 'scorm.unpack',
			work: ({ id }: { id: number }) => unpackPackage(db, id, tools),
		} as Job<never>,
		{ name: 'scorm.sweep', cron: '23 * * * *', work: () => sweepPackages(db, tools) } as Job<never>,
	];
}
