import { z } from 'zod';
import { lessonKinds } from './lesson-kinds.ts';
import type { Rule } from './rule.ts';

// Messages are error codes; see kernel/validate.ts.

export const idSchema = z.coerce
	.number('items.id_shape')
	.int('items.id_shape')
	.positive('items.id_shape')
	.max(Number.MAX_SAFE_INTEGER, 'items.id_shape');

const clean = z
	.string('common.bad_value')
	.refine((value) => !value.includes('\0') && value.isWellFormed(), 'items.text_broken');
export const titleSchema = clean.pipe(
	z.string().trim().min(1, 'courses.title_missing').max(200, 'courses.title_too_long'),
);
export const sourceSchema = clean.pipe(z.string().max(100_000, 'courses.text_too_long'));
const line = clean.pipe(z.string().trim().max(300, 'courses.text_too_long'));

/** At most so many conditions in one rule, and so deep. */
export const ruleLimits = { leaves: 40, depth: 6 } as const;

const leaf = z.union([
	z.strictObject({ lesson: idSchema }),
	z.strictObject({ course: idSchema }),
	z.strictObject({ reputation: z.int().min(1).max(1_000_000) }),
	z.strictObject({ item: idSchema }),
	z.strictObject({ space: idSchema }),
]);

const tree: z.ZodType<Rule> = z.lazy(() =>
	z.union([
		z.strictObject({ all: z.array(tree).min(1).max(ruleLimits.leaves) }),
		z.strictObject({ any: z.array(tree).min(1).max(ruleLimits.leaves) }),
		leaf,
	]),
) as z.ZodType<Rule>;

function size(rule: unknown, depth = 1): { leaves: number; depth: number } {
	const parts =
		(rule as { all?: unknown[]; any?: unknown[] } | null)?.all ?? (rule as { any?: unknown[] } | null)?.any;
	if (!Array.isArray(parts) || depth > ruleLimits.depth) return { leaves: 1, depth };
	const sizes = parts.map((part) => size(part, depth + 1));
	return {
		leaves: sizes.reduce((sum, one) => sum + one.leaves, 0),
		depth: Math.max(depth, ...sizes.map((one) => one.depth)),
	};
}

/** A rule as it was sent; null and an empty text are none. Its size is looked at before its shape: a deep tree costs. */
export const ruleSchema = z
	.unknown()
	.transform((given) => (given === undefined || given === '' ? null : given))
	.refine((given) => {
		const { leaves, depth } = size(given);
		return leaves <= ruleLimits.leaves && depth <= ruleLimits.depth;
	}, 'courses.rule_too_large')
	.transform((given, context): Rule | null => {
		if (given === null) return null;
		const parsed = tree.safeParse(given);
		if (parsed.success) return parsed.data;
		context.addIssue({ code: 'custom', message: 'courses.rule_shape' });
		return z.NEVER;
	});

const days = z
	.union([
		z.literal(''),
		z.coerce
			.number('common.bad_value')
			.int('common.bad_value')
			.min(0, 'common.bad_value')
			.max(3650, 'common.bad_value'),
	])
	.nullish()
	.transform((value) => (value === '' || value === undefined ? null : value));

const instant = z
	.union([z.literal(''), z.date(), z.iso.datetime({ offset: true, error: 'common.bad_value' })])
	.nullish()
	.transform((value) => (value ? new Date(value) : null));

export const newCourseSchema = z.object({
	title: titleSchema,
	spaceId: idSchema,
	language: z.enum(['zh-CN', 'en'], 'items.language_unknown').default('zh-CN'),
});

/** What a course says of itself beside its text, which is the item's. */
export const descriptionSchema = z.object({
	outcomes: z
		.array(line)
		.max(20, 'courses.text_too_long')
		.transform((lines) => lines.filter(Boolean)),
	audience: clean.pipe(z.string().trim().max(2000, 'courses.text_too_long')).default(''),
	needs: clean.pipe(z.string().trim().max(2000, 'courses.text_too_long')).default(''),
	review: z.boolean().default(false),
	rule: ruleSchema.optional(),
});
export type CourseDescription = z.input<typeof descriptionSchema>;

export const keySchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/, 'courses.key_shape');

export const newLessonSchema = z.object({
	sectionId: idSchema,
	kind: z.string().refine((name) => lessonKinds.all.has(name), 'courses.lesson_kind_unknown'),
	title: titleSchema,
	/** Made from the title where it is left out. */
	key: keySchema.optional(),
});
export type NewLesson = z.input<typeof newLessonSchema>;

/** What a lesson is: its words, and what only its kind has. Left out: as it stands. */
export const lessonContentSchema = z.object({
	title: titleSchema,
	source: sourceSchema.default(''),
	data: z.unknown().optional(),
	mediaId: idSchema.nullish(),
	/** About how long it takes; null: by its length. */
	minutes: z
		.union([
			z.literal(''),
			z.coerce
				.number('common.bad_value')
				.int('common.bad_value')
				.min(0, 'common.bad_value')
				.max(6000, 'common.bad_value'),
		])
		.nullish()
		.transform((value) => (value === '' || value === undefined ? null : value)),
	/** The revision that the editor began from; left out by programs that just write. */
	revision: idSchema.optional(),
});
export type LessonContentInput = z.input<typeof lessonContentSchema>;

/** How a lesson stands in the outline. Left out: as it stands. */
export const lessonSettingsSchema = z
	.object({
		preview: z.boolean(),
		required: z.boolean(),
		dripDays: days,
		dripAt: instant,
		rule: ruleSchema,
		key: keySchema,
	})
	.partial()
	.refine((given) => !(given.dripDays != null && given.dripAt != null), {
		message: 'courses.drip_both',
		path: ['dripDays'],
	});
export type LessonSettings = z.input<typeof lessonSettingsSchema>;

/** The whole outline in a new order: every section once, and in it its lessons. */
export const orderSchema = z.object({
	/** `Course.outlineRevision` as the editor saw it. */
	revision: z.coerce
		.number('common.bad_value')
		.int('common.bad_value')
		.positive('common.bad_value')
		.optional(),
	sections: z.array(z.object({ id: idSchema, lessons: z.array(idSchema).max(500) })).max(200),
});
export type OutlineOrder = z.input<typeof orderSchema>;
