import { changing, organisationPage } from '#lib/server/organisation-page.ts';
import { page } from '#lib/server/page.ts';
import { signOnTools } from '#server/api/index.ts';
import { commonError } from '#server/kernel/errors.ts';
import { takePicture } from '#server/modules/media/index.ts';
import {
	claimDomain,
	describeOrganisation,
	domainMailboxes,
	dropDomain,
	dropSignOn,
	listDomains,
	organisationTo,
	readSignOn,
	setDomainJoinable,
	setLogo,
	setSignOn,
} from '#server/modules/organisations/index.ts';
import { originOf } from '#server/platform/config.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const { slug } = event.params;
	const organisation = await organisationPage(event, 'manage');
	const [domains, signOn] = await Promise.all([
		listDomains(ctx.db, actor, slug),
		organisation.can.own ? readSignOn(ctx.db, actor, slug) : null,
	]);
	const callback = signOn && `${originOf(ctx.config)}/api/auth/callback/${signOn.provider}`;
	return { organisation, domains, signOn, callback, mailboxes: domainMailboxes };
});

export const actions = {
	describe: changing('describe', ({ locals: { ctx, actor }, params }: RequestEvent, field) =>
		describeOrganisation(ctx.db, actor, params.slug, { name: field('name'), about: field('about') }),
	),
	logo: changing('logo', async ({ locals: { ctx, actor }, params }: RequestEvent, _field, data) => {
		const file = data.get('file');
		// Asked before the picture is worked on.
		await organisationTo(ctx.db, actor, params.slug, 'manage');
		if (!(file instanceof File) || file.size === 0)
			throw commonError('invalid_input', { fields: { file: 'common.bad_value' } });
		const bytes = Buffer.from(await file.arrayBuffer());
		const { address } = await takePicture(
			ctx.db,
			actor,
			{ bytes, name: file.name, purpose: 'avatar' },
			ctx.media,
		);
		await setLogo(ctx.db, actor, params.slug, address);
	}),
	bare: changing('logo', ({ locals: { ctx, actor }, params }: RequestEvent) =>
		setLogo(ctx.db, actor, params.slug, null),
	),
	claim: changing('claim', ({ locals: { ctx, actor, locale }, params }: RequestEvent, field) =>
		claimDomain(
			ctx.db,
			actor,
			params.slug,
			{ domain: field('domain'), mailbox: field('mailbox') as 'admin' },
			{ origin: originOf(ctx.config), locale },
		),
	),
	joinable: changing('domain', ({ locals: { ctx, actor }, params }: RequestEvent, field) =>
		setDomainJoinable(ctx.db, actor, params.slug, {
			domain: field('domain'),
			joinable: field('joinable') === 'on',
		}),
	),
	drop: changing('domain', ({ locals: { ctx, actor }, params }: RequestEvent, field) =>
		dropDomain(ctx.db, actor, params.slug, field('domain')),
	),
	signOn: changing('signOn', ({ locals: { ctx, actor }, params }: RequestEvent, field, data) =>
		setSignOn(
			ctx.db,
			actor,
			params.slug,
			{
				issuer: field('issuer'),
				clientId: field('clientId'),
				clientSecret: field('clientSecret'),
				domains: data.getAll('domains').map(String),
				teamClaim: field('teamClaim'),
				active: field('active') === 'on',
				enforced: field('enforced') === 'on',
				validDays: field('validDays') || undefined,
			},
			signOnTools(ctx),
		),
	),
	dropSignOn: changing('signOn', ({ locals: { ctx, actor }, params }: RequestEvent) =>
		dropSignOn(ctx.db, actor, params.slug),
	),
} satisfies Actions;
