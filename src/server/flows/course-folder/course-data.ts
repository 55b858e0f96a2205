import { z } from 'zod';

/** A rule as it stands in a folder: lessons of the course itself go by their keys, what lies outside by its id. */
export type FolderRule =
	| { all: FolderRule[] }
	| { any: FolderRule[] }
	| { lesson: string | number }
	| { course: number }
	| { reputation: number }
	| { item: number }
	| { space: number };

const rule: z.ZodType<FolderRule> = z.lazy(() =>
	z.union([
		z.strictObject({ all: z.array(rule) }),
		z.strictObject({ any: z.array(rule) }),
		z.strictObject({ lesson: z.union([z.string(), z.int()]) }),
		z.strictObject({ course: z.int() }),
		z.strictObject({ reputation: z.int() }),
		z.strictObject({ item: z.int() }),
		z.strictObject({ space: z.int() }),
	]),
) as z.ZodType<FolderRule>;

/** What stands at the head of a lesson's file. What is left out has its default, so a hand-written file may have none. */
export const lessonHead = z.object({
	key: z.string().optional(),
	title: z.string().min(1).max(200),
	kind: z.string().default('text'),
	preview: z.boolean().default(false),
	required: z.boolean().default(true),
	/** null: by its length. */
	minutes: z.int().min(0).nullable().default(null),
	dripDays: z.int().min(0).nullable().default(null),
	dripAt: z.string().nullable().default(null),
	rule: rule.nullable().default(null),
	data: z.record(z.string(), z.unknown()).default({}),
	/** Its file, e.g. `media/what.mp4`; null: none, or not brought along. */
	media: z.string().max(140).nullable().default(null),
});
export type FolderLesson = Omit<z.output<typeof lessonHead>, 'key'> & { key: string; source: string };

export const courseHead = z.object({
	title: z.string().min(1).max(200),
	language: z.enum(['zh-CN', 'en']).default('zh-CN'),
	difficulty: z.enum(['beginner', 'intermediate', 'advanced']).nullable().default(null),
	access: z.enum(['free', 'members', 'paid']).default('free'),
	price: z.object({ amount: z.int().positive(), currency: z.string() }).nullable().default(null),
	tags: z.array(z.string()).default([]),
	outcomes: z.array(z.string()).default([]),
	audience: z.string().default(''),
	needs: z.string().default(''),
	review: z.boolean().default(false),
	rule: rule.nullable().default(null),
	/** Its picture, with what that shows. */
	cover: z
		.object({ file: z.string().max(140), alt: z.string().min(1).max(300) })
		.nullable()
		.default(null),
});

export interface FolderSection {
	title: string;
	lessons: FolderLesson[];
}

/** Everything that a course says, without who learns it: what a folder holds. */
export type CourseData = z.output<typeof courseHead> & { source: string; sections: FolderSection[] };
