import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll } from 'vitest';
import type { Db } from '../../../platform/db/index.ts';

/** Where the refs of the hand-written dump are filed. */
export const SOURCE = 'stackexchange:tea.example.org';

const FIXTURE = fileURLToPath(new URL('./fixtures/tea', import.meta.url));
const made: string[] = [];

/** The hand-written dump in a folder of its own: some files gzipped, names in mixed case. */
export async function teaDump(
	change: (name: string, text: string) => string = (_, text) => text,
): Promise<string> {
	const dir = await mkdtemp(join(tmpdir(), 'stoa-tea-'));
	made.push(dir);
	await cp(FIXTURE, dir, { recursive: true });
	for (const name of ['Posts', 'Users', 'Tags', 'Comments', 'Votes', 'Badges', 'PostLinks', 'PostHistory']) {
		const text = change(name, await readFile(join(FIXTURE, `${name}.xml`), 'utf8'));
		await rm(join(dir, `${name}.xml`));
		if (text === '') continue;
		if (name === 'Votes') await writeFile(join(dir, 'votes.XML.gz'), gzipSync(text));
		else await writeFile(join(dir, `${name}.xml`), text);
	}
	return dir;
}

afterAll(async () => {
	for (const dir of made) await rm(dir, { recursive: true });
});

/** What became of a row of the dump, by its Id. */
export async function question(db: Db, sourceId: number) {
	return db
		.selectFrom('import_refs')
		.innerJoin('items', 'items.id', 'target_id')
		.innerJoin('item_bodies', 'item_id', 'items.id')
		.selectAll('items')
		.select(['item_bodies.source', 'item_bodies.html'])
		.where('import_refs.source', '=', SOURCE)
		.where('import_refs.kind', '=', 'question')
		.where('source_id', '=', String(sourceId))
		.executeTakeFirstOrThrow();
}

export async function reply(db: Db, kind: 'answer' | 'comment', sourceId: number) {
	return db
		.selectFrom('import_refs')
		.innerJoin('replies', 'replies.id', 'target_id')
		.selectAll('replies')
		.where('import_refs.source', '=', SOURCE)
		.where('import_refs.kind', '=', kind)
		.where('source_id', '=', String(sourceId))
		.executeTakeFirstOrThrow();
}

export async function person(db: Db, sourceId: number) {
	return db
		.selectFrom('import_refs')
		.innerJoin('users', 'users.id', 'target_id')
		.selectAll('users')
		.where('import_refs.source', '=', SOURCE)
		.where('import_refs.kind', '=', 'user')
		.where('source_id', '=', String(sourceId))
		.executeTakeFirstOrThrow();
}
