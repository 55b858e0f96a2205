import { type Db, sql } from '../../../platform/db/index.ts';
import type { Support } from '../vote-graph.ts';
import type { Base } from './community.ts';

/**
 * Writes a made-up community into a database: people, a question each post, votes. What earns standing by them comes of
 * the events, which are written too where `told` says so.
 *
 * @param spaceId where the questions are
 * @returns ids of people by their number in the base, and of items by target
 */
export async function writeCommunity(
	db: Db,
	spaceId: number,
	base: Base,
	votes: readonly Support[],
	joinedAt: ReadonlyMap<number, number>,
	{ prefix = 'made', told = () => false }: { prefix?: string; told?: (vote: Support) => boolean } = {},
): Promise<{ people: Map<number, number>; items: Map<number, number> }> {
	const numbers = [...new Set([...base.people.map(({ id }) => id), ...joinedAt.keys()])];
	const joined = numbers.map((id) => joinedAt.get(id) ?? base.people.find((one) => one.id === id)!.joinedAt);
	const written = await sql<{
		id: number;
		handle: string;
	}>`insert into users (handle, name, email, email_verified, created_at)
		select ${prefix} || '-' || n, 'Person ' || n, ${prefix} || '-' || n || '@example.org', true, to_timestamp(at)
		from unnest(${numbers}::int[], ${joined}::bigint[]) as p (n, at) returning id, handle`.execute(db);
	const people = new Map(written.rows.map(({ id, handle }) => [Number(handle.slice(prefix.length + 1)), id]));
	const posts = base.posts;
	const made = await sql<{
		id: number;
		slug: string;
	}>`insert into items (kind, space_id, author_id, slug, title, tag_slugs, published_at, created_at)
		select 'question', ${spaceId}, p.author, p.target::text, 'Question ' || p.target, array['topic-' || p.topic], to_timestamp(p.at), to_timestamp(p.at)
		from unnest(${posts.map(({ author }) => people.get(author)!)}::bigint[], ${posts.map(({ target }) => target)}::int[],
			${posts.map(({ topic }) => topic)}::int[], ${posts.map(({ at }) => at)}::bigint[]) as p (author, target, topic, at) returning id, slug`.execute(
		db,
	);
	const items = new Map(made.rows.map(({ id, slug }) => [Number(slug), id]));
	const rows = votes.filter(({ from, target }) => people.has(from) && items.has(target));
	await sql`insert into votes (user_id, item_id, value, created_at)
		select v.who, v.item, 1, to_timestamp(v.at) from unnest(${rows.map(({ from }) => people.get(from)!)}::bigint[],
			${rows.map(({ target }) => items.get(target)!)}::bigint[], ${rows.map(({ at }) => at)}::bigint[]) as v (who, item, at)
		on conflict do nothing`.execute(db);
	const facts = rows.filter(told);
	await sql`insert into events (type, actor_id, payload, occurred_at)
		select 'items.voted', v.who, jsonb_build_object('itemId', v.item, 'replyId', null, 'authorId', v.author, 'from', 0, 'to', 1), to_timestamp(v.at)
		from unnest(${facts.map(({ from }) => people.get(from)!)}::bigint[], ${facts.map(({ target }) => items.get(target)!)}::bigint[],
			${facts.map(({ to }) => people.get(to)!)}::bigint[], ${facts.map(({ at }) => at)}::bigint[]) as v (who, item, author, at)`.execute(
		db,
	);
	return { people, items };
}
