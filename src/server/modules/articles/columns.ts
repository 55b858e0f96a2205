import type { Actor } from '../../contracts/actor.ts';
import { isStaff } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { emit } from '../../platform/events/index.ts';
import {
	type CardRow,
	cardColumns,
	cardJoins,
	cardOf,
	demand,
	hrefOf,
	type ItemCard,
	lockItemRow,
	type Subject,
} from '../items/index.ts';
import { articleError } from './errors.ts';

/** Where an article stands in its column. */
export interface ColumnPlace {
	id: ItemId;
	title: string;
	href: string;
	/** 1 is the first. */
	position: number;
	total: number;
	previous: { title: string; href: string } | null;
	next: { title: string; href: string } | null;
}

declare module '../items/item.ts' {
	interface KindParts {
		/** The column of an article; absent when it stands alone. */
		column: ColumnPlace;
	}
}

interface Neighbour {
	id: ItemId;
	kind: string;
	slug: string;
	title: string;
}

const placeOf = statement<
	{ id: ItemId },
	Neighbour & { position: number; total: number; previous: Neighbour | null; next: Neighbour | null }
>(
	`select c.id, c.kind, c.slug, c.title, p.position, p.total, p.previous, p.next
		from items own join items c on c.id = own.part_of and c.status = 'published' and (c.listed or c.space_id = own.space_id)
		cross join lateral (select * from (select i.id, row_number() over w as position, count(*) over () as total,
				lag(json_build_object('id', i.id, 'kind', i.kind, 'slug', i.slug, 'title', i.title)) over w as previous,
				lead(json_build_object('id', i.id, 'kind', i.kind, 'slug', i.slug, 'title', i.title)) over w as next
			from items i where i.part_of = c.id and i.status = 'published'
				and (i.listed or i.space_id = own.space_id) window w as (order by i.part_number, i.id)) n where n.id = own.id) p
		where own.id = :id::bigint`,
);

/**
 * What an article's page says of its column. Neighbours in another, private space are passed over: the page is the
 * same for all its readers. One statement.
 */
export async function readPlace(db: Db, itemId: ItemId): Promise<{ column?: ColumnPlace }> {
	const [row] = await placeOf(db, { id: itemId });
	if (!row) return {};
	const link = (item: Neighbour | null) => item && { title: item.title, href: hrefOf(item) };
	return {
		column: {
			id: row.id,
			title: row.title,
			href: hrefOf(row),
			position: row.position,
			total: row.total,
			previous: link(row.previous),
			next: link(row.next),
		},
	};
}

type Asked = {
	id: ItemId;
	user: number | null;
	staff: boolean;
	now: Date;
	after: number;
	afterId: ItemId;
};

const partsOf = statement<Asked, CardRow & { part_number: number }>(
	`select ${cardColumns}, i.part_number from (select p.* from items p where p.part_of = :id::bigint and p.status = 'published'
			and (p.listed or :staff::boolean or p.author_id = :user::bigint
				or p.space_id in (select space_id from space_members where user_id = :user::bigint))
			and (p.part_number, p.id) > (:after::bigint, :afterId::bigint) order by p.part_number, p.id limit 201) i
		${cardJoins} order by i.part_number, i.id`,
);

/**
 * The articles of a column in their order; those that the actor may not know of are left out. One statement.
 *
 * @param page.limit 1..200, default 100
 */
export async function listColumn(
	db: Db,
	actor: Actor,
	columnId: ItemId,
	page: { cursor?: string | null; limit?: number } = {},
): Promise<Page<ItemCard>> {
	const limit = Math.min(Math.max(page.limit ?? 100, 1), 200);
	const after = decodeCursor(page.cursor, ['integer', 'integer']);
	const rows = await partsOf(db, {
		id: columnId,
		user: actor.userId,
		staff: isStaff(actor),
		now: now(),
		after: (after?.[0] as number | undefined) ?? 0,
		afterId: (after?.[1] as number | undefined) ?? 0,
	});
	const cut = cutPage(rows, limit, (row) => [row.part_number, row.id]);
	return { items: cut.items.map(cardOf), next: cut.next };
}

/**
 * Puts an article at the end of a column. The actor must be allowed to arrange the column and to edit the article. An
 * article stands in one column at most; who may open the column may from now on open the article.
 *
 * @throws items.not_found, articles.not_a_column, articles.not_an_article, articles.in_another_column; refusals of the policy
 */
export async function addToColumn(
	db: Db,
	actor: Actor,
	input: { columnId: ItemId; itemId: ItemId },
): Promise<{ position: number }> {
	return inTransaction(db, async (tx) => {
		const { column, part } = await lockBoth(tx, actor, input);
		if (part.kind !== 'article')
			throw articleError('not_an_article', { detail: `Item ${part.id} is a ${part.kind}.` });
		if (part.partOf !== null && part.partOf !== column.id)
			throw articleError('in_another_column', { detail: 'The article is in another column.' });
		const last = await tx
			.selectFrom('items')
			.select(({ fn }) => fn.max('part_number').as('number'))
			.where('part_of', '=', column.id)
			.where('id', '<>', part.id)
			.executeTakeFirst();
		const position = (last?.number ?? 0) + 1;
		await tx
			.updateTable('items')
			.set({ part_of: column.id, part_number: position })
			.where('id', '=', part.id)
			.execute();
		await changed(tx, actor, column, part.id);
		return { position };
	});
}

/** @throws items.not_found, articles.not_a_column, articles.not_in_column; refusals of the policy */
export async function removeFromColumn(
	db: Db,
	actor: Actor,
	input: { columnId: ItemId; itemId: ItemId },
): Promise<void> {
	await inTransaction(db, async (tx) => {
		const { column, part } = await lockBoth(tx, actor, input);
		if (part.partOf !== column.id)
			throw articleError('not_in_column', { detail: 'The article is not in this column.' });
		await tx
			.updateTable('items')
			.set({ part_of: null, part_number: null })
			.where('id', '=', part.id)
			.execute();
		await changed(tx, actor, column, part.id);
	});
}

/**
 * Gives the articles of a column a new order.
 *
 * @param input.order the ids of all of its articles, each once
 * @throws items.not_found, articles.not_a_column, articles.wrong_order; refusals of the policy
 */
export async function arrangeColumn(
	db: Db,
	actor: Actor,
	input: { columnId: ItemId; order: readonly ItemId[] },
): Promise<void> {
	await inTransaction(db, async (tx) => {
		const column = await lockColumn(tx, actor, input.columnId);
		const parts = await tx
			.selectFrom('items')
			.select('id')
			.where('part_of', '=', column.id)
			.orderBy('id')
			.forNoKeyUpdate()
			.execute();
		const wanted = [...new Set(input.order)].sort((a, b) => a - b);
		if (wanted.length !== input.order.length || String(wanted) !== String(parts.map((part) => part.id))) {
			throw articleError('wrong_order', { detail: 'The order must name every article of the column once.' });
		}
		await sql`update items set part_number = n from unnest(${[...input.order]}::bigint[]) with ordinality as o(id, n) where items.id = o.id`.execute(
			tx,
		);
		await changed(tx, actor, column, null);
	});
}

async function lockColumn(tx: Tx, actor: Actor, id: ItemId): Promise<Subject> {
	const column = await lockItemRow(tx, actor, id);
	if (column.kind !== 'column')
		throw articleError('not_a_column', { detail: `Item ${id} is a ${column.kind}.` });
	demand(actor, column, 'arrange');
	return column;
}

// The column first, always: two people arranging it take turns.
async function lockBoth(
	tx: Tx,
	actor: Actor,
	input: { columnId: ItemId; itemId: ItemId },
): Promise<{ column: Subject; part: Subject }> {
	const column = await lockColumn(tx, actor, input.columnId);
	const part = await lockItemRow(tx, actor, input.itemId);
	demand(actor, part, 'edit');
	return { column, part };
}

// Pages of the neighbours show the column too: a new version makes their cached pages old.
async function changed(tx: Tx, actor: Actor, column: Subject, partId: ItemId | null): Promise<void> {
	await sql`update items set version = version where part_of = ${column.id} or id = ${column.id}`.execute(tx);
	await emit(tx, actor.userId, 'items.changed', { itemId: column.id, change: 'arranged' });
	if (partId !== null) await emit(tx, actor.userId, 'items.changed', { itemId: partId, change: 'arranged' });
}
