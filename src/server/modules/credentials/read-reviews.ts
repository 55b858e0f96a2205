import { z } from 'zod';
import { type Actor, isStaff } from '../../contracts/actor.ts';
import { commonError } from '../../kernel/errors.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { validate } from '../../kernel/validate.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement, statementsByShape } from '../../platform/db/statement.ts';
import type { PersonCard } from '../accounts/index.ts';
import { bayesianMean, plainMean, priorOf, type Stars } from './rating.ts';

/** A review as others read it. */
export interface Review {
	id: number;
	rating: number;
	html: string;
	/** Of the needed lessons, how much the writer had completed, 0 to 1. */
	progress: number;
	version: number;
	helpful: number;
	author: PersonCard;
	createdAt: Date;
	editedAt: Date | null;
	reply: { html: string; by: string | null; at: Date } | null;
	hidden: boolean;
	/** This reader said that it helped; wrote it. */
	voted: boolean;
	mine: boolean;
}

/** What all reviews of a course say together. */
export interface Rating {
	count: number;
	/** How many gave one star, two, … five. */
	stars: Stars;
	/** The Bayesian average, and the plain one; null while nobody rated it. */
	average: number | null;
	mean: number | null;
}

const none: Stars = [0, 0, 0, 0, 0];

export function ratingFrom(stars: Stars, all: Stars): Rating {
	const mean = plainMean(stars);
	return {
		count: stars.reduce((sum, n) => sum + n, 0),
		stars,
		mean,
		average: mean === null ? null : bayesianMean(stars, priorOf(all)),
	};
}

const ratingsOf = statement<{ courses: number[] }, { courseId: number | null; stars: number[] }>(
	`select course_id as "courseId", stars from course_ratings where course_id = any(:courses::bigint[])
		union all select null, array[coalesce(sum(stars[1]), 0), coalesce(sum(stars[2]), 0), coalesce(sum(stars[3]), 0),
			coalesce(sum(stars[4]), 0), coalesce(sum(stars[5]), 0)]::int[] from course_ratings`,
);

/** The ratings of courses, by course; those that nobody rated are left out. One statement. */
export async function listRatings(db: Db, courses: readonly ItemId[]): Promise<Map<number, Rating>> {
	if (courses.length === 0) return new Map();
	const rows = await ratingsOf(db, { courses: [...courses] });
	const all = (rows.find(({ courseId }) => courseId === null)?.stars ?? none) as unknown as Stars;
	const rated = rows.filter(({ courseId, stars }) => courseId !== null && stars.some((n) => n > 0));
	return new Map(rated.map(({ courseId, stars }) => [courseId!, ratingFrom(stars as unknown as Stars, all)]));
}

const inputSchema = z.object({
	sort: z.enum(['helpful', 'new', 'low']).default('helpful'),
	cursor: z.string().nullish(),
	limit: z.coerce.number().int().min(1).max(50).default(20),
});
export type ReviewsInput = z.input<typeof inputSchema>;

interface Asked {
	course: ItemId;
	user: number | null;
	staff: boolean;
	value: number | null;
	id: number | null;
}

type Row = Omit<Review, 'author' | 'reply' | 'hidden'> & {
	author: PersonCard;
	replyHtml: string | null;
	replyBy: string | null;
	repliedAt: Date | null;
	hiddenAt: Date | null;
	sorted: number | string;
};

const columns = `r.id, r.rating, r.html, r.progress, r.version, r.helpful, r.created_at as "createdAt", r.edited_at as "editedAt",
	json_build_object('id', u.id, 'handle', u.handle, 'name', u.name, 'image', u.image, 'face', u.face, 'headline', u.headline, 'reputation', u.reputation, 'role', u.role) as author,
	r.reply_html as "replyHtml", (select name from users b where b.id = r.replied_by) as "replyBy", r.replied_at as "repliedAt",
	r.hidden_at as "hiddenAt", coalesce(r.user_id = :user::bigint, false) as mine,
	exists (select from review_votes v where v.review_id = r.id and v.user_id = :user::bigint) as voted`;

const orders = {
	helpful: 'r.helpful::bigint',
	new: `(extract(epoch from r.created_at) * 1000000)::bigint`,
	low: '-r.rating::bigint',
} as const;

const reviewsOf = statementsByShape<{ sort: keyof typeof orders; after: boolean }, Asked, Row>(
	({ sort, after }) => `select ${columns}, ${orders[sort]} as sorted
		from reviews r join users u on u.id = r.user_id
		where r.course_id = :course::bigint and (r.hidden_at is null or r.user_id = :user::bigint or :staff::boolean)
			${after ? `and (${orders[sort]}, r.id) < (:value::bigint, :id::bigint)` : ''}
		order by ${orders[sort]} desc, r.id desc limit 51`,
);

function reviewFrom({ replyHtml, replyBy, repliedAt, hiddenAt, sorted: _, ...row }: Row): Review {
	return {
		...row,
		reply: replyHtml !== null && repliedAt ? { html: replyHtml, by: replyBy, at: repliedAt } : null,
		hidden: hiddenAt !== null,
	};
}

/**
 * What learners say of a course: those that helped most first, or the newest, or the lowest ratings. What is hidden is
 * seen by its writer and by who looks after the place. The caller has checked that the reader may know of the course. One
 * statement.
 */
export async function listReviews(
	db: Db,
	actor: Actor,
	course: ItemId,
	input: ReviewsInput = {},
): Promise<Page<Review>> {
	const { sort, cursor, limit } = validate(inputSchema, input);
	const after = decodeCursor(cursor, ['integer', 'integer']);
	const rows = await reviewsOf({ sort, after: after !== null })(db, {
		course,
		user: actor.userId,
		staff: isStaff(actor),
		value: (after?.[0] as number | undefined) ?? null,
		id: (after?.[1] as number | undefined) ?? null,
	});
	const cut = cutPage(rows.slice(0, limit + 1), limit, (row) => [Number(row.sorted), row.id]);
	return { items: cut.items.map(reviewFrom), next: cut.next };
}

/** One's own review of a course, as it was typed; null when there is none. */
export async function ownReview(
	db: Db,
	userId: number,
	course: ItemId,
): Promise<{ id: number; rating: number; source: string; hiddenReason: string | null } | null> {
	const row = await db
		.selectFrom('reviews')
		.select(['id', 'rating', 'source', 'hidden_at', 'hidden_reason'])
		.where('course_id', '=', course)
		.where('user_id', '=', userId)
		.executeTakeFirst();
	if (!row) return null;
	return {
		id: row.id,
		rating: row.rating,
		source: row.source,
		hiddenReason: row.hidden_at && row.hidden_reason,
	};
}

/** A review that was reported, with what was said against it. */
export interface ReportedReview {
	review: Review;
	course: { id: ItemId; title: string; slug: string };
	reports: { reason: string; by: string; at: string }[];
}

type ReportedRow = Row & {
	courseId: ItemId;
	title: string;
	slug: string;
	reports: ReportedReview['reports'];
};

const reported = statement<{ user: number | null }, ReportedRow>(
	`select ${columns}, 0 as sorted, i.id as "courseId", i.title, i.slug, w.reports
		from (select p.review_id, min(p.created_at) as since,
				json_agg(json_build_object('reason', p.reason, 'by', b.name, 'at', p.created_at) order by p.created_at) as reports
			from review_reports p join users b on b.id = p.user_id where p.decided_at is null group by p.review_id
			order by min(p.created_at) limit 100) w
		join reviews r on r.id = w.review_id join users u on u.id = r.user_id join items i on i.id = r.course_id
		order by w.since, r.id`,
);

/** Reviews with reports that nobody decided, the longest waiting first; at most 100. @throws common.forbidden */
export async function listReported(db: Db, actor: Actor): Promise<ReportedReview[]> {
	if (actor.userId === null) throw commonError('sign_in_required');
	if (!isStaff(actor)) throw commonError('forbidden');
	const rows = await reported(db, { user: actor.userId });
	return rows.map(({ courseId, title, slug, reports, ...row }) => ({
		review: reviewFrom(row),
		course: { id: courseId, title, slug },
		reports,
	}));
}
