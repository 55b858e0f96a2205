import { action, page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { commonError } from '#server/kernel/errors.ts';
import { listSplits, type Shared, setSplit, sharedThings } from '#server/modules/payouts/index.ts';

/** `item:12`, `space:3` or `bundle:4`. */
function sharedOf(text: string | null): Shared | null {
	const parts = /^(item|space|bundle):([1-9]\d{0,14})$/.exec(text ?? '');
	if (!parts) return null;
	return { [`${parts[1]}Id`]: Number(parts[2]) } as unknown as Shared;
}

export const load = page(async ({ locals, url }) => {
	const { ctx, actor } = locals;
	const { userId } = requireMember(actor);
	const things = await sharedThings(ctx.db, userId);
	const of = url.searchParams.get('of');
	const shared = sharedOf(of);
	return {
		things,
		of,
		title: things.find(({ of: name }) => name === of)?.title ?? of ?? '',
		splits: shared ? await listSplits(ctx.db, actor, shared) : null,
		handle: locals.person?.handle ?? '',
	};
});

export const actions = {
	default: action(async ({ locals }, form) => {
		const shared = sharedOf(String(form.get('of')));
		if (!shared) throw commonError('not_found');
		const handles = form.getAll('handle').map(String);
		const shares = form
			.getAll('share')
			// Typed in percent, kept in hundredths of one.
			.map((share, at) => ({ handle: handles[at]?.trim() ?? '', weight: Math.round(Number(share) * 100) }))
			.filter(({ handle, weight }) => handle !== '' || weight > 0);
		const startsAt = form.get('startsAt') ? new Date(`${form.get('startsAt')}T00:00:00Z`) : null;
		await setSplit(locals.ctx.db, locals.actor, shared, { shares, startsAt });
		return { saved: true };
	}),
};
