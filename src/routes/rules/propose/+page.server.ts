import { type RequestEvent, redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import {
	type ProposalInput,
	proposeRules,
	rulesInForce,
	whyNotPropose,
} from '#server/modules/governance/index.ts';
import type { Actions } from './$types';

export const load = page(async ({ locals }) => {
	requireMember(locals.actor);
	return {
		rules: await rulesInForce(locals.ctx.db),
		whyNot: await whyNotPropose(locals.ctx.db, locals.actor),
	};
});

/** A discussion by its address or number, as people copy it. */
const discussionOf = (written: string): number | null => {
	const found = /\/discussions\/(\d+)/.exec(written)?.[1] ?? /^\d+$/.exec(written.trim())?.[0];
	return written.trim() === '' ? null : Number(found ?? Number.NaN);
};

export const actions = {
	default: action(async (event: RequestEvent, form) => {
		const text = (name: string) => String(form.get(name) ?? '').replaceAll('\r\n', '\n');
		const { id } = await proposeRules(event.locals.ctx.db, event.locals.actor, {
			title: text('title'),
			source: text('source'),
			texts: { 'zh-CN': text('zh'), en: text('en') },
			discussionId: discussionOf(text('discussionId')),
			discussionDays: text('discussionDays'),
			voteDays: text('voteDays'),
			inForceDays: text('inForceDays'),
		} as unknown as ProposalInput);
		redirect(303, `/rules/proposals/${id}`);
	}),
} satisfies Actions;
