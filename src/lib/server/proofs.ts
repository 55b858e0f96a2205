import { proofParts } from '#server/flows/prove-money.ts';
import { listProofs } from '#server/modules/ledger/index.ts';

/** The latest proofs of the money for a page of the console: what is under way, what came out last, and all of them. */
export async function proofsFor({ ctx, actor }: App.Locals) {
	const all = await listProofs(ctx.db, actor);
	const open = (status: string) => status === 'waiting' || status === 'running';
	return {
		all,
		now: all.find(({ status }) => open(status)) ?? null,
		last: all.find(({ status }) => !open(status)) ?? null,
		parts: proofParts,
		mayAsk: actor.role === 'admin',
	};
}
