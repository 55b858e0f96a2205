import type { Rules } from './rules.ts';

/** Tables of amounts that others use, to begin a draft with or to weigh their votes by. */
export const readyTables = {
	stackexchange: (rules: Rules) => withStackExchange(rules, 10),
	/** As it was until November 2019, when a vote up for a question came to be worth what one for an answer is. */
	'stackexchange-2019': (rules: Rules) => withStackExchange(rules, 5),
} as const satisfies Record<string, (rules: Rules) => Rules>;
export type ReadyTable = keyof typeof readyTables;

/**
 * Stack Exchange's amounts of reputation, as its help centre gives them ("What is reputation?"); points, levels and
 * privileges stay as in `rules`.
 */
function withStackExchange(rules: Rules, questionUp: number): Rules {
	const amount = (cause: Rules['rules'][number]['cause'], of: string | null, amount: number) =>
		({ ledger: 'reputation', cause, of, amount }) as const;
	return {
		...rules,
		rules: [
			...rules.rules.filter((rule) => rule.ledger !== 'reputation'),
			amount('up', 'question', questionUp),
			amount('up', 'comment', 0),
			amount('up', null, 10),
			amount('down', 'comment', 0),
			amount('down', null, -2),
			amount('cast-down', 'answer', -1),
			amount('accepted', null, 15),
			amount('accepting', null, 2),
		],
		reputation: { perDay: { up: 200 }, pair: null, newAccount: null, decay: null },
	};
}
