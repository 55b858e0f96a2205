import type { RequestEvent } from '@sveltejs/kit';
import { answer } from '#lib/server/answer.ts';
import { action, page } from '#lib/server/page.ts';
import { parseId } from '#server/kernel/ids.ts';
import {
	listProposals,
	listRuleVersions,
	rulesAt,
	rulesInForce,
	whyNotPropose,
	writeFirstRules,
} from '#server/modules/governance/index.ts';
import type { Actions } from './$types';

export const load = page(async ({ locals, url }) => {
	const { ctx, actor } = locals;
	const asked = parseId<number>(url.searchParams.get('version'));
	const [rules, versions, proposals, whyNot] = await Promise.all([
		asked === null ? rulesInForce(ctx.db) : rulesAt(ctx.db, asked),
		listRuleVersions(ctx.db),
		listProposals(ctx.db, actor, { cursor: url.searchParams.get('cursor') }),
		whyNotPropose(ctx.db, actor),
	]);
	return { rules, versions, proposals, whyNot, writes: actor.role === 'admin' && rules === null };
});

export const actions = {
	write: action(async (event: RequestEvent, form) => {
		await writeFirstRules(event.locals.ctx.db, event.locals.actor, {
			texts: { 'zh-CN': String(form.get('zh') ?? ''), en: String(form.get('en') ?? '') },
		});
		return answer(event, {});
	}),
} satisfies Actions;
