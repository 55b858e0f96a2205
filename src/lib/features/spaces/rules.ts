import { getLocale } from '#lib/paraglide/runtime.js';
import { localized } from '#lib/ui/words.ts';

/**
 * The rules of a space in the reader's language. They are stored as a list with texts per language, or, written
 * apart for each language, as one list of sentences for each.
 */
export function rulesOf(stored: unknown): { title: string; text: string }[] {
	const list = Array.isArray(stored)
		? stored
		: ((stored as Record<string, unknown[]> | null)?.[getLocale()] ?? []);
	return list.map((rule) => {
		if (typeof rule === 'string') return { title: rule, text: '' };
		const {
			title = '',
			text = '',
			titles,
			texts,
		} = rule as { title?: string; text?: string; titles?: unknown; texts?: unknown };
		return { title: localized(titles, title), text: localized(texts, text) };
	});
}
