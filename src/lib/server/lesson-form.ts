import { parseId } from '#server/kernel/ids.ts';
import type { LessonSettings, Rule } from '#server/modules/courses/index.ts';

const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

/**
 * Reads how a lesson opens from its form. Its rule is nothing, the lesson before, or lessons that are ticked; a rule
 * that no form can say (set through the API) is kept as it stands.
 */
export function readLessonSettings(form: FormData, previous: number | null): LessonSettings {
	return {
		preview: form.has('preview'),
		required: form.has('required'),
		dripDays: text(form, 'dripDays'),
		dripAt: instantOf(text(form, 'dripAt')),
		...ruleOf(form, previous),
	};
}

/** A field of type datetime-local has no zone: it is read as UTC, and the page says so. */
export function instantOf(value: string): Date | '' {
	if (!value) return '';
	const at = new Date(/[zZ]|[+-]\d\d:\d\d$/.test(value) ? value : `${value}Z`);
	return Number.isNaN(at.getTime()) ? '' : at;
}

function ruleOf(form: FormData, previous: number | null): { rule?: Rule | null } {
	const way = text(form, 'first');
	if (way === 'kept' || way === '') return {};
	if (way === 'none') return { rule: null };
	if (way === 'previous') return { rule: previous === null ? null : { lesson: previous } };
	const lessons = form.getAll('after').flatMap((value) => parseId(String(value)) ?? []);
	return { rule: lessons.length === 0 ? null : { all: lessons.map((lesson) => ({ lesson })) } };
}

/** How a form shows a rule: by which way, and with which lessons ticked. */
export function ruleShown(rule: Rule | null, previous: number | null): { first: string; after: number[] } {
	if (rule === null) return { first: 'none', after: [] };
	if ('lesson' in rule)
		return rule.lesson === previous
			? { first: 'previous', after: [] }
			: { first: 'these', after: [rule.lesson] };
	const leaves = 'all' in rule ? rule.all : null;
	const lessons = leaves?.flatMap((leaf) => ('lesson' in leaf ? [leaf.lesson] : []));
	return leaves && lessons?.length === leaves.length
		? { first: 'these', after: lessons }
		: { first: 'kept', after: [] };
}

/** What only a kind has, from the fields of its form: `data.<name>`. */
export function readLessonData(form: FormData): Record<string, unknown> | undefined {
	const data: Record<string, unknown> = {};
	for (const [name, value] of form) {
		if (name.startsWith('data.') && typeof value === 'string') data[name.slice(5)] = value.trim();
	}
	return Object.keys(data).length > 0 ? data : undefined;
}
