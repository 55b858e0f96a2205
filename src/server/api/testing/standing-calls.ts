import type { Called } from './called.ts';
import { rules } from './standing-world.ts';
import type { World } from './world.ts';

/** One call of every operation on standing. */
export const standingCalls: Record<string, (world: World) => Called> = {
	readStandingRules: () => ({ as: 'member' }),
	readMyStanding: () => ({ as: 'member' }),
	listMyPoints: () => ({ as: 'member', query: { limit: 5 } }),
	readStandingDraft: () => ({ as: 'admin' }),
	saveStandingDraft: () => ({ as: 'admin', body: { rules: rules() } }),
	tryStandingDraft: () => ({ as: 'admin', body: { days: 7 } }),
	readStandingTrial: () => ({ as: 'admin' }),
	activateStandingDraft: () => ({ as: 'admin' }),
	discardStandingDraft: () => ({ as: 'admin' }),
	retagItem: ({ items }) => ({
		as: 'author',
		params: { id: items.question },
		body: { tags: ['postgresql'], revision: 1 },
	}),
	voteToClose: ({ items }) => ({
		as: 'admin',
		params: { id: items.question },
		body: { reason: 'unclear' },
	}),
	voteToReopen: ({ items }) => ({ as: 'admin', params: { id: items.closed } }),
};
