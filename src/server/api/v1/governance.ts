import { z } from '@hono/zod-openapi';
import {
	answerAsCandidate,
	askCandidates,
	type BallotInput,
	callElection,
	callJury,
	cancelElection,
	castBallot,
	confirmElected,
	declineJury,
	type Election,
	type ElectionInput,
	findProposal,
	governanceError,
	type Jury,
	type JuryInput,
	listCandidates,
	listElectionQuestions,
	listElections,
	listJuries,
	listProposals,
	mustSeeElection,
	type ProposalInput,
	proposeRules,
	readJury,
	readJuryDuty,
	rulesInForce,
	setJuryDuty,
	stand,
	standingIn,
	vetoProposal,
	voteInJury,
	voteOnRules,
	withdraw,
	withdrawProposal,
} from '../../modules/governance/index.ts';
import { answer, doing, listed, made, type Operation, operation } from '../operation.ts';
import { cursor, idParam, limit } from '../schemas/common.ts';
import * as shape from '../schemas/governance.ts';

const tag = 'Self-government';
const anyone = { tag, needs: 'anyone', scope: 'read' } as const;
const reading = { tag, needs: 'member', scope: 'read' } as const;
const acting = { tag, needs: 'member', scope: 'write' } as const;
const page = z.object({ cursor, limit: limit(100, 20) });
const election = { id: idParam('election') };
const jury = { id: idParam('jury') };
const proposal = { id: idParam('proposal') };
const noElection = 'governance.election_not_found';
const noJury = 'governance.jury_not_found';
const noProposal = 'governance.proposal_not_found';
const wrongPhase = 'governance.wrong_phase';
const source = { source: 'Two hours a day, mostly in the evening.' };

const electionJson = ({ calledBy: _, ...one }: Election) => one;
const juryJson = ({ spaceId: _, ...one }: Jury) => one;

/** Elections, juries and rules of the place: what members decide themselves. */
export const governanceOperations: Operation[] = [
	operation({
		...anyone,
		id: 'listElections',
		method: 'get',
		path: '/elections',
		summary: 'List elections',
		query: page,
		returns: { status: 200, schema: shape.electionList, description: 'The newest first.' },
		async run(call) {
			const found = await listElections(call.db, call.actor, call.query);
			return listed(call, found, found.items.map(electionJson));
		},
	}),
	operation({
		...acting,
		id: 'callElection',
		method: 'post',
		path: '/elections',
		summary: 'Call an election, as an administrator',
		description: 'The roll of voters is frozen at this moment.',
		body: shape.newElection,
		example: {
			title: 'Moderators for the spring',
			seats: 2,
			timeZone: 'Asia/Shanghai',
			nominationUntil: '2030-03-07',
			questionsUntil: '2030-03-14',
			ballotUntil: '2030-03-21',
		},
		returns: { status: 201, schema: shape.election, description: 'The election.' },
		refusals: ['common.forbidden'],
		async run({ db, actor, body }) {
			const { id } = await callElection(db, actor, body as ElectionInput);
			return made(`/api/v1/elections/${id}`, electionJson(await mustSeeElection(db, actor, id)));
		},
	}),
	operation({
		...anyone,
		id: 'readElection',
		method: 'get',
		path: '/elections/{id}',
		summary: 'Read an election with its candidates and questions',
		params: election,
		returns: { status: 200, schema: shape.electionPage, description: 'With every round once it is counted.' },
		refusals: [noElection],
		async run({ db, actor, params }) {
			return answer({
				election: electionJson(await mustSeeElection(db, actor, params.id)),
				candidates: await listCandidates(db, params.id),
				questions: await listElectionQuestions(db, params.id),
				mine: await standingIn(db, actor, params.id),
			});
		},
	}),
	doing({
		...acting,
		id: 'standForElection',
		method: 'put',
		path: '/elections/{id}/candidacy',
		summary: 'Stand for an election, or change the statement',
		params: election,
		body: shape.words('NewStatement', 'source', 5000),
		example: source,
		refusals: [noElection, wrongPhase, 'governance.may_not_stand', 'governance.candidates_full'],
		run: ({ db, actor, params, body }) => stand(db, actor, params.id, body),
	}),
	doing({
		...acting,
		id: 'withdrawFromElection',
		method: 'delete',
		path: '/elections/{id}/candidacy',
		summary: 'Withdraw from an election',
		params: election,
		refusals: [noElection, wrongPhase, 'governance.not_standing'],
		run: ({ db, actor, params }) => withdraw(db, actor, params.id),
	}),
	operation({
		...acting,
		quiet: true,
		id: 'askCandidates',
		method: 'post',
		path: '/elections/{id}/questions',
		summary: 'Ask all candidates something',
		params: election,
		body: shape.words('NewElectionQuestion', 'text', 1000),
		example: { text: 'How much time have you?' },
		returns: {
			status: 201,
			schema: z.object({ id: z.int().positive() }).openapi('AskedCandidates'),
			description: 'The question.',
		},
		refusals: [noElection, wrongPhase, 'governance.not_on_roll', 'governance.questions_many'],
		async run({ db, actor, params, body }) {
			return made(`/api/v1/elections/${params.id}`, await askCandidates(db, actor, params.id, body));
		},
	}),
	doing({
		...acting,
		quiet: true,
		id: 'answerAsCandidate',
		method: 'put',
		path: '/election-questions/{id}/answer',
		summary: 'Answer a question as a candidate',
		params: { id: idParam('question') },
		body: shape.words('NewCandidateAnswer', 'source', 5000),
		example: source,
		refusals: ['governance.question_not_found', noElection, wrongPhase, 'governance.not_standing'],
		run: ({ db, actor, params, body }) => answerAsCandidate(db, actor, params.id, body),
	}),
	operation({
		...acting,
		quiet: true,
		id: 'castBallot',
		method: 'put',
		path: '/elections/{id}/ballot',
		summary: 'Cast a ballot, or change it with its receipt',
		description: 'Gaps in the ranks are closed; two candidates of one rank are refused.',
		secret: true,
		params: election,
		body: shape.ballot,
		example: { ranks: { '7': 1 }, receipt: '0123-4567-89AB-CDEF-GHJK-MNPQ-RS' },
		returns: { status: 200, schema: shape.cast, description: 'As it was understood.' },
		refusals: [noElection, wrongPhase, 'governance.not_on_roll', 'governance.receipt_wrong'],
		async run({ db, actor, params, body }) {
			return answer(await castBallot(db, actor, params.id, body as BallotInput));
		},
	}),
	doing({
		...acting,
		id: 'confirmElected',
		method: 'put',
		path: '/elections/{id}/confirmation',
		summary: 'Give the elected their role, as an administrator',
		params: election,
		refusals: [noElection, wrongPhase, 'governance.nobody_to_seat', 'common.forbidden'],
		run: ({ db, actor, params }) => confirmElected(db, actor, params.id),
	}),
	doing({
		...acting,
		id: 'cancelElection',
		method: 'put',
		path: '/elections/{id}/cancellation',
		summary: 'Call an election off, as an administrator',
		params: election,
		body: shape.words('ElectionCancellation', 'reason', 500),
		example: { reason: 'The place was down for a day.' },
		refusals: [noElection, wrongPhase, 'common.forbidden'],
		run: ({ db, actor, params, body }) => cancelElection(db, actor, params.id, body),
	}),
	operation({
		...anyone,
		id: 'listJuries',
		method: 'get',
		path: '/juries',
		summary: 'List what juries decided',
		query: page,
		returns: {
			status: 200,
			schema: shape.juryList,
			description: 'The newest first; staff see open ones, too.',
		},
		async run(call) {
			const found = await listJuries(call.db, call.actor, call.query);
			return listed(call, found, found.items.map(juryJson));
		},
	}),
	operation({
		...acting,
		id: 'callJury',
		method: 'post',
		path: '/juries',
		summary: 'Give a case to a jury, as staff',
		body: shape.newJury,
		example: { caseId: 12, size: 5 },
		returns: { status: 201, schema: shape.jury, description: 'The jury, whose members were summoned.' },
		refusals: [
			'common.forbidden',
			'governance.jury_case_closed',
			'governance.jury_running',
			'governance.jury_few',
		],
		async run({ db, actor, body }) {
			const { id } = await callJury(db, actor, body as JuryInput);
			return made(`/api/v1/juries/${id}`, juryJson((await readJury(db, actor, id)).jury));
		},
	}),
	operation({
		...anyone,
		id: 'readJury',
		method: 'get',
		path: '/juries/{id}',
		summary: 'Read a jury',
		description: 'Votes are told when it is closed, without the names of who gave them.',
		params: jury,
		returns: { status: 200, schema: shape.juryPage, description: 'As the caller may see it.' },
		refusals: [noJury],
		async run({ db, actor, params }) {
			const found = await readJury(db, actor, params.id);
			return answer({ ...found, jury: juryJson(found.jury) });
		},
	}),
	doing({
		...acting,
		quiet: true,
		id: 'voteInJury',
		method: 'put',
		path: '/juries/{id}/vote',
		summary: 'Vote as a juror, once',
		params: jury,
		body: shape.newJuryVote,
		example: { vote: 'uphold', reasons: 'It only sells something.' },
		refusals: [noJury, 'governance.jury_closed', 'governance.juror_voted', 'governance.juror_late'],
		run: ({ db, actor, params, body }) => voteInJury(db, actor, params.id, body),
	}),
	doing({
		...acting,
		quiet: true,
		id: 'declineJury',
		method: 'delete',
		path: '/juries/{id}/seat',
		summary: 'Decline to judge a case',
		params: jury,
		refusals: [noJury, 'governance.jury_closed', 'governance.juror_voted'],
		run: ({ db, actor, params }) => declineJury(db, actor, params.id),
	}),
	operation({
		...reading,
		id: 'readJuryDuty',
		method: 'get',
		path: '/me/jury-duty',
		summary: 'List the juries that I was summoned to',
		returns: { status: 200, schema: shape.juryDuty, description: 'The newest first.' },
		async run({ db, actor }) {
			const duty = await readJuryDuty(db, actor);
			return answer({
				...duty,
				duties: duty.duties.map((one) => ({ ...one, jury: juryJson(one.jury) })),
			});
		},
	}),
	doing({
		...acting,
		quiet: true,
		id: 'setJuryDuty',
		method: 'put',
		path: '/me/jury-duty',
		summary: 'Say whether I may be drawn as a juror',
		body: z.object({ willing: z.boolean().openapi({ example: true }) }).openapi('JuryWillingness'),
		example: { willing: true },
		run: ({ db, actor, body }) => setJuryDuty(db, actor, body.willing),
	}),
	operation({
		...anyone,
		id: 'readRules',
		method: 'get',
		path: '/rules',
		summary: 'Read the rules of the place',
		returns: { status: 200, schema: shape.ruleVersion, description: 'The version in force.' },
		refusals: [noProposal],
		async run({ db }) {
			const rules = await rulesInForce(db);
			if (!rules) throw governanceError('proposal_not_found', { detail: 'There are no rules yet.' });
			return answer(rules);
		},
	}),
	operation({
		...anyone,
		id: 'listRuleProposals',
		method: 'get',
		path: '/rule-proposals',
		summary: 'List proposals to change the rules',
		query: page,
		returns: { status: 200, schema: shape.proposalList, description: 'The newest first.' },
		async run(call) {
			return listed(call, await listProposals(call.db, call.actor, call.query));
		},
	}),
	operation({
		...acting,
		id: 'proposeRules',
		method: 'post',
		path: '/rule-proposals',
		summary: 'Propose to change the rules',
		body: shape.newProposal,
		example: {
			title: 'Add a rule on citing',
			source: 'Because copied code should say where from.',
			texts: { 'zh-CN': '## 友善\n\n## 注明来源', en: '## Be kind\n\n## Cite' },
		},
		returns: { status: 201, schema: shape.proposal, description: 'The proposal.' },
		refusals: ['governance.may_not_propose', 'governance.proposals_many', 'governance.proposal_same'],
		async run({ db, actor, body }) {
			const { id } = await proposeRules(db, actor, body as ProposalInput);
			return made(`/api/v1/rule-proposals/${id}`, await findProposal(db, actor, id));
		},
	}),
	operation({
		...anyone,
		id: 'readRuleProposal',
		method: 'get',
		path: '/rule-proposals/{id}',
		summary: 'Read a proposal',
		params: proposal,
		returns: { status: 200, schema: shape.proposal, description: 'With its result when the vote is over.' },
		refusals: [noProposal],
		async run({ db, actor, params }) {
			return answer(await findProposal(db, actor, params.id));
		},
	}),
	doing({
		...acting,
		id: 'voteOnRules',
		method: 'put',
		path: '/rule-proposals/{id}/vote',
		summary: 'Vote on a proposal, or change the vote',
		params: proposal,
		body: z
			.object({ choice: z.enum(['yes', 'no', 'abstain']).openapi({ example: 'yes' }) })
			.openapi('NewRuleVote'),
		example: { choice: 'yes' },
		refusals: [noProposal, 'governance.vote_closed', 'governance.not_on_roll'],
		run: ({ db, actor, params, body }) => voteOnRules(db, actor, params.id, body),
	}),
	doing({
		...acting,
		id: 'withdrawRuleProposal',
		method: 'delete',
		path: '/rule-proposals/{id}',
		summary: 'Take a proposal back while it is talked over',
		params: proposal,
		refusals: [noProposal, wrongPhase, 'common.forbidden'],
		run: ({ db, actor, params }) => withdrawProposal(db, actor, params.id),
	}),
	doing({
		...acting,
		id: 'vetoRuleProposal',
		method: 'put',
		path: '/rule-proposals/{id}/veto',
		summary: 'Veto a proposal in public, as an administrator',
		params: proposal,
		body: shape.words('Veto', 'reason', 2000),
		example: { reason: 'It would break the law of where this place is run.' },
		refusals: [noProposal, 'governance.veto_late', 'common.forbidden'],
		run: ({ db, actor, params, body }) => vetoProposal(db, actor, params.id, body),
	}),
];
