import type { TagId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Demo } from './read-demo.ts';

/** The tags and their synonyms. @returns ids by slug */
export async function addTags(tx: Tx, demo: Demo): Promise<Map<string, TagId>> {
	const rows = await tx
		.insertInto('tags')
		.values(
			demo.tags.map((tag) => ({
				slug: tag.slug,
				name: tag.en,
				names: JSON.stringify({ 'zh-CN': tag.zh, en: tag.en }),
				description: tag.about_en,
				descriptions: JSON.stringify({ 'zh-CN': tag.about_zh, en: tag.about_en }),
			})),
		)
		.returning(['id', 'slug'])
		.execute();
	const ids = new Map(rows.map(({ id, slug }) => [slug, id]));
	const slugs = new Set(demo.tags.map((tag) => tag.slug));
	const synonyms = new Map<string, number>();
	for (const tag of demo.tags) {
		for (const synonym of tag.synonyms ?? [])
			if (!slugs.has(synonym)) synonyms.set(synonym.toLowerCase(), ids.get(tag.slug)!);
	}
	if (synonyms.size > 0)
		await tx
			.insertInto('tag_synonyms')
			.values([...synonyms].map(([slug, tag_id]) => ({ slug, tag_id })))
			.execute();
	return ids;
}
