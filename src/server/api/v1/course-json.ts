import type {
	DraftOutline,
	EditedLesson,
	LearnerCourse,
	LessonPage,
	LessonProgress,
	OutlineLesson,
} from '../../modules/courses/index.ts';

const progressJson = (one: LessonProgress | null | undefined) =>
	one
		? {
				lessonId: one.lessonId,
				coveredCount: one.coveredCount,
				place: one.place,
				placeAt: one.placeAt,
				score: one.score,
				completed: one.completed,
			}
		: null;

const lessonJson = ({ id, key, kind, title, number, revision, extent, minutes, ...rest }: OutlineLesson) => ({
	id,
	key,
	kind,
	title,
	number,
	revision,
	extent,
	minutes,
	preview: rest.preview,
	required: rest.required,
	dripDays: rest.dripDays,
	dripAt: rest.dripAt,
	rule: rest.rule,
});

/** A course as one learner has it before them. */
export function learnerJson(course: LearnerCourse) {
	const { id, title, slug, language, access, startedAt, completedAt, version, newest, rule, needed, done } =
		course;
	return {
		id,
		title,
		slug,
		language,
		access,
		startedAt,
		completedAt,
		version,
		newest,
		rule,
		needed,
		done,
		nextLessonId: course.next?.id ?? null,
		sections: course.outline.sections.map((section) => ({
			number: section.number,
			title: section.title,
			lessons: section.lessons.map((lesson) => ({
				...lessonJson(lesson),
				state: course.states.get(lesson.id),
				progress: progressJson(course.progress.get(lesson.id)),
			})),
		})),
	};
}

export function lessonPageJson(page: LessonPage, covered: readonly (readonly [number, number])[]) {
	return {
		lesson: lessonJson(page.lesson),
		state: page.state,
		html: page.text?.html ?? null,
		data: page.text ? (page.text.data ?? {}) : null,
		mediaId: page.text?.mediaId ?? null,
		covered,
		progress: progressJson(page.progress),
		asks: page.asks,
		previousId: page.previous?.id ?? null,
		nextId: page.next?.id ?? null,
	};
}

/** The outline under edit. */
export function outlineJson({ course, sections, removed }: DraftOutline) {
	return {
		revision: course.outlineRevision,
		version: course.version,
		sections: sections.map(({ id, title, lessons }) => ({ id, title, lessons })),
		removed,
	};
}

export function editedLessonJson(lesson: EditedLesson) {
	const {
		id,
		key,
		kind,
		title,
		revision,
		source,
		data,
		mediaId,
		minutes,
		preview,
		required,
		dripDays,
		dripAt,
		rule,
	} = lesson;
	return {
		id,
		key,
		kind,
		title,
		revision,
		source,
		data: data ?? {},
		mediaId,
		minutes,
		preview,
		required,
		dripDays,
		dripAt,
		rule,
	};
}
