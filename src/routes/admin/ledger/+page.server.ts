import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { proofsFor } from '#lib/server/proofs.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { parseId } from '#server/kernel/ids.ts';
import { askProof, statementOf, trialBalance } from '#server/modules/ledger/index.ts';

const day = (text: string | null) =>
	text && /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;

export const load = page(async ({ locals, url }) => {
	requireStaff(locals.actor, 'admin');
	const { db } = locals.ctx;
	const asked = parseId<number>(url.searchParams.get('account'));
	const proofs = await proofsFor(locals);
	const awaited = parseId<number>(url.searchParams.get('proof'));
	// Whoever waits for a proof is led on when it is there.
	if (awaited && !proofs.all.some(({ id, endedAt }) => id === awaited && endedAt === null))
		redirect(303, '/admin/ledger#proof');
	const accounts = await trialBalance(db);
	const account = accounts.find(({ id }) => id === asked) ?? null;
	const [from, to] = [url.searchParams.get('from'), url.searchParams.get('to')];
	return {
		accounts,
		proofs,
		look: awaited && !url.searchParams.has('stopped') ? `/admin/ledger?proof=${awaited}` : null,
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
	/** Has everything recomputed by a job, as `stoa ledger verify` does at once. */
	prove: action(async ({ locals }) => {
		const id = await askProof(locals.ctx.db, locals.actor);
		redirect(303, `/admin/ledger?proof=${id}#proof`);
	}),
};
