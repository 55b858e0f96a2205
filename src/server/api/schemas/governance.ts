import { z } from '@hono/zod-openapi';
import { count, id, listOf, personCard, text, time } from './common.ts';

const rule = z.object({ days: count(90), reputation: count(100) }).openapi('ElectionRule', {
	description: 'How many days an account must be, and with how much reputation.',
});
const candidateId = z.string().openapi({ example: '7', description: 'Id of the candidate’s account.' });

export const election = z
	.object({
		id: id(3),
		title: text('Moderators for the spring'),
		html: text(''),
		space: z.object({ id: id(4), slug: text('systems'), name: text('Systems') }).nullable(),
		seats: count(2),
		status: z.enum(['nomination', 'questions', 'ballot', 'counted', 'cancelled']),
		timeZone: text('Asia/Shanghai'),
		nominationEndsAt: time(),
		questionsEndAt: time(),
		ballotEndsAt: time(),
		standRule: rule,
		voteRule: rule,
		seatsAtOnce: z.boolean(),
		seed: z.string().nullable().openapi({
			example: null,
			description:
				'Drawn when voting opens: candidates by SHA-256 of `seed:id` are the lot that decides ties.',
		}),
		lot: z.array(id(7)).nullable(),
		result: z
			.object({
				quota: z.number(),
				elected: z.array(candidateId),
				rounds: z.array(
					z
						.object({
							votes: z.record(z.string(), z.number()),
							spent: z.number(),
							elected: z.array(candidateId),
							excluded: z.array(candidateId),
							byLot: z.boolean(),
						})
						.openapi('ElectionRound'),
				),
			})
			.nullable()
			.openapi('ElectionResult'),
		rollSize: count(120),
		ballotCount: count(80),
		createdAt: time(),
		countedAt: time().nullable(),
		cancelReason: text(''),
	})
	.openapi('Election');
export const electionList = listOf(election).openapi('ElectionList');
export const electionPage = z
	.object({
		election,
		candidates: z.array(
			z
				.object({
					person: personCard,
					html: text('<p>Two hours a day.</p>'),
					stoodAt: time(),
					withdrawnAt: time().nullable(),
					elected: z.int().nullable(),
					seatedAt: time().nullable(),
				})
				.openapi('Candidate'),
		),
		questions: z.array(
			z
				.object({
					id: id(9),
					text: text('How much time have you?'),
					asker: z.object({ handle: text('wu-tong'), name: text('吴桐') }).nullable(),
					askedAt: time(),
					answers: z.array(
						z.object({
							candidateId: id(7),
							handle: text('ada-k'),
							name: text('Ada'),
							html: text('<p>Enough.</p>'),
							at: time(),
						}),
					),
				})
				.openapi('ElectionQuestion'),
		),
		mine: z
			.object({ onRoll: z.boolean(), voted: z.boolean(), stands: z.boolean() })
			.openapi({ description: 'How the caller stands to it.' }),
	})
	.openapi('ElectionPage');

const day = (example: string) => z.string().openapi({ format: 'date', example });
export const newElection = z
	.object({
		title: z.string().max(150).openapi({ example: 'Moderators for the spring' }),
		source: z.string().max(10_000).optional(),
		spaceId: z.int().positive().nullish(),
		seats: z.int().openapi({ example: 2 }),
		timeZone: z.string().max(60).openapi({ example: 'Asia/Shanghai' }),
		nominationUntil: day('2030-03-07'),
		questionsUntil: day('2030-03-14'),
		ballotUntil: day('2030-03-21'),
		standRule: z.object({ days: z.int(), reputation: z.int() }).optional(),
		voteRule: z.object({ days: z.int(), reputation: z.int() }).optional(),
		seatsAtOnce: z.boolean().optional(),
	})
	.openapi('NewElection');
export const words = (name: string, field: 'source' | 'text' | 'reason', most: number) =>
	z.object({ [field]: z.string().max(most).openapi({ example: 'A sentence or two.' }) }).openapi(name);
export const ballot = z
	.object({
		ranks: z.record(z.string(), z.int()).openapi({
			example: { '7': 1, '12': 2 },
			description: 'Rank by id of the candidate; 1 is the favourite.',
		}),
		receipt: z.string().max(60).openapi({
			example: '0123-4567-89AB-CDEF-GHJK-MNPQ-RS',
			description: 'Drawn by the caller: 26 signs of Crockford’s base 32. It changes the ballot later.',
		}),
	})
	.openapi('NewBallot');
export const cast = z
	.object({ ranking: z.array(id(7)), changed: z.boolean() })
	.openapi('CastBallot', { description: 'The ballot as it was understood, the favourite first.' });

const juryFields = {
	id: id(5),
	caseId: id(12),
	title: text('A post that only sells'),
	status: z.enum(['sealed', 'decided', 'failed', 'cancelled']),
	size: count(5),
	quorum: count(3),
	closesAt: time(),
	createdAt: time(),
	closedAt: time().nullable(),
	voted: count(2),
	seedHash: text('9f86d081…'),
	poolSize: count(40),
	outcome: z.enum(['upheld', 'dismissed']).nullable(),
	upheldVotes: z.int().nullable(),
	dismissedVotes: z.int().nullable(),
	statement: text(''),
};
export const jury = z.object(juryFields).openapi('Jury');
export const juryList = listOf(jury).openapi('JuryList');
const seat = z.enum(['summoned', 'voted', 'declined', 'absent']);
const vote = z.enum(['uphold', 'dismiss']);
export const juryPage = z
	.object({
		jury,
		evidence: z
			.object({
				text: text('Buy now!'),
				itemId: z.int().nullable(),
				replyId: z.int().nullable(),
				personId: z.int().nullable(),
				category: z.string().nullable(),
				reports: z.array(z.string()),
			})
			.nullable(),
		seat: z.object({ status: seat, dueAt: time(), vote: vote.nullable(), reasons: text('') }).nullable(),
		votes: z.array(z.object({ vote, reasons: text('It only sells something.') })),
		draw: z
			.object({
				seed: text('0f1e…'),
				pool: z.array(id(7)),
				drawn: z.array(z.object({ handle: text('ada-k'), name: text('Ada'), order: count(1) })),
			})
			.nullable(),
		seats: z.array(z.object({ handle: text('ada-k'), name: text('Ada'), status: seat, dueAt: time() })),
	})
	.openapi('JuryPage');
export const juryDuty = z
	.object({
		willing: z.boolean(),
		trusted: z.boolean(),
		duties: z.array(z.object({ jury, status: seat, dueAt: time() })),
	})
	.openapi('JuryDuty');
export const newJury = z
	.object({
		caseId: z.int().positive().openapi({ example: 12 }),
		size: z.int().optional(),
		quorum: z.int().optional(),
		jurorHours: z.int().optional(),
		days: z.int().optional(),
	})
	.openapi('NewJury');
export const newJuryVote = z
	.object({ vote, reasons: z.string().max(2000).openapi({ example: 'It only sells something.' }) })
	.openapi('NewJuryVote');

const texts = z
	.object({ 'zh-CN': z.string().max(20_000), en: z.string().max(20_000) })
	.openapi('RuleTexts', { example: { 'zh-CN': '## 友善', en: '## Be kind' } });
export const ruleVersion = z
	.object({
		version: id(2),
		texts,
		htmls: texts,
		inForceAt: time(),
		proposal: z.object({ id: id(4), title: text('Add a rule on citing') }).nullable(),
	})
	.openapi('RuleVersion');
export const proposal = z
	.object({
		id: id(4),
		title: text('Add a rule on citing'),
		html: text('<p>Because.</p>'),
		baseVersion: count(1),
		texts,
		discussion: z
			.object({ id: id(9), kind: text('discussion'), slug: text('citing'), title: text('On citing') })
			.nullable(),
		status: z.enum([
			'discussion',
			'vote',
			'accepted',
			'in_force',
			'rejected',
			'no_quorum',
			'outdated',
			'vetoed',
			'withdrawn',
		]),
		discussionEndsAt: time(),
		voteEndsAt: time(),
		inForceDays: count(3),
		inForceAt: time().nullable(),
		quorum: count(3),
		majority: count(60),
		votes: z.object({ yes: count(5), no: count(1), abstain: count(0) }).nullable(),
		voters: count(6),
		proposer: z.object({ id: id(7), handle: text('ada-k'), name: text('Ada') }).nullable(),
		veto: z
			.object({ by: z.object({ handle: text('mia-c'), name: text('Mia') }).nullable(), reason: text('Law.') })
			.nullable(),
		createdAt: time(),
		decidedAt: time().nullable(),
	})
	.openapi('RuleProposal');
export const proposalList = listOf(proposal).openapi('RuleProposalList');
export const newProposal = z
	.object({
		title: z.string().max(150).openapi({ example: 'Add a rule on citing' }),
		source: z.string().max(10_000).openapi({ example: 'Because copied code should say where from.' }),
		texts,
		discussionId: z.int().positive().nullish(),
		discussionDays: z.int().optional(),
		voteDays: z.int().optional(),
		inForceDays: z.int().optional(),
	})
	.openapi('NewRuleProposal');

const share = z.number().nullable().openapi({ example: 0.8 });
export const health = z
	.object({
		data: z.array(
			z
				.object({
					from: z.string().openapi({ format: 'date', example: '2026-03-02' }),
					active: z.number(),
					posts: count(40),
					questions: count(12),
					answeredInADay: share,
					solved: share,
					firstAnswer: z.number().nullable().openapi({ description: 'Minutes; of half of those answered.' }),
					newcomers: count(4),
					cameBack: share,
					reportsPer1000: z.number().nullable(),
					toxicity: share,
					gini: share,
				})
				.openapi('HealthWeek'),
		),
	})
	.openapi('CommunityHealth');
const part = z.number().openapi({ example: 0.7 });
export const quality = z
	.object({
		score: part,
		parts: z.object({ votes: part, kept: part, solved: part, replies: part, author: part, upheld: count(0) }),
		computedAt: time(),
	})
	.openapi('ItemQuality');
