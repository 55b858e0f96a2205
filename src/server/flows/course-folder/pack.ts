import { stringify } from 'yaml';
import { type CourseData, courseHead, lessonHead } from './course-data.ts';

/** Head and text of a file. The text follows its head as it is, to the last character. */
function file(head: object, text: string): string {
	return `---\n${stringify(head, { lineWidth: 0 })}---\n${text}`;
}

/** Leaves out what is the default anyway: a plain lesson has a plain head. */
function plain<T extends Record<string, unknown>>(given: T, defaults: Record<string, unknown>): Partial<T> {
	return Object.fromEntries(
		Object.entries(given).filter(
			([name, value]) => JSON.stringify(value) !== JSON.stringify(defaults[name]) || !(name in defaults),
		),
	) as Partial<T>;
}

const lessonDefaults = lessonHead.parse({ title: '-' });
const courseDefaults = courseHead.parse({ title: '-' });

function slug(text: string): string {
	const short = text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 40)
		.replace(/-+$/, '');
	return short ? `-${short}` : '';
}

/**
 * A course as the files of a folder: `course.md`, and for each section a folder with `section.md` and a file a lesson.
 * Numbers in names are the order; names say nothing else that the heads do not say.
 *
 * @returns text by path, with `/` between folders
 */
export function packCourse({ source, sections, ...course }: CourseData): Map<string, string> {
	const { title: _title, ...defaults } = courseDefaults;
	const files = new Map([['course.md', file(plain(course, defaults), source)]]);
	const width = (count: number) => Math.max(2, String(count).length);
	for (const [at, section] of sections.entries()) {
		const number = String(at + 1).padStart(width(sections.length), '0');
		const folder = `${number}${slug(section.title)}`;
		files.set(`${folder}/section.md`, file({ title: section.title }, ''));
		for (const [n, { source: text, ...lesson }] of section.lessons.entries()) {
			const own = String(n + 1).padStart(width(section.lessons.length), '0');
			const { title: _own, key: _key, ...usual } = lessonDefaults;
			// The database keeps no order in data: names are sorted, so that the same course is the same folder.
			const data = Object.fromEntries(Object.entries(lesson.data).sort(([a], [b]) => (a < b ? -1 : 1)));
			files.set(`${folder}/${own}-${lesson.key}.md`, file(plain({ ...lesson, data }, usual), text));
		}
	}
	return files;
}
