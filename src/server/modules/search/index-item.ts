import type { ItemId } from '../../kernel/ids.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { buildVector, type DocumentText, facet, type Vector } from './document.ts';
import { textOfHtml, textOfMarkdown } from './plain-text.ts';

interface SourceRow {
	id: ItemId;
	kind: string;
	space_id: number;
	author_id: number | null;
	title: string;
	excerpt: string;
	language: string;
	access: string;
	listed: boolean;
	part_of: number | null;
	tag_slugs: string[];
	/** The tags as people call them, in every language. */
	tag_names: string[];
	score: number;
	answer_count: number;
	accepted: boolean;
	published_at: Date;
	source: string | null;
	preview_html: string | null;
	code: string | null;
	replies: string[] | null;
}

/** One row of search_documents about to be written. */
interface Entry extends Vector {
	row: SourceRow;
	/** See the column of the same name. */
	part: 0 | 1 | 2;
	/** Everybody may read it: its words count in the vocabulary. */
	open: boolean;
}

/** Vocabulary and totals, as differences. */
export class Tally {
	readonly terms = new Map<string, { n: number }>();
	documents = 0;
	words = 0;

	add(lexemes: Iterable<string>, words: number, sign: 1 | -1): void {
		for (const lexeme of lexemes) {
			const count = this.terms.get(lexeme);
			if (count) count.n += sign;
			else this.terms.set(lexeme, { n: sign });
		}
		this.documents += sign;
		this.words += sign * words;
	}
}

// Enough of a thread to tell what it is about; answers before comments, the best first.
const repliesRead = 60;

async function readSources(tx: Db, ids: readonly ItemId[]): Promise<SourceRow[]> {
	const { rows } =
		await sql<SourceRow>`select i.id, i.kind, i.space_id, i.author_id, i.title, i.excerpt, i.language, i.access,
			i.listed, i.part_of, i.tag_slugs,
			array(select concat_ws(' ', t.name, (select string_agg(n.value, ' ') from jsonb_each_text(t.names) n)) from tags t where t.slug = any(i.tag_slugs)) as tag_names, i.score, i.answer_count, i.accepted_reply_id is not null as accepted, i.published_at,
			b.source, b.preview_html, c.code,
			case when i.reply_count > 0 then array(
				(select left(r.source, 4000) from replies r
					where r.item_id = i.id and r.kind <> 'comment' and r.status = 'published' order by r.score desc, r.id limit ${repliesRead}::int)
				union all
				(select left(r.source, 1000) from replies r
					where r.item_id = i.id and r.kind = 'comment' and r.status = 'published' order by r.root_id, r.id limit ${repliesRead}::int)
			) end as replies
		from items i left join item_bodies b on b.item_id = i.id left join snippets c on c.item_id = i.id
		where i.id = any(${[...ids]}::bigint[]) and i.status = 'published'`.execute(tx);
	return rows;
}

function facetsOf(row: SourceRow): string[] {
	const facets = [
		facet('kind', row.kind),
		facet('language', row.language.split('-')[0]!.toLowerCase()),
		facet('space', row.space_id),
		facet('state', row.access === 'free' ? 'free' : 'paid'),
	];
	if (row.author_id !== null) facets.push(facet('author', row.author_id));
	if (row.accepted) facets.push(facet('state', 'solved'));
	if (row.answer_count > 0) facets.push(facet('state', 'answered'));
	return facets;
}

function entriesOf(row: SourceRow): Entry[] {
	const shared = { title: row.title, tags: row.tag_slugs, tagNames: row.tag_names, facets: facetsOf(row) };
	const body = textOfMarkdown(`${row.source ?? ''}\n\n${row.code ?? ''}`);
	const whole: DocumentText = { ...shared, body, replies: (row.replies ?? []).map(textOfMarkdown) };
	if (row.access === 'free') return [{ row, part: 0, open: row.listed, ...buildVector(whole) }];
	const shown: DocumentText = {
		...shared,
		body: `${row.excerpt} ${textOfHtml(row.preview_html ?? '')}`,
		replies: [],
	};
	return [
		{ row, part: 1, open: row.listed, ...buildVector(shown) },
		{ row, part: 2, open: false, ...buildVector(whole) },
	];
}

/** Stands in no text that is indexed. Long lists travel as one string: quoting each element costs as much as finding it. */
const between = '\u001f';

async function write(tx: Db, entries: readonly Entry[]): Promise<void> {
	if (entries.length === 0) return;
	await sql`insert into search_documents (item_id, part, tier, kind, space_id, author_id, access, part_of, score, solved, published_at, length, terms)
		select d.item_id, d.part, (select min(t.tier) from search_tiers t where t.floor <= search_quality(d.score, d.published_at)),
			d.kind, d.space_id, d.author_id, d.access, d.part_of, d.score, d.solved, d.published_at, d.length, d.terms::tsvector
		from unnest(${entries.map(({ row }) => row.id)}::bigint[], ${entries.map(({ part }) => part)}::smallint[],
			${entries.map(({ row }) => row.kind)}::text[], ${entries.map(({ row }) => row.space_id)}::bigint[],
			${entries.map(({ row }) => row.author_id)}::bigint[], ${entries.map(({ row }) => row.access)}::text[],
			${entries.map(({ row }) => row.part_of)}::bigint[], ${entries.map(({ row }) => row.score)}::int[],
			${entries.map(({ row }) => row.accepted)}::boolean[], ${entries.map(({ row }) => row.published_at)}::timestamptz[], ${entries.map(({ length }) => length)}::int[],
			string_to_array(${entries.map(({ terms }) => terms).join(between)}::text, ${between}::text))
			as d(item_id, part, kind, space_id, author_id, access, part_of, score, solved, published_at, length, terms)`.execute(
		tx,
	);
}

/** Adds a tally to the stored vocabulary. Rows are locked in the order of their lexemes: two writers never wait for each other. */
export async function writeTally(tx: Db, tally: Tally): Promise<void> {
	const changed = [...tally.terms].filter(([, { n }]) => n !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
	const chunk = 20_000;
	for (let i = 0; i < changed.length; i += chunk) {
		const part = changed.slice(i, i + chunk);
		await sql`insert into search_terms as t (lexeme, documents)
			select * from unnest(string_to_array(${part.map(([lexeme]) => lexeme).join(between)}::text, ${between}::text), ${part.map(([, { n }]) => n)}::int[])
			on conflict (lexeme) do update set documents = t.documents + excluded.documents`.execute(tx);
	}
	if (tally.documents !== 0 || tally.words !== 0) {
		await sql`update search_totals set documents = documents + ${tally.documents}::bigint, words = words + ${tally.words}::bigint`.execute(
			tx,
		);
	}
}

/**
 * Brings the documents of some items up to date: written anew when the item is published, removed when it is not.
 *
 * @param tally takes the change to the vocabulary; the caller writes it
 * @param known fresh: none of them is indexed yet, which saves looking. counted: the vocabulary counts what is there
 *   now, so what is replaced must be taken off
 */
export async function indexBatch(
	tx: Db,
	ids: readonly ItemId[],
	tally: Tally,
	known: { fresh: boolean; counted: boolean } = { fresh: false, counted: true },
): Promise<number> {
	if (!known.fresh) await remove(tx, ids, known.counted ? tally : null);
	const entries = (await readSources(tx, ids)).flatMap(entriesOf);
	for (const entry of entries) if (entry.open) tally.add(entry.lexemes, entry.length, 1);
	await write(tx, entries);
	return entries.length;
}

/** Takes out the documents of some items. */
async function remove(tx: Db, ids: readonly ItemId[], tally: Tally | null): Promise<void> {
	if (!tally) {
		await sql`delete from search_documents where item_id = any(${[...ids]}::bigint[])`.execute(tx);
		return;
	}
	const { rows } = await sql<{ lexemes: string[]; length: number; open: boolean }>`
		delete from search_documents d using spaces s
		where d.item_id = any(${[...ids]}::bigint[]) and s.id = d.space_id
		returning tsvector_to_array(d.terms) as lexemes, d.length, d.part < 2 and s.access <> 'private' as open`.execute(
		tx,
	);
	for (const row of rows) if (row.open) tally.add(row.lexemes, row.length, -1);
}

/** Two writers of the same item would each add a document. */
async function alone(tx: Tx, itemId: ItemId): Promise<void> {
	await sql`select pg_advisory_xact_lock(7831, ${itemId % 2_147_483_647}::int)`.execute(tx);
}

/**
 * Makes one item findable as it stands now, or no longer when it is not published. Safe to call again, and from two
 * places at once.
 */
export function indexItem(db: Db, itemId: ItemId): Promise<void> {
	return inTransaction(db, async (tx) => {
		await alone(tx, itemId);
		const tally = new Tally();
		await indexBatch(tx, [itemId], tally);
		await writeTally(tx, tally);
	});
}

/**
 * Makes many items findable as they stand now, as {@link indexItem} does for one: for imports.
 *
 * @param itemIds some hundreds at most; all are done in one transaction
 * @returns how many documents were written
 */
export function indexItems(db: Db, itemIds: readonly ItemId[]): Promise<number> {
	return inTransaction(db, async (tx) => {
		await sql`select pg_advisory_xact_lock(7831, id) from (select distinct (id % 2147483647)::int as id
			from unnest(${[...itemIds]}::bigint[]) as id order by 1) as ordered`.execute(tx);
		const tally = new Tally();
		const written = await indexBatch(tx, itemIds, tally);
		await writeTally(tx, tally);
		return written;
	});
}

/** Takes an item out of the search, whatever its state. */
export function removeItem(db: Db, itemId: ItemId): Promise<void> {
	return inTransaction(db, async (tx) => {
		await alone(tx, itemId);
		const tally = new Tally();
		await remove(tx, [itemId], tally);
		await writeTally(tx, tally);
	});
}
