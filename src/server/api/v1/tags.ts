import { z } from '@hono/zod-openapi';
import {
	addSynonym,
	listTags,
	removeSynonym,
	tagChangeSchema,
	updateTag,
} from '../../modules/items/index.ts';
import { answer, listed, nothing, type Operation, operation } from '../operation.ts';
import { cursor, limit, listOf, named, slugParam } from '../schemas/common.ts';
import * as shape from '../schemas/tags.ts';
import { theTag } from './found.ts';

const tag = 'Tags';
const slug = slugParam('The tag, or a synonym of it', 'postgresql');
const word = z.string().min(1).max(100).openapi({ example: 'postgres', description: 'The other name.' });
const done = { status: 204, description: 'Done.' } as const;

export const tagOperations: Operation[] = [
	operation({
		id: 'listTags',
		method: 'get',
		path: '/tags',
		tag,
		summary: 'List tags, the most used first',
		needs: 'anyone',
		scope: 'read',
		query: z.object({
			prefix: z
				.string()
				.max(60)
				.optional()
				.openapi({ example: 'post', description: 'Those whose slug begins so.' }),
			cursor,
			limit: limit(200, 60),
		}),
		returns: { status: 200, schema: listOf(shape.tagCard), description: 'A page of tags.' },
		shared: { tags: () => ['feeds', 'tags'], seconds: 30 },
		async run(call) {
			return listed(call, await listTags(call.db, call.actor, call.query));
		},
	}),
	operation({
		id: 'readTag',
		method: 'get',
		path: '/tags/{slug}',
		tag,
		summary: 'Read a tag with its wiki',
		description: 'A synonym finds its tag; `slug` of the answer is the canonical one.',
		needs: 'anyone',
		scope: 'read',
		params: { slug },
		returns: { status: 200, schema: shape.tag, description: 'The tag.' },
		refusals: ['items.tag_not_found'],
		async run(call) {
			return answer(await theTag(call, call.params.slug));
		},
	}),
	operation({
		id: 'updateTag',
		method: 'patch',
		path: '/tags/{slug}',
		tag,
		summary: 'Change what is said of a tag',
		needs: 'member',
		scope: 'write',
		params: { slug },
		body: named('TagPatch', tagChangeSchema, {
			description: 'What is left out stays. The wiki is Markdown.',
		}),
		example: { description: 'The relational database', names: { 'zh-CN': 'PostgreSQL 数据库' } },
		returns: done,
		refusals: ['items.tag_not_found'],
		async run(call) {
			await updateTag(call.db, call.actor, (await theTag(call, call.params.slug)).id, call.body);
			return nothing;
		},
	}),
	operation({
		id: 'addSynonym',
		method: 'put',
		path: '/tags/{slug}/synonyms/{word}',
		tag,
		summary: 'Make a word another name of a tag',
		description: 'A word that is a tag itself is merged into this one.',
		needs: 'member',
		scope: 'write',
		params: { slug, word },
		returns: done,
		refusals: ['items.tag_not_found', 'items.tag_taken'],
		async run(call) {
			await addSynonym(call.db, call.actor, (await theTag(call, call.params.slug)).id, call.params.word);
			return nothing;
		},
	}),
	operation({
		id: 'removeSynonym',
		method: 'delete',
		path: '/tags/{slug}/synonyms/{word}',
		tag,
		summary: 'A word is another name no more',
		needs: 'member',
		scope: 'write',
		params: { slug, word },
		returns: done,
		refusals: ['items.tag_not_found'],
		async run(call) {
			await removeSynonym(call.db, call.actor, (await theTag(call, call.params.slug)).id, call.params.word);
			return nothing;
		},
	}),
];
