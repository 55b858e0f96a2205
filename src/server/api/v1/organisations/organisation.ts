import { z } from '@hono/zod-openapi';
import * as organisations from '../../../modules/organisations/index.ts';
import { answer, doing, listed, made, type Operation, operation } from '../../operation.ts';
import { listOf, text } from '../../schemas/common.ts';
import * as shape from '../../schemas/organisations.ts';
import { act, known, look, page, slug } from './parts.ts';

/** Founding, reading and describing an organisation, and its log. */
export const organisationItself: Operation[] = [
	operation({
		...look,
		id: 'listOrganisations',
		path: '/organisations',
		summary: 'List the organisations that I belong to',
		returns: { status: 200, schema: listOf(shape.organisationCard), description: 'The last joined first.' },
		async run(call) {
			return listed(call, { items: await organisations.listOrganisations(call.db, call.actor), next: null });
		},
	}),
	operation({
		...act,
		method: 'post',
		id: 'foundOrganisation',
		path: '/organisations',
		summary: 'Found an organisation',
		description: 'It comes with a private space of its own; whoever founds it owns both.',
		body: z
			.object({
				name: z.string().max(80).openapi({ example: '海港科技' }),
				slug: z.string().max(60).openapi({ example: 'harbour' }),
				about: z.string().max(2000).optional().openapi({ example: 'Ships.' }),
			})
			.openapi('NewOrganisation'),
		example: { name: '海港科技', slug: 'harbour' },
		returns: {
			status: 201,
			schema: z.object({ slug: text('harbour') }).openapi('OrganisationMade'),
			description: 'Its slug.',
		},
		refusals: ['organisations.slug_taken', 'organisations.too_many'],
		async run({ db, actor, body }) {
			const { about, ...given } = body;
			const { slug } = await organisations.foundOrganisation(db, actor, {
				...given,
				...(about === undefined ? {} : { about }),
			});
			return made(`/api/v1/organisations/${slug}`, { slug });
		},
	}),
	operation({
		...look,
		id: 'readOrganisation',
		path: '/organisations/{slug}',
		summary: 'Read an organisation that I belong to',
		params: { slug },
		returns: { status: 200, schema: shape.organisation, description: 'The organisation.' },
		refusals: ['organisations.not_found'],
		async run({ db, actor, params }) {
			const found = await organisations.findOrganisation(db, actor, params.slug);
			if (!found) throw organisations.organisationError('not_found');
			const { id: _i, spaceId: _s, leads: _l, spaceSlug: space, ...rest } = found;
			return answer({ ...rest, space });
		},
	}),
	doing({
		...act,
		method: 'put',
		id: 'describeOrganisation',
		path: '/organisations/{slug}/description',
		summary: 'Change name and description of an organisation',
		params: { slug },
		body: z
			.object({
				name: z.string().max(80).openapi({ example: '海港科技' }),
				about: z.string().max(2000).optional().openapi({ example: 'Ships.' }),
			})
			.openapi('OrganisationDescription'),
		example: { name: '海港科技' },
		refusals: known,
		run: ({ db, actor, params, body: { name, about } }) =>
			organisations.describeOrganisation(db, actor, params.slug, {
				name,
				...(about === undefined ? {} : { about }),
			}),
	}),
	operation({
		...look,
		id: 'listOrganisationLog',
		path: '/organisations/{slug}/log',
		summary: 'Read who did what in an organisation',
		params: { slug },
		query: page,
		returns: { status: 200, schema: listOf(shape.logLine), description: 'The latest first.' },
		refusals: known,
		async run(call) {
			const { cursor, limit } = call.query;
			return listed(
				call,
				await organisations.listLog(call.db, call.actor, call.params.slug, {
					cursor: cursor ?? null,
					limit,
				}),
			);
		},
	}),
];
