import { z } from '@hono/zod-openapi';
import * as organisations from '../../modules/organisations/index.ts';
import { originOf } from '../../platform/config.ts';
import { answer, doing, listed, made, type Operation, operation } from '../operation.ts';
import { count, cursor, id, idParam, limit, listOf, slugParam, text, time } from '../schemas/common.ts';
import * as shape from '../schemas/organisations.ts';

const slug = slugParam('Slug of the organisation', 'harbour');
const handle = slugParam('Their handle', 'wu-tong');
const look = { method: 'get', tag: 'Organisations', needs: 'member', scope: 'read' } as const;
const act = { tag: 'Organisations', needs: 'member', scope: 'write' } as const;
const known = ['organisations.not_found', 'organisations.sign_on_needed'] as const;
const page = z.object({ cursor, limit: limit(100, 50) });
const teamQuery = z.object({ team: idParam('team').optional() });

const lineJson = ({ userId: _, ...line }: organisations.LineReport) => line;
const placeOf = (ctx: { config: Parameters<typeof originOf>[0] }, person: { locale: string } | null) => ({
	origin: originOf(ctx.config),
	locale: person?.locale ?? 'zh-CN',
});

/** Organisations: their people, teams, seats, trainings and reports. */
export const organisationOperations: Operation[] = [
	operation({
		...look,
		id: 'listOrganisations',
		path: '/organisations',
		summary: 'List the organisations that I belong to',
		returns: { status: 200, schema: listOf(shape.organisationCard), description: 'The last joined first.' },
		async run(call) {
			return listed(call, { items: await organisations.listOrganisations(call.db, call.actor), next: null });
		},
	}),
	operation({
		...act,
		method: 'post',
		id: 'foundOrganisation',
		path: '/organisations',
		summary: 'Found an organisation',
		description: 'It comes with a private space of its own; whoever founds it owns both.',
		body: z
			.object({
				name: z.string().max(80).openapi({ example: '海港科技' }),
				slug: z.string().max(60).openapi({ example: 'harbour' }),
				about: z.string().max(2000).optional().openapi({ example: 'Ships.' }),
			})
			.openapi('NewOrganisation'),
		example: { name: '海港科技', slug: 'harbour' },
		returns: {
			status: 201,
			schema: z.object({ slug: text('harbour') }).openapi('OrganisationMade'),
			description: 'Its slug.',
		},
		refusals: ['organisations.slug_taken', 'organisations.too_many'],
		async run({ db, actor, body }) {
			const { about, ...given } = body;
			const { slug } = await organisations.foundOrganisation(db, actor, {
				...given,
				...(about === undefined ? {} : { about }),
			});
			return made(`/api/v1/organisations/${slug}`, { slug });
		},
	}),
	operation({
		...look,
		id: 'readOrganisation',
		path: '/organisations/{slug}',
		summary: 'Read an organisation that I belong to',
		params: { slug },
		returns: { status: 200, schema: shape.organisation, description: 'The organisation.' },
		refusals: ['organisations.not_found'],
		async run({ db, actor, params }) {
			const found = await organisations.findOrganisation(db, actor, params.slug);
			if (!found) throw organisations.organisationError('not_found');
			const { id: _i, spaceId: _s, leads: _l, spaceSlug: space, ...rest } = found;
			return answer({ ...rest, space });
		},
	}),
	doing({
		...act,
		method: 'put',
		id: 'describeOrganisation',
		path: '/organisations/{slug}/description',
		summary: 'Change name and description of an organisation',
		params: { slug },
		body: z
			.object({
				name: z.string().max(80).openapi({ example: '海港科技' }),
				about: z.string().max(2000).optional().openapi({ example: 'Ships.' }),
			})
			.openapi('OrganisationDescription'),
		example: { name: '海港科技' },
		refusals: known,
		run: ({ db, actor, params, body: { name, about } }) =>
			organisations.describeOrganisation(db, actor, params.slug, {
				name,
				...(about === undefined ? {} : { about }),
			}),
	}),
	doing({
		...act,
		method: 'put',
		id: 'joinOrganisation',
		path: '/organisations/{slug}/membership',
		summary: 'Join an organisation by my confirmed address',
		params: { slug },
		refusals: ['organisations.not_joinable', 'organisations.removed'],
		run: ({ db, actor, params }) => organisations.joinByDomain(db, actor, params.slug),
	}),
	doing({
		...act,
		method: 'delete',
		id: 'leaveOrganisation',
		path: '/organisations/{slug}/membership',
		summary: 'Leave an organisation',
		params: { slug },
		refusals: ['organisations.not_found', 'organisations.last_owner'],
		run: ({ db, actor, params }) => organisations.leaveOrganisation(db, actor, params.slug),
	}),
	operation({
		...look,
		id: 'listOrganisationMembers',
		path: '/organisations/{slug}/people',
		summary: 'List the people of an organisation',
		params: { slug },
		query: z.object({
			q: z.string().max(60).optional().openapi({ example: 'ada', description: 'In name or handle.' }),
			team: idParam('team').optional(),
			cursor,
			limit: limit(100, 50),
		}),
		returns: { status: 200, schema: listOf(shape.member), description: 'The last joined first.' },
		refusals: known,
		async run(call) {
			const { q, team, cursor, limit } = call.query;
			const found = await organisations.listOrganisationMembers(call.db, call.actor, call.params.slug, {
				query: q ?? '',
				team: team ?? null,
				cursor: cursor ?? null,
				limit,
			});
			return listed(
				call,
				found,
				found.items.map(({ userId: _u, image: _i, face: _f, ...one }) => one),
			);
		},
	}),
	doing({
		...act,
		method: 'put',
		id: 'setOrganisationRole',
		path: '/organisations/{slug}/people/{handle}/role',
		summary: 'Make somebody an owner, administrator or member',
		params: { slug, handle },
		body: z
			.object({ role: z.enum(['owner', 'admin', 'member']).openapi({ example: 'admin' }) })
			.openapi('OrganisationRole'),
		example: { role: 'admin' },
		refusals: [...known, 'organisations.person_unknown', 'organisations.last_owner'],
		run: ({ db, actor, params, body }) =>
			organisations.setMemberRole(db, actor, params.slug, { handle: params.handle, role: body.role }),
	}),
	doing({
		...act,
		method: 'delete',
		id: 'removeOrganisationMember',
		path: '/organisations/{slug}/people/{handle}',
		summary: 'Take somebody out of an organisation',
		description: 'Their seats become free; what they learnt stays theirs.',
		params: { slug, handle },
		refusals: [...known, 'organisations.person_unknown', 'organisations.last_owner'],
		run: ({ db, actor, params }) => organisations.removeMember(db, actor, params.slug, params.handle),
	}),
	operation({
		...look,
		id: 'listOrganisationInvitations',
		path: '/organisations/{slug}/invitations',
		summary: 'List the open invitations of an organisation',
		params: { slug },
		query: page,
		returns: { status: 200, schema: listOf(shape.invitation), description: 'The newest first.' },
		refusals: known,
		async run(call) {
			const { cursor, limit } = call.query;
			return listed(
				call,
				await organisations.listJoinInvitations(call.db, call.actor, call.params.slug, {
					cursor: cursor ?? null,
					limit,
				}),
			);
		},
	}),
	operation({
		...act,
		method: 'post',
		id: 'inviteToOrganisation',
		path: '/organisations/{slug}/invitations',
		summary: 'Invite people by mail',
		description:
			'Takes addresses as people paste them, or a CSV file. Lines that cannot be used stop nothing.',
		params: { slug },
		body: z
			.object({
				list: z.string().max(200_000).openapi({ example: 'ada@harbour.example, bo@harbour.example' }),
				role: z.enum(['admin', 'member']).optional(),
				teamId: z.int().positive().optional().openapi({ example: 3 }),
			})
			.openapi('InviteList'),
		example: { list: 'ada@harbour.example, bo@harbour.example' },
		returns: { status: 200, schema: shape.inviteReport, description: 'What became of the list.' },
		refusals: [
			...known,
			'organisations.no_addresses',
			'organisations.too_many_invitations',
			'organisations.team_not_found',
		],
		async run({ db, ctx, person, actor, params, body: { list, role, teamId } }) {
			return answer(
				await organisations.inviteByMail(
					db,
					actor,
					params.slug,
					{ list, role: role ?? 'member', teamId: teamId ?? null },
					placeOf(ctx, person),
				),
			);
		},
	}),
	doing({
		...act,
		method: 'delete',
		id: 'revokeOrganisationInvitation',
		path: '/organisations/{slug}/invitations/{id}',
		summary: 'Take an invitation back',
		params: { slug, id: idParam('invitation') },
		refusals: known,
		run: ({ db, actor, params }) => organisations.revokeJoinInvitation(db, actor, params.slug, params.id),
	}),
	operation({
		...act,
		method: 'post',
		id: 'makeOrganisationLink',
		path: '/organisations/{slug}/links',
		summary: 'Make a link by which so many may join',
		params: { slug },
		body: z
			.object({
				maxUses: z.int().min(1).max(10_000).optional().openapi({ example: 50 }),
				days: z.int().min(1).max(90).optional().openapi({ example: 14 }),
				teamId: z.int().positive().optional().openapi({ example: 3 }),
			})
			.openapi('NewJoinLink'),
		example: { maxUses: 50 },
		secret: true,
		returns: {
			status: 201,
			schema: z
				.object({
					id: id(8),
					url: text('https://stoa.example/organisations/invitations/…').openapi({
						description: 'Shown this once.',
					}),
					expiresAt: time(),
				})
				.openapi('JoinLink'),
			description: 'The link.',
		},
		refusals: [...known, 'organisations.team_not_found'],
		async run({ db, ctx, actor, params, body }) {
			const { id, token, expiresAt } = await organisations.makeJoinLink(db, actor, params.slug, body);
			const url = `${originOf(ctx.config)}/organisations/invitations/${token}`;
			return made(`/api/v1/organisations/${params.slug}/invitations/${id}`, { id, url, expiresAt });
		},
	}),
	operation({
		...act,
		method: 'put',
		id: 'acceptOrganisationInvitation',
		path: '/organisation-invitations/{token}/acceptance',
		summary: 'Join an organisation by an invitation',
		params: { token: slugParam('Token of the invitation', 'k3w5m7p2q4s6t7aa') },
		returns: {
			status: 200,
			schema: z.object({ slug: text('harbour') }).openapi('OrganisationJoined'),
			description: 'Its slug.',
		},
		refusals: [
			'organisations.invitation_spent',
			'organisations.invitation_other_address',
			'organisations.removed',
		],
		async run({ db, actor, params }) {
			return answer(await organisations.acceptJoinInvitation(db, actor, params.token));
		},
	}),
	operation({
		...look,
		id: 'listOrganisationTeams',
		path: '/organisations/{slug}/teams',
		summary: 'List the teams of an organisation',
		params: { slug },
		returns: { status: 200, schema: listOf(shape.team), description: 'By name; a lead gets their own.' },
		refusals: known,
		async run(call) {
			const items = await organisations.listTeams(call.db, call.actor, call.params.slug);
			return listed(call, { items, next: null });
		},
	}),
	operation({
		...act,
		method: 'post',
		id: 'createOrganisationTeam',
		path: '/organisations/{slug}/teams',
		summary: 'Make a team',
		params: { slug },
		body: teamBody(),
		example: { name: 'Core' },
		returns: {
			status: 201,
			schema: z.object({ id: id(3) }).openapi('TeamMade'),
			description: 'Its id.',
		},
		refusals: [
			...known,
			'organisations.team_name_taken',
			'organisations.claim_taken',
			'organisations.too_many_teams',
		],
		async run({ db, actor, params, body }) {
			const made_ = await organisations.createTeam(db, actor, params.slug, teamOf(body));
			return made(`/api/v1/organisations/${params.slug}/teams`, { id: made_ });
		},
	}),
	doing({
		...act,
		method: 'put',
		id: 'changeOrganisationTeam',
		path: '/organisations/{slug}/teams/{id}',
		summary: 'Change a team',
		params: { slug, id: idParam('team') },
		body: teamBody(),
		example: { name: 'Core' },
		refusals: [
			...known,
			'organisations.team_not_found',
			'organisations.team_name_taken',
			'organisations.claim_taken',
		],
		run: ({ db, actor, params, body }) =>
			organisations.changeTeam(db, actor, params.slug, params.id, teamOf(body)),
	}),
	doing({
		...act,
		method: 'delete',
		id: 'dropOrganisationTeam',
		path: '/organisations/{slug}/teams/{id}',
		summary: 'Dissolve a team',
		params: { slug, id: idParam('team') },
		refusals: [...known, 'organisations.team_not_found'],
		run: ({ db, actor, params }) => organisations.dropTeam(db, actor, params.slug, params.id),
	}),
	doing({
		...act,
		method: 'put',
		id: 'setTeamMember',
		path: '/organisations/{slug}/teams/{id}/people/{handle}',
		summary: 'Put somebody into a team',
		params: { slug, id: idParam('team'), handle },
		body: z.object({ leads: z.boolean().optional() }).openapi('TeamMembership'),
		example: { leads: true },
		refusals: [...known, 'organisations.team_not_found', 'organisations.person_unknown'],
		run: ({ db, actor, params, body }) =>
			organisations.setTeamMember(db, actor, params.slug, {
				teamId: params.id,
				handle: params.handle,
				leads: body.leads ?? false,
			}),
	}),
	doing({
		...act,
		method: 'delete',
		id: 'dropTeamMember',
		path: '/organisations/{slug}/teams/{id}/people/{handle}',
		summary: 'Take somebody out of a team',
		params: { slug, id: idParam('team'), handle },
		refusals: [...known, 'organisations.team_not_found', 'organisations.person_unknown'],
		run: ({ db, actor, params }) =>
			organisations.dropTeamMember(db, actor, params.slug, { teamId: params.id, handle: params.handle }),
	}),
	operation({
		...look,
		id: 'listOrganisationSeats',
		path: '/organisations/{slug}/seats',
		summary: 'List the seats of an organisation',
		params: { slug },
		returns: { status: 200, schema: listOf(shape.pool), description: 'The newest first.' },
		refusals: known,
		async run(call) {
			const items = await organisations.listOrganisationSeats(call.db, call.actor, call.params.slug);
			return listed(call, { items, next: null });
		},
	}),
	operation({
		...act,
		method: 'post',
		id: 'grantOrganisationSeats',
		path: '/organisations/{slug}/seats',
		summary: 'Grant seats by contract',
		description: 'For administrators of the whole place. Exactly one of `courseId` and `space`.',
		params: { slug },
		body: z
			.object({
				courseId: z.int().positive().optional().openapi({ example: 7 }),
				space: z.string().max(60).optional(),
				seats: z.int().min(1).max(100_000).openapi({ example: 20 }),
				months: z.int().min(1).max(120).openapi({ example: 12 }),
				note: z.string().max(200).optional(),
			})
			.openapi('SeatGrant'),
		example: { courseId: 7, seats: 20, months: 12 },
		returns: { status: 201, schema: z.object({ id: id(5) }).openapi('SeatsMade'), description: 'Their id.' },
		refusals: [...known, 'organisations.seats_target'],
		async run({ db, actor, params, body: { space, note, courseId, ...given } }) {
			const made_ = await organisations.grantSeats(db, actor, params.slug, {
				...given,
				courseId: courseId ?? null,
				spaceSlug: space ?? null,
				note: note ?? '',
			});
			return made(`/api/v1/organisations/${params.slug}/seats`, { id: made_ });
		},
	}),
	doing({
		...act,
		method: 'delete',
		id: 'endOrganisationSeats',
		path: '/organisations/{slug}/seats/{id}',
		summary: 'End seats that were granted by contract',
		params: { slug, id: idParam('seats') },
		refusals: [...known, 'organisations.seats_not_found'],
		run: ({ db, actor, params }) => organisations.endSeats(db, actor, params.slug, params.id),
	}),
	doing({
		...act,
		method: 'put',
		id: 'lendSeats',
		path: '/organisations/{slug}/seats/{id}/lending',
		summary: 'Put seats that I bought into the hands of an organisation',
		params: { slug, id: idParam('seats') },
		refusals: [...known, 'organisations.seats_not_found'],
		run: ({ db, actor, params }) => organisations.lendSeats(db, actor, params.slug, params.id),
	}),
	doing({
		...act,
		method: 'put',
		id: 'giveOrganisationSeat',
		path: '/organisations/{slug}/seats/{id}/people/{handle}',
		summary: 'Give a seat to a member',
		params: { slug, id: idParam('seats'), handle },
		refusals: [
			...known,
			'organisations.seats_not_found',
			'organisations.person_unknown',
			'orders.seats_taken',
		],
		run: ({ db, actor, params }) =>
			organisations.giveSeat(db, actor, params.slug, { poolId: params.id, handle: params.handle }),
	}),
	doing({
		...act,
		method: 'delete',
		id: 'freeOrganisationSeat',
		path: '/organisations/{slug}/seats/{id}/people/{handle}',
		summary: 'Take a seat back',
		params: { slug, id: idParam('seats'), handle },
		refusals: [...known, 'organisations.seats_not_found'],
		run: ({ db, actor, params }) =>
			organisations.freeSeatOf(db, actor, params.slug, { poolId: params.id, handle: params.handle }),
	}),
	operation({
		...act,
		method: 'put',
		id: 'giveTeamSeats',
		path: '/organisations/{slug}/seats/{id}/teams/{teamId}',
		summary: 'Give seats to a team',
		description: 'Everybody in it sits down, or nobody; who joins later sits down while there are seats.',
		params: { slug, id: idParam('seats'), teamId: idParam('team') },
		returns: {
			status: 200,
			schema: z.object({ seated: count(7) }).openapi('TeamSeated'),
			description: 'How many sat down.',
		},
		refusals: [
			...known,
			'organisations.seats_not_found',
			'organisations.seats_too_few',
			'organisations.team_not_found',
		],
		async run({ db, actor, params }) {
			const { slug, id, teamId } = params;
			return answer({
				seated: await organisations.giveTeamSeats(db, actor, slug, { poolId: id, teamId }),
			});
		},
	}),
	operation({
		...act,
		method: 'post',
		id: 'giveTraining',
		path: '/organisations/{slug}/trainings',
		summary: 'Assign a course or a path',
		description: 'To everybody, unless `teamId` or `handle` is given.',
		params: { slug },
		body: z
			.object({
				courseId: z.int().positive().optional().openapi({ example: 7 }),
				pathId: z.int().positive().optional(),
				teamId: z.int().positive().optional().openapi({ example: 3 }),
				handle: z.string().max(60).optional(),
				dueAt: z.iso.datetime({ offset: true }).optional().openapi({ example: '2030-01-31T15:59:00Z' }),
				note: z.string().max(500).optional(),
			})
			.openapi('NewTraining'),
		example: { courseId: 7, teamId: 3, dueAt: '2030-01-31T15:59:00Z' },
		returns: {
			status: 201,
			schema: z.object({ id: id(9) }).openapi('TrainingMade'),
			description: 'Its id.',
		},
		refusals: [
			...known,
			'organisations.training_unknown',
			'organisations.training_twice',
			'organisations.team_not_found',
			'organisations.person_unknown',
			'organisations.due_in_past',
		],
		async run({ db, actor, params, body }) {
			const made_ = await organisations.giveTraining(db, actor, params.slug, {
				courseId: body.courseId ?? null,
				pathId: body.pathId ?? null,
				teamId: body.teamId ?? null,
				handle: body.handle ?? null,
				dueAt: body.dueAt ?? null,
				note: body.note ?? '',
			});
			return made(`/api/v1/organisations/${params.slug}/report`, { id: made_ });
		},
	}),
	doing({
		...act,
		method: 'put',
		id: 'changeTraining',
		path: '/organisations/{slug}/trainings/{id}',
		summary: 'Move the day by which an assignment is due',
		params: { slug, id: idParam('training') },
		body: z
			.object({
				dueAt: z.iso
					.datetime({ offset: true })
					.nullable()
					.openapi({ example: '2030-02-28T15:59:00Z', description: 'null: no day.' }),
				note: z.string().max(500).optional(),
			})
			.openapi('TrainingChange'),
		example: { dueAt: '2030-02-28T15:59:00Z' },
		refusals: [...known, 'organisations.training_not_found', 'organisations.due_in_past'],
		run: ({ db, actor, params, body }) =>
			organisations.changeTraining(db, actor, params.slug, params.id, {
				dueAt: body.dueAt,
				note: body.note ?? '',
			}),
	}),
	doing({
		...act,
		method: 'put',
		id: 'extendTraining',
		path: '/organisations/{slug}/trainings/{id}/extensions/{handle}',
		summary: 'Give one person more time for an assignment',
		description: 'They are told, with the reason. The later of the two days counts.',
		params: { slug, id: idParam('training'), handle },
		body: z
			.object({
				dueAt: z.iso.datetime({ offset: true }).openapi({ example: '2030-03-31T15:59:00Z' }),
				reason: z.string().max(500).openapi({ example: 'You were on leave.' }),
			})
			.openapi('TrainingExtension'),
		example: { dueAt: '2030-03-31T15:59:00Z', reason: 'You were on leave.' },
		refusals: [
			...known,
			'organisations.training_not_found',
			'organisations.person_unknown',
			'organisations.due_in_past',
		],
		run: ({ db, actor, params, body }) =>
			organisations.extendTraining(db, actor, params.slug, params.id, { ...body, handle: params.handle }),
	}),
	doing({
		...act,
		method: 'delete',
		id: 'endTraining',
		path: '/organisations/{slug}/trainings/{id}',
		summary: 'End an assignment',
		params: { slug, id: idParam('training') },
		refusals: [...known, 'organisations.training_not_found'],
		run: ({ db, actor, params }) => organisations.endTraining(db, actor, params.slug, params.id),
	}),
	operation({
		...look,
		id: 'reportOrganisation',
		path: '/organisations/{slug}/report',
		summary: 'Read the report of an organisation',
		description: 'A lead reads that of their teams.',
		params: { slug },
		query: teamQuery,
		returns: { status: 200, schema: shape.overview, description: 'In figures.' },
		refusals: known,
		async run({ db, actor, params, query }) {
			return answer(
				await organisations.reportOrganisation(db, actor, params.slug, { team: query.team ?? null }),
			);
		},
	}),
	operation({
		...look,
		id: 'reportOrganisationPeople',
		path: '/organisations/{slug}/report/people',
		summary: 'Read the report of an organisation, person by person',
		params: { slug },
		query: z.object({ team: idParam('team').optional(), cursor, limit: limit(1000, 50) }),
		returns: { status: 200, schema: listOf(shape.personReport), description: 'By name.' },
		refusals: known,
		async run(call) {
			const { team, cursor, limit } = call.query;
			const found = await organisations.reportPeople(call.db, call.actor, call.params.slug, {
				team: team ?? null,
				cursor: cursor ?? null,
				limit,
			});
			return listed(
				call,
				found,
				found.items.map(({ userId: _, ...one }) => one),
			);
		},
	}),
	operation({
		...look,
		id: 'reportOrganisationPerson',
		path: '/organisations/{slug}/report/people/{handle}',
		summary: 'Read the report of one person, line by line',
		params: { slug, handle },
		returns: { status: 200, schema: listOf(shape.line), description: 'What is due first comes first.' },
		refusals: [...known, 'common.not_found'],
		async run(call) {
			const { slug, handle } = call.params;
			const lines = await organisations.reportPerson(call.db, call.actor, slug, handle);
			return listed(call, { items: lines.map(lineJson), next: null });
		},
	}),
	operation({
		...look,
		id: 'reportMyself',
		path: '/organisations/{slug}/report/mine',
		summary: 'Read what an organisation sees of me',
		params: { slug },
		returns: { status: 200, schema: shape.ownReport, description: 'The lines, and who sees them.' },
		refusals: known,
		async run({ db, actor, params }) {
			const { lines, seenBy } = await organisations.reportMyself(db, actor, params.slug);
			return answer({ lines: lines.map(lineJson), seenBy });
		},
	}),
	operation({
		...look,
		id: 'listOrganisationDomains',
		path: '/organisations/{slug}/domains',
		summary: 'List the mail domains of an organisation',
		params: { slug },
		returns: { status: 200, schema: listOf(shape.domain), description: 'By name.' },
		refusals: known,
		async run(call) {
			const items = await organisations.listDomains(call.db, call.actor, call.params.slug);
			return listed(call, { items, next: null });
		},
	}),
	doing({
		...act,
		method: 'put',
		id: 'claimDomain',
		path: '/organisations/{slug}/domains/{domain}',
		summary: 'Claim a mail domain',
		description: 'A mail to whoever runs the domain asks for a confirmation.',
		params: { slug, domain: slugParam('The domain', 'harbour.example') },
		body: z
			.object({ mailbox: z.enum(organisations.domainMailboxes).openapi({ example: 'postmaster' }) })
			.openapi('DomainClaim'),
		example: { mailbox: 'postmaster' },
		refusals: [...known, 'organisations.domain_public', 'organisations.too_many_invitations'],
		run: ({ db, ctx, person, actor, params, body }) =>
			organisations.claimDomain(
				db,
				actor,
				params.slug,
				{ domain: params.domain, mailbox: body.mailbox },
				placeOf(ctx, person),
			),
	}),
	doing({
		...act,
		method: 'put',
		id: 'setDomainJoinable',
		path: '/organisations/{slug}/domains/{domain}/joining',
		summary: 'Say whether people of a domain may join by themselves',
		params: { slug, domain: slugParam('The domain', 'harbour.example') },
		body: z.object({ joinable: z.boolean().openapi({ example: false }) }).openapi('DomainJoining'),
		example: { joinable: false },
		refusals: known,
		run: ({ db, actor, params, body }) =>
			organisations.setDomainJoinable(db, actor, params.slug, {
				domain: params.domain,
				joinable: body.joinable,
			}),
	}),
	doing({
		...act,
		method: 'delete',
		id: 'dropDomain',
		path: '/organisations/{slug}/domains/{domain}',
		summary: 'Give a mail domain up',
		params: { slug, domain: slugParam('The domain', 'harbour.example') },
		refusals: [...known, 'organisations.domain_in_use'],
		run: ({ db, actor, params }) => organisations.dropDomain(db, actor, params.slug, params.domain),
	}),
	operation({
		...look,
		id: 'readOrganisationSignOn',
		path: '/organisations/{slug}/sign-on',
		summary: 'Read the sign-on of an organisation',
		description: 'It is set on its page, in a browser; the secret is never given.',
		params: { slug },
		returns: {
			status: 200,
			schema: z.object({ signOn: shape.signOn.nullable() }).openapi('SignOnRead'),
			description: 'null: there is none.',
		},
		refusals: known,
		async run({ db, actor, params }) {
			return answer({ signOn: await organisations.readSignOn(db, actor, params.slug) });
		},
	}),
	doing({
		...act,
		method: 'delete',
		id: 'dropOrganisationSignOn',
		path: '/organisations/{slug}/sign-on',
		summary: 'Remove the sign-on of an organisation',
		params: { slug },
		refusals: known,
		run: ({ db, actor, params }) => organisations.dropSignOn(db, actor, params.slug),
	}),
	operation({
		...look,
		id: 'listOrganisationLog',
		path: '/organisations/{slug}/log',
		summary: 'Read who did what in an organisation',
		params: { slug },
		query: page,
		returns: { status: 200, schema: listOf(shape.logLine), description: 'The latest first.' },
		refusals: known,
		async run(call) {
			const { cursor, limit } = call.query;
			return listed(
				call,
				await organisations.listLog(call.db, call.actor, call.params.slug, {
					cursor: cursor ?? null,
					limit,
				}),
			);
		},
	}),
];

function teamBody() {
	return z
		.object({
			name: z.string().max(60).openapi({ example: 'Core' }),
			claim: z.string().max(120).nullable().optional().openapi({ example: 'eng' }),
		})
		.openapi('TeamFields');
}

const teamOf = ({ name, claim }: { name: string; claim?: string | null | undefined }) => ({
	name,
	claim: claim ?? null,
});
