import { parseId } from '#server/kernel/ids.ts';
import { type StatementFilter, type Verb, verbNames } from '#server/modules/xapi/index.ts';

const names = ['course', 'person', 'verb', 'since', 'until'] as const;

/** Which statements an address asks for; what cannot be read is not asked. */
export function statementFilter(query: URLSearchParams): {
	filter: StatementFilter;
	asked: Record<(typeof names)[number], string>;
} {
	const asked = Object.fromEntries(names.map((name) => [name, query.get(name)?.trim() ?? ''])) as Record<
		(typeof names)[number],
		string
	>;
	const day = (text: string) => (/^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null);
	return {
		asked,
		filter: {
			courseId: parseId(asked.course),
			person: asked.person.replace(/^@/, '') || null,
			verb: (verbNames as readonly string[]).includes(asked.verb) ? (asked.verb as Verb) : null,
			since: day(asked.since),
			until: day(asked.until),
		},
	};
}
