import type { Actor } from '../../contracts/actor.ts';
import type { ItemId, LessonId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { courseError, openTexts, readLearnerCourse } from '../courses/index.ts';
import { cuesWith } from '../media/index.ts';
import { type Matcher, mark, matcherFor, type Segment, snippet } from './highlight.ts';
import { passagesOf } from './passages.ts';
import { parseQuery } from './query.ts';
import { phraseUnit, wordUnits } from './units.ts';

/** A place in a course where something was found. */
export interface LessonHit {
	lessonId: LessonId;
	number: number;
	kind: string;
	title: Segment[];
	/** Leads to the paragraph, or to the second of a film. */
	href: string;
	/** The paragraph; null for what is said in a film, or stands in the title alone. */
	paragraph: number | null;
	second: number | null;
	snippet: Segment[];
}

export interface CourseHits {
	course: { id: ItemId; title: string; slug: string; language: string };
	hits: LessonHit[];
	/** There are more than are shown. */
	more: boolean;
	/** What was looked for, as it was typed. */
	q: string;
}

/** Shown of one search, and of one lesson. */
const [most, mostOfLesson] = [50, 4];
/** Characters after which the rest of the process has its turn. */
const stretch = 200_000;

/**
 * Finds words in the lessons of one course: paragraphs of its texts, and what is said in its films where they have
 * subtitles. Only lessons that are open to the actor are looked at, and the gate is asked before they are read. There is
 * no index of it: a course is a book, not a library, and its published revisions never change (see the README).
 *
 * @throws courses.not_found
 */
export async function searchCourse(
	db: Db,
	actor: Actor,
	{ courseId, q }: { courseId: ItemId; q: string },
): Promise<CourseHits> {
	const course = await readLearnerCourse(db, actor, courseId);
	if (!course) throw courseError('not_found');
	const matcher = matcherOf(q);
	const found: Ranked[] = [];
	if (matcher) {
		const films = new Map<number, { id: LessonId; number: number; kind: string; title: string }>();
		let read = 0;
		for await (const { lesson, text } of openTexts(db, course)) {
			const { id, number, kind, title, revision } = lesson;
			const about = { id, number, kind, title, course: course.id };
			if ((kind === 'video' || kind === 'audio') && text.mediaId !== null) films.set(text.mediaId, lesson);
			found.push(...inText(about, passagesOf(`${id} ${revision}`, text.html), matcher));
			read += text.html.length;
			if (read > stretch) {
				read = 0;
				await new Promise((resolve) => setImmediate(resolve));
			}
		}
		const cues = await cuesWith(db, [...films.keys()], matcher.literals);
		for (const [mediaId, said] of Map.groupBy(cues, (cue) => cue.mediaId)) {
			const lesson = films.get(mediaId)!;
			found.push(...inFilm({ ...lesson, course: course.id }, said, matcher));
		}
	}
	found.sort((a, b) => b.worth - a.worth || a.hit.number - b.hit.number || a.place - b.place);
	return {
		course: { id: course.id, title: course.title, slug: course.slug, language: course.language },
		hits: found.slice(0, most).map(({ hit }) => hit),
		more: found.length > most,
		q,
	};
}

function matcherOf(q: string): Matcher | null {
	const { words, phrases } = parseQuery(q);
	const units = [...wordUnits(words).units, ...phrases.map(phraseUnit).filter((unit) => unit !== null)];
	return units.length > 0 ? matcherFor(units) : null;
}

interface About {
	id: LessonId;
	number: number;
	kind: string;
	title: string;
	course: ItemId;
}

interface Ranked {
	hit: LessonHit;
	/** Things asked for that it shows. */
	worth: number;
	place: number;
}

const best = (found: Ranked[]) =>
	found.sort((a, b) => b.worth - a.worth || a.place - b.place).slice(0, mostOfLesson);

function inText(
	about: About,
	passages: readonly { number: number; anchor: string; text: string }[],
	matcher: Matcher,
): Ranked[] {
	const title = snippet(about.title, matcher);
	const found: Ranked[] = [];
	for (const { number, anchor, text } of passages) {
		const { units, segments } = snippet(text, matcher);
		if (units.size === 0) continue;
		// What the title says counts for its paragraphs too.
		const worth = units.size + 0.5 * title.units.difference(units).size;
		found.push({
			worth,
			place: number,
			hit: hitOf(about, matcher, { segments, paragraph: number, hash: `#${anchor}` }),
		});
	}
	if (found.length === 0 && title.units.size > 0)
		found.push({ worth: title.units.size, place: 0, hit: hitOf(about, matcher, { segments: [], hash: '' }) });
	return best(found);
}

function inFilm(about: About, cues: readonly { fromMs: number; text: string }[], matcher: Matcher): Ranked[] {
	const found: Ranked[] = [];
	const seen = new Set<number>();
	for (const { fromMs, text } of cues) {
		const { units, segments } = snippet(text, matcher);
		const second = Math.floor(fromMs / 1000);
		// The same moment in two languages is one.
		if (units.size === 0 || seen.has(second)) continue;
		seen.add(second);
		found.push({
			worth: units.size,
			place: second,
			hit: hitOf(about, matcher, { segments, second, hash: `#t=${second}` }),
		});
	}
	return best(found);
}

function hitOf(
	{ id, number, kind, title, course }: About,
	matcher: Matcher,
	at: { segments: Segment[]; hash: string; paragraph?: number; second?: number },
): LessonHit {
	return {
		lessonId: id,
		number,
		kind,
		title: mark(title, matcher),
		href: `/courses/${course}/lessons/${id}${at.hash}`,
		paragraph: at.paragraph ?? null,
		second: at.second ?? null,
		snippet: at.segments,
	};
}
