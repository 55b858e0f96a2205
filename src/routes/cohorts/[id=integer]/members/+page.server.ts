import type { RequestEvent } from '@sveltejs/kit';
import { answer, told } from '#lib/server/answer.ts';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { parseId } from '#server/kernel/ids.ts';
import {
	assignGroup,
	listGroups,
	listMembers,
	mustSeeCohort,
	remindMember,
	SILENT_DAYS,
	splitEvenly,
} from '#server/modules/cohorts/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const id = event.params.id;
	const members = await listMembers(ctx.db, actor, id);
	const { cohort } = await mustSeeCohort(ctx.db, actor, id);
	// Who needs a word is on top; then who is furthest behind.
	const care = (one: (typeof members)[number]) =>
		one.status === 'active' && cohort.startsAt <= new Date() && one.silentDays >= SILENT_DAYS
			? one.silentDays
			: 0;
	members.sort((a, b) => care(b) - care(a) || b.behind - a.behind || a.name.localeCompare(b.name));
	return {
		cohort,
		members: members.map((one) => ({ ...one, quiet: care(one) > 0 })),
		groups: cohort.groupsBy === 'none' ? [] : await listGroups(ctx.db, id),
	};
});

const idOf = (event: RequestEvent) => event.params.id as unknown as number;

export const actions = {
	remind: told(
		action(async (event: RequestEvent, form) => {
			const handle = String(form.get('handle') ?? '');
			await remindMember(event.locals.ctx.db, event.locals.actor, idOf(event), handle);
			return answer(event, { reminded: true }, `#${handle}`);
		}),
	),
	split: told(
		action(async (event: RequestEvent) => {
			await splitEvenly(event.locals.ctx.db, event.locals.actor, idOf(event));
			return answer(event, {});
		}),
	),
	group: told(
		action(async (event: RequestEvent, form) => {
			const handle = String(form.get('handle') ?? '');
			await assignGroup(event.locals.ctx.db, event.locals.actor, idOf(event), {
				handle,
				groupId: parseId<number>(form.get('group') as string | null),
			});
			return answer(event, {}, `#${handle}`);
		}),
	),
} satisfies Actions;
