import { askImport } from '../../flows/course-archive/index.ts';
import type { SpaceId } from '../../kernel/ids.ts';
import type { PersonBuilt } from '../../modules/items/testing.ts';
import { setPlatform } from '../../modules/lti/index.ts';
import { releaseMedia } from '../../modules/media/index.ts';
import { launchLesson } from '../../modules/scorm/index.ts';
import { aPlayedCourse } from '../../modules/scorm/testing.ts';
import type { Context } from '../context.ts';

/** A course of `author` in the private space that plays a package, which `member` has open; and a platform. */
export async function buildInterop(
	{ db, media }: Context,
	given: { author: PersonBuilt; member: PersonBuilt; admin: PersonBuilt; spaceId: SpaceId; mediaId: number },
) {
	const course = await aPlayedCourse(db, media, { author: given.author, spaceId: given.spaceId });
	const { session } = await launchLesson(
		db,
		given.member.actor,
		{ courseId: course.courseId, lessonId: course.lessonId },
		{ secret: media.secret, minutes: 60 },
	);
	const { id: platformId } = await setPlatform(db, given.admin.actor, {
		name: 'Moodle',
		issuer: 'https://moodle.example',
		clientId: 'client',
		authorizeUrl: 'https://moodle.example/auth',
		tokenUrl: 'https://moodle.example/token',
		jwksUrl: 'https://moodle.example/certs',
		deployments: ['1'],
	});
	const { id: importId } = await askImport(db, given.author.actor, {
		mediaId: given.mediaId,
		courseId: course.courseId,
	});
	// The file is taken away by other calls of these tests.
	await releaseMedia(db, { holder: 'course-import', holderId: importId });
	return { ...course, importId, session, platformId, mediaId: given.mediaId };
}
