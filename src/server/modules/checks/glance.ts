import type { ItemId, ReplyId, UserId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import type { Standing } from './load-checks.ts';
import { likeness } from './near/signature.ts';

/** What holds now, and what is known of who writes: one statement for each text. */
export interface Glance extends Standing {
	domains: [domain: string, allowed: boolean][];
	since: Date;
	/** Texts of theirs that stand, at most a hundred; and how many they wrote in a day and in ten minutes. */
	published: number;
	day: number;
	burst: number;
}

const standingColumns = `
	(select coalesce(json_object_agg(name, json_build_array(action, for_new, for_others, hold_at, hide_at)), '{}') from check_rules) as rules,
	(select coalesce(json_agg(json_build_array(id, version, action, name) order by id), '[]') from check_lists where action <> 'off') as lists,
	(select coalesce(json_agg(json_build_array(task, id, version)), '[]') from text_models where active) as models,
	(select coalesce(json_agg(json_build_array(domain, allowed)), '[]') from check_domains where domain = any(:domains::text[])) as domains`;

export const readStanding = statement<{ domains: string[] }, Standing & Pick<Glance, 'domains'>>(
	`select ${standingColumns}`,
);

const wrote = (since: string, most: number) =>
	`(select count(*)::int from (select from text_checks where author_id = u.id and created_at > :${since}::timestamptz
		and revision = 1 and not again limit ${most}) t)`;

export const glanceAt = statement<{ domains: string[]; writer: UserId; day: Date; burst: Date }, Glance>(
	`select ${standingColumns}, u.created_at as since,
		(select count(*)::int from (select from items where author_id = u.id and status = 'published' limit 100) i)
			+ (select count(*)::int from (select from (select status from replies where author_id = u.id order by id desc limit 100) r
				where status = 'published') r) as published,
		${wrote('day', 10_000)} as day, ${wrote('burst', 10_000)} as burst
		from users u where u.id = :writer::bigint`,
);

export interface Near {
	itemId: ItemId;
	replyId: ReplyId | null;
	own: boolean;
	likeness: number;
}

// Of each band the twenty that came last: a text that was posted ten thousand times costs no more than one.
const nearTo = statement<
	{ hashes: number[]; item: ItemId | null; reply: ReplyId | null; since: Date },
	{ item_id: ItemId; reply_id: ReplyId | null; author_id: UserId | null; numbers: Buffer }
>(
	`select s.item_id, s.reply_id, s.author_id, s.numbers from (
			select b.signature_id, count(*) as bands from unnest(:hashes::int[]) h
				cross join lateral (select signature_id from text_signature_bands where hash = h order by signature_id desc limit 20) b
				group by b.signature_id order by bands desc, b.signature_id desc limit 20
		) c join text_signatures s on s.id = c.signature_id
		where s.created_at > :since::timestamptz
			and (s.item_id, coalesce(s.reply_id, 0)) is distinct from (:item::bigint, coalesce(:reply::bigint, 0))`,
);

/** The text that is most like one, of the writer's own and of others'. One statement. */
export async function nearest(
	db: Db,
	signature: { numbers: Uint32Array; bands: number[] },
	asked: { itemId: ItemId | null; replyId: ReplyId | null; writer: UserId; since: Date },
): Promise<{ own: Near | null; other: Near | null }> {
	const rows = await nearTo(db, {
		hashes: signature.bands,
		item: asked.itemId,
		reply: asked.replyId,
		since: asked.since,
	});
	const found: { own: Near | null; other: Near | null } = { own: null, other: null };
	for (const row of rows) {
		const own = row.author_id === asked.writer;
		const near = {
			itemId: row.item_id,
			replyId: row.reply_id,
			own,
			likeness: likeness(signature.numbers, numbersOf(row.numbers)),
		};
		const key = own ? 'own' : 'other';
		if (near.likeness > (found[key]?.likeness ?? 0)) found[key] = near;
	}
	return found;
}

/** A signature as bytes, and back. */
export const bytesOf = (numbers: Uint32Array): Buffer =>
	Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
const numbersOf = (bytes: Buffer): Uint32Array =>
	new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
