import type { BadgeInput, QuestInput } from '#server/modules/rewards/index.ts';

const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim();
const both = (form: FormData, name: string) => ({
	'zh-CN': text(form, `${name}-zh`),
	en: text(form, `${name}-en`),
});

/** What something is called and stands for, as forms have it: `name-zh`, `name-en`, `text-zh`, `text-en`. */
export const textsOf = (form: FormData) => ({ names: both(form, 'name'), descriptions: both(form, 'text') });

/** Rows of counts, `metric-1`, `count-1`, `tag-1` …; rows without a choice are left out. */
function conditionsOf(form: FormData, many: number) {
	return Array.from({ length: many }, (_, n) => ({
		metric: text(form, `metric-${n + 1}`) as 'answers',
		atLeast: text(form, `count-${n + 1}`) as unknown as number,
		tag: text(form, `tag-${n + 1}`) || null,
	})).filter(({ metric }) => metric !== ('' as string));
}

export function readBadgeForm(form: FormData): BadgeInput {
	const of = text(form, 'of');
	const rule =
		of === 'person'
			? { of, all: conditionsOf(form, 3) }
			: of === 'work'
				? {
						of,
						work: text(form, 'work'),
						score: text(form, 'score'),
						views: text(form, 'views'),
						accepted: form.has('accepted') ? true : undefined,
						tag: text(form, 'tag') || null,
					}
				: null;
	return {
		...textsOf(form),
		slug: text(form, 'slug'),
		tier: text(form, 'tier') as 'bronze',
		// Whether it is one of the shapes that there are is looked at by the module.
		rule: rule as BadgeInput['rule'],
		repeatable: form.has('repeatable'),
		hidden: form.has('hidden'),
		points: text(form, 'points') || 0,
	};
}

export function readQuestForm(form: FormData): QuestInput {
	const kind = text(form, 'kind') as 'quest' | 'challenge';
	// The browser's moment without a zone is one of UTC, as the form says.
	const moment = (name: string) => {
		const value = text(form, name);
		return value ? `${value}${/Z$|[+-]\d\d:?\d\d$/.test(value) ? '' : 'Z'}` : null;
	};
	return {
		...textsOf(form),
		slug: text(form, 'slug'),
		kind,
		steps: conditionsOf(form, 5),
		goalOfAll: kind === 'challenge' ? text(form, 'goalOfAll') : null,
		points: text(form, 'points') || 0,
		badge: text(form, 'badge'),
		startsAt: kind === 'challenge' ? moment('startsAt') : null,
		endsAt: kind === 'challenge' ? moment('endsAt') : null,
	};
}
