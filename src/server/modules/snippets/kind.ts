import { registerKind } from '../items/index.ts';
import { snippetSchema } from './schemas.ts';
import { readSnippet, writeSnippet } from './snippet.ts';

export const snippet = registerKind({
	name: 'snippet',
	path: 'snippets',
	icon: 'braces',
	replyKinds: ['comment'],
	acceptsAnswer: false,
	schemaOrgType: 'SoftwareSourceCode',
	tags: { min: 0, max: 5 },
	minBody: 0,
	data: snippetSchema,
	write: writeSnippet,
	read: readSnippet,
});
