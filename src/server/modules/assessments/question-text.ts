import { type Case, readCases } from './cases.ts';
import { assessmentError } from './errors.ts';
import type { QuestionKind } from './question.ts';
import { type Language, languages } from './sandbox/protocol.ts';

/** A question as its author wrote it, taken apart; texts are still Markdown. */
export interface Written {
	kind: QuestionKind;
	prompt: string;
	explanation: string;
	choices: { text: string; right: boolean; feedback: string }[];
	right: boolean;
	blanks: string[][];
	pairs: { left: string; right: string }[];
	items: string[];
	accepted: string[];
	language: Language;
	starter: string;
	setup: string;
	cases: Case[];
}

const patterns = {
	single: /^[-*] \(([ xX])\) +(.+)$/,
	multiple: /^[-*] \[([ xX])\] +(.+)$/,
	pair: /^[-*] +(.+?) +=> +(.+)$/,
	item: /^\d+[.)] +(.+)$/,
	accepted: /^= *(.+)$/,
	byHand: /^= *$/,
	shownCase: /^>>> *(.*)$/,
	hiddenCase: /^>>>\? *(.*)$/,
	explanation: /^(?:explanation|解析) *[:：] *(.*)$/i,
	fence: /^```+ *([a-z]+)? *(starter|setup)? *$/i,
};

const yes = /^(?:true|对|是|正确)$/i;
const no = /^(?:false|错|否|错误)$/i;
const blank = /\{\{(.+?)\}\}/g;
// Beyond these a question is not one any more.
const most = { choices: 20, blanks: 20, cases: 20 };

/** Several questions in one text, apart by lines of three dashes. */
export function splitQuestions(text: string): string[] {
	return text
		.replace(/\r\n?/g, '\n')
		.split(/\n-{3,} *(?:\n|$)/)
		.map((part) => part.trim())
		.filter(Boolean);
}

/**
 * Takes a question apart. Its kind follows from how its answers are written:
 *
 *     - (x) right :: feedback      one of several          - [x] right      any of several
 *     = true                       true or false           = Paris          a short answer, each line one that is right
 *     It is {{4|four}}.            blanks                  - left => right  pairs to match
 *     1. first                     to be put in order      >>> f(1) => 2    code (>>>? hidden)
 *
 *     = alone on its line          a short answer that a person marks
 *
 * `Explanation:` (解析：) begins what is shown afterwards.
 *
 * @throws assessments.question_shape when no kind fits, assessments.question_no_right when nothing is marked as right
 */
export function readQuestion(source: string): Written {
	const written = takeApart(source);
	const kind = kindOf(written);
	const question: Written = { ...written, kind };
	if (kind === 'order' || kind === 'fill') return question;
	if (kind === 'single' && question.choices.filter(({ right }) => right).length !== 1)
		throw assessmentError('question_no_right', { fields: { source: 'assessments.question_no_right' } });
	if (kind === 'multiple' && !question.choices.some(({ right }) => right))
		throw assessmentError('question_no_right', { fields: { source: 'assessments.question_no_right' } });
	return question;
}

function takeApart(source: string): Written & { ways: Set<string> } {
	const ways = new Set<string>();
	const prompt: string[] = [];
	const explanation: string[] = [];
	const shown: string[] = [];
	const hidden: string[] = [];
	const written: Written = {
		kind: 'short',
		prompt: '',
		explanation: '',
		choices: [],
		right: false,
		blanks: [],
		pairs: [],
		items: [],
		accepted: [],
		language: 'javascript',
		starter: '',
		setup: '',
		cases: [],
	};
	const choice = (found: RegExpExecArray) => {
		const [text = '', ...feedback] = (found[2] as string).split(' :: ');
		written.choices.push({
			text: text.trim(),
			right: found[1] !== ' ',
			feedback: feedback.join(' :: ').trim(),
		});
	};
	const forms: [pattern: RegExp, way: string, take: (found: RegExpExecArray) => unknown][] = [
		[patterns.hiddenCase, 'code', (found) => hidden.push(found[1] as string)],
		[patterns.shownCase, 'code', (found) => shown.push(found[1] as string)],
		[patterns.single, 'single', choice],
		[patterns.multiple, 'multiple', choice],
		[
			patterns.pair,
			'match',
			(found) =>
				written.pairs.push({ left: (found[1] as string).trim(), right: (found[2] as string).trim() }),
		],
		[patterns.byHand, 'hand', () => {}],
		[patterns.accepted, 'accepted', (found) => written.accepted.push((found[1] as string).trim())],
	];
	let inside: 'prompt' | 'starter' | 'setup' | null = null;
	let explaining = false;
	for (const line of source.replace(/\r\n?/g, '\n').split('\n')) {
		const fence = patterns.fence.exec(line);
		if (inside) {
			if (/^```+ *$/.test(line)) {
				if (inside === 'prompt') (explaining ? explanation : prompt).push(line);
				inside = null;
			} else if (inside === 'prompt') (explaining ? explanation : prompt).push(line);
			else written[inside] += `${line}\n`;
			continue;
		}
		if (fence) {
			const role = fence[2]?.toLowerCase() as 'starter' | 'setup' | undefined;
			const language = fence[1]?.toLowerCase() as Language | undefined;
			inside = role ?? 'prompt';
			if (role && language && languages.includes(language)) written.language = language;
			if (!role) (explaining ? explanation : prompt).push(line);
			continue;
		}
		const why = patterns.explanation.exec(line);
		if (why) {
			explaining = true;
			explanation.push(why[1] as string);
			continue;
		}
		if (explaining) {
			explanation.push(line);
			continue;
		}
		const fitting = forms.find(([pattern]) => pattern.test(line));
		if (fitting) {
			const [pattern, way, take] = fitting;
			ways.add(way);
			take(pattern.exec(line) as RegExpExecArray);
		} else prompt.push(line);
	}
	written.cases = [...readCases(shown.join('\n'), false), ...readCases(hidden.join('\n'), true)];
	written.explanation = explanation.join('\n').trim();
	written.prompt = prompt.join('\n').trim();
	return { ...written, ways };
}

/** Decides the kind, and takes out of the prompt what belongs to the answer. */
function kindOf(written: Written & { ways: Set<string> }): QuestionKind {
	const wrong = () => assessmentError('question_shape', { fields: { source: 'assessments.question_shape' } });
	if (written.ways.size > 1) throw wrong();
	const [way] = written.ways;
	const fits = (count: number, least: number, limit: number) => {
		if (count < least || count > limit || !written.prompt) throw wrong();
	};
	if (way === 'single' || way === 'multiple') {
		fits(written.choices.length, 2, most.choices);
		return way;
	}
	if (way === 'match') {
		fits(written.pairs.length, 2, most.choices);
		return 'match';
	}
	if (way === 'code') {
		fits(written.cases.length, 1, most.cases);
		if (written.cases.some(({ expects }) => expects === null)) throw wrong();
		return 'code';
	}
	if (way === 'hand') {
		fits(written.accepted.length, 0, 0);
		return 'short';
	}
	if (way === 'accepted') {
		fits(written.accepted.length, 1, most.choices);
		const [only] = written.accepted as [string];
		if (written.accepted.length > 1 || !(yes.test(only) || no.test(only))) return 'short';
		written.right = yes.test(only);
		return 'truefalse';
	}
	const blanks = [...written.prompt.matchAll(blank)];
	if (blanks.length > 0) {
		fits(blanks.length, 1, most.blanks);
		written.blanks = blanks.map((found) =>
			(found[1] as string)
				.split('|')
				.map((one) => one.trim())
				.filter(Boolean),
		);
		if (written.blanks.some((texts) => texts.length === 0)) throw wrong();
		let n = 0;
		// ⑴ to ⒇
		written.prompt = written.prompt.replace(blank, () => `▁▁▁▁${String.fromCodePoint(0x2474 + n++)}`);
		return 'fill';
	}
	const lines = written.prompt.split('\n');
	while (lines.length > 0) {
		const line = lines.at(-1) as string;
		const item = patterns.item.exec(line);
		if (!item && line.trim()) break;
		lines.pop();
		if (item) written.items.unshift(item[1] as string);
	}
	written.prompt = lines.join('\n').trim();
	fits(written.items.length, 2, most.choices);
	return 'order';
}
