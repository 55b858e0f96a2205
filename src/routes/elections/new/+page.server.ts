import { type RequestEvent, redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { now } from '#server/kernel/clock.ts';
import { callElection, type ElectionInput } from '#server/modules/governance/index.ts';
import { listSpaces } from '#server/modules/spaces/index.ts';
import type { Actions } from './$types';

const day = (after: number) => new Date(now().getTime() + after * 86_400_000).toISOString().slice(0, 10);

export const load = page(async ({ locals }) => {
	requireStaff(locals.actor, 'admin');
	const { items } = await listSpaces(locals.ctx.db, locals.actor, { limit: 100 });
	return {
		spaces: items.map(({ id, name }) => ({ value: String(id), label: name })),
		days: { nominationUntil: day(7), questionsUntil: day(14), ballotUntil: day(21) },
		zone: locals.person?.timeZone ?? 'UTC',
	};
});

export const actions = {
	default: action(async (event: RequestEvent, form) => {
		const text = (name: string) => String(form.get(name) ?? '');
		const { id } = await callElection(event.locals.ctx.db, event.locals.actor, {
			title: text('title'),
			source: text('source'),
			spaceId: text('spaceId') || null,
			seats: text('seats'),
			timeZone: text('timeZone'),
			nominationUntil: text('nominationUntil'),
			questionsUntil: text('questionsUntil'),
			ballotUntil: text('ballotUntil'),
			standRule: { days: text('standDays'), reputation: text('standReputation') },
			voteRule: { days: text('voteDays'), reputation: text('voteReputation') },
			seatsAtOnce: form.has('seatsAtOnce'),
		} as unknown as ElectionInput);
		redirect(303, `/elections/${id}`);
	}),
} satisfies Actions;
