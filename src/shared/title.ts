import { plainFormula } from './plain-formula.ts';

// Money has a digit behind the sign and a space before the next one: "from $5 to $10" is no formula.
const formula = /\$([^$\s](?:[^$]*[^$\s])?)\$/g;

function withoutFormulas(text: string): string {
	return text.includes('$')
		? text.replace(formula, (typed, tex: string) => (/[a-zA-Z\\^_{]/.test(tex) ? plainFormula(tex) : typed))
		: text;
}

/**
 * A title in pieces: what stands between backticks is code. A backtick without a partner is only a sign. Formulas
 * between dollar signs are shown with plain signs: a title is one line of text.
 */
export function titleParts(text: string): { text: string; code: boolean }[] {
	return text
		.split(/`([^`]+)`/)
		.map((part, at) =>
			at % 2 === 1 ? { text: part, code: true } : { text: withoutFormulas(part), code: false },
		)
		.filter((part) => part.text !== '');
}

/** A title for where there is only text: the window, feeds, machines, choices. */
export function plainTitle(text: string): string {
	return titleParts(text)
		.map((part) => part.text)
		.join('');
}

/** One piece of a title in which a search marked its words. */
export interface MarkedPart {
	text: string;
	hit: boolean;
	code: boolean;
}

/** The same for a title that came in marked segments, which know nothing of code and may end inside of it. */
export function markedParts(segments: readonly { text: string; hit: boolean }[]): MarkedPart[] {
	const whole = segments.map(({ text }) => text).join('');
	const code = titleParts(whole).some((part) => part.code);
	if (!code) return segments.map(({ text, hit }) => ({ text: withoutFormulas(text), hit, code: false }));
	// Which letters are code, and which are the backticks around it.
	const inside = new Set<number>();
	const ticks = new Set<number>();
	for (const found of whole.matchAll(/`([^`]+)`/g)) {
		ticks.add(found.index).add(found.index + found[0].length - 1);
		for (let at = found.index + 1; at < found.index + found[0].length - 1; at++) inside.add(at);
	}
	const parts: MarkedPart[] = [];
	let at = 0;
	for (const { text, hit } of segments) {
		for (let letter = 0; letter < text.length; letter++, at++) {
			if (ticks.has(at)) continue;
			const last = parts.at(-1);
			const isCode = inside.has(at);
			if (last && last.hit === hit && last.code === isCode) last.text += text[letter];
			else parts.push({ text: text[letter] as string, hit, code: isCode });
		}
	}
	return parts;
}
