import { type Db, sql } from '../../../platform/db/index.ts';
import { clip } from '../bulk.ts';
import { expect, type Tally } from '../import-run.ts';
import type { Rendered } from '../render-text.ts';
import { stackExchangeLicence } from './licence.ts';
import type { Site } from './site.ts';
import { splitScore, type VoteCounts } from './tally-votes.ts';

/** Who wrote something: an account where the dump has one, else the name it gives. */
export function authorOf(
	userId: number | undefined,
	name: string | undefined,
	users: Map<number, number>,
): { author_id: number | null; author_name: string | null } {
	const id = userId === undefined ? undefined : users.get(userId);
	if (id !== undefined) return { author_id: id, author_name: null };
	const shown = name?.trim() || (userId === undefined ? '' : `user${userId}`);
	return { author_id: null, author_name: shown === '' ? null : clip(shown, 80) };
}

/** Attribution and licence of a post. */
export function sourceOf(
	site: Site,
	path: string,
	post: { ownerId?: number; ownerName?: string; createdAt: Date; license?: string },
	names: Map<number, string>,
) {
	const licence = stackExchangeLicence(post.license, post.createdAt);
	const name = post.ownerName ?? (post.ownerId === undefined ? undefined : names.get(post.ownerId));
	return {
		site: site.host,
		url: site.url + path,
		author_name: name ? clip(name, 200) : null,
		author_url: post.ownerId === undefined ? null : `${site.url}/users/${post.ownerId}`,
		licence: licence.name,
		licence_url: licence.url,
	};
}

/** Under this name a phase counts texts that were too much for the pipeline. */
export const SHORTENED = 'kept as plain text';

/** Counts rendered texts that had to be kept as plain text. */
export function countShortened(tally: Tally, texts: Iterable<Rendered>): void {
	const count = [...texts].filter((text) => text.problem).length;
	if (count > 0) expect(tally, SHORTENED, count);
}

/** Votes that people here have cast on imported posts; they stand beside the dump's, which have no voters. */
export async function localVotes(
	db: Db,
	column: 'item_id' | 'reply_id',
	ids: number[],
): Promise<Map<number, { up: number; down: number }>> {
	if (ids.length === 0) return new Map();
	const onItems = column === 'item_id' ? sql`and reply_id is null` : sql``;
	const { rows } = await sql<{ id: number; up: number; down: number }>`
		select ${sql.ref(column)} as id, count(*) filter (where value = 1)::int as up, count(*) filter (where value = -1)::int as down
		from votes where ${sql.ref(column)} = any(${ids}::bigint[]) ${onItems} group by 1`.execute(db);
	return new Map(rows.map((row) => [row.id, row]));
}

/** The dump's score and votes with those cast here on top. */
export function countsOf(score: number, votes: Pick<VoteCounts, 'up' | 'down'>, local = { up: 0, down: 0 }) {
	const { up, down } = splitScore(score, votes);
	return { score: score + local.up - local.down, up_count: up + local.up, down_count: down + local.down };
}

/** Display names of imported people by their id in the dump, for attribution. */
export async function namesOf(db: Db, users: Map<number, number>): Promise<Map<number, string>> {
	if (users.size === 0) return new Map();
	const { rows } = await sql<{
		id: number;
		name: string;
	}>`select id, name from users where id = any(${[...users.values()]}::bigint[])`.execute(db);
	const names = new Map(rows.map((row) => [row.id, row.name]));
	return new Map([...users].map(([sourceId, id]) => [sourceId, names.get(id) ?? '']));
}
