import type { Called } from './called.ts';
import type { World } from './world.ts';

const one = (id: number) => ({ params: { id } });
const source = { source: 'Two hours a day.' };
const reason = { reason: 'It would break the law of where this place is run.' };

/** One call of every operation on elections, juries, rules and quality. */
export const governanceCalls: Record<string, (world: World) => Called> = {
	listElections: () => ({ as: 'member', query: { limit: 2 } }),
	callElection: ({ governance: { until } }) => ({
		as: 'admin',
		body: {
			title: 'Another election',
			seats: 1,
			timeZone: 'UTC',
			nominationUntil: until[0],
			questionsUntil: until[1],
			ballotUntil: until[2],
		},
	}),
	readElection: ({ governance }) => ({ as: 'member', ...one(governance.counted) }),
	standForElection: ({ governance }) => ({ as: 'member', ...one(governance.nominating), body: source }),
	withdrawFromElection: ({ governance }) => ({ as: 'author', ...one(governance.nominating) }),
	askCandidates: ({ governance }) => ({
		as: 'member',
		...one(governance.nominating),
		body: { text: 'And why?' },
	}),
	answerAsCandidate: ({ governance }) => ({ as: 'author', ...one(governance.question), body: source }),
	castBallot: ({ governance }) => ({
		as: 'member',
		...one(governance.voting),
		body: { ranks: { [governance.candidate]: 1 }, receipt: '0123-4567-89AB-CDEF-GHJK-MNPQ-RS' },
	}),
	confirmElected: ({ governance }) => ({ as: 'admin', ...one(governance.counted) }),
	cancelElection: ({ governance }) => ({ as: 'admin', ...one(governance.nominating), body: reason }),
	listJuries: () => ({ as: 'admin', query: { limit: 2 } }),
	callJury: ({ governance }) => ({ as: 'admin', body: { caseId: governance.case, size: 3 } }),
	readJury: ({ governance }) => ({ as: 'member', ...one(governance.jury) }),
	voteInJury: ({ governance }) => ({
		as: 'member',
		...one(governance.jury),
		body: { vote: 'uphold', reasons: 'It only sells something.' },
	}),
	declineJury: ({ governance }) => ({ as: 'member', ...one(governance.jury) }),
	readJuryDuty: () => ({ as: 'member' }),
	setJuryDuty: () => ({ as: 'member', body: { willing: false } }),
	readRules: () => ({ as: 'visitor' }),
	listRuleProposals: () => ({ as: 'visitor', query: { limit: 2 } }),
	proposeRules: () => ({
		as: 'admin',
		body: { title: 'A third rule', source: 'Because.', texts: { 'zh-CN': '', en: '## Be calm' } },
	}),
	readRuleProposal: ({ governance }) => ({ as: 'visitor', ...one(governance.votedOn) }),
	voteOnRules: ({ governance }) => ({ as: 'member', ...one(governance.votedOn), body: { choice: 'yes' } }),
	withdrawRuleProposal: ({ governance }) => ({ as: 'author', ...one(governance.talkedOver) }),
	vetoRuleProposal: ({ governance }) => ({ as: 'admin', ...one(governance.votedOn), body: reason }),
	readCommunityHealth: () => ({ as: 'visitor' }),
	readItemQuality: ({ governance }) => ({ as: 'author', ...one(governance.item) }),
};
