import { changing, idOf, organisationPage } from '#lib/server/organisation-page.ts';
import { page } from '#lib/server/page.ts';
import { listSeatPools } from '#server/modules/orders/index.ts';
import {
	endSeats,
	freeSeatOf,
	giveSeat,
	giveTeamSeats,
	grantSeats,
	lendSeats,
	listOrganisationSeats,
	listTeams,
} from '#server/modules/organisations/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const { slug } = event.params;
	const organisation = await organisationPage(event, 'manage');
	const [pools, teams, own] = await Promise.all([
		listOrganisationSeats(ctx.db, actor, slug),
		listTeams(ctx.db, actor, slug),
		listSeatPools(ctx.db, actor),
	]);
	return {
		organisation,
		pools,
		teams,
		own: own.map(({ id, space, seats, endsAt }) => ({ id, space, seats, endsAt })),
	};
});

export const actions = {
	give: changing('give', ({ locals: { ctx, actor }, params }: RequestEvent, field) =>
		giveSeat(ctx.db, actor, params.slug, { poolId: Number(field('pool')), handle: field('handle') }),
	),
	team: changing('give', async ({ locals: { ctx, actor }, params }: RequestEvent, field) => {
		await giveTeamSeats(ctx.db, actor, params.slug, {
			poolId: Number(field('pool')),
			teamId: Number(field('team')),
		});
	}),
	free: changing('give', ({ locals: { ctx, actor }, params }: RequestEvent, field) =>
		freeSeatOf(ctx.db, actor, params.slug, { poolId: Number(field('pool')), handle: field('handle') }),
	),
	lend: changing('lend', ({ locals: { ctx, actor }, params }: RequestEvent, field) =>
		lendSeats(ctx.db, actor, params.slug, Number(field('pool'))),
	),
	grant: changing('grant', async ({ locals: { ctx, actor }, params }: RequestEvent, field) => {
		await grantSeats(ctx.db, actor, params.slug, {
			courseId: idOf(field('courseId')),
			spaceSlug: field('spaceSlug') || null,
			seats: field('seats'),
			months: field('months'),
			note: field('note'),
		});
	}),
	end: changing('grant', ({ locals: { ctx, actor }, params }: RequestEvent, field) =>
		endSeats(ctx.db, actor, params.slug, Number(field('pool'))),
	),
} satisfies Actions;
