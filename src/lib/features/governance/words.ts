import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Election, Jury, Proposal, RuleTexts } from '#server/modules/governance/index.ts';

/** A moment with its hour, in the zone of an election or of the reader. */
export const momentWords = (at: Date, timeZone?: string) =>
	new Intl.DateTimeFormat(getLocale(), {
		dateStyle: 'medium',
		timeStyle: 'short',
		...(timeZone ? { timeZone } : {}),
	}).format(at);

/** How an election stands, in a word and a colour. */
export function electionState({ status }: Pick<Election, 'status'>): { text: string; tone: string } {
	return {
		nomination: { text: m.gov_election_nomination(), tone: 'accent' },
		questions: { text: m.gov_election_questions(), tone: 'accent' },
		ballot: { text: m.gov_election_ballot(), tone: 'good' },
		counted: { text: m.gov_election_counted(), tone: '' },
		cancelled: { text: m.gov_election_cancelled(), tone: 'bad' },
	}[status];
}

export function juryState(jury: Pick<Jury, 'status' | 'outcome'>): { text: string; tone: string } {
	if (jury.status === 'sealed') return { text: m.gov_jury_sealed(), tone: 'accent' };
	if (jury.status === 'failed') return { text: m.gov_jury_failed(), tone: 'warn' };
	if (jury.status === 'cancelled') return { text: m.gov_jury_cancelled(), tone: '' };
	return jury.outcome === 'upheld'
		? { text: m.gov_jury_upheld(), tone: 'bad' }
		: { text: m.gov_jury_dismissed(), tone: 'good' };
}

export function proposalState({ status }: Pick<Proposal, 'status'>): { text: string; tone: string } {
	return {
		discussion: { text: m.gov_proposal_discussion(), tone: 'accent' },
		vote: { text: m.gov_proposal_vote(), tone: 'good' },
		accepted: { text: m.gov_proposal_accepted(), tone: 'good' },
		in_force: { text: m.gov_proposal_in_force(), tone: 'good' },
		rejected: { text: m.gov_proposal_rejected(), tone: 'bad' },
		no_quorum: { text: m.gov_proposal_no_quorum(), tone: 'warn' },
		outdated: { text: m.gov_proposal_outdated(), tone: '' },
		vetoed: { text: m.gov_proposal_vetoed(), tone: 'bad' },
		withdrawn: { text: m.gov_proposal_withdrawn(), tone: '' },
	}[status];
}

/** A text by language, in the reader's or else in the other. */
export function inLanguage(texts: RuleTexts): { text: string; lang: 'zh-CN' | 'en' } {
	const own = getLocale() as 'zh-CN' | 'en';
	const other = own === 'en' ? 'zh-CN' : 'en';
	return texts[own] ? { text: texts[own], lang: own } : { text: texts[other], lang: other };
}

/** Who may stand or vote, as a sentence. */
export const ruleSentence = (rule: { days: number; reputation: number }) =>
	m.gov_rule_sentence({ days: rule.days, reputation: rule.reputation });

/** A share as hundredths; a dash where there is none. */
export const percent = (share: number | null) => (share === null ? '—' : `${Math.round(share * 100)} %`);
