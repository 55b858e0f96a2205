import { m } from '#lib/paraglide/messages.js';
import { count, localized } from '#lib/ui/index.ts';
import type { Badge, Condition, MetricName } from '#server/modules/rewards/index.ts';

const metric: Record<MetricName, (values: { n: string }) => string> = {
	questions: m.rw_metric_questions,
	articles: m.rw_metric_articles,
	items: m.rw_metric_items,
	answers: m.rw_metric_answers,
	comments: m.rw_metric_comments,
	answer_score: m.rw_metric_answer_score,
	accepted: m.rw_metric_accepted,
	solved: m.rw_metric_solved,
	votes: m.rw_metric_votes,
	profile: m.rw_metric_profile,
	reputation: m.rw_metric_reputation,
	days: m.rw_metric_days,
	streak: m.rw_metric_streak,
	lessons: m.rw_metric_lessons,
	courses: m.rw_metric_courses,
	bronze_badges: m.rw_metric_bronze_badges,
	silver_badges: m.rw_metric_silver_badges,
	gold_badges: m.rw_metric_gold_badges,
	points: m.rw_metric_points,
};

/** What a count is called in a list to choose from. */
export const metricName = (name: MetricName) =>
	metric[name]({ n: '…' }).replace(/[:：]?\s*…\s*(?:个|篇|条|次|天|门|枚)?/, '');

/** So much of something, as a reader says it. */
export const conditionWords = (one: Condition) =>
	metric[one.metric]({ n: count(one.atLeast) }) + (one.tag ? ` · ${m.rw_with_tag({ tag: one.tag })}` : '');

const work = {
	question: m.rw_work_question,
	answer: m.rw_work_answer,
	article: m.rw_work_article,
	discussion: m.rw_work_discussion,
	snippet: m.rw_work_snippet,
};
export const workWord = (name: keyof typeof work) => work[name]();

/** How a badge is earned, a line for each condition. */
export function ruleWords({ rule, quest }: Pick<Badge, 'rule' | 'quest'>): string[] {
	if (rule === null)
		return [quest ? m.rw_by_quest({ name: localized(quest.names, quest.names.en) }) : m.rw_by_hand()];
	if (rule.of === 'person') return rule.all.map(conditionWords);
	return [
		[
			work[rule.work](),
			rule.score && m.rw_with_score({ n: count(rule.score) }),
			rule.views && m.rw_with_views({ n: count(rule.views) }),
			rule.accepted && m.rw_with_accepted(),
			rule.tag && m.rw_with_tag({ tag: rule.tag }),
		]
			.filter(Boolean)
			.join(' · '),
	];
}

export const tierWords = { gold: m.rw_gold, silver: m.rw_silver, bronze: m.rw_bronze } as const;
export const tierTones = { gold: 'warn', silver: 'neutral', bronze: 'edged' } as const;
export const questState = { open: null, soon: m.rw_soon, running: m.rw_running, over: m.rw_over } as const;
export const orderState = {
	placed: m.rw_placed,
	fulfilled: m.rw_fulfilled,
	cancelled: m.rw_cancelled,
} as const;
