import type { Actor } from '../../contracts/actor.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { listColumn } from '../../modules/articles/index.ts';
import { reasonsOn, type TextChecked } from '../../modules/checks/index.ts';
import { type CohortCard, listCourseCohorts } from '../../modules/cohorts/index.ts';
import { type LearnerCourse, readLearnerCourse } from '../../modules/courses/index.ts';
import {
	certificateOf,
	listRatings,
	listReviews,
	type Rating,
	type Review,
} from '../../modules/credentials/index.ts';
import {
	type ItemPage,
	kindByPath,
	type PersonalState,
	personalState,
	readItem,
	wroteOnPage,
} from '../../modules/items/index.ts';
import { type FaqEntry, listFaq } from '../../modules/mentoring/index.ts';
import { listForks } from '../../modules/snippets/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { numberOf } from './number-of.ts';

const sorts = ['top', 'new', 'old'] as const;

/** What the page of an item is made of, besides its reader's name. */
export interface ItemPageData {
	shown: ItemPage;
	mine: PersonalState;
	entries: NonNullable<Awaited<ReturnType<typeof listColumn>>>['items'];
	forks: Awaited<ReturnType<typeof listForks>>;
	/** Of a course that is published: how this person stands to it. */
	learner: LearnerCourse | null;
	/** Of a course: what learners say of it, and this person's certificate. */
	said: CourseSaid | null;
	/** Why what stands out of sight here does; empty for who may not know. */
	why: TextChecked[];
	sort: (typeof sorts)[number];
}

interface CourseSaid {
	rating: Rating | null;
	reviews: Review[];
	/** Where the certificate is; null when there is none that stands. */
	certificate: string | null;
	faq: FaqEntry[];
	/** Cohorts that run or can be joined. */
	cohorts: Pick<CohortCard, 'id' | 'name' | 'startsOn' | 'endsOn' | 'joinUntilAt' | 'mine'>[];
}

async function saidOf(db: Db, actor: Actor, id: ItemId): Promise<CourseSaid> {
	const [ratings, { items }, certificate, faq, cohorts] = await Promise.all([
		listRatings(db, [id]),
		listReviews(db, actor, id, { limit: 3 }),
		actor.userId === null ? null : certificateOf(db, actor.userId, id),
		listFaq(db, id),
		listCourseCohorts(db, actor, id),
	]);
	return {
		rating: ratings.get(id) ?? null,
		reviews: items,
		certificate,
		faq,
		cohorts: cohorts.map(({ id: cohort, name, startsOn, endsOn, joinUntilAt, mine }) => ({
			id: cohort,
			name,
			startsOn,
			endsOn,
			joinUntilAt,
			mine,
		})),
	};
}

/**
 * Reads what an item's page shows: one statement for a visitor and two for a member when this version was read before.
 *
 * @param path the first part of the address: `questions`
 * @returns null when there is no such page for this reader
 */
export async function loadItemPage(
	db: Db,
	actor: Actor,
	{ path, id, query }: { path: string; id: ItemId; query: URLSearchParams },
): Promise<ItemPageData | null> {
	const kind = kindByPath(path);
	if (!kind) return null;
	const first = kind.replyKinds.includes('post') ? 'old' : 'top';
	const sort = sorts.find((name) => name === query.get('sort')) ?? first;
	const [shown, mine, entries, forks, learner, said] = await Promise.all([
		readItem(db, actor, id, { replySort: sort, replyCursor: query.get('cursor') }),
		personalState(db, actor, id),
		kind.name === 'column' ? listColumn(db, actor, id) : null,
		kind.name === 'snippet' ? listForks(db, actor, id) : [],
		kind.name === 'course' ? readLearnerCourse(db, actor, id) : null,
		kind.name === 'course' ? saidOf(db, actor, id) : null,
	]);
	// Asked only where something waits: a page in sight costs what it did.
	const waits =
		mine.outOfSight.length > 0 || shown?.item.status === 'held' || shown?.item.status === 'hidden';
	const why = waits ? await reasonsOn(db, actor, id) : [];
	return shown && { shown, mine, entries: entries?.items ?? [], forks, learner, said, why, sort };
}

/**
 * Names everything that two renderings of the same address can differ by. Who the reader is counts only where they
 * wrote on the page: what others may do depends on their standing alone.
 */
export function itemPageKey(
	{ shown, mine, entries, forks, learner, said, why }: ItemPageData,
	actor: Actor,
): string {
	const page = `${numberOf(shown)}`;
	const parts =
		entries.length || forks.length || learner
			? JSON.stringify([entries, forks, learner && learnerKey(learner), said])
			: '';
	if (actor.userId === null) return page + parts;
	const { votes, reactions, bookmarked, following, outOfSight, can, standing } = mine;
	const writer = wroteOnPage(shown, actor.userId) ? actor.userId : 0;
	return JSON.stringify([
		page,
		parts,
		votes,
		reactions,
		bookmarked,
		following,
		why.map(({ replyId, createdAt }) => [replyId, createdAt]),
		outOfSight.map(({ id, status, revision }) => [id, status, revision]),
		Object.values(can),
		standing.item?.role,
		actor.role,
		actor.emailVerified,
		actor.suspended,
		actor.silenced,
		writer,
	]);
}

/** Everything of a learner that the page of their course shows. */
function learnerKey(learner: LearnerCourse): unknown[] {
	return [
		learner.version,
		learner.newest,
		learner.access,
		learner.maker,
		learner.startedAt,
		learner.completedAt,
		learner.next?.id,
		[...learner.states],
		[...learner.progress.values()].map(({ lessonId, completed }) => [lessonId, completed]),
	];
}
