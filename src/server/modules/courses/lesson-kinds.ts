import type { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import type { ItemId, LessonId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { courseError } from './errors.ts';

/** What completes a lesson. Nothing else does, but its learner by a button where the kind says `manual`. */
export type Completion =
	/** The last paragraph was seen, and `share` of all of them. */
	| { by: 'read'; share: number }
	/** `share` of its seconds were truly watched. */
	| { by: 'watched'; share: number }
	/** Only its learner says so. */
	| { by: 'hand' }
	/** Only `completeLesson` says so, called by the module of the kind: a quiz passed, a task marked. */
	| { by: 'passed' };

/** A lesson as its kind sees it. */
export interface LessonContent {
	lessonId: LessonId;
	courseId: ItemId;
	revision: number;
	/** Checked by the kind's own schema. */
	data: unknown;
	mediaId: number | null;
	/** Paragraphs of its text. */
	paragraphs: number;
}

/** What makes a kind of lesson; a new one is a module that registers one of these, and two components of pages. */
export interface LessonKind {
	/** The word in `lessons.kind`, e.g. `quiz`. */
	name: string;
	/** Name of its lucide icon. */
	icon: string;
	/** Shape of what only this kind has (`lesson_revisions.data`). */
	data: z.ZodType;
	/** What progress counts: paragraphs of its text, seconds of its film, or nothing. */
	unit: 'paragraph' | 'second' | null;
	completion: Completion;
	/** Its learner may say that it is done. */
	manual: boolean;
	/** It needs a file (`lesson_revisions.media_id`). */
	media?: 'video' | 'audio' | 'file' | 'model';
	/**
	 * How long a revision is in `unit`, and about how many minutes it takes. Asked when it is saved and again when it is
	 * published, as a film may still have been in the works. Default: the paragraphs of its text.
	 */
	measure?: (db: Db, lesson: LessonContent) => Promise<{ extent: number; minutes?: number }>;
	/** Why it cannot be published yet, as an error code with a message of its own; null when it can. */
	fault?: (db: Db, lesson: LessonContent) => Promise<string | null>;
	/** What its page needs beside its text; asked only when the gate has opened it. */
	read?: (db: Db, actor: Actor, lesson: LessonContent) => Promise<object>;
	/** Where the studio goes on to edit what does not fit a form, e.g. the questions of a quiz. */
	studioHref?: (lesson: { courseId: ItemId; lessonId: LessonId }) => string;
	/**
	 * What a copy of the course in a folder must carry of `data` beside it, and how it is put back: for kinds whose data
	 * points at rows of their own. Default: `data` is everything.
	 */
	exported?: (db: Db, lesson: LessonContent) => Promise<unknown>;
	imported?: (db: Db, actor: Actor, lesson: LessonContent, exported: unknown) => Promise<unknown>;
}

const registered = new Map<string, LessonKind>();

/** The registry of lesson kinds. */
export const lessonKinds = {
	/** Makes a kind known. A second registration of the same name replaces the first. */
	register(kind: LessonKind): LessonKind {
		registered.set(kind.name, kind);
		return kind;
	},
	all: registered as ReadonlyMap<string, LessonKind>,
	/** @throws courses.lesson_kind_unknown */
	named(name: string): LessonKind {
		const kind = registered.get(name);
		if (!kind)
			throw courseError('lesson_kind_unknown', {
				params: { kind: name },
				fields: { kind: 'courses.lesson_kind_unknown' },
			});
		return kind;
	},
};

/** How much of a lesson must be covered, and whether its end must be; null for what is completed otherwise. */
export function asks(kind: LessonKind, extent: number): { count: number; last: number | null } | null {
	const { completion } = kind;
	if (extent <= 0 || completion.by === 'hand' || completion.by === 'passed') return null;
	return {
		count: Math.max(1, Math.ceil(extent * completion.share)),
		last: completion.by === 'read' ? extent - 1 : null,
	};
}
