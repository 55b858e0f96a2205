import { z } from '@hono/zod-openapi';
import { requireMember } from '../../contracts/actor.ts';
import { courseError, findCourse } from '../../modules/courses/index.ts';
import {
	type Certificate,
	certificateUrl,
	followPath,
	type Issuer,
	listCertificates,
	listPaths,
	listRatings,
	listReviews,
	type Path,
	type PathCard,
	readCertificate,
	readPath,
	revokeCertificate,
	writeReview,
} from '../../modules/credentials/index.ts';
import { originOf } from '../../platform/config.ts';
import type { Context } from '../context.ts';
import { answer, doing, type Operation, operation } from '../operation.ts';
import { cursor, idParam, limit, slugParam } from '../schemas/common.ts';
import * as shape from '../schemas/credentials.ts';

const tag = 'Credentials';
const token = { token: slugParam('Token of the certificate', 'k3w5m7p2q4s6t7aa') };
const issuerOf = ({ config, secret }: Context): Issuer => ({ secret, origin: originOf(config) });

const certificateJson = (
	{ token, achievement, learner, completedAt, issuedAt, revokedAt, reason, replacedBy }: Certificate,
	ctx: Context,
) => {
	const url = certificateUrl(originOf(ctx.config), token);
	const { kind, title, language, outcomes, lessons, minutes, makers, href } = achievement;
	return {
		token,
		url,
		credentialUrl: `${url}/credential.json`,
		achievement: { kind, title, language, outcomes, lessons, minutes, makers, href },
		learner,
		completedAt,
		issuedAt,
		revokedAt,
		reason,
		replacedBy,
	};
};

const cardJson = ({ owned: _, ...card }: PathCard & { owned?: boolean }) => card;
const pathJson = ({ source: _s, goal: _g, manages: _m, steps, ...path }: Path) => ({
	...path,
	steps: steps.map(({ number, title, needed, completed, courses }) => ({
		number,
		title,
		needed,
		completed,
		courses: courses.map(({ id, title, slug, language, minutes, lessons, known, completed }) => ({
			id,
			title,
			slug,
			language,
			minutes,
			lessons,
			known,
			completed,
		})),
	})),
});

/** Certificates, reviews and paths. */
export const credentialOperations: Operation[] = [
	operation({
		id: 'readCertificate',
		method: 'get',
		path: '/certificates/{token}',
		tag,
		summary: 'Read a certificate',
		description:
			'`credentialUrl` is the signed Open Badges 3.0 credential; its status list tells verifiers whether it was revoked.',
		needs: 'anyone',
		scope: 'read',
		params: token,
		returns: { status: 200, schema: shape.certificate, description: 'The certificate.' },
		refusals: ['credentials.certificate_not_found'],
		async run({ db, ctx, actor, params }) {
			return answer(certificateJson(await readCertificate(db, actor, params.token), ctx));
		},
	}),
	operation({
		id: 'listMyCertificates',
		method: 'get',
		path: '/me/certificates',
		tag,
		summary: 'List my certificates',
		needs: 'member',
		scope: 'read',
		returns: {
			status: 200,
			schema: z.object({ data: z.array(shape.certificate) }).openapi('CertificateList'),
			description: 'The newest first.',
		},
		async run({ db, ctx, actor }) {
			const all = await listCertificates(db, actor, requireMember(actor).userId);
			return answer({ data: all.map((one) => certificateJson(one, ctx)) });
		},
	}),
	doing({
		id: 'revokeCertificate',
		method: 'put',
		path: '/certificates/{token}/revocation',
		tag,
		summary: 'Revoke a certificate for good',
		needs: 'member',
		scope: 'write',
		params: token,
		body: z
			.object({ reason: z.string().min(1).max(500).openapi({ example: 'Issued by mistake.' }) })
			.openapi('Revocation'),
		example: { reason: 'Issued by mistake.' },
		refusals: ['credentials.certificate_not_found', 'credentials.already_revoked'],
		run: ({ db, actor, params, body }) =>
			revokeCertificate(db, actor, { token: params.token, reason: body.reason }),
	}),
	operation({
		id: 'listReviews',
		method: 'get',
		path: '/courses/{id}/reviews',
		tag,
		summary: 'List the reviews of a course',
		description: '`average` is a Bayesian average, `mean` the plain one.',
		needs: 'anyone',
		scope: 'read',
		params: { id: idParam('course') },
		query: z.object({ sort: z.enum(['helpful', 'new', 'low']).optional(), cursor, limit: limit(50, 20) }),
		returns: { status: 200, schema: shape.reviewList, description: 'The reviews, and how ratings spread.' },
		refusals: ['courses.not_found'],
		async run({ db, actor, params, query }) {
			if (!(await findCourse(db, actor, params.id))) throw courseError('not_found');
			const [ratings, page] = await Promise.all([
				listRatings(db, [params.id]),
				listReviews(db, actor, params.id, query),
			]);
			return answer({ rating: ratings.get(params.id) ?? null, data: page.items, next: page.next });
		},
	}),
	doing({
		id: 'reviewCourse',
		method: 'put',
		path: '/courses/{id}/review',
		tag,
		summary: 'Review a course that I learn',
		description: 'One each; again it replaces the first. Asks for 30 % of the needed lessons completed.',
		needs: 'member',
		scope: 'write',
		params: { id: idParam('course') },
		body: z
			.object({
				rating: z.int().min(1).max(5).openapi({ example: 4 }),
				source: z
					.string()
					.max(5000)
					.optional()
					.openapi({ example: 'Clear examples.', description: 'Markdown.' }),
			})
			.openapi('NewReview'),
		example: { rating: 4, source: 'Clear examples.' },
		refusals: ['courses.not_found', 'credentials.too_little_learnt', 'credentials.own_review'],
		run: ({ db, actor, params, body }) =>
			writeReview(db, actor, params.id, {
				rating: body.rating,
				...(body.source === undefined ? {} : { source: body.source }),
			}),
	}),
	operation({
		id: 'listPaths',
		method: 'get',
		path: '/paths',
		tag,
		summary: 'List the published programmes',
		needs: 'anyone',
		scope: 'read',
		returns: {
			status: 200,
			schema: z.object({ data: z.array(shape.pathCard) }).openapi('PathList'),
			description: 'Those that most people follow first.',
		},
		async run({ db, actor }) {
			return answer({ data: (await listPaths(db, actor)).map(cardJson) });
		},
	}),
	operation({
		id: 'readPath',
		method: 'get',
		path: '/paths/{id}',
		tag,
		summary: 'Read a path',
		description: 'With what the asking person has done of it.',
		needs: 'anyone',
		scope: 'read',
		params: { id: idParam('path') },
		returns: { status: 200, schema: shape.path, description: 'The path and its steps.' },
		refusals: ['credentials.path_not_found'],
		async run({ db, actor, params }) {
			return answer(pathJson(await readPath(db, actor, params.id)));
		},
	}),
	doing({
		id: 'followPath',
		method: 'put',
		path: '/paths/{id}/following',
		tag,
		summary: 'Follow a path',
		needs: 'member',
		scope: 'write',
		params: { id: idParam('path') },
		refusals: ['credentials.path_not_found'],
		run: ({ db, ctx, actor, params }) => followPath(db, actor, params.id, issuerOf(ctx)),
	}),
];
