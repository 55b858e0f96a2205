import { z } from '@hono/zod-openapi';
import * as organisations from '../../../modules/organisations/index.ts';
import { doing, made, type Operation, operation } from '../../operation.ts';
import { id, idParam } from '../../schemas/common.ts';
import { act, handle, known, slug } from './parts.ts';

/** What an organisation gives its people to learn. */
export const trainingOperations: Operation[] = [
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
];
