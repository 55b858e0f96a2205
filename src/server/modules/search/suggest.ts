import { type Actor, isStaff } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { accessJoins, accessLevel } from '../entitlements/index.ts';
import { hrefOf } from '../items/index.ts';
import { analyze } from './analyze.ts';
import { facet, quoteLexeme } from './document.ts';
import { fold } from './fold.ts';
import { mark, matcherFor, type Segment } from './highlight.ts';
import { printable } from './query.ts';
import { tierFor } from './tiers.ts';
import { wordUnits } from './units.ts';

/** What fits what has been typed so far. */
export interface Suggestions {
	titles: { id: ItemId; kind: string; href: string; title: Segment[] }[];
	tags: { slug: string; name: string; names: Record<string, string>; itemCount: number }[];
	people: { handle: string; name: string; image: string | null; face: unknown }[];
}

const longestPrefix = 80;
const shown = { titles: 6, tags: 4, people: 4 } as const;

/** Words of titles that begin as typed, those in most titles first. */
const completions = statement<
	{ from: string; to: string; lexemes: string[] },
	{ lexeme: string; documents: number; whole: number; tiers: number[] }
>(
	`select lexeme, documents, (select documents from search_totals) as whole, (select array_agg(documents::int order by tier) from search_tiers) as tiers
	from ((select lexeme, documents from (select lexeme, documents from search_terms
			where lexeme >= :from and lexeme < :to limit 2000) as near where documents > 0 order by documents desc, lexeme limit 12)
		union select lexeme, documents from search_terms where lexeme = any(:lexemes::text[])) as t`,
);

interface Reader {
	user: number | null;
	staff: boolean;
	now: Date;
}

const titlesLike = statement<
	Reader & { query: string; tier: number; limit: number },
	{ id: number; kind: string; slug: string; title: string }
>(
	`select t.id, t.kind, t.slug, t.title from (
		select d.item_id, d.quality from search_matches(:tier::int, :query::tsquery) d
			cross join lateral (select d.item_id as id, d.author_id, 'published'::text as status, d.access, d.part_of, d.space_id) i
			${accessJoins}
		where d.part < 2 and (${accessLevel}) <> 'none' order by d.quality desc, d.item_id desc limit :limit::int) as best
	join items t on t.id = best.item_id and t.status = 'published' order by best.quality desc, t.id desc`,
);

const tagsLike = statement<
	{ prefix: string; name: string; limit: number },
	{ slug: string; name: string; names: Record<string, string>; item_count: number }
>(
	`select slug, name, names, item_count from tags
	where slug like :prefix or name ilike :name or exists (select from jsonb_each_text(names) n where n.value ilike :name)
	order by item_count desc, id limit :limit::int`,
);

const peopleLike = statement<
	{ prefix: string; name: string; limit: number },
	{ handle: string; name: string; image: string | null; face: unknown }
>(
	`select handle, name, image, face from users where id in (
		(select id from users where handle like :prefix limit 300) union all (select id from users where name ilike :name limit 300))
	order by reputation desc, id desc limit :limit::int`,
);

/**
 * Titles, tags and people for a search box, while it is being filled in. Three or four short statements, whatever the
 * number of items.
 *
 * @param typed what stands in the box; filters and quotes are taken as text
 */
export async function suggest(db: Db, actor: Actor, typed: string): Promise<Suggestions> {
	const text = printable(typed.slice(0, longestPrefix)).trim();
	if (!text) return { titles: [], tags: [], people: [] };
	const folded = fold(text);
	const like = `${folded.replace(/[\\%_]/g, '\\$&')}%`;
	const [found, tags, people] = await Promise.all([
		suggestTitles(db, { user: actor.userId, staff: isStaff(actor), now: now() }, text),
		tagsLike(db, { prefix: like.replaceAll(' ', '-'), name: like, limit: shown.tags }),
		// One letter fits everybody.
		folded.length > 1 || /[^\0-\x7f]/.test(folded)
			? peopleLike(db, { prefix: like.replace(/^@/, ''), name: like.replace(/^@/, ''), limit: shown.people })
			: [],
	]);
	return {
		titles: found,
		tags: tags.map(({ item_count, ...tag }) => ({ ...tag, itemCount: item_count })),
		people,
	};
}

async function suggestTitles(db: Db, reader: Reader, text: string): Promise<Suggestions['titles']> {
	const tokens = analyze(text).filter(
		(token) => token.kind === 'word' || (token.kind === 'pair' && !token.stop),
	);
	const last = tokens.at(-1);
	if (!last) return [];
	// The last word may go on; Chinese needs no guessing, its pairs are there as soon as they are typed.
	const open =
		last.end === text.length && (last.lexeme.length === 1 || !/^\p{Script=Han}/u.test(last.lexeme));
	const fixed = (open ? tokens.slice(0, -1) : tokens).map((token) => facet('title', token.lexeme));
	const beginning = facet('title', fold(text.slice(last.start, last.end)));
	const own = facet('title', last.lexeme);
	// One letter begins more words than are worth looking through.
	const broad = open && /^.[a-z0-9]$/.test(beginning);
	const guessed = open && !broad;
	const rows = await completions(db, {
		from: guessed ? beginning : '',
		to: guessed ? `${beginning}\u{10ffff}` : '',
		lexemes: [...fixed, own],
	});
	const counts = new Map(rows.map((row) => [row.lexeme, row.documents]));
	const endings = guessed
		? rows.map((row) => row.lexeme).filter((lexeme) => lexeme === own || lexeme.startsWith(beginning))
		: [];
	// What is in no title that everybody may read may be in one that this person may.
	if (
		reader.user === null &&
		(fixed.some((lexeme) => !counts.get(lexeme)) || (guessed && endings.length === 0))
	)
		return [];
	const rest = endings.length > 0 ? endings.map(quoteLexeme) : [`${quoteLexeme(beginning)}:*`];
	const query = [...fixed.map(quoteLexeme), ...(open ? [`(${rest.join(' | ')})`] : [])].join(' & ');
	if (!query) return [];
	const whole = Math.max(1, rows[0]?.whole ?? 1);
	const portion = (lexemes: string[]) =>
		Math.min(1, lexemes.reduce((sum, lexeme) => sum + (counts.get(lexeme) ?? 0), 0) / whole);
	const share = fixed.reduce(
		(product, lexeme) => product * portion([lexeme]),
		broad ? 0.1 : open ? portion(endings) : 1,
	);
	const found = await titlesLike(db, {
		...reader,
		query,
		tier: tierFor(share, rows[0]?.tiers ?? [], 60),
		limit: shown.titles,
	});
	const matcher = matcherFor(wordUnits(text).units);
	return found.map(({ id, kind, slug, title }) => ({
		id,
		kind,
		href: hrefOf({ kind, id, slug }),
		title: markTyped(title, text, mark(title, matcher)),
	}));
}

/** A word that is still being typed is marked as far as it goes. */
function markTyped(title: string, typed: string, marked: Segment[]): Segment[] {
	const word = /\S+$/.exec(fold(typed))?.[0] ?? '';
	const at = marked.some((segment) => segment.hit) || !word ? -1 : fold(title).indexOf(word);
	if (at < 0) return marked;
	return [
		{ text: title.slice(0, at), hit: false },
		{ text: title.slice(at, at + word.length), hit: true },
		{ text: title.slice(at + word.length), hit: false },
	].filter((segment) => segment.text);
}
