import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { ExpertCard } from '#server/modules/experts/index.ts';
import { formatPrice } from '#shared/format.ts';

export const applicationWords = {
	waiting: m.experts_s_waiting,
	approved: m.experts_s_approved,
	refused: m.experts_s_refused,
	withdrawn: m.experts_s_withdrawn,
};
export const applicationTones = {
	waiting: 'warn',
	approved: 'good',
	refused: 'bad',
	withdrawn: 'neutral',
} as const;
export const expertWords: Record<string, () => string> = {
	active: m.experts_s_active,
	expired: m.experts_s_expired,
	revoked: m.experts_s_revoked,
};
export const verdictWords = {
	approve: m.experts_v_approve,
	refuse: m.experts_v_refuse,
	conflict: m.experts_v_conflict,
};
export const evidenceKinds = {
	link: m.experts_k_link,
	text: m.experts_k_text,
	item: m.experts_k_item,
	certificate: m.experts_k_certificate,
};
export const evidenceIcons = {
	text: 'quote',
	link: 'link',
	item: 'feather',
	certificate: 'award',
	file: 'paperclip',
};
export const languageWords: Record<string, () => string> = {
	'zh-CN': m.experts_lang_zh,
	en: m.experts_lang_en,
};

export const price = (money: { amount: number; currency: string }) => formatPrice(money, getLocale());

/** `answers in about 5 h`; nothing where nobody was answered yet. */
export function answerTime(hours: number | null): string | null {
	if (hours === null) return null;
	const t =
		hours < 36
			? m.experts_hours({ n: Math.max(1, Math.round(hours)) })
			: m.experts_days({ n: Math.round(hours / 24) });
	return m.experts_answers_in({ t });
}

export const offersOf = ({ question, talk }: Pick<ExpertCard, 'question' | 'talk'>): string[] => [
	...(question ? [m.experts_question_for({ price: price(question) })] : []),
	...(talk ? [m.experts_talk_for({ price: price(talk) })] : []),
];
