import type { Called } from './called.ts';
import type { World } from './world.ts';

type Organisation = World['organisation'];

/** Most are about the one organisation of the world. */
const inIt =
	(
		as: Called['as'],
		more: (organisation: Organisation) => {
			params?: Record<string, string | number>;
			query?: Called['query'];
			body?: unknown;
		} = () => ({}),
	) =>
	({ organisation }: World): Called => {
		const { params, ...rest } = more(organisation);
		return { as, params: { slug: organisation.slug, ...params }, ...rest } as Called;
	};

const dueAt = '2030-01-31T15:59:00Z';

/** One call of every operation on organisations. */
export const organisationCalls: Record<string, (world: World) => Called> = {
	listOrganisations: () => ({ as: 'member' }),
	foundOrganisation: () => ({ as: 'member', body: { name: 'Lake', slug: 'lake' } }),
	readOrganisation: inIt('member'),
	describeOrganisation: inIt('author', () => ({ body: { name: 'Harbour', about: 'Ships.' } })),
	joinOrganisation: inIt('stranger'),
	leaveOrganisation: inIt('member'),
	listOrganisationMembers: inIt('author', ({ team }) => ({ query: { q: 'm', team, limit: 5 } })),
	setOrganisationRole: inIt('author', () => ({ params: { handle: 'member' }, body: { role: 'admin' } })),
	removeOrganisationMember: inIt('author', () => ({ params: { handle: 'member' } })),
	listOrganisationInvitations: inIt('author', () => ({ query: { limit: 5 } })),
	inviteToOrganisation: inIt('author', ({ team }) => ({
		body: { list: 'new@harbour.example, nobody', teamId: team },
	})),
	revokeOrganisationInvitation: inIt('author', ({ link }) => ({ params: { id: link } })),
	makeOrganisationLink: inIt('author', ({ team }) => ({ body: { maxUses: 3, days: 7, teamId: team } })),
	acceptOrganisationInvitation: ({ organisation }) => ({
		as: 'stranger',
		params: { token: organisation.token },
	}),
	listOrganisationTeams: inIt('author'),
	createOrganisationTeam: inIt('author', () => ({ body: { name: 'Sales', claim: 'sales' } })),
	changeOrganisationTeam: inIt('author', ({ team }) => ({
		params: { id: team },
		body: { name: 'Kernel', claim: null },
	})),
	dropOrganisationTeam: inIt('author', ({ team }) => ({ params: { id: team } })),
	setTeamMember: inIt('author', ({ team }) => ({
		params: { id: team, handle: 'author' },
		body: { leads: true },
	})),
	dropTeamMember: inIt('author', ({ team }) => ({ params: { id: team, handle: 'member' } })),
	listOrganisationSeats: inIt('author'),
	grantOrganisationSeats: inIt('admin', ({ other }) => ({
		body: { courseId: other, seats: 20, months: 12, note: 'By contract' },
	})),
	endOrganisationSeats: inIt('admin', ({ pool }) => ({ params: { id: pool } })),
	lendSeats: ({ organisation, poolId }) => ({
		as: 'author',
		params: { slug: organisation.slug, id: poolId },
	}),
	giveOrganisationSeat: inIt('author', ({ pool }) => ({ params: { id: pool, handle: 'author' } })),
	freeOrganisationSeat: inIt('author', ({ pool }) => ({ params: { id: pool, handle: 'member' } })),
	giveTeamSeats: inIt('author', ({ pool, team }) => ({ params: { id: pool, teamId: team } })),
	giveTraining: inIt('author', ({ other }) => ({ body: { courseId: other, dueAt, note: 'Please.' } })),
	changeTraining: inIt('author', ({ training }) => ({ params: { id: training }, body: { dueAt } })),
	extendTraining: inIt('author', ({ training }) => ({
		params: { id: training, handle: 'member' },
		body: { dueAt, reason: 'You were on leave.' },
	})),
	endTraining: inIt('author', ({ training }) => ({ params: { id: training } })),
	reportOrganisation: inIt('author', ({ team }) => ({ query: { team } })),
	reportOrganisationPeople: inIt('author', () => ({ query: { limit: 5 } })),
	reportOrganisationPerson: inIt('author', () => ({ params: { handle: 'member' } })),
	reportMyself: inIt('member'),
	listOrganisationDomains: inIt('author'),
	claimDomain: inIt('author', () => ({
		params: { domain: 'harbour.example' },
		body: { mailbox: 'postmaster' },
	})),
	setDomainJoinable: inIt('author', ({ domain }) => ({ params: { domain }, body: { joinable: false } })),
	dropDomain: inIt('author', ({ domain }) => ({ params: { domain } })),
	readOrganisationSignOn: inIt('author'),
	dropOrganisationSignOn: inIt('author'),
	listOrganisationLog: inIt('author', () => ({ query: { limit: 5 } })),
};
