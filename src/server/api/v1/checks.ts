import { z } from '@hono/zod-openapi';
import {
	askRecheck,
	askTraining,
	changeList,
	checkNames,
	checksError,
	createList,
	deleteList,
	forgetDomain,
	listChangeSchema,
	listDomains,
	listLists,
	listModels,
	listRules,
	listRuns,
	listSchema,
	listStopped,
	modelTasks,
	readList,
	readMood,
	reasonsOn,
	resetRule,
	setDomain,
	setRule,
	tryText,
	useModel,
} from '../../modules/checks/index.ts';
import { answer, doing, listed, made, type Operation, operation } from '../operation.ts';
import * as shape from '../schemas/checks.ts';
import { cursor, idParam, limit } from '../schemas/common.ts';
import { mustSee } from './found.ts';

const tag = 'Checks';
const looking = { tag, needs: 'member', scope: 'read' } as const;
const setting = { tag, needs: 'admin', scope: 'admin' } as const;
const ruleName = z.enum(checkNames).meta({ example: 'links' });
const domainParam = z.string().max(253).meta({ example: 'spam.example' });

/** What people write is looked at before it stands: by which rules, what was stopped and why. */
export const checkOperations: Operation[] = [
	operation({
		...looking,
		id: 'listTextChecks',
		method: 'get',
		path: '/items/{id}/checks',
		summary: 'Why an item and its replies stand as they do',
		description: 'To whoever wrote them, and to who looks after the place; others get none.',
		params: { id: idParam('item') },
		returns: { status: 200, schema: shape.checked, description: 'What was last decided of each.' },
		refusals: ['items.not_found'],
		async run({ db, actor, params }) {
			await mustSee(db, actor, params.id);
			return answer({ data: await reasonsOn(db, actor, params.id) });
		},
	}),
	operation({
		...looking,
		id: 'listStoppedTexts',
		method: 'get',
		path: '/checks/stopped',
		summary: 'List what the checks held or hid',
		query: z.object({ cursor, limit: limit(100, 20) }),
		returns: { status: 200, schema: shape.stopped, description: 'The newest first.' },
		async run(call) {
			return listed(call, await listStopped(call.db, call.actor, call.query));
		},
	}),
	operation({
		...looking,
		id: 'listCheckRules',
		method: 'get',
		path: '/checks/rules',
		summary: 'List the rules of the checks',
		returns: { status: 200, schema: shape.rules, description: 'All of them, in their order.' },
		async run({ db, actor }) {
			return answer({ data: await listRules(db, actor) });
		},
	}),
	operation({
		...setting,
		id: 'setCheckRule',
		method: 'put',
		path: '/checks/rules/{name}',
		summary: 'Set a rule of the checks',
		params: { name: ruleName },
		body: shape.ruleChange,
		example: { action: 'hold', forNew: 3, forOthers: 20 },
		returns: { status: 200, schema: shape.rule, description: 'As it holds from now on.' },
		async run({ db, actor, params, body }) {
			return answer(await setRule(db, actor, { ...body, name: params.name }));
		},
	}),
	doing({
		...setting,
		id: 'resetCheckRule',
		method: 'delete',
		path: '/checks/rules/{name}',
		summary: 'Set a rule back to its default',
		params: { name: ruleName },
		run: ({ db, actor, params }) => resetRule(db, actor, params.name),
	}),
	operation({
		...looking,
		id: 'listWordLists',
		method: 'get',
		path: '/checks/lists',
		summary: 'List the lists of watched words',
		returns: { status: 200, schema: shape.lists, description: 'Without their words.' },
		async run({ db, actor }) {
			return answer({ data: await listLists(db, actor) });
		},
	}),
	operation({
		...setting,
		id: 'createWordList',
		method: 'post',
		path: '/checks/lists',
		summary: 'Make a list of watched words',
		description:
			'One word a line, `#` begins a remark; at most 100,000. `*` at the end of a word allows any ending, `~` characters that sound alike. Nothing is a pattern.',
		body: z.object(listSchema.shape).openapi('NewWordList'),
		example: { name: 'Advertising', action: 'hold', words: '刷单返利\nbuy followers' },
		returns: { status: 201, schema: shape.listWritten, description: 'Made.' },
		refusals: ['checks.list_taken', 'checks.word_list_faulty', 'checks.word_list_too_long'],
		async run({ db, actor, body }) {
			const written = await createList(db, actor, body);
			return made(`/api/v1/checks/lists/${written.id}`, written);
		},
	}),
	operation({
		...looking,
		id: 'readWordList',
		method: 'get',
		path: '/checks/lists/{id}',
		summary: 'Read a list with its words',
		params: { id: idParam('list') },
		returns: { status: 200, schema: shape.wholeList, description: 'Its words as text.' },
		refusals: ['checks.list_unknown'],
		async run({ db, actor, params }) {
			const list = await readList(db, actor, params.id);
			if (!list) throw checksError('list_unknown');
			return answer(list);
		},
	}),
	operation({
		...setting,
		id: 'updateWordList',
		method: 'patch',
		path: '/checks/lists/{id}',
		summary: 'Change a list of watched words',
		description:
			'Words that are given take the place of all that were there. Of a shipped list only `action`.',
		params: { id: idParam('list') },
		body: z.object(listChangeSchema.shape).openapi('WordListChange'),
		example: { action: 'note' },
		returns: { status: 200, schema: shape.listWritten, description: 'Changed.' },
		refusals: [
			'checks.list_unknown',
			'checks.list_taken',
			'checks.list_shipped',
			'checks.word_list_faulty',
			'checks.word_list_too_long',
		],
		async run({ db, actor, params, body }) {
			return answer(await changeList(db, actor, params.id, body));
		},
	}),
	doing({
		...setting,
		id: 'deleteWordList',
		method: 'delete',
		path: '/checks/lists/{id}',
		summary: 'Delete a list of watched words',
		params: { id: idParam('list') },
		refusals: ['checks.list_unknown', 'checks.list_shipped'],
		run: ({ db, actor, params }) => deleteList(db, actor, params.id),
	}),
	operation({
		...looking,
		id: 'listCheckedDomains',
		method: 'get',
		path: '/checks/domains',
		summary: 'List domains that are blocked or allowed',
		query: z.object({ cursor, limit: limit(200, 50) }),
		returns: { status: 200, schema: shape.domainList, description: 'By name.' },
		async run(call) {
			return listed(call, await listDomains(call.db, call.actor, call.query));
		},
	}),
	operation({
		...setting,
		id: 'setCheckedDomain',
		method: 'put',
		path: '/checks/domains/{domain}',
		summary: 'Block or allow a domain',
		params: { domain: domainParam },
		body: z.object({ allowed: z.boolean() }),
		example: { allowed: false },
		returns: { status: 200, schema: shape.domain, description: 'With everything below it.' },
		refusals: ['checks.domain_shape'],
		async run({ db, actor, params, body }) {
			return answer(await setDomain(db, actor, { domain: params.domain, allowed: body.allowed }));
		},
	}),
	doing({
		...setting,
		id: 'unsetCheckedDomain',
		method: 'delete',
		path: '/checks/domains/{domain}',
		summary: 'Neither block nor allow a domain',
		params: { domain: domainParam },
		refusals: ['checks.domain_unknown'],
		run: ({ db, actor, params }) => forgetDomain(db, actor, params.domain),
	}),
	operation({
		...looking,
		id: 'tryText',
		method: 'post',
		path: '/checks/trial',
		summary: 'See what the checks make of a text',
		description: 'Nothing is written or kept.',
		body: z.object({
			text: z.string().max(20_000).meta({ example: '代.开发票' }),
			fresh: z.boolean().default(true).meta({ description: 'As if a new account wrote it.' }),
		}),
		example: { text: '代.开发票' },
		returns: { status: 200, schema: shape.tried, description: 'What was found, and what would be decided.' },
		async run({ ctx, db, actor, body }) {
			return answer(await tryText(db, actor, body, ctx.db, ctx.outsideModel ?? null));
		},
	}),
	operation({
		...looking,
		id: 'listTextModels',
		method: 'get',
		path: '/checks/models',
		summary: 'List the models and how good they are',
		returns: { status: 200, schema: shape.models, description: 'By task, with what they learn from.' },
		async run({ db, actor }) {
			return answer({ data: await listModels(db, actor) });
		},
	}),
	doing({
		...setting,
		id: 'useTextModel',
		method: 'put',
		path: '/checks/models/{id}/use',
		summary: 'Use a version of a model',
		params: { id: idParam('model') },
		refusals: ['checks.model_unknown'],
		run: ({ db, actor, params }) => useModel(db, actor, params.id, true),
	}),
	doing({
		...setting,
		id: 'stopUsingTextModel',
		method: 'delete',
		path: '/checks/models/{id}/use',
		summary: 'Use no version of a model',
		params: { id: idParam('model') },
		refusals: ['checks.model_unknown'],
		run: ({ db, actor, params }) => useModel(db, actor, params.id, false),
	}),
	operation({
		...looking,
		id: 'listCheckRuns',
		method: 'get',
		path: '/checks/runs',
		summary: 'List trainings and rechecks',
		returns: { status: 200, schema: shape.runs, description: 'The newest ten, with how far they are.' },
		async run({ db, actor }) {
			return answer({ data: await listRuns(db, actor) });
		},
	}),
	operation({
		...setting,
		id: 'trainTextModel',
		method: 'post',
		path: '/checks/models/{task}/versions',
		summary: 'Train a new version of a model',
		description: 'A job does it; `listCheckRuns` tells how far it is.',
		params: { task: z.enum(modelTasks).meta({ example: 'spam' }) },
		returns: { status: 201, schema: shape.asked, description: 'Asked for.' },
		refusals: ['checks.run_under_way'],
		async run({ db, actor, params }) {
			return made('/api/v1/checks/runs', await askTraining(db, actor, params.task));
		},
	}),
	operation({
		...setting,
		id: 'recheckTexts',
		method: 'post',
		path: '/checks/runs',
		summary: 'Look again at the texts of the last thirty days',
		returns: { status: 201, schema: shape.asked, description: 'Asked for.' },
		refusals: ['checks.run_under_way'],
		async run({ db, actor }) {
			return made('/api/v1/checks/runs', await askRecheck(db, actor));
		},
	}),
	operation({
		...looking,
		id: 'readMood',
		method: 'get',
		path: '/checks/mood',
		summary: 'How what is written sounds, by week',
		query: z.object({
			weeks: z.coerce.number().int().min(1).max(52).default(12),
			spaceId: z.coerce.number().int().positive().optional(),
		}),
		returns: { status: 200, schema: shape.mood, description: 'The oldest first.' },
		async run({ db, actor, query }) {
			return answer({ data: await readMood(db, actor, query) });
		},
	}),
];
