import { type Actor, isStaff } from '../../../contracts/actor.ts';
import { requireActing } from '../../../contracts/policy.ts';
import { now } from '../../../kernel/clock.ts';
import { commonError } from '../../../kernel/errors.ts';
import type { UserId } from '../../../kernel/ids.ts';
import { validate } from '../../../kernel/validate.ts';
import { type Db, inTransaction, type Tx } from '../../../platform/db/index.ts';
import { emit } from '../../../platform/events/index.ts';
import { levelOf } from '../../growth/index.ts';
import { digest, drawOrder, newSeed } from '../draw.ts';
import { governanceError } from '../errors.ts';
import { type JuryInput, jurySchema } from '../schemas.ts';
import { caseDesk } from './cases.ts';
import { whoCouldJudge } from './eligible.ts';
import { JUROR_LEVEL, MOST_ASKED } from './jury.ts';

/** Of those who could judge, whoever is trusted enough, in the order of the draw; no more are asked for than are needed. */
async function trusted(db: Db, seed: string, could: readonly UserId[], wanted: number): Promise<UserId[]> {
	const pool: UserId[] = [];
	for (const id of drawOrder(seed, could).slice(0, MOST_ASKED)) {
		if (pool.length >= wanted) break;
		if ((await levelOf(db, id)) >= JUROR_LEVEL) pool.push(id);
	}
	return pool;
}

/** How many of the draw are kept as possible substitutes, for each seat. */
const SUBSTITUTES = 20;

/**
 * Gives a case to a jury: draws its members by a seed that nobody chose, whose digest is published now and itself when the
 * jury is closed, and summons them.
 *
 * @throws common.forbidden, governance.jury_case_closed, governance.jury_running, governance.jury_few
 */
export async function callJury(db: Db, actor: Actor, input: JuryInput): Promise<{ id: number }> {
	const { userId } = requireActing(actor, 'public');
	if (!isStaff(actor)) throw commonError('forbidden', { detail: 'Who looks after the place calls juries.' });
	const given = validate(jurySchema, input);
	return inTransaction(db, async (tx) => {
		const found = await caseDesk().readCase(tx, actor, given.caseId);
		if (!found?.open) throw governanceError('jury_case_closed');
		const running = await tx
			.selectFrom('juries')
			.select('id')
			.where('case_id', '=', given.caseId)
			.where('status', '=', 'sealed')
			.executeTakeFirst();
		if (running) throw governanceError('jury_running');
		const seed = newSeed();
		const apart = { ...found, handled: [...found.handled, userId] };
		const pool = await trusted(tx, seed, await whoCouldJudge(tx, apart), given.size * SUBSTITUTES);
		if (pool.length < given.size)
			throw governanceError('jury_few', { params: { found: pool.length, size: given.size } });
		const at = now();
		const { id } = await tx
			.insertInto('juries')
			.values({
				case_id: given.caseId,
				title: found.title.slice(0, 300),
				evidence: JSON.stringify(found.evidence),
				space_id: found.spaceId,
				size: given.size,
				quorum: given.quorum,
				juror_hours: given.jurorHours,
				closes_at: new Date(at.getTime() + given.days * 86_400_000),
				seed,
				seed_hash: digest(seed),
				pool: JSON.stringify([...pool].sort((one, other) => one - other)),
				called_by: userId,
				created_at: at,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		await summon(tx, id, pool.slice(0, given.size), 1, {
			title: found.title,
			hours: given.jurorHours,
			by: userId,
		});
		return { id };
	});
}

/** Summons people to a jury, in the places of the draw from `from` on, and tells them. */
export async function summon(
	tx: Tx,
	juryId: number,
	people: readonly UserId[],
	from: number,
	{ title, hours, by }: { title: string; hours: number; by: UserId | null },
): Promise<void> {
	if (people.length === 0) return;
	const at = now();
	await tx
		.insertInto('jury_seats')
		.values(
			people.map((id, n) => ({
				jury_id: juryId,
				user_id: id,
				drawn: from + n,
				summoned_at: at,
				due_at: new Date(at.getTime() + hours * 3_600_000),
			})),
		)
		.execute();
	await emit(tx, by, 'governance.changed', {
		what: 'jury',
		id: juryId,
		change: 'summoned',
		title,
		people: [...people],
	});
}
