import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { courseError } from '../../modules/courses/index.ts';
import {
	type CourseData,
	courseHead,
	type FolderLesson,
	type FolderSection,
	lessonHead,
} from './course-data.ts';

const wrong = (problem: string) => courseError('folder_shape', { params: { problem }, detail: problem });

interface Split {
	head: Record<string, unknown>;
	text: string;
	/** The line of the file on which a field of its head stands; null where it has none. */
	lineOf: (field: readonly PropertyKey[]) => number | null;
}

/** Head and text of a file; a file without a head is all text. */
function split(path: string, text: string): Split {
	const found = /^---\r?\n(?:([\s\S]*?)\r?\n)?---(?:\r?\n|$)/.exec(text);
	if (!found) return { head: {}, text, lineOf: () => null };
	const lines = new LineCounter();
	const document = parseDocument(found[1] ?? '', { lineCounter: lines, prettyErrors: false });
	// The head begins on the second line of the file.
	const lineAt = (offset: number) => lines.linePos(offset).line + 1;
	const [fault] = document.errors;
	if (fault) throw wrong(`${path}:${lineAt(fault.pos[0])}: ${fault.message.split('\n')[0]}`);
	let head: unknown;
	try {
		head = document.toJS() ?? {};
	} catch (cause) {
		throw wrong(`${path}:2: ${(cause as Error).message.split('\n')[0]}`);
	}
	if (typeof head !== 'object' || Array.isArray(head))
		throw wrong(`${path}:2: its head is no list of fields`);
	return {
		head: head as Record<string, unknown>,
		text: text.slice(found[0].length),
		lineOf(field) {
			for (let depth = field.length; depth > 0; depth--) {
				const node = document.getIn(field.slice(0, depth), true);
				if (isNode(node) && node.range) return lineAt(node.range[0]);
			}
			return null;
		},
	};
}

function check<S extends z.ZodType>(
	path: string,
	schema: S,
	head: unknown,
	lineOf: Split['lineOf'],
): z.output<S> {
	const parsed = schema.safeParse(head);
	if (parsed.success) return parsed.data;
	const issue = parsed.error.issues[0]!;
	const line = lineOf(issue.path);
	throw wrong(`${path}${line ? `:${line}` : ''}: ${issue.path.join('.') || 'head'}: ${issue.message}`);
}

/** A title for a file that gives none: its first heading, else its name without number and ending. */
function titleOf(path: string, text: string): string {
	const heading = /^#{1,3}\s+(.+)$/m.exec(text)?.[1]?.trim();
	const name = path
		.split('/')
		.at(-1)!
		.replace(/\.md$/, '')
		.replace(/^\d+[-_. ]*/, '');
	return (heading || name || path).slice(0, 200);
}

const byName = new Intl.Collator('en', { numeric: true }).compare;

/**
 * Reads a course out of the files of a folder, as {@link packCourse} writes them or as somebody wrote them by hand:
 * heads, `section.md` and keys may be missing. Lessons that lie beside `course.md` make a section of their own.
 *
 * @param files text by path, with `/` between folders
 * @throws courses.folder_shape with the file and what is wrong with it
 */
export function unpackCourse(files: ReadonlyMap<string, string>): CourseData {
	return unpack(files).course;
}

/** In which file each lesson stands, by its key: for who tells what is wrong with it. @throws as {@link unpackCourse} */
export function lessonFiles(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
	return unpack(files).keys;
}

function unpack(files: ReadonlyMap<string, string>): { course: CourseData; keys: Map<string, string> } {
	const about = files.get('course.md');
	if (about === undefined) throw wrong('there is no course.md');
	const { head, text: source, lineOf } = split('course.md', about);
	const course = check('course.md', courseHead, { title: titleOf('course.md', source), ...head }, lineOf);
	const folders = new Map<string, string[]>();
	for (const path of [...files.keys()].sort(byName)) {
		const parts = path.split('/');
		if (path === 'course.md' || !path.endsWith('.md') || parts.length > 2) continue;
		const folder = parts.length === 2 ? parts[0]! : '';
		const own = folders.get(folder) ?? [];
		if (parts.at(-1) !== 'section.md') own.push(path);
		folders.set(folder, own);
	}
	const keys = new Map<string, string>();
	const sections: FolderSection[] = [...folders].map(([folder, paths]) => ({
		title: sectionTitle(files, folder, course.title),
		lessons: paths.map((path) => lessonOf(path, files.get(path)!, keys)),
	}));
	return { course: { ...course, source, sections }, keys };
}

function sectionTitle(files: ReadonlyMap<string, string>, folder: string, fallback: string): string {
	const text = files.get(`${folder}/section.md`);
	if (text === undefined) return folder === '' ? fallback : titleOf(folder, '');
	const { head, text: body } = split(`${folder}/section.md`, text);
	return typeof head.title === 'string' && head.title ? head.title.slice(0, 200) : titleOf(folder, body);
}

function lessonOf(path: string, text: string, keys: Map<string, string>): FolderLesson {
	const { head, text: source, lineOf } = split(path, text);
	const { key: given, ...lesson } = check(
		path,
		lessonHead,
		{ title: titleOf(path, source), ...head },
		lineOf,
	);
	const key = given ?? keyOf(path);
	if (keys.has(key)) throw wrong(`${path}: another lesson is called ${key}`);
	keys.set(key, path);
	return { ...lesson, key, source };
}

function keyOf(path: string): string {
	const name = path.split('/').at(-1)!.replace(/\.md$/, '');
	const bare = name.replace(/^\d+[-_. ]*/, '') || name;
	const key = bare
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 80);
	return key || `lesson-${path.replace(/\D+/g, '-').replace(/^-+|-+$/g, '') || '1'}`;
}
