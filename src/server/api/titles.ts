// The catalogue itself, not Paraglide's compiled functions: those live among the pages (src/lib), which no server
// file may import, and they answer in one language per process or request, while two API requests side by side may
// want two. As JSON both the bundler and Node read it, and the catalogue stays the one home of every sentence.
import en from '../../messages/errors/en.json' with { type: 'json' };
import zh from '../../messages/errors/zh-CN.json' with { type: 'json' };

export type Locale = 'zh-CN' | 'en';

const catalogues: Record<Locale, Record<string, string>> = { 'zh-CN': zh, en };

/** The catalogue's key for an error code: `items.not_found` → `error_items_not_found`, as the pages have it. */
export function messageKey(code: string): string {
	return `error_${code.replace(/[.-]/g, '_')}`;
}

/** True when the catalogue has a sentence of its own for this code. */
export function hasTitle(code: string, locale: Locale): boolean {
	return messageKey(code) in catalogues[locale];
}

/** The sentence for an error code in the reader's language; a general one for a code without. */
export function titleOf(code: string, locale: Locale, params: Record<string, string | number> = {}): string {
	const catalogue = catalogues[locale];
	const text = catalogue[messageKey(code)] ?? catalogue.error_unknown ?? code;
	return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/**
 * The language to answer in: the best of Accept-Language that the catalogue has.
 *
 * @returns undefined when the header names none of them
 */
export function negotiateLocale(header: string | null): Locale | undefined {
	if (!header) return undefined;
	let best: { locale: Locale; weight: number } | undefined;
	for (const part of header.split(',', 20)) {
		const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
		const locale = /^zh\b/.test(tag) ? 'zh-CN' : /^en\b/.test(tag) ? 'en' : undefined;
		const q = parameters.find((one) => one.trim().startsWith('q='));
		const weight = q ? Number(q.trim().slice(2)) : 1;
		if (locale && weight > 0 && weight > (best?.weight ?? 0)) best = { locale, weight };
	}
	return best?.locale;
}
