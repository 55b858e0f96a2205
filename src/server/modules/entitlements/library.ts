import { now } from '../../kernel/clock.ts';
import type { ItemId, SpaceId, UserId } from '../../kernel/ids.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import type { EntitlementSource } from './grants.ts';

/** One thing that somebody was given the right to open, from however many sources. */
export interface LibraryEntry {
	itemId: ItemId | null;
	spaceId: SpaceId | null;
	/** Title of the item; name of the space, and its names by language. */
	title: string;
	names: unknown;
	/** Of an item: its kind. */
	kind: string | null;
	slug: string;
	/** Who wrote the item; null for a space. */
	author: string | null;
	/** Of a column: how many parts can be read. */
	parts: number;
	/** It can be opened now. */
	open: boolean;
	/** It is still there to be opened: published, not archived. */
	there: boolean;
	source: EntitlementSource;
	/** What gave it, e.g. `order:12`. */
	sourceRef: string;
	/** When it ends, or ended; null: for good. */
	endsAt: Date | null;
	/** When it was taken back; null unless it is closed for that. */
	revokedAt: Date | null;
	since: Date;
}

/**
 * What a person has, had and may open: each thing once, with the longest right to it. Open ones first, the latest given
 * first; at most 500. One statement.
 */
export async function listLibrary(db: Db, userId: UserId): Promise<LibraryEntry[]> {
	const at = now();
	const { rows } = await sql<LibraryEntry>`
		with given as (
			select e.*, e.revoked_at is null and e.starts_at <= ${at} and (e.ends_at is null or e.ends_at > ${at}) as in_force
				from entitlements e where e.user_id = ${userId}),
		things as (
			select item_id, space_id, bool_or(in_force) as open,
				case when bool_or(in_force and ends_at is null) then null else max(ends_at) filter (where revoked_at is null) end as ends_at,
				max(revoked_at) as revoked_at, (array_agg(source order by in_force desc, ends_at desc nulls first, id desc))[1] as source,
				(array_agg(source_ref order by in_force desc, ends_at desc nulls first, id desc))[1] as source_ref,
				min(starts_at) as since, max(id) as latest
			from given group by item_id, space_id)
		select t.item_id as "itemId", t.space_id as "spaceId", coalesce(i.title, s.name) as title, s.names, i.kind,
			coalesce(i.slug, s.slug) as slug, coalesce(u.name, i.author_name) as author,
			case when i.kind = 'column' then (select count(*)::int from items p where p.part_of = i.id and p.status = 'published') else 0 end as parts,
			t.open, coalesce(i.status = 'published', s.archived_at is null) as there, t.source, t.source_ref as "sourceRef", t.ends_at as "endsAt",
			case when t.open then null else t.revoked_at end as "revokedAt", t.since
		from things t left join items i on i.id = t.item_id left join users u on u.id = i.author_id left join spaces s on s.id = t.space_id
		order by t.open desc, t.latest desc limit 500`.execute(db);
	return rows;
}
