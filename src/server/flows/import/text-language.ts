const HAN = /\p{Script=Han}/gu;

/** The language an imported text is filed under: Chinese when one letter in eight is Han, else English. */
export function languageOf(...texts: string[]): 'zh-CN' | 'en' {
	const text = texts.join(' ').slice(0, 4000);
	const letters = text.match(/\p{L}/gu)?.length ?? 0;
	return (text.match(HAN)?.length ?? 0) * 8 > letters ? 'zh-CN' : 'en';
}
