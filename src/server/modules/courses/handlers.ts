import { type Handler, onEvents } from '../../platform/events/index.ts';
import { beginCourse } from './enrol.ts';

/** Who is given a course has begun it: what opens so many days after the beginning counts from then. */
export const courseHandlers: Handler[] = [
	onEvents('courses.begin-what-was-given', ['entitlements.changed'], async (tx, { payload }) => {
		if (payload.change !== 'granted' || payload.itemId === null) return;
		const course = await tx
			.selectFrom('courses')
			.select(['version', 'rule'])
			.where('item_id', '=', payload.itemId)
			.executeTakeFirst();
		// What must be met first is met when they begin it themselves.
		if (course?.version && course.rule === null) await beginCourse(tx, payload.userId, payload.itemId);
	}),
];
