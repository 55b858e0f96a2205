import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameAnswer } from './compare.ts';
import { kendall, mark, sameText } from './marking.ts';
import type { Body } from './question.ts';
import { readQuestion, splitQuestions } from './question-text.ts';
import { layout, showQuestion, toGiven } from './shown.ts';
import { permutation } from './shuffle.ts';

const common = { prompt: '', hasMath: false, explanation: '' };
const multiple: Body = {
	...common,
	kind: 'multiple',
	choices: [true, true, false, false].map((right, n) => ({ html: `choice ${n}`, right, feedback: '' })),
};

test('who ticks everything of several gains nothing, and a wrong one takes away what a right one gave', () => {
	expect(mark(multiple, [0, 1])).toBe(1);
	expect(mark(multiple, [0])).toBe(0.5);
	expect(mark(multiple, [0, 2])).toBe(0);
	expect(mark(multiple, [0, 1, 2, 3])).toBe(0);
	expect(mark(multiple, [0, 1, 2])).toBe(0.5);
	expect(mark(multiple, [0, 0, 0])).toBe(0.5);
	expect(mark(multiple, null)).toBe(0);
});

test('an order has 1 when it is right, 0 when it is the reverse, and by chance about nothing', () => {
	expect(kendall([0, 1, 2, 3], 4)).toBe(1);
	expect(kendall([3, 2, 1, 0], 4)).toBe(-1);
	expect(kendall([1, 0, 2, 3], 4)).toBeCloseTo(2 / 3);
	expect(kendall([0, 0, 1, 2], 4)).toBe(-1);
	let sum = 0;
	for (let seed = 0; seed < 2000; seed += 1) sum += kendall(permutation(5, seed, 1), 5);
	expect(Math.abs(sum / 2000)).toBeLessThan(0.05);
});

test('texts are the same whatever their width, case and spaces, and numbers by their value', () => {
	expect(sameText('  ＴＣＰ/IP ', ['tcp/ip'])).toBe(true);
	expect(sameText('4.0', ['4', 'four'])).toBe(true);
	expect(sameText('Four', ['4', 'four'])).toBe(true);
	expect(sameText('', [''])).toBe(false);
	expect(sameText('five', ['4', 'four'])).toBe(false);
});

test('answers of code are compared as values: numbers to nine digits, objects in any order of their names', () => {
	expect(sameAnswer('0.30000000000000004', '0.3')).toBe(true);
	expect(sameAnswer('{"a":1,"b":[2]}', '{"b":[2],"a":1}')).toBe(true);
	expect(sameAnswer('{"a":1}', '{"a":1,"b":null}')).toBe(false);
	expect(sameAnswer('[[1],[2]]', '[[2],[1]]')).toBe(false);
	expect(sameAnswer('[[1],[2]]', '[[2],[1]]', true)).toBe(true);
	expect(sameAnswer('"3"', '3')).toBe(false);
	expect(sameAnswer('undefined', 'undefined')).toBe(true);
	expect(sameAnswer(null, 'null')).toBe(false);
	expect(sameAnswer('{"__proto__":{"a":1}}', '{}')).toBe(false);
});

test('the kind of a question follows from how its answers are written', () => {
	const kinds = splitQuestions(`How much is 2 + 2?

- (x) 4 :: Right.
- ( ) 5

---
Which are prime?

- [x] 2
- [x] 3
- [ ] 4
---
Water is wet.

= true
---
2 + 2 = {{4|four}} and 3 + 3 = {{6}}.
---
Which port?

- HTTP => 80
- HTTPS => 443
---
By age:

1. old
2. young
---
The capital of France?

= Paris
= 巴黎

解析：see a map.
---
Write \`add\`.

\`\`\`python starter
def add(a, b):
    pass
\`\`\`
>>> add(1, 2) => 3
>>>? add(-1, 1) => 0
`).map(readQuestion);
	expect(kinds.map(({ kind }) => kind)).toEqual([
		'single',
		'multiple',
		'truefalse',
		'fill',
		'match',
		'order',
		'short',
		'code',
	]);
	expect(kinds[0]?.choices).toEqual([
		{ text: '4', right: true, feedback: 'Right.' },
		{ text: '5', right: false, feedback: '' },
	]);
	expect(kinds[3]).toMatchObject({
		prompt: '2 + 2 = ▁▁▁▁⑴ and 3 + 3 = ▁▁▁▁⑵.',
		blanks: [['4', 'four'], ['6']],
	});
	expect(kinds[5]).toMatchObject({ prompt: 'By age:', items: ['old', 'young'] });
	expect(kinds[6]).toMatchObject({ accepted: ['Paris', '巴黎'], explanation: 'see a map.' });
	expect(kinds[7]).toMatchObject({
		language: 'python',
		starter: 'def add(a, b):\n    pass\n',
		cases: [
			{ call: 'add(1, 2)', expects: '3', hidden: false },
			{ call: 'add(-1, 1)', expects: '0', hidden: true },
		],
	});
});

test('a text that is no question is refused with a reason', () => {
	const codeOf = (source: string) => {
		try {
			return readQuestion(source).kind;
		} catch (error) {
			return (error as { code: string }).code;
		}
	};
	expect(codeOf('Nothing to answer')).toBe('assessments.question_shape');
	expect(codeOf('Two right\n- (x) a\n- (x) b')).toBe('assessments.question_no_right');
	expect(codeOf('None right\n- [ ] a\n- [ ] b')).toBe('assessments.question_no_right');
	expect(codeOf('Only one\n- (x) a')).toBe('assessments.question_shape');
	expect(codeOf('Both\n- (x) a\n- [x] b')).toBe('assessments.question_shape');
	expect(codeOf('- (x) no prompt\n- ( ) b')).toBe('assessments.question_shape');
	expect(codeOf('Code\n>>> f(1)')).toBe('assessments.question_shape');
});

test('what a form says is read back as it was shown, whatever the order of the choices', () => {
	fc.assert(
		fc.property(
			fc.integer(),
			fc.nat(50),
			fc.uniqueArray(fc.nat(3), { maxLength: 4 }),
			(seed, position, picked) => {
				const order = layout(multiple, seed, position, true);
				const given = toGiven(multiple, order, picked.map(String));
				const shown = showQuestion(multiple, position, order, given);
				expect([...shown.values].sort()).toEqual(picked.map(String).sort());
				expect(shown.choices).toHaveLength(4);
			},
		),
	);
});

test('nothing that is shown before the attempt is handed in tells what is right', () => {
	const bodies: Body[] = [
		multiple,
		{ ...common, kind: 'fill', blanks: [['SECRET']] },
		{ ...common, kind: 'short', accepted: ['SECRET'] },
		{ ...common, kind: 'truefalse', right: true },
		{
			...common,
			kind: 'code',
			language: 'sql',
			starter: '',
			setup: '',
			cases: [{ call: 'SECRET', expects: 'SECRET', hidden: true }],
		},
		{
			...common,
			kind: 'single',
			explanation: 'SECRET',
			choices: [
				{ html: 'a', right: true, feedback: 'SECRET' },
				{ html: 'b', right: false, feedback: '' },
			],
		},
	];
	for (const body of bodies) {
		const text = JSON.stringify(showQuestion(body, 0, layout(body, 1, 0, true), null));
		expect(text, body.kind).not.toMatch(/SECRET|:true|right"/);
	}
	// Pairs and orders are never shown as they were written, even when nothing else is mixed.
	const order: Body = { ...common, kind: 'order', items: ['a', 'b', 'c', 'd', 'e'] };
	const layouts = Array.from({ length: 20 }, (_, seed) => layout(order, seed, 0, false).join(''));
	expect(new Set(layouts).size).toBeGreaterThan(5);
});
