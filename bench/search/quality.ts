import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { visitor } from '../../src/server/contracts/actor.ts';
import { reindexAll, retrieve, search } from '../../src/server/modules/search/index.ts';
import { type Db, sql } from '../../src/server/platform/db/index.ts';

interface Text {
	title: string;
	body: string;
	language: string;
}

async function loadTexts(db: Db, texts: readonly Text[]): Promise<void> {
	await sql`insert into spaces (id, slug, name) values (1, 'commons', 'Commons') on conflict do nothing`.execute(
		db,
	);
	const rows = texts.map((text, i) => ({ ...text, id: i + 1 }));
	for (let at = 0; at < rows.length; at += 100) {
		const part = JSON.stringify(rows.slice(at, at + 100));
		await sql`insert into items (id, kind, space_id, slug, title, language, published_at)
			select id, 'article', 1, 't' || id, left(title, 300), language, timestamptz '2026-01-01'
			from json_to_recordset(${part}::json) as r(id bigint, title text, language text)`.execute(db);
		await sql`insert into item_bodies (item_id, source, html)
			select id, body, '' from json_to_recordset(${part}::json) as r(id bigint, body text)`.execute(db);
	}
	await reindexAll(db);
}

function read(dir: string, file: string): string {
	return gunzipSync(readFileSync(join(dir, file))).toString('utf8');
}

function records(text: string): Record<string, string>[] {
	return text
		.split(/^\.I /m)
		.slice(1)
		.map((block) => {
			const fields: Record<string, string> = {};
			let field = '';
			for (const line of block.split('\n').slice(1)) {
				const mark = /^\.([TABW])\s*$/.exec(line);
				if (mark) {
					field = mark[1]!;
					fields[field] ??= '';
				} else if (field) fields[field] += `${line}\n`;
			}
			return fields;
		});
}

export interface Quality {
	map: number;
	p10: number;
	ndcg10: number;
	mrr: number;
}

/** Plain BM25 on the same collection, measured apart; see the data's own notes. */
export const plainBm25: Quality = { map: 0.2647, p10: 0.2178, ndcg10: 0.3467, mrr: 0.4938 };

/**
 * The Cranfield collection: 1,400 abstracts, 225 questions, through the same `search` that pages call. Relevant is
 * a code above 0; a judgement names its question by position, not by id.
 *
 * @returns null when the data is not there
 */
export async function cranfield(db: Db, data: string): Promise<Quality | null> {
	const dir = join(data, 'search-cranfield');
	if (!existsSync(dir)) return null;
	const documents = records(read(dir, 'cran.all.1400.gz'));
	const questions = records(read(dir, 'cran.qry.gz')).map(({ W }) => (W ?? '').replace(/\s+/g, ' ').trim());
	const relevant = questions.map(() => new Set<number>());
	for (const line of read(dir, 'cranqrel.gz').split('\n')) {
		const [question, document, code] = line.trim().split(/\s+/).map(Number);
		if (question && code! > 0) relevant[question - 1]!.add(document!);
	}
	await loadTexts(
		db,
		documents.map(({ T, W }, i) => ({
			title: (T ?? '').replace(/\s+/g, ' ').trim() || `Document ${i + 1}`,
			body: W ?? '',
			language: 'en',
		})),
	);
	const sums: Quality = { map: 0, p10: 0, ndcg10: 0, mrr: 0 };
	for (const [i, question] of questions.entries()) {
		const one = judge(await retrieve(db, visitor, question, 1000), relevant[i]!);
		for (const key of Object.keys(sums) as (keyof Quality)[]) sums[key] += one[key] / questions.length;
	}
	return sums;
}

function judge(ranked: readonly number[], relevant: ReadonlySet<number>): Quality {
	let found = 0;
	const out: Quality = { map: 0, p10: 0, ndcg10: 0, mrr: 0 };
	ranked.forEach((id, i) => {
		if (!relevant.has(id)) return;
		found += 1;
		out.map += found / (i + 1) / relevant.size;
		out.mrr ||= 1 / (i + 1);
		if (i < 10) {
			out.p10 += 0.1;
			out.ndcg10 += 1 / Math.log2(i + 2);
		}
	});
	let ideal = 0;
	for (let i = 0; i < Math.min(10, relevant.size); i++) ideal += 1 / Math.log2(i + 2);
	out.ndcg10 = ideal > 0 ? out.ndcg10 / ideal : 0;
	return out;
}

/**
 * Long Chinese articles: for each, the words of its title must bring it among the first three.
 *
 * @returns the share of articles for which they do, and how many there are; null when the data is not there
 */
export async function chineseTitles(
	db: Db,
	data: string,
): Promise<{ share: number; articles: number } | null> {
	const dir = join(data, 'articles-zh-javaguide');
	if (!existsSync(dir)) return null;
	const articles = read(dir, 'articles.jsonl.gz')
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as { title: string | null; markdown: string });
	const body = (markdown: string) => markdown.replace(/^---\n[\s\S]*?\n---\n/, '');
	await loadTexts(
		db,
		articles.map(({ title, markdown }, i) => ({
			title: title ?? `Article ${i + 1}`,
			body: body(markdown),
			language: 'zh-CN',
		})),
	);
	let good = 0;
	const titles = articles.flatMap(({ title }) => (title ? [title] : []));
	for (const title of titles) {
		const { hits } = await search(db, visitor, { q: title.replace(/[:："“”[\]-]/g, ' ') });
		if (hits.slice(0, 3).some((hit) => hit.item.title === title)) good += 1;
	}
	return { share: good / titles.length, articles: titles.length };
}
