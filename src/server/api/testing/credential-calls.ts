import type { Called } from './called.ts';
import type { World } from './world.ts';

/** One call of every operation on certificates, reviews and paths. */
export const credentialCalls: Record<string, (world: World) => Called> = {
	readCertificate: ({ certificates }) => ({ as: 'visitor', params: { token: certificates.token } }),
	listMyCertificates: () => ({ as: 'member' }),
	revokeCertificate: ({ certificates }) => ({
		as: 'author',
		params: { token: certificates.token },
		body: { reason: 'Issued by mistake.' },
	}),
	listReviews: ({ certificates }) => ({ as: 'visitor', params: { id: certificates.course } }),
	reviewCourse: ({ certificates }) => ({
		as: 'member',
		params: { id: certificates.course },
		body: { rating: 4, source: 'Clear.' },
	}),
	beginLevelTest: ({ certificates }) => ({
		as: 'member',
		body: { course: certificates.goal, language: 'en' },
	}),
	readLevelTest: () => ({ as: 'member' }),
	answerLevelTest: () => ({ as: 'member', params: { position: 0 }, body: { values: ['true'] } }),
	listPaths: () => ({ as: 'visitor' }),
	readPath: ({ certificates }) => ({ as: 'member', params: { id: certificates.path } }),
	followPath: ({ certificates }) => ({ as: 'member', params: { id: certificates.path } }),
};
