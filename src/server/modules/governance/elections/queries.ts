import { type Actor, isStaff } from '../../../contracts/actor.ts';
import type { SpaceId, UserId } from '../../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../../kernel/pagination.ts';
import { type Db, sql } from '../../../platform/db/index.ts';
import { personCards } from '../../accounts/index.ts';
import { governanceError } from '../errors.ts';
import type { Count } from './count-ballots.ts';
import type { Candidate, Election, ElectionRule, ElectionStatus } from './election.ts';

/** An election of a private space is for its members and staff to know of. */
function elections(db: Db, actor: Actor) {
	return db
		.selectFrom('elections as e')
		.leftJoin('spaces as s', 's.id', 'e.space_id')
		.selectAll('e')
		.select(['s.slug as space_slug', 's.name as space_name'])
		.$if(!isStaff(actor), (query) =>
			query.where(sql<boolean>`(s.access is distinct from 'private' or exists (select from space_members m
				where m.space_id = s.id and m.user_id = ${actor.userId}::bigint))`),
		);
}

type Row = Awaited<ReturnType<ReturnType<typeof elections>['executeTakeFirstOrThrow']>>;

const electionOf = (row: Row): Election => ({
	id: row.id,
	title: row.title,
	html: row.html,
	space:
		row.space_id === null
			? null
			: { id: row.space_id as SpaceId, slug: row.space_slug ?? '', name: row.space_name ?? '' },
	seats: row.seats,
	status: row.status as ElectionStatus,
	timeZone: row.time_zone,
	nominationEndsAt: row.nomination_ends_at,
	questionsEndAt: row.questions_end_at,
	ballotEndsAt: row.ballot_ends_at,
	standRule: row.stand_rule as unknown as ElectionRule,
	voteRule: row.vote_rule as unknown as ElectionRule,
	seatsAtOnce: row.seats_at_once,
	seed: row.seed,
	lot: row.lot as UserId[] | null,
	result: row.result as unknown as Count | null,
	rollSize: row.roll_size,
	ballotCount: row.ballot_count,
	calledBy: row.called_by as UserId | null,
	createdAt: row.created_at,
	countedAt: row.counted_at,
	cancelReason: row.cancel_reason,
});

/** Elections that the actor may know of, the newest first. One statement. */
export async function listElections(
	db: Db,
	actor: Actor,
	page: { cursor?: string | null; limit?: number } = {},
): Promise<Page<Election>> {
	const limit = Math.min(Math.max(page.limit ?? 20, 1), 100);
	const after = decodeCursor(page.cursor, ['integer']);
	const rows = await elections(db, actor)
		.$if(after !== null, (query) => query.where('e.id', '<', after![0] as number))
		.orderBy('e.id', 'desc')
		.limit(limit + 1)
		.execute();
	return cutPage(rows.map(electionOf), limit, ({ id }) => [id]);
}

/** One election. @throws governance.election_not_found */
export async function mustSeeElection(db: Db, actor: Actor, id: number): Promise<Election> {
	const row = await elections(db, actor).where('e.id', '=', id).executeTakeFirst();
	if (!row) throw governanceError('election_not_found', { detail: `There is no election ${id} here.` });
	return electionOf(row);
}

/** Who stands and who stood, those who withdrew last; else in the order in which they stood. Two statements. */
export async function listCandidates(db: Db, electionId: number): Promise<Candidate[]> {
	const rows = await db
		.selectFrom('election_candidates')
		.selectAll()
		.where('election_id', '=', electionId)
		.orderBy(sql`withdrawn_at is not null`)
		.orderBy('stood_at')
		.orderBy('user_id')
		.execute();
	const people = new Map(
		(
			await personCards(
				db,
				rows.map((row) => row.user_id as UserId),
			)
		).map((one) => [one.id, one]),
	);
	return rows.flatMap((row) => {
		const person = people.get(row.user_id as UserId);
		if (!person) return [];
		return {
			person,
			html: row.html,
			stoodAt: row.stood_at,
			withdrawnAt: row.withdrawn_at,
			elected: row.elected,
			seatedAt: row.seated_at,
		};
	});
}

export interface AskedCandidates {
	id: number;
	text: string;
	asker: { handle: string; name: string } | null;
	askedAt: Date;
	answers: { candidateId: UserId; handle: string; name: string; html: string; at: Date }[];
}

/** What candidates were asked and what they answered, in the order of asking. At most a hundred. Two statements. */
export async function listElectionQuestions(db: Db, electionId: number): Promise<AskedCandidates[]> {
	const questions = await db
		.selectFrom('election_questions as q')
		.leftJoin('users as u', 'u.id', 'q.asker_id')
		.select(['q.id', 'q.text', 'q.asked_at', 'u.handle', 'u.name'])
		.where('q.election_id', '=', electionId)
		.orderBy('q.id')
		.execute();
	const answers = await db
		.selectFrom('election_answers as a')
		.innerJoin('election_questions as q', 'q.id', 'a.question_id')
		.innerJoin('users as u', 'u.id', 'a.candidate_id')
		.select(['a.question_id', 'a.candidate_id', 'a.html', 'a.at', 'u.handle', 'u.name'])
		.where('q.election_id', '=', electionId)
		.orderBy('a.at')
		.execute();
	return questions.map((row) => ({
		id: row.id,
		text: row.text,
		asker: row.handle === null ? null : { handle: row.handle, name: row.name ?? '' },
		askedAt: row.asked_at,
		answers: answers
			.filter(({ question_id }) => question_id === row.id)
			.map((one) => ({
				candidateId: one.candidate_id as UserId,
				handle: one.handle,
				name: one.name,
				html: one.html,
				at: one.at,
			})),
	}));
}

/** How somebody stands to an election: whether they are on the roll, have voted, and stand. One statement. */
export async function standingIn(
	db: Db,
	actor: Actor,
	electionId: number,
): Promise<{ onRoll: boolean; voted: boolean; stands: boolean }> {
	if (actor.userId === null) return { onRoll: false, voted: false, stands: false };
	const row = await db
		.selectFrom('users as u')
		.leftJoin('election_roll as r', (join) =>
			join.onRef('r.user_id', '=', 'u.id').on('r.election_id', '=', electionId),
		)
		.leftJoin('election_candidates as c', (join) =>
			join.onRef('c.user_id', '=', 'u.id').on('c.election_id', '=', electionId),
		)
		.select(['r.voted', 'c.user_id as candidate', 'c.withdrawn_at'])
		.where('u.id', '=', actor.userId)
		.executeTakeFirst();
	return {
		onRoll: row?.voted !== null && row?.voted !== undefined,
		voted: row?.voted === true,
		stands: row !== undefined && row.candidate !== null && row.withdrawn_at === null,
	};
}
