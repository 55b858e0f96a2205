import type { EditedLesson } from '#server/modules/courses/index.ts';

/** What the form of a kind is given: the lesson as it stands, and what was typed. */
export interface LessonEditorProps {
	lesson: EditedLesson;
	courseId: number;
	/** What a field shows: as typed, else ''. Fields of `data` are called `data.<name>`. */
	value: (name: string) => string;
	fault: (name: string) => string | null;
}
