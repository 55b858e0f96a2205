import type { Called } from './called.ts';
import type { World } from './world.ts';

/** One call of every operation on fair play and experts. */
export const fairCalls: Record<string, (world: World) => Called> = {
	listFairFindings: () => ({ as: 'admin', query: { status: 'open', limit: 5 } }),
	readFairFinding: ({ fair }) => ({ as: 'admin', params: { id: fair.finding } }),
	decideFairFinding: ({ fair }) => ({
		as: 'admin',
		params: { id: fair.finding },
		body: { decision: 'confirmed', reason: 'One person.' },
	}),
	listFairRuns: () => ({ as: 'admin' }),
	searchFairPlay: () => ({ as: 'admin' }),
	listExperts: () => ({ as: 'visitor', query: { tag: 'fair-tag', limit: 5 } }),
	readExpert: ({ fair }) => ({ as: 'visitor', params: { handle: fair.expert } }),
	readMyExpertStanding: () => ({ as: 'author' }),
	applyAsExpert: () => ({
		as: 'member',
		body: {
			statement: 'Ten years of running databases for a living.',
			tags: ['fair-tag'],
			evidence: [{ kind: 'link', title: 'A talk', body: 'https://example.org/talk', shown: true }],
		},
	}),
	listExpertApplications: () => ({ as: 'admin', query: { limit: 5 } }),
	readExpertApplication: ({ fair }) => ({ as: 'author', params: { id: fair.waiting } }),
	withdrawExpertApplication: ({ fair }) => ({ as: 'author', params: { id: fair.waiting } }),
	reviewExpertApplication: ({ fair }) => ({
		as: 'admin',
		params: { id: fair.waiting },
		body: { verdict: 'approve', reason: 'It shows.' },
	}),
	revokeExpert: ({ fair }) => ({
		as: 'admin',
		params: { handle: fair.expert },
		body: { reason: 'It was not theirs.' },
	}),
};
