const HAN = /\p{Script=Han}/gu;

/** The language an imported text is filed under: Chinese when one letter in eight is Han, else English. */
export function languageOf(...texts: string[]): 'zh-CN' | 'en' {
	const text = texts.join(' ').slice(0, 4000);
	const han = text.match(HAN)?.length ?? 0;
	// Most texts have none, and counting the letters of all of them costs more than parsing them.
	if (han === 0) return 'en';
	return han * 8 > (text.match(/\p{L}/gu)?.length ?? 0) ? 'zh-CN' : 'en';
}
