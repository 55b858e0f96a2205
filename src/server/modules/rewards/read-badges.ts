import { type Actor, isStaff } from '../../contracts/actor.ts';
import type { UserId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import type { PersonCard } from '../accounts/index.ts';
import { rewardError } from './errors.ts';
import type { BadgeRule } from './rule.ts';
import type { Texts } from './schemas.ts';

export interface Badge {
	id: number;
	slug: string;
	tier: 'bronze' | 'silver' | 'gold';
	names: Texts;
	descriptions: Texts;
	/** null: it is given by hand. Of a hidden badge shown to those alone who have it, and to staff. */
	rule: BadgeRule | null;
	repeatable: boolean;
	hidden: boolean;
	points: number;
	retired: boolean;
	/** The quest or challenge that gives it; null where none does. */
	quest: { id: number; kind: 'quest' | 'challenge'; names: Texts } | null;
	/** How often it was awarded. */
	awards: number;
	/** How often the actor has it. */
	mine: number;
}

const columns = `b.id, b.slug, b.tier, b.names, b.descriptions, b.rule, b.repeatable, b.hidden, b.points, b.retired_at is not null as retired, b.award_count as awards,
	(select jsonb_build_object('id', q.id, 'kind', q.kind, 'names', q.names) from quests q where q.badge_id = b.id and q.retired_at is null order by q.id desc limit 1) as quest,
	(select count(*)::int from badge_awards a where a.badge_id = b.id and a.user_id = :user::bigint and a.withdrawn_at is null) as mine`;
const tiers = `array_position(array['bronze', 'silver', 'gold'], b.tier)`;

const all = statement<{ user: UserId | null; staff: boolean; id: number | null }, Badge>(
	`select * from (select ${columns} from badges b
		where (:id::bigint is null or b.id = :id::bigint) and (:id::bigint is not null or b.retired_at is null or :staff::boolean)) b
	where not b.hidden or b.mine > 0 or :staff::boolean order by ${tiers} desc, b.id limit 500`,
);

/** All badges that can be earned, gold first; hidden ones for who has them and for staff, who see retired ones too. One statement. */
export function listBadges(db: Db, actor: Actor): Promise<Badge[]> {
	return all(db, { user: actor.userId, staff: isStaff(actor), id: null });
}

/** @throws rewards.badge_not_found, also for a hidden one that the actor does not have */
export async function readBadge(db: Db, actor: Actor, id: number): Promise<Badge> {
	const [badge] = await all(db, { user: actor.userId, staff: isStaff(actor), id });
	if (!badge) throw rewardError('badge_not_found', { detail: 'There is no such badge.' });
	return badge;
}

export interface Award {
	id: number;
	awardedAt: Date;
	reason: string;
	person: Pick<PersonCard, 'id' | 'handle' | 'name' | 'image' | 'face' | 'role'>;
	/** What it was earned by, where that is in sight of everybody. */
	item: { id: number; kind: string; slug: string; title: string } | null;
	replyId: number | null;
}

/** Who has a badge, the latest first. The caller has read the badge, and so may know of it. One statement. */
export async function listAwards(
	db: Db,
	badgeId: number,
	page: { cursor?: string | null; limit?: number } = {},
): Promise<Page<Award>> {
	const limit = Math.min(Math.max(page.limit ?? 40, 1), 100);
	const after = decodeCursor(page.cursor, ['string', 'integer']);
	const { rows } =
		await sql<Award>`select a.id, a.awarded_at as "awardedAt", a.reason, a.reply_id as "replyId",
			json_build_object('id', u.id, 'handle', u.handle, 'name', u.name, 'image', u.image, 'face', u.face, 'role', u.role) as person,
			case when i.id is not null then json_build_object('id', i.id, 'kind', i.kind, 'slug', i.slug, 'title', i.title) end as item
		from badge_awards a join users u on u.id = a.user_id left join items i on i.id = a.item_id and i.listed and i.status = 'published'
		where a.badge_id = ${badgeId} and a.withdrawn_at is null
			and (${after?.[1] ?? null}::bigint is null or (a.awarded_at, a.id) < (${momentOf(after?.[0])}::timestamptz, ${after?.[1] ?? null}::bigint))
		order by a.awarded_at desc, a.id desc limit ${limit + 1}`.execute(db);
	return cutPage(rows, limit, ({ awardedAt, id }) => [awardedAt.toISOString(), id]);
}

/** A moment of a cursor that somebody may have put together. */
const momentOf = (text: unknown) =>
	typeof text === 'string' && !Number.isNaN(Date.parse(text)) ? new Date(text) : null;

/** A badge of a person: of this place, or brought along from where their account was imported. */
export interface PersonBadge {
	id: number | null;
	tier: 'bronze' | 'silver' | 'gold';
	names: Texts | null;
	/** What an imported one is called. */
	name: string | null;
	count: number;
	latestAt: Date;
	/** The award to have signed, the latest of them. */
	awardId: number | null;
}

const ofPerson = statement<{ person: UserId; own: boolean }, PersonBadge>(
	`select * from (
		select b.id, b.tier, b.names, null as name, count(*)::int as count, max(a.awarded_at) as "latestAt", max(a.id) as "awardId"
			from badge_awards a join badges b on b.id = a.badge_id where a.user_id = :person::bigint and a.withdrawn_at is null and (not b.hidden or :own::boolean) group by b.id
		union all
		select null, class, null, name, count(*)::int, max(awarded_at), null from user_badges where user_id = :person::bigint group by name, class
	) all_of_them order by array_position(array['gold', 'silver', 'bronze'], tier), "latestAt" desc limit 200`,
);

/** The badges of a person, gold first, with those that an import brought; hidden ones for themselves and staff. One statement. */
export function listBadgesOf(db: Db, actor: Actor, person: UserId): Promise<PersonBadge[]> {
	return ofPerson(db, { person, own: actor.userId === person || isStaff(actor) });
}

/** An award as its signed credential tells of it. */
export interface AwardToSign {
	id: number;
	userId: UserId;
	badgeId: number;
	names: Texts;
	descriptions: Texts;
	tier: string;
	awardedAt: Date;
	/** The language that its owner reads. */
	locale: string;
}

/** An award that stands, with its row held until the transaction ends; null when there is none. */
export async function awardToSign(tx: Db, awardId: number): Promise<AwardToSign | null> {
	const { rows } =
		await sql<AwardToSign>`select a.id, a.user_id as "userId", b.id as "badgeId", b.names, b.descriptions, b.tier, a.awarded_at as "awardedAt", u.locale
		from badge_awards a join badges b on b.id = a.badge_id join users u on u.id = a.user_id
		where a.id = ${awardId} and a.withdrawn_at is null for no key update of a`.execute(tx);
	return rows[0] ?? null;
}
