import { registerKind } from '../items/index.ts';
import { readPlace } from './columns.ts';

export const article = registerKind({
	name: 'article',
	path: 'articles',
	icon: 'file-text',
	replyKinds: ['comment'],
	acceptsAnswer: false,
	schemaOrgType: 'TechArticle',
	tags: { min: 0, max: 5 },
	minBody: 10,
	read: readPlace,
});

export const column = registerKind({
	name: 'column',
	path: 'columns',
	icon: 'library',
	replyKinds: ['comment'],
	acceptsAnswer: false,
	schemaOrgType: 'CreativeWorkSeries',
	tags: { min: 0, max: 5 },
	minBody: 0,
});
