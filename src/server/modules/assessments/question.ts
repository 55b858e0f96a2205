import type { Case } from './cases.ts';
import type { Language } from './sandbox/protocol.ts';

export const questionKinds = [
	'single',
	'multiple',
	'truefalse',
	'fill',
	'match',
	'order',
	'short',
	'code',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

export interface Choice {
	html: string;
	right: boolean;
	/** What who chose it is told; '' for nothing. */
	feedback: string;
}

/** A question as it was read from its text (see `question-text.ts`) and rendered: everything, right answers too. */
export type Body = {
	prompt: string;
	hasMath: boolean;
	/** Why the answer is right; shown after the attempt. */
	explanation: string;
} & (
	| { kind: 'single' | 'multiple'; choices: Choice[] }
	| { kind: 'truefalse'; right: boolean }
	/** For each blank the texts that are right. */
	| { kind: 'fill'; blanks: string[][] }
	/** What stands on the right is plain text: it is chosen from a list. */
	| { kind: 'match'; pairs: { left: string; right: string }[] }
	/** In the right order. */
	| { kind: 'order'; items: string[] }
	/** Without any a person marks it. */
	| { kind: 'short'; accepted: string[] }
	| { kind: 'code'; language: Language; starter: string; setup: string; cases: Case[] }
);

/** Whether no key marks it: an answer waits for a person. */
export const byHand = (body: Body): boolean => body.kind === 'short' && body.accepted.length === 0;

/**
 * What somebody answered, by the places that choices have in the body: a number of `single`; numbers of `multiple`;
 * a text for each blank of `fill`; for each left side of `match` the number of a right one, -1 for none; all numbers of
 * `order` in their order; the text of `short` and `code`; true or false.
 */
export type Given = number | boolean | string | number[] | string[];
