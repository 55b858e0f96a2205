import { registerKind } from '../items/index.ts';

export const snippet = registerKind({
	name: 'snippet',
	path: 'snippets',
	icon: 'braces',
	replyKinds: ['comment'],
	acceptsAnswer: false,
	schemaOrgType: 'SoftwareSourceCode',
	tags: { min: 0, max: 5 },
	minBody: 0,
});
