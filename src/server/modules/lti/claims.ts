import { z } from 'zod';

const LTI = 'https://purl.imsglobal.org/spec/lti/claim';
const DEEP = 'https://purl.imsglobal.org/spec/lti-dl/claim';
const AGS = 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint';

/** Names of claims, in one place. */
export const claim = {
	type: `${LTI}/message_type`,
	version: `${LTI}/version`,
	deployment: `${LTI}/deployment_id`,
	target: `${LTI}/target_link_uri`,
	resource: `${LTI}/resource_link`,
	custom: `${LTI}/custom`,
	roles: `${LTI}/roles`,
	settings: `${DEEP}/deep_linking_settings`,
	items: `${DEEP}/content_items`,
	data: `${DEEP}/data`,
	grades: AGS,
} as const;

export const scoreScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/score';

const text = (most: number) => z.string().max(most);

/** What is needed of a launch, after its signature, issuer, audience and time were checked. Unknown claims are passed over. */
export const launchSchema = z
	.object({
		sub: text(255).min(1),
		nonce: text(200).min(1),
		azp: text(255).optional(),
		aud: z.union([text(255), z.array(text(255))]),
		name: text(300).optional(),
		given_name: text(200).optional(),
		family_name: text(200).optional(),
		locale: text(40).optional(),
		[claim.type]: z.enum(['LtiResourceLinkRequest', 'LtiDeepLinkingRequest']),
		[claim.version]: z.literal('1.3.0'),
		[claim.deployment]: text(255).min(1),
		[claim.target]: text(2000).optional(),
		[claim.resource]: z.object({ id: text(255).min(1) }).optional(),
		[claim.custom]: z.record(z.string(), z.unknown()).optional(),
		[claim.settings]: z
			.object({
				deep_link_return_url: text(2000),
				data: text(4000).optional(),
				accept_types: z.array(text(100)).optional(),
				accept_multiple: z.boolean().optional(),
			})
			.optional(),
		[claim.grades]: z
			.object({ scope: z.array(text(200)).optional(), lineitem: text(2000).optional() })
			.optional(),
	})
	.refine(
		(launch) =>
			launch[claim.type] === 'LtiResourceLinkRequest'
				? launch[claim.resource] !== undefined
				: launch[claim.settings] !== undefined,
		'A launch names its link, deep linking its settings.',
	);
export type LaunchClaims = z.output<typeof launchSchema>;
