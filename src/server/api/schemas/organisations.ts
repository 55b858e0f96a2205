import { z } from '@hono/zod-openapi';
import { count, id, text, time } from './common.ts';

const role = z.enum(['owner', 'admin', 'member']);
const person = z.object({ handle: text('wu-tong'), name: text('吴桐') });
const score = z
	.number()
	.nullable()
	.openapi({ example: 0.87, description: 'Mean, 0 to 1; null without any.' });
const seconds = count(5400).openapi({ description: 'Seconds truly studied.' });

export const organisationCard = z
	.object({
		slug: text('harbour'),
		name: text('海港科技'),
		logo: z.string().nullable().openapi({ example: null }),
		memberCount: count(42),
		role: role.nullable(),
	})
	.openapi('OrganisationCard');

export const organisation = z
	.object({
		slug: text('harbour'),
		name: text('海港科技'),
		about: text('Ships and the code that steers them.'),
		logo: z.string().nullable().openapi({ example: null }),
		space: z.string().nullable().openapi({ example: 'harbour', description: 'Slug of its private space.' }),
		memberCount: count(42),
		createdAt: time(),
		role: role.nullable(),
		mustSignOn: z.boolean().openapi({ description: 'Its sign-on asks for a proof first.' }),
		can: z.object({
			see: z.boolean(),
			report: z.boolean(),
			manage: z.boolean(),
			own: z.boolean(),
			grant: z.boolean(),
		}),
	})
	.openapi('Organisation');

export const member = z
	.object({
		...person.shape,
		role,
		cameBy: z.enum(['founder', 'invitation', 'link', 'domain', 'sign-on']),
		joinedAt: time(),
		signedOnAt: time().nullable(),
		teams: z.array(z.object({ id: id(3), name: text('Core'), leads: z.boolean() })),
		seats: count(1),
	})
	.openapi('OrganisationMember');

export const inviteReport = z
	.object({
		invited: z.array(text('ada@harbour.example')),
		members: z.array(text('bo@harbour.example')).openapi({ description: 'Belong to it already.' }),
		bad: z.array(
			z.object({
				line: count(3),
				text: text('nobody'),
				fault: z.enum(['shape', 'twice', 'team', 'too_many']),
			}),
		),
	})
	.openapi('InviteReport');

export const invitation = z
	.object({
		id: id(8),
		email: z.string().nullable().openapi({ example: 'ada@harbour.example', description: 'null for a link.' }),
		role: z.enum(['admin', 'member']),
		team: z.string().nullable().openapi({ example: 'Core' }),
		uses: count(0),
		maxUses: count(1),
		expiresAt: time(),
		createdAt: time(),
		createdBy: z.string().nullable().openapi({ example: '林青' }),
	})
	.openapi('OrganisationInvitation');

export const team = z
	.object({
		id: id(3),
		name: text('Core'),
		claim: z.string().nullable().openapi({ example: 'eng', description: 'Its name in the sign-on.' }),
		memberCount: count(7),
		leads: z.array(person),
	})
	.openapi('OrganisationTeam');

export const pool = z
	.object({
		id: id(5),
		what: text('How indexes work'),
		href: text('/courses/7'),
		seats: count(20),
		taken: count(12),
		endsAt: time(),
		bought: z.boolean().openapi({ description: 'false: given by contract.' }),
		note: text('Contract 2026-11'),
		people: z.array(
			z.object({
				...person.shape,
				team: z.string().nullable().openapi({ example: 'Core', description: 'By which they have it.' }),
			}),
		),
		teams: z.array(z.object({ id: id(3), name: text('Core') })),
	})
	.openapi('OrganisationSeats');

const counts = { not_begun: count(4), under_way: count(6), done: count(20), overdue: count(2) };

export const overview = z
	.object({
		people: count(42),
		totals: z.object(counts),
		seconds,
		score,
		active: count(17).openapi({ description: 'Who learnt in the last seven days.' }),
		trainings: z.array(
			z.object({
				id: id(9),
				courseId: z.int().nullable().openapi({ example: 7 }),
				pathId: z.int().nullable().openapi({ example: null }),
				title: text('How indexes work'),
				person: person.nullable(),
				team: z.string().nullable().openapi({ example: 'Core' }),
				note: text(''),
				dueAt: z.string().nullable().openapi({ example: '2026-12-24T15:59:00+00:00' }),
				createdAt: z.string().openapi({ example: '2026-11-01T08:30:00+00:00' }),
				...counts,
				seconds,
				score,
			}),
		),
		teams: z.array(z.object({ id: id(3), name: text('Core'), people: count(7), ...counts, seconds, score })),
		weeks: z.array(z.object({ week: text('2026-11-23'), completed: count(5) })),
	})
	.openapi('OrganisationReport');

export const personReport = z
	.object({
		...person.shape,
		teams: z.array(text('Core')),
		...counts,
		seconds,
		score,
		lastAt: time().nullable(),
		nextDue: time().nullable(),
	})
	.openapi('PersonReport');

export const line = z
	.object({
		...person.shape,
		email: z
			.string()
			.nullable()
			.openapi({ example: null, description: 'Only of a domain that the organisation has proved.' }),
		teams: z.array(text('Core')),
		trainingId: z.int().nullable().openapi({ example: 9, description: 'null: no training names it.' }),
		courseId: z.int().nullable().openapi({ example: 7 }),
		pathId: z.int().nullable().openapi({ example: null }),
		title: text('How indexes work'),
		status: z.enum(['not_begun', 'under_way', 'done', 'overdue']).nullable(),
		startedAt: time().nullable(),
		completedAt: time().nullable(),
		dueAt: time().nullable(),
		needed: count(12),
		done: count(5),
		seconds,
		score,
		lastAt: time().nullable(),
	})
	.openapi('ReportLine');

export const ownReport = z
	.object({
		lines: z.array(line),
		seenBy: z.array(z.object({ ...person.shape, role: z.enum(['owner', 'admin', 'lead']) })),
	})
	.openapi('OwnReport');

export const domain = z
	.object({
		domain: text('harbour.example'),
		mailbox: text('postmaster'),
		askedAt: time(),
		verifiedAt: time().nullable(),
		joinable: z.boolean(),
	})
	.openapi('OrganisationDomain');

export const signOn = z
	.object({
		issuer: text('https://id.harbour.example'),
		clientId: text('stoa'),
		domains: z.array(text('harbour.example')),
		teamClaim: z.string().nullable().openapi({ example: 'groups' }),
		active: z.boolean(),
		enforced: z.boolean(),
		validDays: count(14),
		provider: text('org-7-1'),
	})
	.openapi('OrganisationSignOn');

export const logLine = z
	.object({
		id: id(99),
		action: text('seat-given'),
		actor: person.nullable(),
		subject: person.nullable(),
		details: z
			.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
			.openapi({ example: { pool: 5 } }),
		doneAt: time(),
	})
	.openapi('OrganisationLogLine');
