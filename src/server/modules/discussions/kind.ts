import { registerKind } from '../items/index.ts';

export const discussion = registerKind({
	name: 'discussion',
	path: 'discussions',
	icon: 'messages-square',
	replyKinds: ['post', 'comment'],
	acceptsAnswer: false,
	schemaOrgType: 'DiscussionForumPosting',
	tags: { min: 0, max: 5 },
	minBody: 2,
});
