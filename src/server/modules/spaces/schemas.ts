import { z } from 'zod';

// Messages are error codes; see kernel/validate.ts.

const id = z.coerce.number('spaces.id_shape').int('spaces.id_shape').positive('spaces.id_shape');
const text = (max: number, code: string) =>
	z
		.string()
		.trim()
		.max(max, code)
		.refine((value) => !value.includes('\0') && value.isWellFormed(), 'spaces.text_broken');
const localised = (max: number, code: string) => z.partialRecord(z.enum(['zh-CN', 'en']), text(max, code));

const rule = z.object({
	title: text(80, 'spaces.rule_title_too_long').min(1, 'spaces.rule_title_missing'),
	text: text(500, 'spaces.rule_too_long').default(''),
	titles: localised(80, 'spaces.rule_title_too_long').optional(),
	texts: localised(500, 'spaces.rule_too_long').optional(),
});

const fields = z.object({
	slug: z
		.string()
		.trim()
		.toLowerCase()
		.regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/, 'spaces.slug_shape'),
	name: text(60, 'spaces.name_too_long').min(1, 'spaces.name_missing'),
	names: localised(60, 'spaces.name_too_long'),
	tagline: text(160, 'spaces.tagline_too_long'),
	taglines: localised(160, 'spaces.tagline_too_long'),
	about: text(20_000, 'spaces.about_too_long'),
	abouts: localised(20_000, 'spaces.about_too_long'),
	rules: z.array(rule).max(20, 'spaces.too_many_rules'),
	access: z.enum(['public', 'paid', 'private'], 'spaces.access_unknown'),
	accent: z.string().regex(/^(#[0-9a-f]{6})?$/i, 'spaces.accent_shape'),
});

export const spaceSchema = fields.partial().required({ slug: true, name: true });
export type SpaceInput = z.input<typeof spaceSchema>;

/** Every field on its own; one left out stays as it is. */
export const spaceChangeSchema = fields.extend({ archived: z.boolean() }).partial();
export type SpaceChange = z.input<typeof spaceChangeSchema>;

export const roleSchema = z.object({
	spaceId: id,
	userId: id,
	/** null removes the person from the space. */
	role: z.enum(['owner', 'moderator', 'expert', 'member'], 'spaces.role_unknown').nullable(),
});
export type RoleInput = z.input<typeof roleSchema>;

export const invitationSchema = z.object({
	spaceId: id,
	maxUses: z.coerce
		.number()
		.int('spaces.uses_range')
		.min(1, 'spaces.uses_range')
		.max(1000, 'spaces.uses_range')
		.default(1),
	days: z.coerce
		.number()
		.int('spaces.days_range')
		.min(1, 'spaces.days_range')
		.max(90, 'spaces.days_range')
		.default(7),
});
export type InvitationInput = z.input<typeof invitationSchema>;
