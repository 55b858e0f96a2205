import { z } from '@hono/zod-openapi';
import { count, id, localised, personCard, text, time } from './common.ts';

const spaceAccess = z.enum(['public', 'paid', 'private']);
export const spaceRole = z.enum(['owner', 'moderator', 'expert', 'member']);
const spaceShape = {
	id: id(3),
	slug: text('systems'),
	name: text('Systems'),
	names: localised,
	tagline: text('What runs below'),
	taglines: localised,
	access: spaceAccess,
	accent: text('#3b6fd4'),
	memberCount: count(120),
	itemCount: count(31),
	role: spaceRole.nullable().openapi({ description: 'What the asking person is there.' }),
};
export const spaceCard = z.object(spaceShape).openapi('SpaceCard');
export const space = z
	.object({
		...spaceShape,
		about: text('Markdown'),
		abouts: localised,
		rules: z.array(
			z.object({
				title: text('Be kind'),
				text: text('…'),
				titles: localised.optional(),
				texts: localised.optional(),
			}),
		),
		ownerId: id(7).nullable(),
		createdAt: time(),
		archivedAt: time().nullable(),
		can: z.record(z.string(), z.boolean()).openapi({ example: { join: true, update: false } }),
	})
	.openapi('Space');
export const spaceMember = z
	.object({ person: personCard, role: spaceRole, joinedAt: time() })
	.openapi('SpaceMember');
export const invitation = z
	.object({
		id: id(8),
		uses: count(0),
		maxUses: count(10),
		expiresAt: time(),
		createdAt: time(),
		createdBy: text('林青'),
	})
	.openapi('Invitation');
export const invitationMade = z
	.object({
		id: id(8),
		token: text('hZ4v…').openapi({ description: 'Shown once.' }),
		url: text('/invitations/hZ4v…'),
		expiresAt: time(),
	})
	.openapi('InvitationMade');
export const invitationSeen = z.object({
	spaceId: id(3),
	slug: text('systems'),
	name: text('Systems'),
	inviter: text('林青'),
});
