import { assignmentError } from './errors.ts';
import { type Rubric, rubricLimits, rubricSchema } from './rubric.ts';

const heading = /^#{1,6} +(.+)$/;
const level = /^[-*] *(\d{1,3}(?:\.\d{1,2})?) +([^:：]+?) *(?:[:：] *(.*))?$/;

/**
 * Reads a rubric as its author wrote it. Each criterion is a heading, words about it, and its levels:
 *
 *     # Measured, not guessed
 *     Figures stand where a claim is made.
 *     - 4 All: each claim has a figure and how it was measured
 *     - 2 Some: the main claim has one
 *     - 0 None
 *
 * @throws assignments.rubric_missing, assignments.rubric_shape with `params.line` where a line is none of these
 */
export function readRubric(text: string): Rubric {
	const shape = (line: number) =>
		assignmentError('rubric_shape', {
			params: { line },
			fields: { rubric: 'assignments.rubric_shape' },
		});
	const rubric: Rubric = [];
	const lines = text.replace(/\r\n?/g, '\n').split('\n');
	for (const [at, raw] of lines.entries()) {
		const line = raw.trim();
		if (!line) continue;
		const criterion = rubric.at(-1);
		const title = heading.exec(line);
		const found = level.exec(line);
		if (title) rubric.push({ title: (title[1] as string).trim(), about: '', levels: [] });
		else if (!criterion) throw shape(at + 1);
		else if (found)
			criterion.levels.push({
				points: Number(found[1]),
				title: (found[2] as string).trim(),
				about: (found[3] ?? '').trim(),
			});
		else if (criterion.levels.length === 0)
			criterion.about = criterion.about ? `${criterion.about}\n${line}` : line;
		else throw shape(at + 1);
		if (rubric.length > rubricLimits.criteria) throw shape(at + 1);
	}
	if (rubric.length === 0)
		throw assignmentError('rubric_missing', { fields: { rubric: 'assignments.rubric_missing' } });
	const parsed = rubricSchema.safeParse(rubric);
	if (!parsed.success) throw shape(lines.length);
	return parsed.data.map((one) => ({ ...one, levels: sorted(one.levels) }));
}

const sorted = <T extends { points: number }>(levels: T[]): T[] =>
	[...levels].sort((a, b) => b.points - a.points);

/** The inverse of {@link readRubric}. */
export function writeRubric(rubric: Rubric): string {
	return rubric
		.map(({ title, about, levels }) =>
			[
				`# ${title}`,
				...(about ? [about] : []),
				...levels.map((one) => `- ${one.points} ${one.title}${one.about ? `: ${one.about}` : ''}`),
			].join('\n'),
		)
		.join('\n\n');
}
