import { randomBytes } from 'node:crypto';
import { type Db, sql } from '../../src/server/platform/db/index.ts';
import { renderMarkdown } from '../../src/server/platform/markdown/index.ts';
import { Language, random } from '../search/synthetic.ts';

/** The question that is measured: ten answers, thirty comments. */
export const measuredId = 1;

/** So many questions have texts of full length with their replies. Those beyond are a paragraph each: rows count, not bytes. */
const inFull = 10_000;

const tags = [
	'postgresql',
	'typescript',
	'linux',
	'kafka',
	'security',
	'rust',
	'caching',
	'llm',
	'go',
	'css',
];

const text = (sample: string, n: string, form: 'source' | 'html') =>
	sql.raw(`case when ${n} <= ${inFull} then ${sample}.${form} else ${sample}.brief_${form} end`);

const triggered = ['items', 'item_tags', 'replies', 'space_members'];

/**
 * Fills an empty database with `questions` questions and six replies to each: two answers, one comment on the
 * question, three on the answers. Rows go in without triggers; what those would compute is given.
 *
 * @returns the cookie of a signed-in member
 */
export async function loadCommunity(db: Db, questions: number): Promise<string> {
	const next = random(7);
	const [english, chinese] = [new Language(20_000, false, 1), new Language(8_000, true, 2)];
	const bodies: { source: string; html: string; excerpt: string; title: string; language: string }[] = [];
	for (let n = 0; n < 120; n++) {
		const [words, glue, language] = n % 5 < 3 ? [english, ' ', 'en'] : [chinese, '', 'zh-CN'];
		const text = (length: number) => words!.text(next, length, glue as string);
		const source = `${text(60)}\n\n\`\`\`ts\nexport async function retry(work: () => Promise<void>, times = ${n}) {\n\tfor (let i = 0; i < times; i++) await work();\n}\n\`\`\`\n\n${text(80)}\n\n- ${text(12)}\n- ${text(12)}\n\n${text(50)}`;
		const { html, excerpt } = await renderMarkdown(source, { base: 'post' });
		bodies.push({ source, html, excerpt, title: text(8).slice(0, 120), language: language as string });
	}
	await db.transaction().execute(async (tx) => {
		for (const table of triggered)
			await sql`alter table ${sql.table(table)} disable trigger user`.execute(tx);
		await sql`set local synchronous_commit = off`.execute(tx);
		await sql`create temp table sample on commit drop as select (row_number() over ())::int - 1 as no, *, left(source, 300) as brief_source, '<p>' || left(title || ' ' || excerpt, 300) || '</p>' as brief_html from json_to_recordset(${JSON.stringify(bodies)}::json)
			as x(source text, html text, excerpt text, title text, language text)`.execute(tx);
		await sql`insert into users (id, handle, name, email, email_verified, reputation)
			select n, 'p' || n, 'Person ' || n, 'p' || n || '@example.org', true, n * 7 % 3000 from generate_series(1, 500) n`.execute(
			tx,
		);
		await sql`insert into spaces (id, slug, name, access, member_count, item_count) values (1, 'commons', 'Commons', 'public', 500, ${questions})`.execute(
			tx,
		);
		await sql`insert into space_members (space_id, user_id) select 1, n from generate_series(1, 500) n`.execute(
			tx,
		);
		await sql`insert into tags (id, slug, name, item_count) select ord, slug, slug, ${questions} / 10 * 2 from unnest(${tags}::text[]) with ordinality t(slug, ord)`.execute(
			tx,
		);
		await sql`insert into items (id, kind, space_id, author_id, slug, title, excerpt, language, score, up_count, answer_count, comment_count, reply_count,
				view_count, tag_slugs, published_at, created_at, last_activity_at, listed)
			select n, 'question', 1, n % 500 + 1, 'q-' || n, s.title || ' ' || n, s.excerpt, s.language, n * 13 % 40, n * 13 % 40,
				case when n = ${measuredId} then 10 else 2 end, case when n = ${measuredId} then 5 else 1 end, case when n = ${measuredId} then 40 else 6 end,
				n * 31 % 5000, array[(${tags}::text[])[n % 10 + 1], (${tags}::text[])[(n / 10) % 10 + 1]],
				at, at, at + interval '2 days', true
			from generate_series(1, ${questions}) n join sample s on s.no = n % 120
			cross join lateral (select now() - (${questions} - n) * (interval '1000 days' / ${questions}) as at) t`.execute(
			tx,
		);
		await sql`insert into item_bodies (item_id, source, html, words) select n, ${text('s', 'n', 'source')}, ${text('s', 'n', 'html')}, 200 from generate_series(1, ${questions}) n join sample s on s.no = n % 120`.execute(
			tx,
		);
		await sql`insert into item_tags (item_id, tag_id, visible, unanswered, hot_rank, score, published_at, last_activity_at)
			select distinct on (i.id, t.id) i.id, t.id, true, false, i.hot_rank, i.score, i.published_at, i.last_activity_at
			from items i join tags t on t.slug = any(i.tag_slugs)`.execute(tx);
		// Replies of question n have the ids 6n … 6n+5; those of the measured one stand above all.
		await sql`insert into replies (id, item_id, kind, root_id, parent_id, author_id, source, html, score, up_count, comment_count, created_at)
			select n * 6 + k, n, case when k < 2 then 'answer' else 'comment' end,
				case when k in (3, 4) then n * 6 when k = 5 then n * 6 + 1 end, case when k in (3, 4) then n * 6 when k = 5 then n * 6 + 1 end,
				(n + k * 17) % 500 + 1, ${text('s', 'n', 'source')}, case when k < 2 then ${text('s', 'n', 'html')} else '<p>' || s.title || '</p>' end, (n + k) % 12, (n + k) % 12,
				case k when 0 then 2 when 1 then 1 else 0 end, i.published_at + k * interval '1 hour'
			from generate_series(2, ${questions}) n cross join generate_series(0, 5) k join sample s on s.no = (n + k * 7) % 120 join items i on i.id = n`.execute(
			tx,
		);
		const first = questions * 6 + 10;
		await sql`insert into replies (id, item_id, kind, author_id, source, html, score, up_count, comment_count, created_at)
			select ${first} + k, ${measuredId}, 'answer', k * 3 + 2, s.source, s.html, 20 - k, 20 - k, case when k < 5 then 4 else 1 end, now() - interval '900 days' + k * interval '1 hour'
			from generate_series(0, 9) k join sample s on s.no = k * 11`.execute(tx);
		// Five on the question, twenty-five under the answers.
		await sql`insert into replies (id, item_id, kind, root_id, parent_id, author_id, source, html, score, created_at)
			select ${first} + 10 + k, ${measuredId}, 'comment', r, r, k + 30, s.title, '<p>' || s.title || '</p>', k % 4, now() - interval '800 days' + k * interval '1 hour'
			from generate_series(0, 29) k join sample s on s.no = k * 4
			cross join lateral (select case when k < 5 then null when k < 25 then ${first} + (k - 5) / 4 else ${first} + k - 20 end as r) t`.execute(
			tx,
		);
		for (const table of triggered) await sql`alter table ${sql.table(table)} enable trigger user`.execute(tx);
		for (const table of ['users', 'spaces', 'tags', 'items', 'replies']) {
			await sql`select setval(pg_get_serial_sequence(${table}, 'id'), (select max(id) from ${sql.table(table)}))`.execute(
				tx,
			);
		}
	});
	await sql`vacuum analyze`.execute(db);
	const token = randomBytes(24).toString('base64url');
	await db
		.insertInto('sessions')
		.values({ user_id: 5, token, expires_at: new Date(Date.now() + 86_400_000) })
		.execute();
	await db
		.insertInto('votes')
		.values([{ user_id: 5, item_id: measuredId, value: 1 }])
		.execute();
	return `stoa.session_token=${token}.x`;
}
