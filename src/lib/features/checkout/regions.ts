const names = new Map<string, Intl.DisplayNames>();

/** `CN` → `China`, `中国大陆` or whatever the reader calls it; the code itself where nobody has a name for it. */
export function regionName(code: string, locale: string): string {
	let kept = names.get(locale);
	if (!kept) {
		kept = new Intl.DisplayNames(locale, { type: 'region' });
		names.set(locale, kept);
	}
	return kept.of(code) ?? code;
}
