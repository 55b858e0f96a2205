import type { Actor } from '../../../contracts/actor.ts';
import { requireActing } from '../../../contracts/policy.ts';
import { now } from '../../../kernel/clock.ts';
import { validate } from '../../../kernel/validate.ts';
import { type Db, inTransaction, type Tx } from '../../../platform/db/index.ts';
import { governanceError } from '../errors.ts';
import { type JuryVoteInput, juryVoteSchema } from '../schemas.ts';
import { settleJury } from './settle.ts';

/** A jury with the seat of who asks, both locked. */
async function lockSeat(tx: Tx, juryId: number, userId: number) {
	const jury = await tx
		.selectFrom('juries')
		.selectAll()
		.where('id', '=', juryId)
		.forUpdate()
		.executeTakeFirst();
	if (!jury) throw governanceError('jury_not_found');
	const seat = await tx
		.selectFrom('jury_seats')
		.selectAll()
		.where('jury_id', '=', juryId)
		.where('user_id', '=', userId)
		.executeTakeFirst();
	// Who was never drawn does not learn that there is such a jury.
	if (!seat) throw governanceError('jury_not_found');
	return { jury, seat };
}

/**
 * Votes as a juror: once, with reasons. Nobody sees it before the jury is closed; the last vote closes it.
 *
 * @throws governance.jury_not_found, governance.jury_closed, governance.juror_voted, governance.juror_late when a
 * substitute was summoned, common.invalid_input
 */
export async function voteInJury(db: Db, actor: Actor, juryId: number, input: JuryVoteInput): Promise<void> {
	const { userId } = requireActing(actor, 'public');
	const given = validate(juryVoteSchema, input);
	await inTransaction(db, async (tx) => {
		const { jury, seat } = await lockSeat(tx, juryId, userId);
		if (seat.status === 'voted') throw governanceError('juror_voted');
		if (jury.status !== 'sealed' || now() >= jury.closes_at) throw governanceError('jury_closed');
		if (seat.status !== 'summoned' || now() >= seat.due_at) throw governanceError('juror_late');
		await tx
			.updateTable('jury_seats')
			.set({ status: 'voted', vote: given.vote, reasons: given.reasons })
			.where('jury_id', '=', juryId)
			.where('user_id', '=', userId)
			.execute();
		await settleJury(tx, juryId);
	});
}

/**
 * Declines to judge a case: a substitute is summoned at once. No reason is asked for.
 *
 * @throws governance.jury_not_found, governance.jury_closed, governance.juror_voted
 */
export async function declineJury(db: Db, actor: Actor, juryId: number): Promise<void> {
	const { userId } = requireActing(actor);
	await inTransaction(db, async (tx) => {
		const { jury, seat } = await lockSeat(tx, juryId, userId);
		if (seat.status === 'voted') throw governanceError('juror_voted');
		if (jury.status !== 'sealed' || seat.status !== 'summoned') throw governanceError('jury_closed');
		await tx
			.updateTable('jury_seats')
			.set({ status: 'declined' })
			.where('jury_id', '=', juryId)
			.where('user_id', '=', userId)
			.execute();
		await settleJury(tx, juryId);
	});
}

/** Whether somebody is to be drawn for juries; who opts out keeps the seats that they have. */
export async function setJuryDuty(db: Db, actor: Actor, willing: boolean): Promise<void> {
	const { userId } = requireActing(actor);
	if (willing) await db.deleteFrom('jury_opt_outs').where('user_id', '=', userId).execute();
	else
		await db
			.insertInto('jury_opt_outs')
			.values({ user_id: userId, at: now() })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
}
