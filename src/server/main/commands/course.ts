import type { Context } from '../../api/context.ts';
import type { Actor } from '../../contracts/actor.ts';
import { publishCourse } from '../../flows/author-course.ts';
import {
	carryIn,
	carryOut,
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
import type { Storage } from '../../platform/storage/index.ts';

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
export async function exportCourseTo(
	url: string,
	storage: Storage,
	id: string,
	path: string,
): Promise<number> {
	const { db } = openDatabase(url, { max: 2 });
	try {
		const courseId = parseId<ItemId>(id);
		const author = courseId && (await authorOf(db, courseId));
		if (!courseId || !author) {
			process.stderr.write(`There is no course ${id}, or nobody is its author.\n`);
			return 1;
		}
		const texts = await writeFolder(path, async () => {
			const data = await exportCourse(db, author, courseId);
			return packCourse(await carryOut(db, author, courseId, data, path, { storage }));
		});
		process.stdout.write(`${path}: ${texts} texts, and the files that they name in media/.\n`);
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
	{ db, media }: Pick<Context, 'db' | 'media'>,
	path: string,
	given: {
		author?: string | undefined;
		space?: string | undefined;
		course?: string | undefined;
		publish: boolean;
	},
): Promise<number> {
	try {
		const read = unpackCourse(await readFolder(path));
		const where = await placeOf(db, given);
		if (typeof where === 'string') {
			process.stderr.write(`${where}\n`);
			return 1;
		}
		const { actor, ...target } = where;
		const { data, files } = await carryIn(db, actor, read, path, media);
		const into = target as { spaceId: number } | { courseId: number };
		const done = await importCourse(db, actor, data, into, { files, tools: media });
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
