import type { Component } from 'svelte';
import ScormEditor from '../scorm/ScormEditor.svelte';
import type { LessonEditorProps } from './lesson-editor-props.ts';
import LiveEditor from './lessons/LiveEditor.svelte';
import MediaEditor from './lessons/MediaEditor.svelte';

/** The fields that a kind of lesson has beside title and text, by kind. */
export const lessonEditors: Record<string, Component<LessonEditorProps>> = {
	live: LiveEditor,
	scorm: ScormEditor,
	video: MediaEditor,
	audio: MediaEditor,
	file: MediaEditor,
	model: MediaEditor,
};
