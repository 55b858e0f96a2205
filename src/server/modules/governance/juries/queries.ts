import { type Actor, isStaff, requireMember } from '../../../contracts/actor.ts';
import type { SpaceId, UserId } from '../../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../../kernel/pagination.ts';
import { type Db, sql } from '../../../platform/db/index.ts';
import { may } from '../../entitlements/index.ts';
import { levelOf } from '../../growth/index.ts';
import { replyInSight } from '../../items/index.ts';
import { governanceError } from '../errors.ts';
import { krippendorffAlpha } from './agreement.ts';
import {
	type Evidence,
	JUROR_LEVEL,
	type Jury,
	type JuryStatus,
	type JuryVote,
	type Outcome,
} from './jury.ts';

const juries = (db: Db) =>
	db
		.selectFrom('juries as j')
		.selectAll('j')
		.select(sql<number>`jsonb_array_length(j.pool)`.as('pool_size'))
		.select(
			sql<number>`(select count(*)::int from jury_seats s where s.jury_id = j.id and s.status = 'voted')`.as(
				'voted',
			),
		);
type Row = Awaited<ReturnType<ReturnType<typeof juries>['executeTakeFirstOrThrow']>>;

/** Counts of votes are told when the jury is closed, not before. */
const juryOf = (row: Row): Jury => ({
	id: row.id,
	caseId: row.case_id,
	title: row.title,
	spaceId: row.space_id as SpaceId | null,
	status: row.status as JuryStatus,
	size: row.size,
	quorum: row.quorum,
	closesAt: row.closes_at,
	createdAt: row.created_at,
	closedAt: row.closed_at,
	voted: row.voted,
	seedHash: row.seed_hash,
	poolSize: row.pool_size,
	outcome: row.outcome as Outcome | null,
	upheldVotes: row.status === 'decided' ? row.upheld_votes : null,
	dismissedVotes: row.status === 'decided' ? row.dismissed_votes : null,
	statement: row.statement,
});

/**
 * What juries decided, the newest first: for everybody, but those of private spaces, which their members and staff see.
 * Staff see those that are not closed, too. One statement.
 */
export async function listJuries(
	db: Db,
	actor: Actor,
	page: { cursor?: string | null; limit?: number } = {},
): Promise<Page<Jury>> {
	const limit = Math.min(Math.max(page.limit ?? 20, 1), 100);
	const after = decodeCursor(page.cursor, ['integer']);
	const rows = await juries(db)
		.$if(!isStaff(actor), (query) =>
			query.where('j.status', '=', 'decided').where(sql<boolean>`(j.space_id is null
					or exists (select from spaces s where s.id = j.space_id and s.access <> 'private')
					or exists (select from space_members m where m.space_id = j.space_id and m.user_id = ${actor.userId}::bigint))`),
		)
		.$if(after !== null, (query) => query.where('j.id', '<', after![0] as number))
		.orderBy('j.id', 'desc')
		.limit(limit + 1)
		.execute();
	return cutPage(rows.map(juryOf), limit, ({ id }) => [id]);
}

export interface Duty {
	jury: Jury;
	status: 'summoned' | 'voted' | 'declined' | 'absent';
	dueAt: Date;
}

/** To which juries somebody was summoned, the newest first, and whether they are drawn at all. Three statements. */
export async function readJuryDuty(
	db: Db,
	actor: Actor,
): Promise<{ willing: boolean; trusted: boolean; duties: Duty[] }> {
	const { userId } = requireMember(actor);
	const rows = await juries(db)
		.innerJoin('jury_seats as s', 's.jury_id', 'j.id')
		.select(['s.status as seat', 's.due_at'])
		.where('s.user_id', '=', userId)
		.orderBy('j.id', 'desc')
		.limit(50)
		.execute();
	const out = await db
		.selectFrom('jury_opt_outs')
		.select('user_id')
		.where('user_id', '=', userId)
		.executeTakeFirst();
	return {
		willing: out === undefined,
		trusted: (await levelOf(db, userId)) >= JUROR_LEVEL,
		duties: rows.map((row) => ({ jury: juryOf(row), status: row.seat as Duty['status'], dueAt: row.due_at })),
	};
}

/** A jury as its reader may see it. */
export interface JuryPage {
	jury: Jury;
	/** For jurors who sit in it and for staff while it is sealed; when it was decided, for whoever may know of it. */
	evidence: Evidence | null;
	/** null: not in it. */
	seat: { status: Duty['status']; dueAt: Date; vote: JuryVote | null; reasons: string } | null;
	/** Votes with their reasons and without their people, in no order that tells whose they are. Only of a closed jury. */
	votes: { vote: JuryVote; reasons: string }[];
	/** By which the draw can be made again. Only of a closed jury. */
	draw: { seed: string; pool: UserId[]; drawn: { handle: string; name: string; order: number }[] } | null;
	/** For staff: how far each is, never what they voted. */
	seats: { handle: string; name: string; status: Duty['status']; dueAt: Date }[];
}

/**
 * Reads a jury: as one of its jurors, as staff, or when it was decided as whoever may know of it.
 *
 * @throws governance.jury_not_found, also for who may not know of it
 */
export async function readJury(db: Db, actor: Actor, id: number): Promise<JuryPage> {
	const row = await juries(db).select('j.evidence').where('j.id', '=', id).executeTakeFirst();
	const all = row
		? await db
				.selectFrom('jury_seats as s')
				.innerJoin('users as u', 'u.id', 's.user_id')
				.select(['s.user_id', 's.drawn', 's.status', 's.due_at', 's.vote', 's.reasons', 'u.handle', 'u.name'])
				.where('s.jury_id', '=', id)
				.orderBy('s.drawn')
				.execute()
		: [];
	const own = all.find(({ user_id }) => user_id === actor.userId);
	if (
		!row ||
		!(own || isStaff(actor) || (row.status === 'decided' && (await maySee(db, actor, row.space_id))))
	)
		throw governanceError('jury_not_found', { detail: `There is no jury ${id} here.` });
	const closed = row.status === 'decided' || row.status === 'failed';
	const decided = row.status === 'decided';
	const judges = own !== undefined && (own.status === 'summoned' || own.status === 'voted');
	const evidence = row.evidence as unknown as Evidence;
	const insider = judges || isStaff(actor);
	return {
		jury: juryOf(row),
		evidence: insider ? evidence : decided ? await evidenceForOthers(db, actor, evidence) : null,
		seat: own
			? {
					status: own.status as Duty['status'],
					dueAt: own.due_at,
					vote: own.vote as JuryVote | null,
					reasons: own.reasons,
				}
			: null,
		votes: decided
			? all
					.flatMap(({ vote, reasons }) => (vote === null ? [] : [{ vote: vote as JuryVote, reasons }]))
					.sort((one, other) => (one.vote + one.reasons < other.vote + other.reasons ? 1 : -1))
			: [],
		draw: closed
			? {
					seed: row.seed,
					pool: row.pool as UserId[],
					drawn: all.map(({ handle, name, drawn }) => ({ handle, name, order: drawn })),
				}
			: null,
		seats: isStaff(actor)
			? all.map(({ handle, name, status, due_at }) => ({
					handle,
					name,
					status: status as Duty['status'],
					dueAt: due_at,
				}))
			: [],
	};
}

/**
 * What everybody else sees of a decided case: what it was about, and the text only while it can be read where it stands.
 * A verdict is no way around a price, a private space or a moderator.
 */
async function evidenceForOthers(db: Db, actor: Actor, evidence: Evidence): Promise<Evidence> {
	const shut = { ...evidence, text: '', reports: [] };
	if (evidence.itemId === null) return shut;
	const item = await db
		.selectFrom('items')
		.select(['id', 'status'])
		.where('id', '=', evidence.itemId)
		.executeTakeFirst();
	if (item?.status !== 'published') return shut;
	if ((await may(db, actor, 'read', [item])).get(item.id) !== 'full') return shut;
	if (evidence.replyId !== null && !(await replyInSight(db, evidence.replyId))) return shut;
	return { ...evidence, reports: [] };
}

async function maySee(db: Db, actor: Actor, spaceId: number | null): Promise<boolean> {
	if (spaceId === null) return true;
	const row = await db
		.selectFrom('spaces as s')
		.leftJoin('space_members as m', (join) =>
			join.onRef('m.space_id', '=', 's.id').on('m.user_id', '=', actor.userId ?? -1),
		)
		.select(['s.access', 'm.user_id'])
		.where('s.id', '=', spaceId)
		.executeTakeFirst();
	return row !== undefined && (row.access !== 'private' || row.user_id !== null);
}

/**
 * How much jurors agreed in the last two hundred cases that were decided, beyond chance (Krippendorff's alpha); null while
 * there is too little to say. One statement.
 */
export async function juryAgreement(db: Db): Promise<{ alpha: number | null; cases: number }> {
	const rows = await db
		.selectFrom('juries')
		.select(['upheld_votes', 'dismissed_votes'])
		.where('status', '=', 'decided')
		.orderBy('closed_at', 'desc')
		.orderBy('id', 'desc')
		.limit(200)
		.execute();
	const alpha = krippendorffAlpha(
		rows.map((row) => [
			...new Array<string>(row.upheld_votes ?? 0).fill('uphold'),
			...new Array<string>(row.dismissed_votes ?? 0).fill('dismiss'),
		]),
	);
	return { alpha, cases: rows.length };
}
