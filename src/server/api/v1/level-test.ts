import { z } from '@hono/zod-openapi';
import {
	answerLevelTest,
	beginLevelTest,
	credentialError,
	type GoalInput,
	readLevelTest,
} from '../../modules/credentials/index.ts';
import { answer, nothing, type Operation, operation } from '../operation.ts';
import { shown } from '../schemas/assessments.ts';
import { count, id, text } from '../schemas/common.ts';

const learning = { tag: 'Learning', needs: 'member', scope: 'write' } as const;

const levelTest = z
	.object({
		goal: z.object({
			course: id().optional(),
			tag: text('postgresql').optional(),
			level: z.enum(['beginner', 'intermediate', 'advanced']),
			language: z.enum(['zh-CN', 'en']),
			known: z.array(id()),
		}),
		question: shown.nullable(),
		asked: count(3),
		most: count(30),
		courses: z.array(
			z.object({ id: id(), title: text('Reading query plans'), known: z.boolean().nullable() }),
		),
		ended: z.boolean(),
	})
	.openapi('LevelTest', { description: '`known` is null of what is not decided, or cannot be tested.' });

/** A short test of what somebody knows of the courses on their way. */
export const levelTestOperations: readonly Operation[] = [
	operation({
		...learning,
		id: 'beginLevelTest',
		method: 'put',
		path: '/me/level-test',
		summary: 'Begin a level test of the courses on the way to a goal',
		description: 'One that is open ends. Three a day are the most.',
		body: z.object({
			course: z.int().positive().optional().openapi({ example: 42 }),
			tag: z.string().max(60).optional().openapi({ example: 'postgresql' }),
			level: z.enum(['beginner', 'intermediate', 'advanced']).optional(),
			language: z.enum(['zh-CN', 'en']).openapi({ example: 'en' }),
		}),
		example: { tag: 'postgresql', language: 'en' },
		returns: { status: 200, schema: levelTest, description: 'With its first question.' },
		refusals: [
			'credentials.goal_unreachable',
			'credentials.level_no_questions',
			'credentials.level_too_often',
		],
		async run({ db, actor, body }) {
			await beginLevelTest(db, actor, body as GoalInput);
			return answer(await readLevelTest(db, actor));
		},
	}),
	operation({
		...learning,
		id: 'readLevelTest',
		method: 'get',
		path: '/me/level-test',
		scope: 'read',
		summary: 'Read my level test: the question to answer, or what came of it',
		returns: { status: 200, schema: levelTest, description: 'The last one that I began.' },
		refusals: ['credentials.level_test_not_found'],
		async run({ db, actor }) {
			const test = await readLevelTest(db, actor);
			if (!test) throw credentialError('level_test_not_found');
			return answer(test);
		},
	}),
	operation({
		...learning,
		id: 'answerLevelTest',
		method: 'put',
		path: '/me/level-test/answers/{position}',
		summary: 'Answer the question of my level test',
		description: 'Without values: I do not know.',
		params: { position: z.coerce.number().int().min(0).max(99).openapi({ example: 0 }) },
		body: z.object({
			values: z
				.array(z.string().max(20_000))
				.max(50)
				.openapi({ example: ['1'] }),
		}),
		example: { values: ['1'] },
		returns: { status: 204, description: 'Taken.' },
		refusals: ['credentials.level_no_question'],
		async run({ db, actor, params, body }) {
			await answerLevelTest(db, actor, { position: params.position, values: body.values });
			return nothing;
		},
	}),
];
