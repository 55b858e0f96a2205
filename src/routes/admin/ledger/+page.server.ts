import { action, page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { proveMoney } from '#server/flows/prove-money.ts';
import { parseId } from '#server/kernel/ids.ts';
import { statementOf, trialBalance } from '#server/modules/ledger/index.ts';

const day = (text: string | null) =>
	text && /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;

export const load = page(async ({ locals, url }) => {
	requireStaff(locals.actor, 'admin');
	const { db } = locals.ctx;
	const asked = parseId<number>(url.searchParams.get('account'));
	const accounts = await trialBalance(db);
	const account = accounts.find(({ id }) => id === asked) ?? null;
	const [from, to] = [url.searchParams.get('from'), url.searchParams.get('to')];
	return {
		accounts,
		account,
		from,
		to,
		statement: account
			? await statementOf(db, account.id, {
					from: day(from),
					to: day(to),
					cursor: url.searchParams.get('cursor'),
				})
			: null,
	};
});

export const actions = {
	/** Recomputes everything, as `stoa ledger verify` does. */
	prove: action(async ({ locals }) => {
		requireStaff(locals.actor, 'admin');
		const { db } = locals.ctx;
		return { wrong: (await proveMoney(db)).slice(0, 100) };
	}),
};
