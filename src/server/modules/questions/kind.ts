import { registerKind } from '../items/index.ts';

export const question = registerKind({
	name: 'question',
	path: 'questions',
	icon: 'circle-question-mark',
	replyKinds: ['answer', 'comment'],
	acceptsAnswer: true,
	schemaOrgType: 'QAPage',
	tags: { min: 1, max: 5 },
	minBody: 10,
});
