import { type Actor, isStaff, requireMember } from '../../contracts/actor.ts';
import { commonError } from '../../kernel/errors.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { Currency, Money } from '../../kernel/money.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { type PersonCard, personCards } from '../accounts/index.ts';
import type { ApplicationStatus, Verdict } from './application.ts';
import { expertError } from './errors.ts';
import { mayReview } from './gate.ts';

/** A piece of evidence as it is shown. */
export interface EvidenceCard {
	id: number;
	kind: 'text' | 'link' | 'item' | 'certificate' | 'file';
	title: string;
	body: string;
	item: { id: number; kind: string; slug: string; title: string } | null;
	mediaId: number | null;
	shown: boolean;
}

/** An application as its reviewers and who made it see it. */
export interface Application {
	id: number;
	person: PersonCard;
	renews: boolean;
	status: ApplicationStatus;
	statement: string;
	/** For reviewers and who wrote it. */
	privateNote: string;
	languages: string[];
	tags: string[];
	evidence: EvidenceCard[];
	createdAt: Date;
	decidedAt: Date | null;
	/** Who applied sees what was decided and why, not by whom. */
	reviews: { reviewer: string | null; verdict: Verdict; reason: string; at: Date; own: boolean }[];
	mayReview: boolean;
	own: boolean;
}

interface ApplicationRow {
	id: number;
	userId: UserId;
	renews: boolean;
	status: ApplicationStatus;
	statement: string;
	privateNote: string;
	languages: string[];
	tags: string[];
	createdAt: Date;
	decidedAt: Date | null;
}

const applications = sql`select a.id, a.user_id as "userId", a.renews, a.status, a.statement, a.private_note as "privateNote", a.languages,
	(select coalesce(array_agg(t.slug order by t.slug), '{}') from expert_application_tags x join tags t on t.id = x.tag_id where x.application_id = a.id) as tags,
	a.created_at as "createdAt", a.decided_at as "decidedAt" from expert_applications a`;

async function evidenceOf(db: Db, applicationId: number, onlyShown: boolean): Promise<EvidenceCard[]> {
	const { rows } =
		await sql<EvidenceCard>`select e.id, e.kind, e.title, e.body, e.media_id as "mediaId", e.shown,
			case when i.id is null or i.status <> 'published' or not i.listed then null
				else json_build_object('id', i.id, 'kind', i.kind, 'slug', i.slug, 'title', i.title) end as item
		from expert_evidence e left join items i on i.id = e.item_id
		where e.application_id = ${applicationId} and ${onlyShown ? sql`e.shown` : sql`true`} order by e.id`.execute(
			db,
		);
	return rows;
}

/** One application, for who made it and who may review it. @throws experts.application_not_found, common.sign_in_required */
export async function readApplication(db: Db, actor: Actor, id: number): Promise<Application> {
	const { userId } = requireMember(actor);
	const { rows } = await sql<ApplicationRow>`${applications} where a.id = ${id}`.execute(db);
	const row = rows[0];
	if (!row) throw expertError('application_not_found');
	const own = row.userId === userId;
	const reviewer = !own && (await mayReview(db, actor, id));
	// Whoever may not read it is not told that it is there.
	if (!own && !reviewer) throw expertError('application_not_found');
	const [evidence, reviews, people] = await Promise.all([
		evidenceOf(db, id, false),
		sql<
			Application['reviews'][number] & { reviewerId: UserId }
		>`select r.reviewer_id as "reviewerId", u.name as reviewer, r.verdict, r.reason, r.at,
			r.reviewer_id = ${userId} as own from expert_reviews r join users u on u.id = r.reviewer_id where r.application_id = ${id} order by r.at, r.reviewer_id`.execute(
			db,
		),
		personCards(db, [row.userId]),
	]);
	const { userId: _, ...rest } = row;
	return {
		...rest,
		person: people[0]!,
		evidence,
		own,
		reviews: reviews.rows
			// A verdict is given without knowing the others', and who applied learns of it when it is decided.
			.filter((one) => one.own || row.status !== 'waiting')
			.filter((one) => !own || one.verdict !== 'conflict')
			.map(({ reviewerId: __, ...one }) => ({ ...one, reviewer: own ? null : one.reviewer })),
		mayReview: reviewer && row.status === 'waiting' && !reviews.rows.some((one) => one.own),
	};
}

/** An application in a list. */
export type ApplicationCard = Pick<
	ApplicationRow,
	'id' | 'renews' | 'status' | 'tags' | 'createdAt' | 'decidedAt'
> & {
	person: PersonCard;
	/** Verdicts that count, so far. */
	verdicts: number;
	reviewed: boolean;
};

/**
 * Applications that the actor may review, the longest waiting first; staff all, experts those of their tags.
 *
 * @throws experts.not_a_reviewer, common.sign_in_required
 */
export async function listApplications(
	db: Db,
	actor: Actor,
	filter: { status?: ApplicationStatus; cursor?: string | null; limit?: number } = {},
): Promise<Page<ApplicationCard>> {
	const { userId } = requireMember(actor);
	if (!(await mayReview(db, actor))) throw expertError('not_a_reviewer');
	const limit = Math.min(filter.limit ?? 30, 100);
	const after = decodeCursor(filter.cursor, ['integer']);
	const { rows } = await sql<ApplicationRow & { verdicts: number; reviewed: boolean }>`select q.*,
			(select count(*)::int from expert_reviews r where r.application_id = q.id and r.verdict <> 'conflict') as verdicts,
			exists (select from expert_reviews r where r.application_id = q.id and r.reviewer_id = ${userId}) as reviewed
		from (${applications} where a.status = ${filter.status ?? 'waiting'} and a.user_id <> ${userId}
			and ${after ? sql`a.id > ${after[0]}` : sql`true`}
			and ${
				isStaff(actor)
					? sql`true`
					: sql`a.id in (select x.application_id from expert_application_tags x
				join expert_tags t on t.tag_id = x.tag_id where t.user_id = ${userId})`
			}
			order by a.id limit ${sql.lit(limit + 1)}) q order by q.id`.execute(db);
	const people = new Map(
		(
			await personCards(
				db,
				rows.map((row) => row.userId),
			)
		).map((one) => [one.id, one]),
	);
	const items = rows.map(
		({ id, userId: person, renews, status, tags, createdAt, decidedAt, verdicts, reviewed }) => ({
			...{ id, renews, status, tags, createdAt, decidedAt, verdicts, reviewed },
			person: people.get(person)!,
		}),
	);
	return cutPage(items, limit, (row) => [row.id]);
}

/** How somebody stands: their applications, the newest first, and whether they are verified. */
export interface OwnStanding {
	expert: {
		status: 'active' | 'expired' | 'revoked';
		since: Date;
		expiresAt: Date;
		revokedReason: string;
		tags: string[];
	} | null;
	applications: Pick<ApplicationRow, 'id' | 'renews' | 'status' | 'tags' | 'createdAt' | 'decidedAt'>[];
}

/** The asking person's own history. @throws common.sign_in_required */
export async function readOwnStanding(db: Db, actor: Actor): Promise<OwnStanding> {
	const { userId } = requireMember(actor);
	const [own, list] = await Promise.all([
		sql<
			NonNullable<OwnStanding['expert']>
		>`select e.status, e.since, e.expires_at as "expiresAt", e.revoked_reason as "revokedReason",
			(select coalesce(array_agg(t.slug order by t.slug), '{}') from expert_tags x join tags t on t.id = x.tag_id where x.user_id = e.user_id) as tags
			from experts e where e.user_id = ${userId}`.execute(db),
		sql<ApplicationRow>`${applications} where a.user_id = ${userId} order by a.id desc limit 50`.execute(db),
	]);
	return {
		expert: own.rows[0] ?? null,
		applications: list.rows.map(({ id, renews, status, tags, createdAt, decidedAt }) => ({
			id,
			renews,
			status,
			tags,
			createdAt,
			decidedAt,
		})),
	};
}

/** What an expert sells of their time, the cheapest of each. */
export interface ExpertPrices {
	question: Money | null;
	talk: Money | null;
}

export interface ExpertCard extends ExpertPrices {
	person: PersonCard;
	tags: string[];
	languages: string[];
	since: Date;
	/** Median hours to an answer; null: none was answered yet. */
	answerHours: number | null;
}

const expertColumns = sql`select e.user_id as id, u.reputation, e.since, e.expires_at as "expiresAt", e.answer_hours as "answerHours", a.languages, a.statement, a.id as "applicationId",
	(select coalesce(array_agg(t.slug order by t.slug), '{}') from expert_tags x join tags t on t.id = x.tag_id where x.user_id = e.user_id) as tags,
	q.amount as "questionAmount", q.currency as "questionCurrency", s.amount as "talkAmount", s.currency as "talkCurrency"
	from experts e join users u on u.id = e.user_id join expert_applications a on a.id = e.application_id
	left join lateral (select amount, currency from offers where person_id = e.user_id and sells = 'question' and retired_at is null order by amount limit 1) q on true
	left join lateral (select amount, currency from offers where person_id = e.user_id and sells = 'slot' and retired_at is null order by amount limit 1) s on true`;

interface ExpertRow {
	id: UserId;
	reputation: number;
	since: Date;
	expiresAt: Date;
	answerHours: number | null;
	languages: string[];
	statement: string;
	applicationId: number;
	tags: string[];
	questionAmount: number | null;
	questionCurrency: Currency | null;
	talkAmount: number | null;
	talkCurrency: Currency | null;
}

const money = (amount: number | null, currency: Currency | null): Money | null =>
	amount === null || currency === null ? null : { amount, currency };
const pricesOf = (row: ExpertRow): ExpertPrices => ({
	question: money(row.questionAmount, row.questionCurrency),
	talk: money(row.talkAmount, row.talkCurrency),
});

export interface ExpertFilter {
	tag?: string | null;
	language?: string | null;
	/** Only who sells an answer or an hour. */
	sells?: 'question' | 'talk' | null;
	/** At most so much, in minor units of a currency, for what `sells` names; for an answer when it names nothing. */
	most?: Money | null;
	/** At most so many hours to an answer. */
	answersWithin?: number | null;
	cursor?: string | null;
	limit?: number;
}

/** The directory: verified experts, by reputation. */
export async function listExperts(db: Db, filter: ExpertFilter = {}): Promise<Page<ExpertCard>> {
	const limit = Math.min(filter.limit ?? 24, 100);
	const after = decodeCursor(filter.cursor, ['integer', 'integer']);
	const price = filter.sells === 'talk' ? sql`s` : sql`q`;
	const { rows } = await sql<ExpertRow>`${expertColumns} where e.status = 'active'
		and ${filter.tag ? sql`exists (select from expert_tags x join tags t on t.id = x.tag_id where x.user_id = e.user_id and t.slug = ${filter.tag})` : sql`true`}
		and ${filter.language ? sql`${filter.language} = any(a.languages)` : sql`true`}
		and ${filter.sells ? sql`${price}.amount is not null` : sql`true`}
		and ${filter.most ? sql`${price}.amount <= ${filter.most.amount} and ${price}.currency = ${filter.most.currency}` : sql`true`}
		and ${filter.answersWithin ? sql`e.answer_hours <= ${filter.answersWithin}` : sql`true`}
		and ${after ? sql`(u.reputation, e.user_id) < (${after[0]}::bigint, ${after[1]}::bigint)` : sql`true`}
		order by u.reputation desc, e.user_id desc limit ${sql.lit(limit + 1)}`.execute(db);
	const people = new Map(
		(
			await personCards(
				db,
				rows.map(({ id }) => id),
			)
		).map((one) => [one.id, one]),
	);
	const page = cutPage(rows, limit, (row) => [row.reputation, row.id]);
	return {
		next: page.next,
		items: page.items.map((row) => ({
			person: people.get(row.id)!,
			tags: row.tags,
			languages: row.languages,
			since: row.since,
			answerHours: row.answerHours,
			...pricesOf(row),
		})),
	};
}

/** What everybody may know of a verified expert. */
export interface ExpertPage extends ExpertCard {
	expiresAt: Date;
	statement: string;
	evidence: EvidenceCard[];
	answered: number;
}

/** A verified expert; null when this person is none, or none any more. */
export async function findExpert(db: Db, userId: UserId): Promise<ExpertPage | null> {
	const { rows } = await sql<
		ExpertRow & { answered: number }
	>`select x.*, (select count(*)::int from asks where expert_id = ${userId} and answered_at is not null) as answered
		from (${expertColumns} where e.user_id = ${userId} and e.status = 'active') x`.execute(db);
	const row = rows[0];
	if (!row) return null;
	const [evidence, [person]] = await Promise.all([
		evidenceOf(db, row.applicationId, true),
		personCards(db, [userId]),
	]);
	const { since, expiresAt, answerHours, languages, statement, tags, answered } = row;
	return {
		person: person!,
		since,
		expiresAt,
		answerHours,
		languages,
		statement,
		tags,
		answered,
		evidence,
		...pricesOf(row),
	};
}

/** Experts for the console, who was revoked included, the newest first. Staff. @throws common.forbidden */
export async function listAllExperts(
	db: Db,
	actor: Actor,
): Promise<
	{
		person: PersonCard;
		status: string;
		tags: string[];
		since: Date;
		expiresAt: Date;
		revokedReason: string;
	}[]
> {
	requireMember(actor);
	if (!isStaff(actor)) throw commonError('forbidden');
	const { rows } = await sql<{
		id: UserId;
		status: string;
		tags: string[];
		since: Date;
		expiresAt: Date;
		revokedReason: string;
	}>`
		select e.user_id as id, e.status, e.since, e.expires_at as "expiresAt", e.revoked_reason as "revokedReason",
			(select coalesce(array_agg(t.slug order by t.slug), '{}') from expert_tags x join tags t on t.id = x.tag_id where x.user_id = e.user_id) as tags
		from experts e order by e.since desc, e.user_id desc limit 200`.execute(db);
	const people = new Map(
		(
			await personCards(
				db,
				rows.map(({ id }) => id),
			)
		).map((one) => [one.id, one]),
	);
	return rows.map(({ id, ...row }) => ({ ...row, person: people.get(id)! }));
}

/** Names of the tags of an application, and whom it waits for: staff and experts of its tags, fifty at most. For notifications. */
export async function peopleOfApplication(
	db: Db,
	id: number,
): Promise<{ tags: string[]; reviewers: UserId[] } | null> {
	const { rows } = await sql<{ tags: string[]; reviewers: UserId[] }>`select
			(select coalesce(array_agg(t.name order by t.slug), '{}') from expert_application_tags x join tags t on t.id = x.tag_id
				where x.application_id = a.id) as tags,
			array(select r.id from (
				select id from users where role in ('moderator', 'admin')
				union select e.user_id from expert_application_tags x join expert_tags t on t.tag_id = x.tag_id
					join experts e on e.user_id = t.user_id where x.application_id = a.id and e.status = 'active') r
				where r.id <> a.user_id order by r.id limit 50) as reviewers
		from expert_applications a where a.id = ${id}`.execute(db);
	return rows[0] ?? null;
}
