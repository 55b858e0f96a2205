import { randomBytes } from 'node:crypto';
import { type Actor, isStaff } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import type { ItemId, UserId } from '../../kernel/ids.ts';
import type { Currency, Money } from '../../kernel/money.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { catalogError } from './errors.ts';
import { replaceOffer } from './replace-offer.ts';
import { bundleSchema } from './schemas.ts';

/** One item of a bundle. */
export interface BundleItem {
	id: ItemId;
	kind: string;
	slug: string;
	title: string;
	language: string;
	status: string;
	authorId: UserId | null;
	/** What it costs alone; null: it is not sold alone. */
	price: Money | null;
}

/** Several items at one price. */
export interface Bundle {
	id: number;
	slug: string;
	title: string;
	description: string;
	sellerId: UserId | null;
	retired: boolean;
	items: BundleItem[];
}

/**
 * Makes a bundle of paid items and offers it. Its items never change: who bought it has what was shown. The author of
 * all of them may make one; staff of whosever they are, and the money is divided among the authors.
 *
 * @returns its id and slug
 * @throws common.invalid_input; catalog.bundle_items when one of them is not theirs to sell
 */
export async function makeBundle(
	db: Db,
	actor: Actor,
	input: unknown,
): Promise<{ id: number; slug: string }> {
	const { userId } = requireActing(actor);
	const { price, itemIds, ...text } = validate(bundleSchema, input);
	const ids = [...new Set(itemIds)];
	return inTransaction(db, async (tx) => {
		const items = await tx
			.selectFrom('items')
			.select(['id', 'author_id'])
			.where('id', 'in', ids)
			.where('status', '=', 'published')
			.where('access', '=', 'paid')
			.execute();
		const own = isStaff(actor) || items.every(({ author_id }) => author_id === userId);
		if (items.length !== ids.length || ids.length < 2 || !own)
			throw catalogError('bundle_items', { fields: { itemIds: 'catalog.bundle_items' } });
		const sellers = new Set(items.map(({ author_id }) => author_id));
		const bundle = await tx
			.insertInto('bundles')
			.values({
				...text,
				slug: randomBytes(5).toString('hex'),
				// Of several authors it is nobody's own: each gets a part.
				seller_id: sellers.size === 1 ? items[0]!.author_id : null,
			})
			.returning(['id', 'slug'])
			.executeTakeFirstOrThrow();
		await tx
			.insertInto('bundle_items')
			.values(ids.map((item_id, position) => ({ bundle_id: bundle.id, item_id, position })))
			.execute();
		await replaceOffer(tx, { sells: 'bundle', bundle_id: bundle.id }, price);
		return bundle;
	});
}

/** Takes a bundle off sale for good. Who bought it keeps it. @throws common.not_found */
export async function retireBundle(db: Db, actor: Actor, bundleId: number): Promise<void> {
	const { userId } = requireActing(actor);
	return inTransaction(db, async (tx) => {
		const row = await tx
			.selectFrom('bundles')
			.select('seller_id')
			.where('id', '=', bundleId)
			.forUpdate()
			.executeTakeFirst();
		if (!row || (row.seller_id !== userId && !isStaff(actor))) throw commonError('not_found');
		await replaceOffer(tx, { sells: 'bundle', bundle_id: bundleId }, null);
		await tx.updateTable('bundles').set({ retired_at: now() }).where('id', '=', bundleId).execute();
	});
}

const itemsJson = sql<
	BundleItem[]
>`(select coalesce(json_agg(json_build_object('id', i.id, 'kind', i.kind, 'slug', i.slug,
	'title', i.title, 'language', i.language, 'status', i.status, 'authorId', i.author_id, 'price', case
		when i.price_amount is not null then json_build_object('amount', i.price_amount, 'currency', i.price_currency) end)
	order by b.position), '[]') from bundle_items b join items i on i.id = b.item_id where b.bundle_id = bundles.id)`;

function bundles(db: Db) {
	return db
		.selectFrom('bundles')
		.select(['id', 'slug', 'title', 'description', 'seller_id', 'retired_at', itemsJson.as('items')]);
}

type Row = Awaited<ReturnType<ReturnType<typeof bundles>['executeTakeFirstOrThrow']>>;

const toBundle = ({ seller_id, retired_at, ...bundle }: Row): Bundle => ({
	...bundle,
	sellerId: seller_id,
	retired: retired_at !== null,
});

/** A bundle with what is in it; null when there is none. One statement. */
export async function findBundle(db: Db, by: { id: number } | { slug: string }): Promise<Bundle | null> {
	const row = await bundles(db)
		.where((eb) => eb.and(by))
		.executeTakeFirst();
	return row ? toBundle(row) : null;
}

/** The bundles of a seller that are not retired, the newest first; at most 100. One statement. */
export async function listBundles(db: Db, sellerId: UserId): Promise<Bundle[]> {
	const rows = await bundles(db)
		.where('seller_id', '=', sellerId)
		.where('retired_at', 'is', null)
		.orderBy('id', 'desc')
		.limit(100)
		.execute();
	return rows.map(toBundle);
}

type Shares = readonly { userId: UserId; weight: number }[];

/**
 * Who earns how much of a bundle's price: each item's part, by what the items cost alone in one currency, else each the
 * same, is its author's.
 *
 * @param sharedBy who shares an item instead, in basis points; empty: its author has all of it
 */
export function bundleWeights(
	items: readonly BundleItem[],
	sharedBy: (itemId: ItemId) => Shares = () => [],
): { userId: UserId; weight: number }[] {
	const currencies = new Set<Currency | undefined>(items.map(({ price }) => price?.currency));
	const alike = currencies.size === 1 && !currencies.has(undefined);
	const weights = new Map<UserId, number>();
	for (const { id, authorId, price } of items) {
		const part = alike ? price!.amount : 1;
		const shares = sharedBy(id);
		const earning = shares.length > 0 || authorId === null ? shares : [{ userId: authorId, weight: 10_000 }];
		for (const { userId, weight } of earning) weights.set(userId, (weights.get(userId) ?? 0) + part * weight);
	}
	return [...weights].map(([userId, weight]) => ({ userId, weight }));
}
