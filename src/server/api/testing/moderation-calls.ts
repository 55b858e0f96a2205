import type { Called } from './called.ts';
import type { World } from './world.ts';

const hide = { measures: ['hide'], category: 'spam', reason: 'Sells watches.' };

/** One call of every operation on reports, the queue, decisions and appeals. */
export const moderationCalls: Record<string, (world: World) => Called> = {
	createReport: ({ moderation }) => ({ as: 'member', body: { itemId: moderation.fresh, reason: 'spam' } }),
	listMyReports: () => ({ as: 'member', query: { limit: 5 } }),
	readMyModeration: () => ({ as: 'author', query: { limit: 5 } }),
	listCases: () => ({ as: 'moderator', query: { limit: 5, sort: 'priority' } }),
	countQueue: () => ({ as: 'moderator' }),
	readCase: ({ moderation }) => ({ as: 'moderator', params: { id: moderation.open } }),
	claimCase: ({ moderation }) => ({ as: 'moderator', params: { id: moderation.open } }),
	releaseCase: ({ moderation }) => ({ as: 'moderator', params: { id: moderation.held } }),
	takeNextCase: () => ({ as: 'moderator' }),
	addCaseNote: ({ moderation }) => ({
		as: 'moderator',
		params: { id: moderation.open },
		body: { text: 'Seen him before.' },
	}),
	decideCase: ({ moderation }) => ({ as: 'moderator', params: { id: moderation.open }, body: hide }),
	decideCases: ({ moderation }) => ({
		as: 'moderator',
		body: { caseIds: [moderation.open], decision: hide },
	}),
	readDecision: ({ moderation }) => ({ as: 'author', params: { id: moderation.decision } }),
	undoDecision: ({ moderation }) => ({ as: 'admin', params: { id: moderation.decision } }),
	appealDecision: ({ moderation }) => ({
		as: 'author',
		params: { id: moderation.decision },
		body: { words: 'It was a quotation.' },
	}),
	listAppeals: () => ({ as: 'moderator', query: { limit: 5 } }),
	decideAppeal: ({ moderation }) => ({
		as: 'admin',
		params: { id: moderation.appeal },
		body: { reverse: true, answer: 'A quotation indeed.' },
	}),
	readReversals: () => ({ as: 'visitor' }),
	readModerationHealth: () => ({ as: 'admin' }),
	readMyDuty: () => ({ as: 'moderator' }),
	setMyDuty: () => ({ as: 'moderator', body: { away: false, dailyLimit: 20 } }),
	listCannedReplies: () => ({ as: 'moderator' }),
	addCannedReply: () => ({ as: 'admin', body: { title: 'Advertising', text: 'Please do not advertise.' } }),
	updateCannedReply: ({ moderation }) => ({
		as: 'admin',
		params: { id: moderation.canned },
		body: { title: 'Advertising', text: 'Please do not advertise here.' },
	}),
	deleteCannedReply: ({ moderation }) => ({ as: 'admin', params: { id: moderation.canned } }),
};
