import type { ItemCard, ItemPage } from '#server/modules/items/index.ts';

/** What a snippet's page has beside what every item has. */
export interface SnippetPart {
	language: string;
	code: string;
	codeHtml: string;
	forkCount: number;
	forkedFrom: { id: number; title: string; href: string } | null;
}

/** Where an article stands in its column. */
export interface ArticlePart {
	column: { id: number; title: string; href: string };
	number: number;
	total: number;
	previous: { title: string; href: string } | null;
	next: { title: string; href: string } | null;
}

export interface ColumnEntry {
	number: number;
	item: ItemCard;
}

/** The parts of a page, whatever its kind. */
export function partsOf(page: ItemPage) {
	return page as ItemPage & { snippet?: SnippetPart; part?: ArticlePart; entries?: ColumnEntry[] };
}
