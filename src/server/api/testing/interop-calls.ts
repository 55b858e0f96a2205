import type { Called } from './called.ts';
import type { World } from './world.ts';

const course = ({ played }: World) => ({ id: played.courseId });
const spare = ({ played }: World) => ({ id: played.courseId, packageId: played.spareId });
const lesson = ({ played }: World) => ({ id: played.courseId, lessonId: played.lessonId });
const platform = {
	name: 'Canvas',
	issuer: 'https://canvas.example',
	clientId: '10000000000001',
	authorizeUrl: 'https://canvas.example/api/lti/authorize_redirect',
	tokenUrl: 'https://canvas.example/login/oauth2/token',
	jwksUrl: 'https://canvas.example/api/lti/security/jwks',
	deployments: ['1:abc'],
};

/** One call of every operation on packages, statements and platforms. */
export const interopCalls: Record<string, (world: World) => Called> = {
	downloadCourse: (world) => ({ as: 'author', params: course(world) }),
	importCourse: (world) => ({
		as: 'author',
		body: { mediaId: world.played.mediaId, courseId: world.played.courseId },
	}),
	listCourseImports: () => ({ as: 'author', query: { limit: 5 } }),
	readCourseImport: (world) => ({ as: 'author', params: { id: world.played.importId } }),
	listPackages: (world) => ({ as: 'author', params: course(world) }),
	importPackage: (world) => ({
		as: 'author',
		params: course(world),
		body: { mediaId: world.played.mediaId },
	}),
	readPackage: (world) => ({ as: 'author', params: spare(world) }),
	removePackage: (world) => ({ as: 'author', params: spare(world) }),
	makePackageLessons: (world) => ({ as: 'author', params: spare(world), body: {} }),
	launchPackage: (world) => ({ as: 'member', params: lesson(world), body: {} }),
	commitPackage: (world) => ({
		as: 'member',
		params: lesson(world),
		body: { session: world.played.session, stored: [['cmi.core.lesson_status', 'incomplete']] },
	}),
	listPackageAttempts: (world) => ({ as: 'author', params: lesson(world), query: { limit: 5 } }),
	listStatements: (world) => ({ as: 'author', query: { course: world.played.courseId, limit: 5 } }),
	listPlatforms: () => ({ as: 'admin' }),
	addPlatform: () => ({ as: 'admin', body: platform }),
	changePlatform: ({ played }) => ({ as: 'admin', params: { id: played.platformId }, body: platform }),
	removePlatform: ({ played }) => ({ as: 'admin', params: { id: played.platformId } }),
};
