import type { Asked } from './attempts.ts';
import { layout, type Shown, showQuestion } from './shown.ts';

/** A question of an attempt that was handed in. */
export interface Marked extends Shown {
	points: number;
	/** A person has not marked it yet. */
	waits: boolean;
	/** What who marked it by hand said of it. */
	remark: string;
	/** In the order shown: whether it was chosen, what its chooser is told, and whether it is right (null: not told yet). */
	told: { chosen: boolean; right: boolean | null; feedback: string }[];
	/** The right answer as texts, one for each part; null where it is not told yet, or `told` tells. */
	answer: string[] | null;
	explanation: string;
}

/**
 * What a learner is told of a question afterwards.
 *
 * @param reveal whether right answers are told too, or only what they chose themselves
 */
export function showMarked(asked: Asked, seed: number, shuffle: boolean, reveal: boolean): Marked {
	const { body, position, given } = asked;
	const order = layout(body, seed, position, shuffle);
	const chosen = new Set(Array.isArray(given) ? (given as number[]) : [given as number]);
	return {
		...showQuestion(body, position, order, given),
		points: asked.points ?? 0,
		waits: asked.points === null,
		remark: asked.remark,
		told:
			body.kind === 'single' || body.kind === 'multiple'
				? order.map((at) => {
						const { right, feedback } = body.choices[at]!;
						return {
							chosen: given !== null && chosen.has(at),
							right: reveal ? right : null,
							feedback: reveal || chosen.has(at) ? feedback : '',
						};
					})
				: [],
		answer: reveal ? rightAnswer(asked.body) : null,
		explanation: reveal || asked.points === 1 ? body.explanation : '',
	};
}

/** The right answer as texts; HTML for `order`. Empty where choices themselves are marked. */
export function rightAnswer(body: Asked['body']): string[] {
	switch (body.kind) {
		case 'truefalse':
			return [String(body.right)];
		case 'fill':
			return body.blanks.map(([first]) => first as string);
		case 'match':
			return body.pairs.map(({ right }) => right);
		case 'order':
			return body.items;
		case 'short':
			return body.accepted.slice(0, 1);
		default:
			return [];
	}
}
