import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Language, QuestionKind, Verdict } from '#server/modules/assessments/index.ts';

export const languageNames: Record<Language, string> = {
	javascript: 'JavaScript',
	python: 'Python',
	sql: 'SQL (PostgreSQL)',
};

const verdicts: Record<Verdict, () => string> = {
	ok: m.exercise_verdict_wrong,
	error: m.exercise_verdict_error,
	time: m.exercise_verdict_time,
	memory: m.exercise_verdict_memory,
	output: m.exercise_verdict_output,
	broken: m.exercise_verdict_broken,
	skipped: m.exercise_verdict_skipped,
};

/** Why a case was not passed. */
export const verdictWord = (verdict: Verdict): string => verdicts[verdict]();

/** A share as people say it: 67 %. */
export function percent(share: number): string {
	return new Intl.NumberFormat(getLocale(), { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

export const kindNames: Record<QuestionKind, () => string> = {
	single: m.quiz_kind_single,
	multiple: m.quiz_kind_multiple,
	truefalse: m.quiz_kind_truefalse,
	fill: m.quiz_kind_fill,
	match: m.quiz_kind_match,
	order: m.quiz_kind_order,
	short: m.quiz_kind_short,
	code: m.quiz_kind_code,
};
