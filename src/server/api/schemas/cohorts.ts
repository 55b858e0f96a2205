import { z } from '@hono/zod-openapi';
import { count, id, text, time } from './common.ts';

const day = (example = '2026-03-02') => z.string().openapi({ format: 'date', example });

const rule = z
	.object({
		lessons: z.boolean().openapi({ description: 'All needed lessons of the course.' }),
		checkIns: count(20).openapi({ description: 'Days with a check-in; 0: none.' }),
		partly: z.boolean().openapi({ description: 'Who met a part of it has that part of the deposit back.' }),
	})
	.openapi('DepositRule');

const fields = {
	id: id(3),
	courseId: id(12),
	courseTitle: text('How indexes work'),
	name: text('Spring'),
	html: text(''),
	status: z.enum(['draft', 'open', 'cancelled', 'ended']),
	startsOn: day(),
	endsOn: day('2026-03-29'),
	joinUntil: day('2026-03-04'),
	timeZone: text('Asia/Shanghai'),
	startsAt: time(),
	endsAt: time(),
	seats: count(30),
	taken: count(12),
	price: count(9900),
	deposit: count(10_000),
	currency: z.string().nullable().openapi({ example: 'CNY' }),
	offerId: z
		.int()
		.nullable()
		.openapi({ example: 7, description: 'What to order to join; null: it costs nothing.' }),
	rule,
	makeupCards: count(2),
	groupsBy: z.enum(['none', 'even', 'choice']),
	opensCourse: z.boolean(),
	mine: z.enum(['active', 'left', 'passed', 'failed']).nullable(),
};
export const cohort = z.object(fields).openapi('Cohort');
export const cohortList = z
	.object({ data: z.array(cohort), next: z.string().nullable() })
	.openapi('CohortList');
export const myCohorts = z.object({ data: z.array(cohort) }).openapi('MyCohorts');

export const plan = z
	.object({
		data: z.array(
			z
				.object({
					id: id(3),
					day: day(),
					timeOfDay: z.string().nullable().openapi({ example: '20:00' }),
					startsAt: time().nullable(),
					minutes: z.int().nullable(),
					lessonId: z.int().nullable(),
					title: text('A plan'),
					place: text('').openapi({ description: 'For members only.' }),
				})
				.openapi('PlannedEntry'),
		),
	})
	.openapi('CohortPlan');

export const checkInList = z
	.object({
		data: z.array(
			z
				.object({
					id: id(3),
					day: day(),
					at: time(),
					text: text('Read the first lesson.'),
					picture: z.object({ token: text('a'), width: count(640), height: count(480) }).nullable(),
					madeUp: z.boolean(),
					person: z.object({ id: id(7), handle: text('wu-tong'), name: text('吴桐') }),
					cheers: count(2),
					cheered: z.boolean(),
				})
				.openapi('CheckIn'),
		),
		next: z.string().nullable(),
	})
	.openapi('CheckInList');

export const memberList = z
	.object({
		data: z.array(
			z
				.object({
					userId: id(7),
					handle: text('wu-tong'),
					name: text('吴桐'),
					status: z.enum(['active', 'passed', 'failed']),
					groupId: z.int().nullable(),
					joinedAt: time(),
					lessonsDone: count(4),
					lessonsNeeded: count(12),
					checkIns: count(6),
					behind: count(1),
					lastAt: time().nullable(),
					lastCheckIn: day().nullable(),
					silentDays: count(0),
					remindedAt: time().nullable(),
					returned: z.int().nullable(),
				})
				.openapi('CohortMember'),
		),
	})
	.openapi('CohortMembers');

export const newCohort = z
	.object({
		name: z.string().min(1).max(120).openapi({ example: 'Spring' }),
		source: z.string().max(20_000).optional(),
		startsOn: day(),
		endsOn: day('2026-03-29'),
		joinUntil: day('2026-03-04').nullish(),
		timeZone: z.string().max(60).openapi({ example: 'Asia/Shanghai' }),
		seats: z.int().min(1).max(5000).openapi({ example: 30 }),
		price: z.int().nonnegative().optional(),
		deposit: z.int().nonnegative().optional(),
		currency: z.enum(['CNY', 'USD', 'EUR', 'JPY', 'HKD', 'SGD']).optional(),
		rule: z
			.object({
				lessons: z.boolean().optional(),
				checkIns: z.int().nonnegative().optional(),
				partly: z.boolean().optional(),
			})
			.optional(),
		makeupCards: z.int().min(0).max(60).optional(),
		groupsBy: z.enum(['none', 'even', 'choice']).optional(),
		groups: z.int().min(0).max(200).optional(),
		opensCourse: z.boolean().optional(),
		space: z.boolean().optional(),
	})
	.openapi('NewCohort');
