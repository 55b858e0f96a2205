/** A course of a level test: what it asks for among the others, and what was answered. */
export interface Tested {
	id: number;
	/** Courses of the test that it builds on. */
	needs: number[];
	/** Questions that there are. */
	questions: number;
	/** Points of its questions, in their order, 0 to 1. */
	answers: number[];
}

/**
 * Supposed of a question: who can do what the course teaches has it right with `able`, who cannot with `unable` (by
 * guessing, or by half-knowledge). `error`: how often either may be judged wrongly.
 */
export const supposed = { able: 0.85, unable: 0.45, error: 0.1 } as const;

/** With fewer questions nothing can be decided: four right ones in a row are the shortest proof. */
export const LEAST_QUESTIONS = 4;
/** What is not decided by then is not known: to learn again what one knew costs an hour, to skip what one did not, more. */
export const MOST_QUESTIONS = 10;
/** Of the whole test. */
export const MOST_IN_ALL = 30;

const right = Math.log(supposed.able / supposed.unable);
const wrong = Math.log((1 - supposed.able) / (1 - supposed.unable));
const bound = Math.log((1 - supposed.error) / supposed.error);

/**
 * Whether a course is known, by Wald's sequential probability ratio test: answers are added up as log-likelihood ratios
 * of "able" against "unable" until the sum leaves the bounds ±log((1 − error) / error). A half right answer counts half as
 * each. A. Wald, Sequential tests of statistical hypotheses, Annals of Mathematical Statistics 16 (1945).
 *
 * @returns null while another question is to be asked
 */
export function verdict(answers: readonly number[]): 'known' | 'unknown' | null {
	let sum = 0;
	for (const points of answers) {
		sum += points * right + (1 - points) * wrong;
		if (sum >= bound) return 'known';
		if (sum <= -bound) return 'unknown';
	}
	return answers.length >= MOST_QUESTIONS ? 'unknown' : null;
}

export interface Standing {
	known: Set<number>;
	unknown: Set<number>;
	/** The course to ask of next; null: the test is over. */
	next: number | null;
}

/**
 * What follows of all answers so far. Who knows a course knows what it builds on; who does not, does not know what builds
 * on it. Asked next is the course whose answer decides most either way, as in a search that halves: begun ones first.
 */
export function standing(courses: readonly Tested[]): Standing {
	const byId = new Map(courses.map((course) => [course.id, course]));
	const below = closure(courses, (id) => byId.get(id)?.needs.filter((need) => byId.has(need)) ?? []);
	const above = closure(courses, (id) =>
		courses.filter(({ needs }) => needs.includes(id)).map((one) => one.id),
	);
	const known = new Set<number>();
	const unknown = new Set<number>();
	for (const { id, answers, questions } of courses) {
		const said = verdict(answers) ?? (answers.length > 0 && answers.length >= questions ? 'unknown' : null);
		if (said === 'known') for (const one of [id, ...below.get(id)!]) known.add(one);
	}
	for (const { id, answers, questions } of courses) {
		const said = verdict(answers) ?? (answers.length > 0 && answers.length >= questions ? 'unknown' : null);
		// What was shown to be known stays so, whatever is under it.
		if (said === 'unknown' && !known.has(id))
			for (const one of [id, ...above.get(id)!]) if (!known.has(one)) unknown.add(one);
	}
	const asked = courses.reduce((sum, { answers }) => sum + answers.length, 0);
	const open = courses.filter(
		({ id, questions }) => !known.has(id) && !unknown.has(id) && questions >= LEAST_QUESTIONS,
	);
	const isOpen = new Set(open.map(({ id }) => id));
	const worth = (id: number) => {
		const [down, up] = [below, above].map(
			(of) => [...of.get(id)!].filter((one) => isOpen.has(one)).length,
		) as [number, number];
		return Math.min(down, up) * 1000 + down + up;
	};
	const next =
		asked >= MOST_IN_ALL
			? null
			: (open.find(({ answers }) => answers.length > 0) ??
				[...open].sort((a, b) => worth(b.id) - worth(a.id))[0] ??
				null);
	return { known, unknown, next: next?.id ?? null };
}

function closure(courses: readonly Tested[], step: (id: number) => number[]): Map<number, Set<number>> {
	return new Map(
		courses.map(({ id }) => {
			const seen = new Set<number>();
			const open = [id];
			for (let one = open.pop(); one !== undefined; one = open.pop())
				for (const next of step(one))
					if (next !== id && !seen.has(next)) {
						seen.add(next);
						open.push(next);
					}
			return [id, seen];
		}),
	);
}
