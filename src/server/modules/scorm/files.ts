import type { Db } from '../../platform/db/index.ts';
import { keyOf } from './package.ts';
import { typeOf } from './types.ts';

/** A file of a package: where its bytes lie, and what it is served as. */
export interface PackageFile {
	key: string;
	type: string;
	bytes: number;
}

/** Who may fetch it is said by the grant in its address. */
export async function findFile(db: Db, packageId: number, path: string): Promise<PackageFile | null> {
	const row = await db
		.selectFrom('scorm_files')
		.select(['number', 'bytes'])
		.where('package_id', '=', packageId)
		.where('path', '=', path)
		.executeTakeFirst();
	if (!row) return null;
	return { key: keyOf.file(packageId, row.number), type: typeOf(path), bytes: row.bytes };
}
