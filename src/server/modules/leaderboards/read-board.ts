import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { decodeCursor, encodeCursor } from '../../kernel/pagination.ts';
import { validate } from '../../kernel/validate.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import type { PersonCard } from '../accounts/index.ts';
import { findSpace } from '../spaces/index.ts';
import { leaderboardError } from './errors.ts';
import { before, KEPT, periods, startOf } from './periods.ts';
import { rankRows } from './rank-rows.ts';

export const boardSchema = z
	.object({
		measure: z.enum(['reputation', 'points'], 'common.bad_value').default('reputation'),
		period: z.enum(periods, 'common.bad_value').default('week'),
		/** So many periods ago; 0 is the one that runs. */
		ago: z.coerce.number('common.bad_value').int('common.bad_value').min(0, 'common.bad_value').default(0),
		/** Slug of a space, or of a tag. */
		space: z.string().max(60).nullish(),
		tag: z.string().max(60).nullish(),
		newcomers: z.boolean().default(false),
	})
	.refine(
		({ space, tag, newcomers }) => Number(Boolean(space)) + Number(Boolean(tag)) + Number(newcomers) <= 1,
		{
			path: ['tag'],
			error: 'common.bad_value',
		},
	)
	.refine(({ period, ago, newcomers }) => (period === 'all' ? ago === 0 && !newcomers : ago < KEPT[period]), {
		path: ['ago'],
		error: 'common.bad_value',
	});
export type BoardInput = z.input<typeof boardSchema>;

/** Somebody on a board. */
export interface Placed {
	rank: number;
	score: number;
	person: Pick<PersonCard, 'id' | 'handle' | 'name' | 'image' | 'face' | 'role'>;
}

export interface Board {
	measure: 'reputation' | 'points';
	period: (typeof periods)[number];
	/** Its first day, in UTC. */
	startsOn: string;
	/** How many stand on it. */
	people: number;
	places: Placed[];
	next: string | null;
	/** Where the actor stands; null when they gained nothing, or are a visitor. */
	own: {
		rank: number;
		score: number;
		/** Of those who stand on it, how many in a hundred stand lower: 0 to 100, rounded down. */
		aheadOf: number;
		/** They and up to three on either side, in the order of the board. */
		around: Placed[];
	} | null;
}

const boardBy = statement<
	{
		measure: string;
		period: string;
		start: string;
		space: number | null;
		tag: string | null;
		newcomers: boolean;
	},
	{ id: number; people: number }
>(
	`select id, people from boards where measure = :measure::text and period = :period::text and starts_on = :start::date
		and space_id is not distinct from :space::bigint and newcomers = :newcomers::boolean
		and tag_id is not distinct from (case when :tag::text is not null then coalesce((select t.id from tags t where t.slug = :tag::text), -1) end)`,
);

const card = `json_build_object('id', u.id, 'handle', u.handle, 'name', u.name, 'image', u.image, 'face', u.face, 'role', u.role)`;

interface Row {
	score: number;
	person: Placed['person'];
	firstRank: number;
	peopleAtFirst: number;
}

/**
 * Rows in the order of the board, and what the places of all of them follow from: that of the first, looked up once
 * (materialized, or it would be for each row).
 */
const withPlaces = (rows: string) => `with s as materialized (${rows}), first as materialized (
		select board_rank(:board::bigint, m.score)::int as rank,
			(select c.people from board_counts c where c.board_id = :board::bigint and c.level = 0 and c.bucket = m.score) as people
			from (select max(score) as score from s) m
	)
	select s.score, ${card} as person, f.rank as "firstRank", f.people as "peopleAtFirst"
		from first f, s join users u on u.id = s.user_id order by s.score desc, s.user_id desc`;

const top = statement<{ board: number; limit: number }, Row>(
	withPlaces(
		`select user_id, score from board_scores where board_id = :board::bigint and score > 0 order by score desc, user_id desc limit :limit::int`,
	),
);
const further = statement<{ board: number; limit: number; score: number; user: number }, Row>(
	withPlaces(
		`select user_id, score from board_scores where board_id = :board::bigint and score > 0 and (score, user_id) < (:score::int, :user::bigint)
			order by score desc, user_id desc limit :limit::int`,
	),
);
const around = statement<{ board: number; user: number; near: number }, Row>(
	withPlaces(`
		(with own as (select score from board_scores where board_id = :board::bigint and user_id = :user::bigint and score > 0)
			(select b.user_id, b.score from own, lateral (select user_id, score from board_scores where board_id = :board::bigint and score > 0
				and (score, user_id) > (own.score, :user::bigint) order by score, user_id limit :near::int) b)
			union all (select :user::bigint, score from own)
			union all (select b.user_id, b.score from own, lateral (select user_id, score from board_scores where board_id = :board::bigint and score > 0
				and (score, user_id) < (own.score, :user::bigint) order by score desc, user_id desc limit :near::int) b))`),
);

function placed(rows: readonly Row[]): Placed[] {
	const [first] = rows;
	if (!first) return [];
	return rankRows(rows, first.firstRank, first.peopleAtFirst).map(({ rank, score, person }) => ({
		rank,
		score,
		person,
	}));
}

const NEAR = 3;

/** Places of a board that is known by its number, and where somebody stands on it. Two statements. */
export async function readPlaces(
	db: Db,
	board: { id: number; people: number },
	{ userId, cursor, limit = 25 }: { userId: UserId | null; cursor?: string | null; limit?: number },
): Promise<Pick<Board, 'places' | 'next' | 'own' | 'people'>> {
	const most = Math.min(Math.max(limit, 1), 100);
	const after = decodeCursor(cursor, ['integer', 'integer']) as [number, number] | null;
	const [rows, near] = await Promise.all([
		after
			? further(db, { board: board.id, limit: most + 1, score: clamp(after[0]), user: after[1] })
			: top(db, { board: board.id, limit: most + 1 }),
		userId === null ? [] : around(db, { board: board.id, user: userId, near: NEAR }),
	]);
	const places = placed(rows);
	const last = places[most - 1];
	const neighbours = placed(near);
	const own = neighbours.find(({ person }) => person.id === userId);
	return {
		people: board.people,
		places: places.slice(0, most),
		next: places.length > most && last ? encodeCursor([last.score, last.person.id]) : null,
		own: own
			? {
					rank: own.rank,
					score: own.score,
					aheadOf: Math.floor((100 * Math.max(0, board.people - own.rank)) / Math.max(1, board.people)),
					around: neighbours,
				}
			: null,
	};
}

/** What the column can hold: a cursor may say more. */
const clamp = (score: number) => Math.max(-(2 ** 31), Math.min(score, 2 ** 31 - 1));

/**
 * A board, a page of it, and where the actor stands. Three statements, one more for that of a space.
 *
 * @throws leaderboards.not_found for a space that the actor may not know of; common.invalid_input
 */
export async function readBoard(
	db: Db,
	actor: Actor,
	input: BoardInput,
	page: { cursor?: string | null; limit?: number } = {},
): Promise<Board> {
	const asked = validate(boardSchema, input);
	const space = asked.space ? await findSpace(db, actor, asked.space) : null;
	if (asked.space && !space) throw leaderboardError('not_found', { detail: 'There is no such space.' });
	const startsOn = before(asked.period, startOf(asked.period, now()), asked.ago);
	const [board] = await boardBy(db, {
		measure: asked.measure,
		period: asked.period,
		start: startsOn,
		space: space?.id ?? null,
		tag: asked.tag || null,
		newcomers: asked.newcomers,
	});
	const about = { measure: asked.measure, period: asked.period, startsOn };
	if (!board) return { ...about, people: 0, places: [], next: null, own: null };
	return { ...about, ...(await readPlaces(db, board, { userId: actor.userId, ...page })) };
}
