import { z } from 'zod';

/** One thing that is asked of the code, and the answer that is right. */
export interface Case {
	/** An expression, e.g. `sum([1, 2])`; for SQL statements that run before the learner's query. */
	call: string;
	/** The right answer as JSON; null: whatever the author's own solution answers. */
	expects: string | null;
	/** Learners are told only how many of these their code passed. */
	hidden: boolean;
}

export const caseSchema = z.object({
	call: z.string().max(2000, 'assessments.case_shape'),
	expects: z.string().max(20_000, 'assessments.case_shape').nullable().default(null),
	hidden: z.boolean().default(false),
});

/**
 * Cases as an author types them, one a line: `sum([1, 2]) => 3`. Without an arrow the author's solution says what is
 * right.
 */
export function readCases(text: string, hidden: boolean): Case[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean)
		.map((line) => {
			const at = line.lastIndexOf(' => ');
			if (line.startsWith('=> ')) return { call: '', expects: line.slice(3).trim(), hidden };
			return at === -1
				? { call: line === '-' ? '' : line, expects: null, hidden }
				: { call: line.slice(0, at).trim(), expects: line.slice(at + 4).trim(), hidden };
		});
}

/** The lines that {@link readCases} reads. */
export function writeCases(cases: readonly Case[], hidden: boolean): string {
	return cases
		.filter((one) => one.hidden === hidden)
		.map(({ call, expects }) => (expects === null ? call || '-' : `${call} => ${expects}`.trim()))
		.join('\n');
}
