import { type Actor, requireMember } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { seal, unseal } from '../../platform/sealed.ts';
import { payoutError } from './errors.ts';
import type { AccountKind } from './payout.ts';
import { requireActingTreasurer, requireTreasurer } from './policy.ts';
import { accountSchema, decisionSchema, plainNumber } from './schemas.ts';

/** Where somebody is paid, as it may be shown: of the number only its end. */
export interface PayoutAccount {
	id: number;
	userId: UserId;
	holder: 'person' | 'company';
	legalName: string;
	kind: AccountKind;
	bankName: string;
	tail: string;
	status: 'submitted' | 'approved' | 'refused' | 'replaced';
	reason: string | null;
	createdAt: Date;
	decidedAt: Date | null;
}

const purpose = 'payout-account';
const shown = [
	'payout_accounts.id',
	'user_id as userId',
	'holder',
	'legal_name as legalName',
	'kind',
	'bank_name as bankName',
	'number_tail as tail',
	'status',
	'reason',
	'payout_accounts.created_at as createdAt',
	'decided_at as decidedAt',
] as const;

/**
 * Says who one is by law and where one is paid. Staff check it; until then an account that was checked before is the
 * one that is used. Sent again, it takes the place of what is still waiting.
 *
 * @param secret the instance's; the number is encrypted with it
 * @throws common.invalid_input, payouts.number_invalid at the field
 */
export async function submitAccount(db: Db, actor: Actor, input: unknown, secret: string): Promise<number> {
	const { userId } = requireActing(actor, 'public');
	const { holder, legalName, kind, bankName, number } = validate(accountSchema, input);
	const plain = kind === 'alipay' ? number : plainNumber(number);
	return inTransaction(db, async (tx) => {
		await tx.selectFrom('users').select('id').where('id', '=', userId).forNoKeyUpdate().execute();
		await tx
			.updateTable('payout_accounts')
			.set({ status: 'replaced' })
			.where('user_id', '=', userId)
			.where('status', '=', 'submitted')
			.execute();
		const { id } = await tx
			.insertInto('payout_accounts')
			.values({
				user_id: userId,
				holder,
				legal_name: legalName,
				kind,
				bank_name: bankName,
				number_sealed: seal(secret, purpose, `user:${userId}`, plain),
				number_tail: kind === 'alipay' && plain.includes('@') ? tailOfAddress(plain) : plain.slice(-4),
				created_at: now(),
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		return id;
	});
}

// `somebody@example.org` shows as `s…@example.org`: its end alone says nothing to its owner.
const tailOfAddress = (address: string) => `${address.slice(0, 1)}…${address.slice(address.indexOf('@'))}`;

/** One's own accounts that count: the one in use, and the one that waits or was refused last. One statement. */
export async function myAccounts(db: Db, actor: Actor): Promise<PayoutAccount[]> {
	const { userId } = requireMember(actor);
	const rows = await db
		.selectFrom('payout_accounts')
		.select(shown)
		.where('user_id', '=', userId)
		.where('status', '<>', 'replaced')
		.orderBy('id', 'desc')
		.limit(2)
		.execute();
	return rows as PayoutAccount[];
}

/** Accounts that wait to be checked, the oldest first, at most 200. Administrators may look. One statement. */
export async function accountsToCheck(
	db: Db,
	actor: Actor,
): Promise<(PayoutAccount & { handle: string; name: string })[]> {
	requireTreasurer(actor);
	const rows = await db
		.selectFrom('payout_accounts')
		.innerJoin('users', 'users.id', 'payout_accounts.user_id')
		.select([...shown, 'users.handle', 'users.name'])
		.where('status', '=', 'submitted')
		.orderBy('payout_accounts.id')
		.limit(200)
		.execute();
	return rows as (PayoutAccount & { handle: string; name: string })[];
}

/**
 * Says whether an account is its holder's. Approved, it takes the place of the one in use.
 *
 * @throws payouts.account_not_waiting when somebody decided before, payouts.reason_missing; refusals of the policy
 */
export async function decideAccount(
	db: Db,
	actor: Actor,
	accountId: number,
	approve: boolean,
	input: unknown = {},
): Promise<void> {
	const { userId: decider } = requireActingTreasurer(actor);
	const { reason } = validate(decisionSchema, input);
	if (!approve && reason === '') throw payoutError('reason_missing');
	return inTransaction(db, async (tx) => {
		const account = await tx
			.selectFrom('payout_accounts')
			.select(['user_id', 'status'])
			.where('id', '=', accountId)
			.executeTakeFirst();
		if (!account) throw payoutError('not_found');
		await tx.selectFrom('users').select('id').where('id', '=', account.user_id).forNoKeyUpdate().execute();
		if (approve)
			await tx
				.updateTable('payout_accounts')
				.set({ status: 'replaced' })
				.where('user_id', '=', account.user_id)
				.where('status', '=', 'approved')
				.execute();
		const { numUpdatedRows } = await tx
			.updateTable('payout_accounts')
			.set({
				status: approve ? 'approved' : 'refused',
				reason: reason || null,
				decided_by: decider,
				decided_at: now(),
			})
			.where('id', '=', accountId)
			.where('status', '=', 'submitted')
			.executeTakeFirst();
		if (numUpdatedRows === 0n) throw payoutError('account_not_waiting');
		await emit(tx, decider, 'payouts.account-decided', {
			userId: account.user_id,
			accountId,
			approved: approve,
		});
	});
}

/** The whole number of an account, to pay it. For the export of a batch only: the caller has asked the policy. */
export function numberOf(account: { userId: UserId; sealed: string }, secret: string): string {
	return unseal(secret, purpose, `user:${account.userId}`, account.sealed);
}
