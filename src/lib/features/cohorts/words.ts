import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Cohort, DepositRule } from '#server/modules/cohorts/index.ts';
import { formatDay } from '#shared/format.ts';

/** A day of a cohort's calendar as the reader writes days. */
export const dayWords = (day: string) => formatDay(new Date(`${day}T00:00:00Z`), getLocale());

/** The day of the week and the day, short: for plans. */
export const planDay = (day: string) =>
	new Intl.DateTimeFormat(getLocale(), {
		timeZone: 'UTC',
		weekday: 'short',
		month: 'short',
		day: 'numeric',
	}).format(new Date(`${day}T00:00:00Z`));

/** How a cohort stands, in a word and a colour. */
export function cohortState(
	cohort: Pick<Cohort, 'status' | 'startsAt' | 'endsAt' | 'startsOn'>,
	at = new Date(),
): { text: string; tone: string } {
	if (cohort.status === 'draft') return { text: m.cohorts_status_draft(), tone: '' };
	if (cohort.status === 'cancelled') return { text: m.cohorts_status_cancelled(), tone: 'bad' };
	if (cohort.status === 'ended' || cohort.endsAt <= at) return { text: m.cohorts_status_ended(), tone: '' };
	if (cohort.startsAt > at)
		return { text: m.cohorts_status_soon({ day: dayWords(cohort.startsOn) }), tone: 'accent' };
	return { text: m.cohorts_status_running(), tone: 'good' };
}

/** The rule as sentences: what must be met, what goes back and when. */
export function ruleWords(cohort: {
	rule: DepositRule;
	deposit: number;
	price: number;
	endsOn: string;
	makeupCards: number;
	timeZone: string;
}): string[] {
	const { rule } = cohort;
	const asked = [
		...(rule.lessons ? [m.cohorts_rule_lessons()] : []),
		...(rule.checkIns > 0 ? [m.cohorts_rule_checkins({ n: rule.checkIns })] : []),
	];
	const said: string[] = [];
	if (asked.length === 0) said.push(m.cohorts_rule_none());
	else
		said.push(m.cohorts_rule_and({ day: dayWords(cohort.endsOn), what: asked.join(m.cohorts_rule_join()) }));
	if (cohort.deposit > 0) said.push(rule.partly ? m.cohorts_rule_partly() : m.cohorts_rule_whole());
	if (cohort.deposit + cohort.price > 0) said.push(m.cohorts_rule_leave(), m.cohorts_rule_cancel());
	if (rule.checkIns > 0) {
		said.push(
			cohort.makeupCards > 0 ? m.cohorts_rule_cards({ n: cohort.makeupCards }) : m.cohorts_rule_nocards(),
		);
		said.push(m.cohorts_rule_day({ zone: cohort.timeZone }));
	}
	return said;
}

/** What a group is called: its number, until it has a name. */
export const groupName = (name: string) =>
	Number.isInteger(Number(name)) ? m.cohorts_group({ n: name }) : name;
