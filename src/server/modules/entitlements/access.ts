/** What a person gets of an item: all of it, what stands before the fold, or not even that it is there. */
export type Access = 'full' | 'preview' | 'none';

/*
 * The rule of reading, as SQL over `items i`, `spaces s` and the actor's row of `space_members m`, with the named
 * parameters of platform/db/statement.ts: `:user` (bigint, null for a visitor), `:staff` (looks after the whole
 * place), `:now`. Whatever decides about a body puts this expression into the very statement that reads the body, so
 * a text that a person may not read never leaves the database.
 */

const inForce =
	'e.revoked_at is null and e.starts_at <= :now::timestamptz and (e.ends_at is null or e.ends_at > :now::timestamptz)';

const entitled = `exists (select from entitlements e where e.user_id = :user::bigint
	and (e.item_id in (i.id, i.part_of) or e.space_id = i.space_id) and ${inForce})`;

/** 'full', 'preview' or 'none'. The order of the lines is the rule. */
export const accessLevel = `case
	when i.author_id = :user::bigint then 'full'
	when i.status = 'draft' then 'none'
	when :staff::boolean or m.role in ('owner', 'moderator') then 'full'
	when i.status <> 'published' then 'none'
	when s.access = 'private' and m.role is null then case when ${entitled} then 'full' else 'none' end
	when i.access = 'free' then 'full'
	when :user::bigint is null then 'preview'
	when i.access = 'members' and (s.access <> 'paid' or m.role = 'expert' or m.invited) then 'full'
	when ${entitled} then 'full'
	else 'preview' end`;

/** What {@link accessLevel} reads from, to stand after `items i`. */
export const accessJoins = `join spaces s on s.id = i.space_id
	left join space_members m on m.space_id = i.space_id and m.user_id = :user::bigint`;

/** True for who may write in the space: anyone in a public one, members of a private one, who paid or was invited in a paid one. */
export const belongs = `case s.access when 'public' then true when 'private' then m.role is not null
	else coalesce(m.role <> 'member' or m.invited, false) or exists (select from entitlements e
		where e.user_id = :user::bigint and e.space_id = s.id and ${inForce}) end`;
