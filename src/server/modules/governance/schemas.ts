import { z } from 'zod';
import { addDays } from './days.ts';

const day = z.iso.date('common.bad_date');
const whole = (least: number, most: number, code: string) =>
	z.coerce.number(code).int(code).min(least, code).max(most, code);
const text = (most: number) =>
	z.string().trim().min(1, 'governance.text_missing').max(most, 'governance.text_long');
const title = z.string().trim().min(4, 'governance.title_missing').max(150, 'governance.title_long');
const isTimeZone = (zone: string) => {
	try {
		new Intl.DateTimeFormat('en', { timeZone: zone });
		return zone.length > 0;
	} catch {
		return false;
	}
};
const rule = z.object({
	days: whole(0, 3650, 'governance.rule_shape').default(0),
	reputation: whole(0, 1_000_000, 'governance.rule_shape').default(0),
});

/** The longest that an election may take, in days. */
const LONGEST = 120;

export const electionSchema = z
	.object({
		title,
		source: z.string().trim().max(10_000, 'governance.text_long').default(''),
		/** Left out: moderators of the whole place. */
		spaceId: z.coerce.number().int().positive().nullish(),
		seats: whole(1, 20, 'governance.seats'),
		timeZone: z.string().trim().max(60).refine(isTimeZone, 'governance.time_zone'),
		/** The last day of each phase, in that zone. */
		nominationUntil: day,
		questionsUntil: day,
		ballotUntil: day,
		standRule: rule.default({ days: 90, reputation: 100 }),
		voteRule: rule.default({ days: 30, reputation: 0 }),
		seatsAtOnce: z.boolean().default(false),
	})
	.superRefine((given, context) => {
		const wrong = (path: string, message: string) =>
			context.addIssue({ code: 'custom', path: [path], message });
		if (given.questionsUntil <= given.nominationUntil) wrong('questionsUntil', 'governance.days_order');
		if (given.ballotUntil <= given.questionsUntil) wrong('ballotUntil', 'governance.days_order');
		if (given.ballotUntil > addDays(given.nominationUntil, LONGEST))
			wrong('ballotUntil', 'governance.days_long');
	});
export type ElectionInput = z.input<typeof electionSchema>;

export const statementSchema = z.object({ source: text(5000) });
export const questionSchema = z.object({ text: text(1000) });
export const reasonSchema = z.object({
	reason: z.string().trim().min(3, 'governance.reason_missing').max(500, 'governance.text_long'),
});

/** A receipt: 26 signs of base 32 without those that are read wrongly, 130 bits. */
const receipt = z
	.string()
	.trim()
	.toUpperCase()
	.transform((value) => value.replace(/[\s-]/g, ''))
	.refine((value) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(value), 'governance.receipt_shape');

export const ballotSchema = z.object({
	/** Rank by candidate, 1 the favourite; left out, empty (which reads as 0) or 0: not ranked. */
	ranks: z.record(
		z.string().regex(/^[1-9]\d{0,15}$/),
		z.coerce.number('governance.ballot_rank').int('governance.ballot_rank'),
	),
	receipt,
});
export type BallotInput = z.input<typeof ballotSchema>;

export const jurySchema = z
	.object({
		caseId: z.coerce.number().int().positive(),
		size: whole(3, 21, 'governance.jury_size').default(5),
		/** Left out: more than half of the size. */
		quorum: whole(2, 21, 'governance.jury_size').optional(),
		jurorHours: whole(1, 336, 'governance.jury_hours').default(48),
		days: whole(1, 30, 'governance.jury_hours').default(7),
	})
	.transform((given) => ({ ...given, quorum: given.quorum ?? Math.floor(given.size / 2) + 1 }))
	.refine(({ size, quorum }) => quorum <= size, { path: ['quorum'], message: 'governance.jury_size' })
	.refine(({ jurorHours, days }) => jurorHours <= days * 24, {
		path: ['jurorHours'],
		message: 'governance.jury_hours',
	});
export type JuryInput = z.input<typeof jurySchema>;

export const juryVoteSchema = z.object({
	vote: z.enum(['uphold', 'dismiss'], 'governance.vote_missing'),
	reasons: z.string().trim().min(10, 'governance.reason_missing').max(2000, 'governance.text_long'),
});
export type JuryVoteInput = z.input<typeof juryVoteSchema>;

const rules = z.string().trim().max(20_000, 'governance.text_long').default('');

export const proposalSchema = z.object({
	title,
	source: text(10_000),
	texts: z.object({ 'zh-CN': rules, en: rules }).refine((given) => given['zh-CN'] !== '' || given.en !== '', {
		message: 'governance.text_missing',
		path: ['en'],
	}),
	/** Where it is talked over: a discussion of this place. */
	discussionId: z.coerce.number().int().positive().nullish(),
	discussionDays: whole(1, 60, 'governance.days_long').default(7),
	voteDays: whole(1, 60, 'governance.days_long').default(7),
	inForceDays: whole(0, 90, 'governance.days_long').default(3),
});
export type ProposalInput = z.input<typeof proposalSchema>;

export const choiceSchema = z.object({
	choice: z.enum(['yes', 'no', 'abstain'], 'governance.vote_missing'),
});

export const vetoSchema = z.object({
	reason: z.string().trim().min(20, 'governance.reason_missing').max(2000, 'governance.text_long'),
});

/** The rules as an administrator writes them for the first time. */
export const firstRulesSchema = z.object({
	texts: z.object({ 'zh-CN': rules, en: rules }),
});
