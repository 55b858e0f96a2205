import { z } from '@hono/zod-openapi';
import * as organisations from '../../../modules/organisations/index.ts';
import { answer, doing, listed, type Operation, operation } from '../../operation.ts';
import { listOf, slugParam } from '../../schemas/common.ts';
import * as shape from '../../schemas/organisations.ts';
import { act, known, look, placeOf, slug } from './parts.ts';

/** Domains of an organisation and its own sign-on. */
export const signOnOperations: Operation[] = [
	operation({
		...look,
		id: 'listOrganisationDomains',
		path: '/organisations/{slug}/domains',
		summary: 'List the mail domains of an organisation',
		params: { slug },
		returns: { status: 200, schema: listOf(shape.domain), description: 'By name.' },
		refusals: known,
		async run(call) {
			const items = await organisations.listDomains(call.db, call.actor, call.params.slug);
			return listed(call, { items, next: null });
		},
	}),
	doing({
		...act,
		method: 'put',
		id: 'claimDomain',
		path: '/organisations/{slug}/domains/{domain}',
		summary: 'Claim a mail domain',
		description: 'A mail to whoever runs the domain asks for a confirmation.',
		params: { slug, domain: slugParam('The domain', 'harbour.example') },
		body: z
			.object({ mailbox: z.enum(organisations.domainMailboxes).openapi({ example: 'postmaster' }) })
			.openapi('DomainClaim'),
		example: { mailbox: 'postmaster' },
		refusals: [...known, 'organisations.domain_public', 'organisations.too_many_invitations'],
		run: ({ db, ctx, person, actor, params, body }) =>
			organisations.claimDomain(
				db,
				actor,
				params.slug,
				{ domain: params.domain, mailbox: body.mailbox },
				placeOf(ctx, person),
			),
	}),
	doing({
		...act,
		method: 'put',
		id: 'setDomainJoinable',
		path: '/organisations/{slug}/domains/{domain}/joining',
		summary: 'Say whether people of a domain may join by themselves',
		params: { slug, domain: slugParam('The domain', 'harbour.example') },
		body: z.object({ joinable: z.boolean().openapi({ example: false }) }).openapi('DomainJoining'),
		example: { joinable: false },
		refusals: known,
		run: ({ db, actor, params, body }) =>
			organisations.setDomainJoinable(db, actor, params.slug, {
				domain: params.domain,
				joinable: body.joinable,
			}),
	}),
	doing({
		...act,
		method: 'delete',
		id: 'dropDomain',
		path: '/organisations/{slug}/domains/{domain}',
		summary: 'Give a mail domain up',
		params: { slug, domain: slugParam('The domain', 'harbour.example') },
		refusals: [...known, 'organisations.domain_in_use'],
		run: ({ db, actor, params }) => organisations.dropDomain(db, actor, params.slug, params.domain),
	}),
	operation({
		...look,
		id: 'readOrganisationSignOn',
		path: '/organisations/{slug}/sign-on',
		summary: 'Read the sign-on of an organisation',
		description: 'It is set on its page, in a browser; the secret is never given.',
		params: { slug },
		returns: {
			status: 200,
			schema: z.object({ signOn: shape.signOn.nullable() }).openapi('SignOnRead'),
			description: 'null: there is none.',
		},
		refusals: known,
		async run({ db, actor, params }) {
			return answer({ signOn: await organisations.readSignOn(db, actor, params.slug) });
		},
	}),
	doing({
		...act,
		method: 'delete',
		id: 'dropOrganisationSignOn',
		path: '/organisations/{slug}/sign-on',
		summary: 'Remove the sign-on of an organisation',
		params: { slug },
		refusals: known,
		run: ({ db, actor, params }) => organisations.dropSignOn(db, actor, params.slug),
	}),
];
