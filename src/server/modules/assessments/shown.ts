import { type Body, byHand, type Given, type QuestionKind } from './question.ts';
import type { Language } from './sandbox/protocol.ts';
import { permutation } from './shuffle.ts';

/** A question as it is put to a learner. Choices have the places in which they are shown, which tell nothing. */
export interface Shown {
	position: number;
	kind: QuestionKind;
	prompt: string;
	hasMath: boolean;
	/** Of `single`, `multiple` and `order`; HTML. */
	choices: string[];
	/** Of `match`: HTML on the left, texts to choose from on the right. */
	lefts: string[];
	rights: string[];
	/** Of `fill`. */
	blanks: number;
	/** A person marks it. */
	byHand: boolean;
	code: {
		language: Language;
		starter: string;
		setup: string;
		cases: { call: string; expects: string }[];
	} | null;
	/** What was answered so far, as a form has it: see {@link toGiven}. */
	values: string[];
}

/** In which order the choices are shown: place shown → place in the body. */
export function layout(body: Body, seed: number, position: number, shuffle: boolean): number[] {
	const count =
		body.kind === 'single' || body.kind === 'multiple'
			? body.choices.length
			: body.kind === 'match'
				? body.pairs.length
				: body.kind === 'order'
					? body.items.length
					: 0;
	// What is to be put in order or matched would give itself away as it was written.
	const mixed = shuffle || body.kind === 'match' || body.kind === 'order';
	return mixed ? permutation(count, seed, position) : Array.from({ length: count }, (_, index) => index);
}

/** What a learner is shown of a question: nothing by which one could tell the right answer. */
export function showQuestion(
	body: Body,
	position: number,
	order: readonly number[],
	given: Given | null,
): Shown {
	return {
		position,
		kind: body.kind,
		prompt: body.prompt,
		hasMath: body.hasMath,
		choices:
			body.kind === 'single' || body.kind === 'multiple'
				? order.map((at) => body.choices[at]!.html)
				: body.kind === 'order'
					? order.map((at) => body.items[at]!)
					: [],
		lefts: body.kind === 'match' ? body.pairs.map(({ left }) => left) : [],
		rights: body.kind === 'match' ? order.map((at) => body.pairs[at]!.right) : [],
		blanks: body.kind === 'fill' ? body.blanks.length : 0,
		byHand: byHand(body),
		code:
			body.kind === 'code'
				? {
						language: body.language,
						starter: body.starter,
						setup: body.setup,
						cases: body.cases.flatMap(({ call, expects, hidden }) =>
							hidden ? [] : [{ call, expects: expects ?? '' }],
						),
					}
				: null,
		values: valuesOf(body, order, given),
	};
}

/** An answer as the fields of a form have it; the inverse of {@link toGiven}. */
function valuesOf(body: Body, order: readonly number[], given: Given | null): string[] {
	if (given === null) return body.kind === 'code' ? [body.starter] : [];
	const shownAt = (index: number) => order.indexOf(index);
	switch (body.kind) {
		case 'single':
			return [String(shownAt(given as number))];
		case 'multiple':
			return (given as number[]).map((index) => String(shownAt(index)));
		case 'match':
			return (given as number[]).map((index) => (index < 0 ? '' : String(shownAt(index))));
		case 'order': {
			// For each shown item its place, from 1.
			const places = order.map((index) => (given as number[]).indexOf(index) + 1);
			return places.map((place) => (place === 0 ? '' : String(place)));
		}
		case 'fill':
			return given as string[];
		default:
			return [String(given)];
	}
}

/**
 * What the fields of a form say, as an answer: the shown places of chosen ones; for each left side the shown place of
 * its right one; for each shown item its place from 1; texts. Null when nothing was answered.
 */
export function toGiven(body: Body, order: readonly number[], values: readonly string[]): Given | null {
	const at = (value: string | undefined) =>
		value !== undefined && /^\d{1,3}$/.test(value) ? (order[Number(value)] ?? -1) : -1;
	const [first] = values;
	switch (body.kind) {
		case 'single':
			return at(first) === -1 ? null : at(first);
		case 'multiple':
			return values.length === 0 ? null : [...new Set(values.map(at))].filter((index) => index !== -1);
		case 'truefalse':
			return first === 'true' ? true : first === 'false' ? false : null;
		case 'match': {
			const chosen = body.pairs.map((_, n) => at(values[n]));
			return chosen.every((index) => index === -1) ? null : chosen;
		}
		case 'order': {
			const places = order.map((index, n) => ({ index, place: Number(values[n]) || 0 }));
			if (places.every(({ place }) => place === 0)) return null;
			return places.sort((a, b) => a.place - b.place).map(({ index }) => index);
		}
		case 'fill': {
			const texts = body.blanks.map((_, n) => clean(values[n] ?? '', 200));
			return texts.every((text) => !text) ? null : texts;
		}
		case 'short':
			return shortText(clean(first ?? '', byHand(body) ? 10_000 : 1000));
		case 'code': {
			const code = clean(first ?? '', 20_000);
			return code.trim() ? code : null;
		}
	}
}

const shortText = (text: string) => (text.trim() ? text : null);
const clean = (text: string, limit: number) =>
	text.replaceAll('\0', '').replace(/\r\n?/g, '\n').slice(0, limit).toWellFormed();
