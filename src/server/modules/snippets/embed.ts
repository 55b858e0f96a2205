import type { ItemId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { hrefOf } from '../items/index.ts';

/** What another site shows in a frame. */
export interface EmbeddedSnippet {
	id: ItemId;
	title: string;
	/** Path on this site. */
	href: string;
	author: string;
	language: string;
	code: string;
	codeHtml: string;
	revision: number;
	updatedAt: Date;
}

interface Row {
	id: ItemId;
	kind: string;
	slug: string;
	title: string;
	author: string;
	language: string;
	code: string;
	code_html: string;
	revision: number;
	updated_at: Date;
}

const embedOf = statement<{ id: ItemId }, Row>(
	`select i.id, i.kind, i.slug, i.title, coalesce(u.name, i.author_name, '') as author, s.language, s.code, s.code_html, i.revision,
			coalesce(i.edited_at, i.published_at) as updated_at
		from items i join snippets s on s.item_id = i.id left join users u on u.id = i.author_id
		where i.id = :id::bigint and i.status = 'published' and i.listed and i.access = 'free'`,
);

/** A snippet that everybody may read; null for any other. One statement. */
export async function readEmbed(db: Db, id: ItemId): Promise<EmbeddedSnippet | null> {
	const [row] = await embedOf(db, { id });
	if (!row) return null;
	const { kind, slug, code_html, updated_at, ...rest } = row;
	return { ...rest, href: hrefOf({ id, kind, slug }), codeHtml: code_html, updatedAt: updated_at };
}
