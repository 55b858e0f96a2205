import type { Component } from 'svelte';
import type { LessonPage } from '#server/modules/courses/index.ts';
import ExerciseLesson from '../assessments/ExerciseLesson.svelte';
import QuizLesson from '../assessments/QuizLesson.svelte';
import AssignmentLesson from '../assignments/AssignmentLesson.svelte';
import ScormLesson from '../scorm/ScormLesson.svelte';
import LiveLesson from './lessons/LiveLesson.svelte';

/** What is shown of a kind of lesson beside its text, by kind; a text has nothing beside it. */
export const lessonViews: Record<string, Component<{ page: LessonPage }>> = {
	assignment: AssignmentLesson,
	exercise: ExerciseLesson,
	live: LiveLesson,
	quiz: QuizLesson,
	scorm: ScormLesson,
};

/** Kinds whose text says what is to be done, and so comes first. */
export const textFirst: ReadonlySet<string> = new Set(['assignment', 'exercise', 'quiz']);
