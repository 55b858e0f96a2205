import { getLocale } from '#lib/paraglide/runtime.js';
import { formatCount, pluralForm } from '#shared/format.ts';

/** A count in the reader's language, shortened from ten thousand on. */
export function count(value: number): string {
	return formatCount(value, getLocale());
}

/**
 * A sentence with a count, in its plural form: `counted(n, m.items_answers_one, m.items_answers_other)`.
 * Not done in the message files, as Paraglide makes a new Intl.PluralRules for each message (46 µs).
 */
export function counted(
	value: number,
	one: (args: { n: string }) => string,
	other: (args: { n: string }) => string,
): string {
	const locale = getLocale();
	return (pluralForm(value, locale) === 'one' ? one : other)({ n: formatCount(value, locale) });
}

/** Picks the text in the reader's language out of `{ "zh-CN": …, en: … }`, else `fallback`. */
export function localized(texts: unknown, fallback: string): string {
	const own = (texts as Record<string, string> | null | undefined)?.[getLocale()];
	return own || fallback;
}
