import { normaliseTag } from '../../modules/items/index.ts';
import { type Db, sql, type Tx } from '../../platform/db/index.ts';
import { clip, insertRows } from './bulk.ts';

/** The key of a tag in Stoa for its name elsewhere; empty when nothing of it can be used. */
export function tagSlug(name: string): string {
	return clip(normaliseTag(name), 60);
}

/** Keys for names, without repetition. */
export function tagSlugs(names: string[]): string[] {
	return [...new Set(names.map(tagSlug).filter((slug) => slug !== ''))];
}

/** Finds tags by name, follows synonyms, and makes those that are missing; remembers what it found. */
export function tagBook() {
	const known = new Map<string, { id: number; slug: string }>();
	const fill = async (tx: Tx, names: Iterable<string>): Promise<void> => {
		const missing = new Map<string, string>();
		for (const name of names) {
			const slug = tagSlug(name);
			if (slug !== '' && !known.has(slug)) missing.set(slug, name.trim());
		}
		if (missing.size === 0) return;
		const wanted = [...missing.keys()];
		await find(tx, wanted);
		const made = wanted.filter((slug) => !known.has(slug)).sort();
		await insertRows(
			tx,
			'tags',
			made.map((slug) => ({ slug, name: clip(missing.get(slug)!, 60) })),
			'ignore',
		);
		await find(tx, made);
	};
	const find = async (db: Db, slugs: string[]): Promise<void> => {
		if (slugs.length === 0) return;
		const { rows } = await sql<{ asked: string; id: number; slug: string }>`
			select asked, tags.id, tags.slug from unnest(${slugs}::text[]) as asked
			left join tag_synonyms on tag_synonyms.slug = asked
			join tags on tags.id = tag_synonyms.tag_id or (tag_synonyms.tag_id is null and tags.slug = asked)`.execute(
			db,
		);
		for (const row of rows) known.set(row.asked, { id: row.id, slug: row.slug });
	};
	return {
		/** Ids by the names given. */
		async idsOf(tx: Tx, names: Iterable<string>): Promise<Map<string, number>> {
			const asked = [...names];
			await fill(tx, asked);
			return new Map(
				asked.flatMap((name) => (known.has(tagSlug(name)) ? [[name, known.get(tagSlug(name))!.id]] : [])),
			);
		},
		/** Tags as items carry them, without repetition, for each list of names. */
		async listsOf(tx: Tx, lists: string[][]): Promise<{ id: number; slug: string }[][]> {
			await fill(tx, lists.flat());
			return lists.map((names) => {
				const found = names.map((name) => known.get(tagSlug(name))).filter((tag) => tag !== undefined);
				return found.filter((tag, index) => found.findIndex((other) => other.id === tag.id) === index);
			});
		},
	};
}
