import { type Db, sql } from '../platform/db/index.ts';

const OLD_FORMS: [RegExp, string][] = [
	// A link to an answer carries the question's id and title as well: /questions/12/title/34
	[/^\/questions\/\d+\/[^/]*\/(\d+)(?:\/|$)/, '/a/'],
	[/^\/(?:questions|q)\/(\d+)(?:\/|$)/, '/questions/'],
	[/^\/a\/(\d+)(?:\/|$)/, '/a/'],
	[/^\/users\/(-?\d+)(?:\/|$)/, '/users/'],
];

/**
 * Where an address of an imported site, or of something that moved, leads now. Knows the forms of Stack Exchange
 * (`/questions/123/any-title`, `/q/123/7`, `/questions/123/title/456`, `/a/456/7`, `/users/7/name`) and every path of
 * `redirects` word for word. One statement.
 *
 * @param host the host asked for; its own old addresses win over those of other sites
 * @returns a path of this place, or undefined
 */
export async function followOldAddress(db: Db, host: string, path: string): Promise<string | undefined> {
	const short = OLD_FORMS.map(([form, prefix]) => {
		const id = form.exec(path)?.[1];
		return id === undefined ? undefined : prefix + id;
	}).find((found) => found !== undefined);
	const plain = path.replace(/\/+$/, '');
	const wanted = [path, plain, short].flatMap((candidate) =>
		candidate ? [`//${host}${candidate}`, candidate] : [],
	);
	const { rows } = await sql<{
		target: string;
	}>`select target from unnest(${wanted}::text[]) with ordinality as asked (path, nth)
		join redirects using (path) order by nth limit 1`.execute(db);
	return rows[0]?.target;
}

/**
 * Old questions and items here are both at `/questions/<number>/<title>`. When the title asked for is not that of the
 * item with this number, this tells whether it is that of an old question.
 */
export async function followOldTitle(db: Db, host: string, path: string): Promise<string | undefined> {
	const asked = /^\/questions\/\d+\/([^/]+)/.exec(path)?.[1];
	if (asked === undefined) return undefined;
	const target = await followOldAddress(db, host, path);
	if (target === undefined || /^\/questions\/\d+\/[^/]+\/\d+/.test(path)) return target;
	return sameTitle(asked, decodeURIComponent(target.split('/').at(-1) ?? '')) ? target : undefined;
}

/** Sites shorten titles at different lengths and drop different marks; the first letters tell. */
function sameTitle(a: string, b: string): boolean {
	const [one, other] = [a, b].map((slug) => slug.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''));
	const length = Math.min(one!.length, other!.length, 24);
	return length > 0 && one!.slice(0, length) === other!.slice(0, length);
}
