import { page } from '#lib/server/page.ts';
import { listParticipants, readQuest } from '#server/modules/rewards/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async ({ locals: { ctx, actor }, params }: PageServerLoadEvent) => {
	const quest = await readQuest(ctx.db, actor, Number(params.id));
	return { quest, people: await listParticipants(ctx.db, quest.id) };
});
