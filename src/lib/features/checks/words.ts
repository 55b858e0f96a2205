import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { CheckAction, CheckName, CheckReason, ModelTask } from '#server/modules/checks/index.ts';

/** A share of one as people read it. */
export const percent = (share: number, digits = 1): string =>
	new Intl.NumberFormat(getLocale(), { style: 'percent', maximumFractionDigits: digits }).format(share);

export const actionWord = (action: CheckAction): string =>
	({
		off: m.checks_action_off,
		note: m.checks_action_note,
		hold: m.checks_action_hold,
		hide: m.checks_action_hide,
		refuse: m.checks_action_refuse,
	})[action]();

const decisions: Record<string, () => string> = {
	publish: m.checks_decision_publish,
	hold: m.checks_decision_hold,
	hide: m.checks_decision_hide,
	refuse: m.checks_decision_refuse,
};
export const decisionWord = (decision: string): string => decisions[decision]?.() ?? decision;

export const taskWord = (task: ModelTask): string =>
	({ spam: m.checks_task_spam, toxic: m.checks_task_toxic, sentiment: m.checks_task_sentiment })[task]();

export const listName = (name: string): string =>
	name === 'zh' ? m.checks_list_zh() : name === 'en' ? m.checks_list_en() : name;

/** What a row of the table is called, and what it does. */
export const ruleWords = (name: CheckName): { label: string; hint: string } =>
	({
		newcomer: { label: m.checks_rule_newcomer(), hint: m.checks_rule_newcomer_hint() },
		day: { label: m.checks_rule_day(), hint: m.checks_rule_day_hint() },
		burst: { label: m.checks_rule_burst(), hint: m.checks_rule_burst_hint() },
		first: { label: m.checks_rule_first(), hint: m.checks_rule_first_hint() },
		links: { label: m.checks_rule_links(), hint: m.checks_rule_links_hint() },
		mentions: { label: m.checks_rule_mentions(), hint: m.checks_rule_mentions_hint() },
		domains: { label: m.checks_rule_domains(), hint: m.checks_rule_domains_hint() },
		invisible: { label: m.checks_rule_invisible(), hint: m.checks_rule_invisible_hint() },
		again: { label: m.checks_rule_again(), hint: m.checks_rule_again_hint() },
		copied: { label: m.checks_rule_copied(), hint: m.checks_rule_copied_hint() },
		spam: { label: m.checks_rule_spam(), hint: m.checks_rule_spam_hint() },
		toxic: { label: m.checks_rule_toxic(), hint: m.checks_rule_toxic_hint() },
		outside: { label: m.checks_rule_outside(), hint: m.checks_rule_outside_hint() },
	})[name];

/** Which limits a row has, and what each is called. */
export function limitsOf(
	name: CheckName,
): { field: 'forNew' | 'forOthers' | 'holdAt' | 'hideAt'; label: string }[] {
	const [fresh, others] = [
		{ field: 'forNew' as const, label: m.checks_for_new() },
		{ field: 'forOthers' as const, label: m.checks_for_others() },
	];
	const [hold, hide] = [
		{ field: 'holdAt' as const, label: m.checks_hold_at() },
		{ field: 'hideAt' as const, label: m.checks_hide_at() },
	];
	switch (name) {
		case 'newcomer':
			return [
				{ field: 'forNew', label: m.checks_newcomer_days() },
				{ field: 'forOthers', label: m.checks_newcomer_texts() },
			];
		case 'first':
			return [{ field: 'forNew', label: m.checks_first_texts() }];
		case 'domains':
			return [];
		case 'again':
		case 'copied':
			return [{ field: 'forNew', label: m.checks_hold_new_at() }, hold];
		case 'spam':
			return [{ field: 'forNew', label: m.checks_hold_new_at() }, hold, hide];
		case 'toxic':
		case 'outside':
			return [hold, hide];
		default:
			return [fresh, others];
	}
}

/** Why, in a sentence that helps whoever wrote the text to change it. */
export function reasonWords(reason: CheckReason): string {
	switch (reason.check) {
		case 'words':
			return m.checks_why_words({ words: reason.words.join(m.checks_and()), list: listName(reason.list) });
		case 'domains':
			return m.checks_why_domains({ domains: reason.domains.join(m.checks_and()) });
		case 'links':
			return m.checks_why_links({ count: reason.count, most: reason.most });
		case 'mentions':
			return m.checks_why_mentions({ count: reason.count, most: reason.most });
		case 'invisible':
			return m.checks_why_invisible({ count: reason.count });
		case 'first':
			return m.checks_why_first();
		case 'again':
			return m.checks_why_again({ share: percent(reason.likeness, 0) });
		case 'copied':
			return m.checks_why_copied({ share: percent(reason.likeness, 0) });
		case 'spam':
			return m.checks_why_spam({
				share: percent(reason.probability),
				words: reason.words.join(m.checks_and()),
			});
		case 'toxic':
			return m.checks_why_toxic({
				share: percent(reason.probability),
				words: reason.words.join(m.checks_and()),
			});
		case 'outside':
			return m.checks_why_outside({
				share: percent(reason.probability),
				categories: reason.categories.join(', '),
			});
		case 'person':
			return m.checks_why_person();
	}
}
