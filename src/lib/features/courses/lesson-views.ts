import type { Component } from 'svelte';
import type { LessonPage } from '#server/modules/courses/index.ts';
import LiveLesson from './lessons/LiveLesson.svelte';

/** What is shown of a kind of lesson beside its text, by kind; a text has nothing beside it. */
export const lessonViews: Record<string, Component<{ page: LessonPage }>> = {
	live: LiveLesson,
};
