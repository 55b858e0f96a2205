import { type Db, sql } from '../../src/server/platform/db/index.ts';

/** The same numbers on every run. */
export function random(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

const onsets = [
	'b',
	'br',
	'c',
	'cl',
	'd',
	'dr',
	'f',
	'fl',
	'g',
	'gr',
	'h',
	'k',
	'l',
	'm',
	'n',
	'p',
	'pl',
	'qu',
	'r',
	's',
	'sc',
	'st',
	't',
	'tr',
	'v',
	'w',
];
const rimes = [
	'a',
	'e',
	'i',
	'o',
	'u',
	'ack',
	'al',
	'an',
	'ar',
	'ed',
	'el',
	'en',
	'er',
	'ic',
	'im',
	'ion',
	'ist',
	'it',
	'ol',
	'on',
	'or',
	'um',
	'ut',
];
const hanzi =
	'数据库索引查询事务日志存储引擎线程进程内存缓存网络协议请求响应消息队列服务节点集群分布一致性复制备份恢复容器调度编译运行语言类型函数接口对象模型训练推理向量检索排序算法结构树图表锁页块流式处理监控告警部署测试版本分支合并安全加密签名权限用户角色组织项目任务计划评论文章问题答案社区课程';

/** A vocabulary of made-up words whose frequencies fall off as those of a language do (Zipf and Mandelbrot). */
export class Language {
	readonly words: string[] = [];
	readonly #sums: Float64Array;

	constructor(size: number, chinese: boolean, seed: number) {
		const next = random(seed);
		const pick = <T>(list: ArrayLike<T>) => list[Math.floor(next() * list.length)]!;
		const seen = new Set<string>();
		while (this.words.length < size) {
			let word = '';
			const parts = chinese ? (next() < 0.8 ? 2 : 3) : 2 + Math.floor(next() * 3);
			for (let i = 0; i < parts; i++) word += chinese ? pick(hanzi) : pick(onsets) + pick(rimes);
			if (!seen.has(word)) this.words.push(word);
			seen.add(word);
		}
		this.#sums = new Float64Array(size);
		let sum = 0;
		for (let i = 0; i < size; i++) this.#sums[i] = sum += 1 / (i + 21);
	}

	/** A word, the common ones more often. */
	draw(next: () => number): string {
		const at = next() * this.#sums[this.#sums.length - 1]!;
		let low = 0;
		let high = this.words.length - 1;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (this.#sums[middle]! < at) low = middle + 1;
			else high = middle;
		}
		return this.words[low]!;
	}

	text(next: () => number, words: number, glue: string): string {
		const out: string[] = [];
		for (let i = 0; i < words; i++) {
			out.push(this.draw(next));
			if (i % 12 === 11) out[out.length - 1] += glue === '' ? '。' : '.';
		}
		return out.join(glue);
	}
}

export interface Corpus {
	english: Language;
	chinese: Language;
	/** Some titles, for queries that look for a certain item. */
	titles: string[];
}

const people = 500;
const tags = ['postgresql', 'typescript', 'linux', 'kafka', 'security', 'rust', 'caching', 'llm'];

/**
 * Fills an empty database with `items` questions and six replies to each, three in five English, the others Chinese.
 * Rows go in without triggers: what those would compute is given.
 */
export async function loadCorpus(db: Db, items: number, onProgress: (done: number) => void): Promise<Corpus> {
	const corpus: Corpus = {
		english: new Language(40_000, false, 1),
		chinese: new Language(15_000, true, 2),
		titles: [],
	};
	const next = random(items);
	await sql`insert into users (handle, name, email) select 'p' || n, 'Person ' || n, 'p' || n || '@example.org' from generate_series(1, ${people}::int) n`.execute(
		db,
	);
	await sql`insert into spaces (slug, name, access) values ('commons', 'Commons', 'public'), ('systems', 'Systems', 'public'), ('board', 'Board', 'private')`.execute(
		db,
	);
	const batch = 1_000;
	for (let from = 1; from <= items; from += batch) {
		const rows = Array.from({ length: Math.min(batch, items - from + 1) }, (_, i) =>
			itemRow(corpus, from + i, next),
		);
		await db.transaction().execute(async (tx) => {
			await sql`set local session_replication_role = replica`.execute(tx);
			await sql`insert into items (id, kind, space_id, author_id, slug, title, excerpt, language, access, tag_slugs, score, answer_count, reply_count, published_at, listed)
				select id, kind, space_id, author_id, 'i' || id, title, left(title, 100), language, access, array[tag], score, 2, 6, published_at, space_id <> 3
				from json_to_recordset(${JSON.stringify(rows)}::json) as r(id bigint, kind text, space_id bigint, author_id bigint, title text,
					language text, access text, tag text, score int, published_at timestamptz)`.execute(tx);
			await sql`insert into item_bodies (item_id, source, html, preview_html)
				select id, body, '', case access when 'free' then null else left(body, 200) end
				from json_to_recordset(${JSON.stringify(rows)}::json) as r(id bigint, body text, access text)`.execute(
				tx,
			);
			await sql`insert into replies (item_id, kind, author_id, source, html, score)
				select r.id, case when n <= 2 then 'answer' else 'comment' end, r.author_id, reply, '', 7 - n
				from json_to_recordset(${JSON.stringify(rows)}::json) as r(id bigint, author_id bigint, replies json),
					json_array_elements_text(r.replies) with ordinality as e(reply, n)`.execute(tx);
		});
		onProgress(from + rows.length - 1);
	}
	await sql`select setval(pg_get_serial_sequence('items', 'id'), ${items}::bigint)`.execute(db);
	await sql`analyze`.execute(db);
	return corpus;
}

function itemRow(corpus: Corpus, id: number, next: () => number) {
	const chinese = next() < 0.4;
	const language = chinese ? corpus.chinese : corpus.english;
	const glue = chinese ? '' : ' ';
	const title = language.text(next, 6, glue).replace(/[.。]$/, '');
	if (corpus.titles.length < 5_000) corpus.titles.push(title);
	return {
		id,
		kind: next() < 0.7 ? 'question' : next() < 0.5 ? 'article' : 'discussion',
		space_id: next() < 0.05 ? 3 : next() < 0.6 ? 1 : 2,
		author_id: 1 + Math.floor(next() * people),
		title,
		language: chinese ? 'zh-CN' : 'en',
		access: next() < 0.95 ? 'free' : 'paid',
		tag: tags[Math.floor(next() * tags.length)]!,
		score: Math.floor(Math.exp(next() * next() * 6)) - 1,
		published_at: new Date(1.6e12 + Math.floor(next() * 1.8e11)).toISOString(),
		body: language.text(next, 110, glue),
		replies: Array.from({ length: 6 }, (_, i) => language.text(next, i < 2 ? 60 : 20, glue)),
	};
}

/** Queries as people type them, by kind. */
export function queriesFor(corpus: Corpus, each: number, seed = 7): Map<string, string[]> {
	const next = random(seed);
	const rank = (language: Language, from: number, to: number) =>
		language.words[from + Math.floor(next() * (to - from))]!;
	const title = () => corpus.titles[Math.floor(next() * corpus.titles.length)]!;
	const swap = (word: string) => word.slice(0, 2) + word[3]! + word[2]! + word.slice(4);
	const makers: Record<string, () => string> = {
		'one very common word': () => rank(corpus.english, 0, 60),
		'one common Chinese word': () => rank(corpus.chinese, 0, 200),
		'one rare word': () => rank(corpus.english, 5_000, 30_000),
		'two words': () => `${rank(corpus.english, 50, 1_500)} ${rank(corpus.english, 50, 1_500)}`,
		'two Chinese words': () => `${rank(corpus.chinese, 20, 800)}${rank(corpus.chinese, 20, 800)}`,
		'words of a title': () => title().split(' ').slice(0, 4).join(' ').slice(0, 40),
		'a word and filters': () =>
			`${rank(corpus.english, 20, 800)} kind:question tag:${tags[Math.floor(next() * tags.length)]} after:2023-01-01`,
		'an exact phrase': () => `"${title().split(' ').slice(1, 3).join(' ').slice(0, 12)}"`,
		'a mistyped word': () =>
			swap(
				corpus.english.words.slice(200, 4_000).filter((word) => word.length > 7)[Math.floor(next() * 500)]!,
			),
		'a long question': () =>
			`how do I ${Array.from({ length: 7 }, () => rank(corpus.english, 30, 3_000)).join(' ')}`,
	};
	return new Map(Object.entries(makers).map(([name, make]) => [name, Array.from({ length: each }, make)]));
}
