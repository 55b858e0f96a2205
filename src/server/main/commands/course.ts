import type { Actor } from '../../contracts/actor.ts';
import { publishCourse } from '../../flows/author-course.ts';
import {
	exportCourse,
	importCourse,
	packCourse,
	readFolder,
	unpackCourse,
	writeFolder,
} from '../../flows/course-folder/index.ts';
import { AppError } from '../../kernel/errors.ts';
import { type ItemId, parseId, type UserId } from '../../kernel/ids.ts';
import '../../modules/courses/index.ts';
import { type Db, openDatabase } from '../../platform/db/index.ts';

/** The shell acts as the author: who has it has the database. */
const asAuthor = (userId: UserId): Actor => ({
	userId,
	role: 'member',
	emailVerified: true,
	suspended: false,
	scopes: null,
});

async function authorOf(db: Db, id: ItemId): Promise<Actor | null> {
	const row = await db
		.selectFrom('items')
		.select('author_id')
		.where('id', '=', id)
		.where('kind', '=', 'course')
		.executeTakeFirst();
	return row?.author_id ? asAuthor(row.author_id) : null;
}

/** What a refusal says in a shell. */
const told = (error: unknown): string => {
	if (!(error instanceof AppError)) throw error;
	return `${error.code}: ${error.message}\n`;
};

/** `stoa export course ID PATH`. @returns the exit code */
export async function exportCourseTo(url: string, id: string, path: string): Promise<number> {
	const { db } = openDatabase(url, { max: 2 });
	try {
		const courseId = parseId<ItemId>(id);
		const author = courseId && (await authorOf(db, courseId));
		if (!courseId || !author) {
			process.stderr.write(`There is no course ${id}, or nobody is its author.\n`);
			return 1;
		}
		const files = packCourse(await exportCourse(db, author, courseId));
		await writeFolder(path, files);
		process.stdout.write(`${path}: ${files.size} files.\n`);
		return 0;
	} catch (error) {
		process.stderr.write(told(error));
		return 1;
	} finally {
		await db.destroy();
	}
}

/** `stoa import course PATH`. @returns the exit code */
export async function importCourseFrom(
	db: Db,
	path: string,
	given: {
		author?: string | undefined;
		space?: string | undefined;
		course?: string | undefined;
		publish: boolean;
	},
): Promise<number> {
	try {
		const data = unpackCourse(await readFolder(path));
		const where = await placeOf(db, given);
		if (typeof where === 'string') {
			process.stderr.write(`${where}\n`);
			return 1;
		}
		const { actor, ...target } = where;
		const done = await importCourse(db, actor, data, target as { spaceId: number } | { courseId: number });
		process.stdout.write(
			`Course ${done.courseId}: ${done.added} lessons added, ${done.updated} written over, ${done.removed} taken out.\n`,
		);
		if (given.publish) {
			const { version } = await publishCourse(db, actor, done.courseId);
			process.stdout.write(`Version ${version} is published.\n`);
		}
		return 0;
	} catch (error) {
		process.stderr.write(told(error));
		return 1;
	}
}

/** Whose course it becomes and where it stands, or what is missing. */
async function placeOf(
	db: Db,
	given: { author?: string | undefined; space?: string | undefined; course?: string | undefined },
): Promise<string | { actor: Actor; courseId: ItemId } | { actor: Actor; spaceId: number }> {
	if (given.course) {
		const courseId = parseId<ItemId>(given.course);
		const actor = courseId && (await authorOf(db, courseId));
		return courseId && actor ? { actor, courseId } : `There is no course ${given.course}.`;
	}
	if (!given.author) return 'Name whose course it is with --author, or which course it is with --course.';
	const person = await db
		.selectFrom('users')
		.select('id')
		.where('handle', '=', given.author)
		.executeTakeFirst();
	if (!person) return `There is nobody called ${given.author}.`;
	const space = await db
		.selectFrom('spaces')
		.select('id')
		.$if(given.space !== undefined, (query) => query.where('slug', '=', given.space as string))
		.$if(given.space === undefined, (query) => query.where('access', '=', 'public'))
		.orderBy('id')
		.executeTakeFirst();
	return space
		? { actor: asAuthor(person.id), spaceId: space.id }
		: `There is no space ${given.space ?? ''}.`;
}
