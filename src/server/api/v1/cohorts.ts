import { z } from '@hono/zod-openapi';
import { requireMember } from '../../contracts/actor.ts';
import { leaveCohort } from '../../flows/cohort-deposit.ts';
import {
	type Cohort,
	type CohortCard,
	calendarToken,
	cancelCohort,
	checkIn,
	createCohort,
	editCohort,
	joinCohort,
	listCheckIns,
	listMembers,
	listMyCohorts,
	listOpenCohorts,
	listPlan,
	makeUp,
	mustSeeCohort,
	publishCohort,
	remindMember,
	renewCalendar,
} from '../../modules/cohorts/index.ts';
import { originOf } from '../../platform/config.ts';
import { answer, doing, listed, made, type Operation, operation } from '../operation.ts';
import * as shape from '../schemas/cohorts.ts';
import { cursor, idParam, limit, slugParam } from '../schemas/common.ts';

const tag = 'Cohorts';
const one = { id: idParam('cohort') };
const reading = { tag, needs: 'member', scope: 'read' } as const;
const acting = { tag, needs: 'member', scope: 'write' } as const;
const unseen = 'cohorts.not_found';

const cohortJson = ({ mine = null, ...cohort }: Cohort & { mine?: CohortCard['mine'] }) => {
	const {
		id,
		courseId,
		courseTitle,
		name,
		html,
		status,
		startsOn,
		endsOn,
		joinUntil,
		timeZone,
		startsAt,
		endsAt,
	} = cohort;
	const { seats, taken, price, deposit, currency, offerId, rule, makeupCards, groupsBy, opensCourse } =
		cohort;
	return {
		...{
			id,
			courseId,
			courseTitle,
			name,
			html,
			status,
			startsOn,
			endsOn,
			joinUntil,
			timeZone,
			startsAt,
			endsAt,
		},
		...{ seats, taken, price, deposit, currency, offerId, rule, makeupCards, groupsBy, opensCourse, mine },
	};
};
const calendarUrl = (origin: string, token: string) => ({ url: `${origin}/calendar/${token}.ics` });
const calendar = z
	.object({ url: z.string().openapi({ example: 'https://stoa.example/calendar/7-abc.ics' }) })
	.openapi('CalendarFeed');

/** Cohorts: who learns a course together, from when to when, and with which deposit. */
export const cohortOperations: Operation[] = [
	operation({
		id: 'listCohorts',
		method: 'get',
		path: '/cohorts',
		tag,
		summary: 'List cohorts that can be joined',
		needs: 'anyone',
		scope: 'read',
		query: z.object({ cursor, limit: limit(100, 24) }),
		returns: { status: 200, schema: shape.cohortList, description: 'The next to begin first.' },
		async run(call) {
			const page = await listOpenCohorts(call.db, call.actor, call.query);
			return listed(call, page, page.items.map(cohortJson));
		},
	}),
	operation({
		...reading,
		id: 'listMyCohorts',
		method: 'get',
		path: '/me/cohorts',
		summary: 'List my cohorts',
		returns: { status: 200, schema: shape.myCohorts, description: 'Those that run first.' },
		async run({ db, actor }) {
			return answer({ data: (await listMyCohorts(db, requireMember(actor).userId)).map(cohortJson) });
		},
	}),
	operation({
		id: 'readCohort',
		method: 'get',
		path: '/cohorts/{id}',
		tag,
		summary: 'Read a cohort',
		needs: 'anyone',
		scope: 'read',
		params: one,
		returns: { status: 200, schema: shape.cohort, description: 'With the rule of its deposit.' },
		refusals: [unseen],
		async run({ db, actor, params }) {
			const { cohort, membership } = await mustSeeCohort(db, actor, params.id);
			return answer(cohortJson({ ...cohort, mine: membership?.status ?? null }));
		},
	}),
	operation({
		id: 'readCohortPlan',
		method: 'get',
		path: '/cohorts/{id}/plan',
		tag,
		summary: 'Read the plan of a cohort',
		needs: 'anyone',
		scope: 'read',
		params: one,
		returns: { status: 200, schema: shape.plan, description: 'In its order.' },
		refusals: [unseen],
		async run({ db, actor, params }) {
			const { membership, mentor } = await mustSeeCohort(db, actor, params.id);
			const inside = mentor || (membership !== null && membership.status !== 'left');
			return answer({ data: await listPlan(db, params.id, inside) });
		},
	}),
	operation({
		...acting,
		id: 'createCohort',
		method: 'post',
		path: '/courses/{id}/cohorts',
		summary: 'Make a cohort of a course, as a draft',
		params: { id: idParam('course') },
		body: shape.newCohort,
		example: {
			name: 'Spring',
			startsOn: '2030-03-01',
			endsOn: '2030-03-28',
			timeZone: 'Asia/Shanghai',
			seats: 30,
		},
		returns: { status: 201, schema: shape.cohort, description: 'The draft.' },
		refusals: ['courses.not_found', 'common.forbidden'],
		async run({ db, actor, params, body }) {
			const { id } = await createCohort(db, actor, params.id, body);
			const { cohort } = await mustSeeCohort(db, actor, id);
			return made(`/api/v1/cohorts/${id}`, cohortJson(cohort));
		},
	}),
	doing({
		...acting,
		id: 'editCohort',
		method: 'put',
		path: '/cohorts/{id}',
		summary: 'Change a cohort',
		description: 'What members agreed to does not change once somebody has joined.',
		params: one,
		body: shape.newCohort,
		example: {
			name: 'Spring',
			startsOn: '2030-03-01',
			endsOn: '2030-03-28',
			timeZone: 'Asia/Shanghai',
			seats: 40,
		},
		refusals: [
			unseen,
			'cohorts.wrong_status',
			'cohorts.terms_fixed',
			'cohorts.seats_taken',
			'common.forbidden',
		],
		run: ({ db, actor, params, body }) => editCohort(db, actor, params.id, body),
	}),
	doing({
		...acting,
		id: 'publishCohort',
		method: 'put',
		path: '/cohorts/{id}/publication',
		summary: 'Open a cohort to whoever wants to join',
		params: one,
		refusals: [
			unseen,
			'cohorts.wrong_status',
			'cohorts.over',
			'cohorts.course_not_published',
			'common.forbidden',
		],
		run: ({ db, actor, params }) => publishCohort(db, actor, params.id),
	}),
	doing({
		...acting,
		id: 'cancelCohort',
		method: 'put',
		path: '/cohorts/{id}/cancellation',
		summary: 'Call a cohort off',
		description: 'Everybody gets back what they paid.',
		params: one,
		refusals: [unseen, 'cohorts.wrong_status', 'cohorts.over', 'common.forbidden'],
		run: ({ db, actor, params }) => cancelCohort(db, actor, params.id),
	}),
	doing({
		...acting,
		id: 'joinCohort',
		method: 'put',
		path: '/cohorts/{id}/membership',
		summary: 'Join a cohort that costs nothing',
		description: 'One that costs something is joined by an order of its `offerId`.',
		params: one,
		refusals: [
			unseen,
			'cohorts.not_open',
			'cohorts.joined',
			'cohorts.own_cohort',
			'cohorts.course_held',
			'cohorts.to_be_paid',
			'cohorts.full',
		],
		run: ({ db, actor, params }) => joinCohort(db, actor, params.id),
	}),
	doing({
		...acting,
		id: 'leaveCohort',
		method: 'delete',
		path: '/cohorts/{id}/membership',
		summary: 'Leave a cohort',
		description:
			'Until it begins everything that was paid goes back; after that one that costs something is not left.',
		params: one,
		refusals: [unseen, 'cohorts.not_a_member', 'cohorts.begun'],
		run: ({ db, actor, params }) => leaveCohort(db, actor, params.id),
	}),
	operation({
		...reading,
		id: 'listCheckIns',
		method: 'get',
		path: '/cohorts/{id}/check-ins',
		summary: 'List what the class has checked in',
		params: one,
		query: z.object({ cursor, limit: limit(100, 20) }),
		returns: { status: 200, schema: shape.checkInList, description: 'The newest first.' },
		refusals: [unseen, 'cohorts.not_a_member'],
		async run(call) {
			return listed(call, await listCheckIns(call.db, call.actor, call.params.id, call.query));
		},
	}),
	operation({
		...acting,
		quiet: true,
		id: 'checkIn',
		method: 'post',
		path: '/cohorts/{id}/check-ins',
		summary: 'Check in for today',
		description: 'Once a day of the cohort’s own calendar.',
		params: one,
		body: z
			.object({
				text: z.string().max(2000).optional().openapi({ example: 'Read the first lesson.' }),
				mediaId: z
					.int()
					.positive()
					.nullish()
					.openapi({ example: null, description: 'A picture of one’s own.' }),
			})
			.openapi('NewCheckIn'),
		example: { text: 'Read the first lesson.' },
		returns: {
			status: 201,
			schema: z.object({ id: z.int().positive(), day: z.string() }).openapi('CheckedIn'),
			description: 'For which day it counts.',
		},
		refusals: [unseen, 'cohorts.not_a_member', 'cohorts.not_running', 'cohorts.checked_in'],
		async run({ db, actor, params, body }) {
			return made(`/api/v1/cohorts/${params.id}/check-ins`, await checkIn(db, actor, params.id, body));
		},
	}),
	operation({
		...acting,
		quiet: true,
		id: 'makeUpCheckIn',
		method: 'put',
		path: '/cohorts/{id}/check-ins/{day}',
		summary: 'Spend a card on a day that was missed',
		params: { ...one, day: slugParam('Day of the cohort’s calendar', '2026-03-02') },
		body: z
			.object({ text: z.string().min(1).max(2000).openapi({ example: 'Yesterday, later.' }) })
			.openapi('MakeUp'),
		example: { text: 'Yesterday, later.' },
		returns: {
			status: 200,
			schema: z.object({ id: z.int().positive(), cardsLeft: z.int().nonnegative() }).openapi('MadeUp'),
			description: 'How many cards are left.',
		},
		refusals: [
			unseen,
			'cohorts.not_a_member',
			'cohorts.not_running',
			'cohorts.day_not_missed',
			'cohorts.no_card',
		],
		async run({ db, actor, params, body }) {
			return answer(await makeUp(db, actor, params.id, { ...body, day: params.day }));
		},
	}),
	operation({
		...reading,
		id: 'listCohortMembers',
		method: 'get',
		path: '/cohorts/{id}/members',
		summary: 'List the members of a cohort, as who looks after them',
		params: one,
		returns: { status: 200, schema: shape.memberList, description: 'In the order of joining.' },
		refusals: [unseen, 'common.forbidden'],
		async run({ db, actor, params }) {
			return answer({ data: await listMembers(db, actor, params.id) });
		},
	}),
	doing({
		...acting,
		quiet: true,
		id: 'remindCohortMember',
		method: 'put',
		path: '/cohorts/{id}/members/{handle}/reminder',
		summary: 'Remind a member kindly',
		params: { ...one, handle: slugParam('Handle of the member', 'wu-tong') },
		refusals: [unseen, 'cohorts.not_a_member', 'cohorts.reminded_lately', 'common.forbidden'],
		run: ({ db, actor, params }) => remindMember(db, actor, params.id, params.handle),
	}),
	operation({
		...reading,
		id: 'readCalendarFeed',
		method: 'get',
		path: '/me/calendar',
		summary: 'Read the address of my calendar',
		description: 'Plans of my cohorts and talks, as text/calendar. Whoever knows the address can read it.',
		secret: true,
		returns: { status: 200, schema: calendar, description: 'The secret address.' },
		async run({ db, ctx, actor }) {
			return answer(calendarUrl(originOf(ctx.config), await calendarToken(db, actor, ctx.secret)));
		},
	}),
	operation({
		...acting,
		quiet: true,
		id: 'renewCalendarFeed',
		method: 'put',
		path: '/me/calendar',
		summary: 'Make another address of my calendar',
		secret: true,
		returns: {
			status: 200,
			schema: calendar,
			description: 'The new address; the one before shows nothing any more.',
		},
		async run({ db, ctx, actor }) {
			return answer(calendarUrl(originOf(ctx.config), await renewCalendar(db, actor, ctx.secret)));
		},
	}),
];
