import type { Actor } from '../contracts/actor.ts';
import { commonError } from '../kernel/errors.ts';
import type { ItemId } from '../kernel/ids.ts';
import { isCurrency, type Money } from '../kernel/money.ts';
import { priceItem } from '../modules/catalog/index.ts';
import {
	type CourseDescription,
	courseToMake,
	describeCourse,
	submitVersion,
} from '../modules/courses/index.ts';
import { readDraft, readOriginal, saveDraft } from '../modules/items/index.ts';
import { type Db, inTransaction } from '../platform/db/index.ts';
import { publish, revise } from './publish.ts';

/** Everything that a course is sold by: the words of its item, its price, and what it says of itself beside. */
export interface CourseSettings extends CourseDescription {
	title: string;
	source: string;
	tags: string[];
	language: 'zh-CN' | 'en';
	difficulty: 'beginner' | 'intermediate' | 'advanced' | null;
	access: 'free' | 'members' | 'paid';
	price?: Money | null;
	/** Why the price could not be read, as an error code; shown at the field. */
	priceFault?: string | null;
	/** Only of a course that is not published: where it is to stand. */
	spaceId?: number;
	/** Of a published one: the revision of its words that the editor began from. */
	revision?: number;
}

/**
 * Sets how a course presents itself, draft or published.
 *
 * @throws as `saveDraft`, `revise`, `priceItem` and `describeCourse`
 */
export function setCourse(db: Db, actor: Actor, courseId: ItemId, input: CourseSettings): Promise<void> {
	const { outcomes, audience, needs, review, rule, price, priceFault, spaceId, revision, ...words } = input;
	return inTransaction(db, async (tx) => {
		const course = await courseToMake(tx, actor, courseId, 'describe');
		await describeCourse(tx, actor, courseId, { outcomes, audience, needs, review, rule });
		if (course.status !== 'draft') {
			await revise(tx, actor, courseId, {
				...words,
				revision: revision ?? (await readOriginal(tx, actor, courseId))?.revision ?? 1,
				price: price ?? null,
				priceFault: priceFault ?? null,
			});
			return;
		}
		if (words.access === 'paid' && priceFault)
			throw commonError('invalid_input', { fields: { price: priceFault } });
		await saveDraft(tx, actor, {
			...words,
			kind: 'course',
			spaceId: spaceId ?? course.spaceId,
			draftId: courseId,
		});
		await priceItem(tx, actor, courseId, words.access === 'paid' ? (price ?? null) : null);
	});
}

/**
 * Publishes the outline as it stands as a new version, and with the first one the course itself. A version that waits
 * for review opens nothing yet: once it is approved, publishing again opens the course.
 *
 * @throws as `submitVersion` and `publish`
 */
export function publishCourse(
	db: Db,
	actor: Actor,
	courseId: ItemId,
	input: { note?: string; review?: boolean } = {},
): Promise<{ version: number; published: boolean; kind: string; slug: string }> {
	return inTransaction(db, async (tx) => {
		const course = await courseToMake(tx, actor, courseId, 'publish');
		const waiting = course.status === 'draft' && course.version !== null;
		const made = waiting
			? { number: course.version!, published: true }
			: await submitVersion(tx, actor, courseId, input);
		const opened =
			course.status === 'draft' && made.published
				? await open(tx, actor, courseId)
				: { kind: 'course', slug: course.slug };
		return { version: made.number, published: made.published, kind: opened.kind, slug: opened.slug };
	});
}

async function open(tx: Db, actor: Actor, courseId: ItemId): Promise<{ kind: string; slug: string }> {
	const draft = await readDraft(tx, actor, courseId);
	if (!draft)
		throw commonError('forbidden', { detail: 'Only its author opens a course for the first time.' });
	const row = await tx
		.selectFrom('items')
		.select(['price_amount', 'price_currency'])
		.where('id', '=', courseId)
		.executeTakeFirstOrThrow();
	const price =
		row.price_amount !== null && isCurrency(row.price_currency ?? '')
			? ({ amount: row.price_amount, currency: row.price_currency } as Money)
			: null;
	return publish(tx, actor, {
		kind: 'course',
		draftId: courseId,
		spaceId: draft.spaceId,
		title: draft.title,
		source: draft.source,
		tags: draft.tags,
		language: draft.language as 'zh-CN' | 'en',
		difficulty: draft.difficulty as 'beginner' | null,
		access: draft.access as 'free' | 'members' | 'paid',
		price,
	});
}
