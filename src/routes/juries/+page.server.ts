import { type RequestEvent, redirect } from '@sveltejs/kit';
import { answer, ofForm, told } from '#lib/server/answer.ts';
import { action, page } from '#lib/server/page.ts';
import { isStaff } from '#server/contracts/actor.ts';
import {
	callJury,
	type JuryInput,
	juryAgreement,
	listJuries,
	readJuryDuty,
	setJuryDuty,
} from '#server/modules/governance/index.ts';
import type { Actions } from './$types';

export const load = page(async ({ locals, url }) => {
	const { ctx, actor } = locals;
	const [juries, agreement, duty] = await Promise.all([
		listJuries(ctx.db, actor, { cursor: url.searchParams.get('cursor') }),
		juryAgreement(ctx.db),
		actor.userId === null ? null : readJuryDuty(ctx.db, actor),
	]);
	return { juries, agreement, duty, calls: isStaff(actor), caseId: url.searchParams.get('case') ?? '' };
});

export const actions = {
	duty: told(
		action(async (event: RequestEvent, form) => {
			await setJuryDuty(event.locals.ctx.db, event.locals.actor, form.get('willing') === '1');
			return answer(event, {}, '#duty');
		}),
	),
	call: ofForm(
		'call',
		action(async (event: RequestEvent, form) => {
			const given = Object.fromEntries([...form].filter(([, value]) => value !== ''));
			const { id } = await callJury(event.locals.ctx.db, event.locals.actor, given as unknown as JuryInput);
			redirect(303, `/juries/${id}`);
		}),
	),
} satisfies Actions;
