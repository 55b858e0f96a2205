import { reportCourse, reportLearners } from '../../src/server/modules/courses/index.ts';
import type { Db } from '../../src/server/platform/db/index.ts';
import { atMost, median, type Result } from '../report.ts';
import type { School } from './school.ts';

/** The report of a course with everybody in it, as it is written into a file: the lessons in figures, and a line a learner. */
export async function measureReport(db: Db, school: School, rounds: number): Promise<Result[]> {
	const times: number[] = [];
	for (let round = 0; round < Math.max(3, rounds); round++) {
		const begun = performance.now();
		const [figures, learners] = await Promise.all([
			reportCourse(db, school.author, school.courseId),
			reportLearners(db, school.author, school.courseId, { limit: 20_000 }),
		]);
		times.push(performance.now() - begun);
		if (figures.learners !== school.learners || learners.items.length !== school.learners)
			throw new Error(`The report has ${learners.items.length} of ${school.learners} learners.`);
	}
	return [atMost(`report of ${school.learners.toLocaleString('en-US')} learners`, median(times), 'ms', 2000)];
}
