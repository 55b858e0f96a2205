import type { ItemId } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { renderMarkdown } from '../../platform/markdown/index.ts';
import { hrefOf } from '../items/index.ts';
import type { SnippetData } from './schemas.ts';

/** What a snippet's page shows beside its description. */
export interface SnippetPart {
	language: string;
	/** null when the reader may not have it. */
	code: string | null;
	/** Highlighted. */
	codeHtml: string | null;
	lines: number;
	forkCount: number;
	forkedFrom: { id: ItemId; title: string; href: string; author: string } | null;
}

declare module '../items/item.ts' {
	interface KindParts {
		snippet: SnippetPart;
	}
}

/** Code as HTML, through the one pipeline that everything goes through. */
export async function renderCode({ language, code }: SnippetData): Promise<string> {
	const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
	const fence = '`'.repeat(longest + 1);
	return (await renderMarkdown(`${fence}${language}\n${code.replace(/\n+$/, '')}\n${fence}\n`)).html;
}

/** Keeps the code of the version that now stands; earlier ones are in the revisions. */
export async function writeSnippet(tx: Tx, itemId: ItemId, data: unknown): Promise<void> {
	const { language, code } = data as SnippetData;
	const values = { language, code, code_html: await renderCode({ language, code }) };
	await tx
		.insertInto('snippets')
		.values({ item_id: itemId, ...values })
		.onConflict((conflict) => conflict.column('item_id').doUpdateSet(values))
		.execute();
}

interface Row {
	language: string;
	code: string | null;
	code_html: string | null;
	lines: number;
	fork_count: number;
	origin: { id: ItemId; kind: string; slug: string; title: string; author: string } | null;
}

const partOf = statement<{ id: ItemId; full: boolean }, Row>(
	`select s.language, case when :full::boolean then s.code end as code, case when :full::boolean then s.code_html end as code_html,
			array_length(string_to_array(s.code, E'\\n'), 1) as lines, s.fork_count,
			(select json_build_object('id', i.id, 'kind', i.kind, 'slug', i.slug, 'title', i.title, 'author', coalesce(u.name, i.author_name, ''))
				from items i left join users u on u.id = i.author_id where i.id = s.forked_from and i.status = 'published'
					and (i.listed or i.space_id = (select o.space_id from items o where o.id = s.item_id))) as origin
		from snippets s where s.item_id = :id::bigint`,
);

/** One statement. @param full whether the reader may have the code */
export async function readSnippet(db: Db, itemId: ItemId, full: boolean): Promise<{ snippet?: SnippetPart }> {
	const [row] = await partOf(db, { id: itemId, full });
	if (!row) return {};
	const origin = row.origin;
	return {
		snippet: {
			language: row.language,
			code: row.code,
			codeHtml: row.code_html,
			lines: row.lines,
			forkCount: row.fork_count,
			forkedFrom: origin && {
				id: origin.id,
				title: origin.title,
				href: hrefOf(origin),
				author: origin.author,
			},
		},
	};
}
