import { asFile } from '#lib/server/as-file.ts';
import '#lib/server/kinds.ts';
import { page } from '#lib/server/page.ts';
import { csvText } from '#server/kernel/csv.ts';
import type { ItemId } from '#server/kernel/ids.ts';
import { reportLearners } from '#server/modules/courses/index.ts';
import type { RequestEvent } from './$types';

const head = [
	'handle',
	'name',
	'version',
	'started',
	'last',
	'completed',
	'lessons done',
	'lessons needed',
	'minutes',
	'score',
];
const day = (at: Date | null) => at?.toISOString() ?? '';

/** Every learner of a course, up to 20,000. */
export const GET = page(async ({ locals, params }: RequestEvent) => {
	const { items } = await reportLearners(locals.ctx.db, locals.actor, params.id as unknown as ItemId, {
		limit: 20_000,
	});
	const rows = items.map((one) => [
		one.handle,
		one.name,
		one.version,
		day(one.startedAt),
		day(one.lastAt),
		day(one.completedAt),
		one.done,
		one.needed,
		Math.round(one.seconds / 60),
		one.score === null ? '' : Number(one.score.toFixed(3)),
	]);
	return asFile(csvText(head, rows), `course-${params.id}-learners.csv`, 'text/csv; charset=utf-8');
});
