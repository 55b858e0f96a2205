import { LineCounter, parseDocument } from 'yaml';
import { now } from '../../../kernel/clock.ts';
import { SourceError } from '../source-error.ts';

/** What the keys of the common site generators come down to; absent keys are undefined or empty. */
export interface FrontMatter {
	title: string | undefined;
	description: string | undefined;
	date: Date | undefined;
	updated: Date | undefined;
	tags: string[];
	/** From the outermost to the innermost, as written. */
	categories: string[];
	author: string | undefined;
	language: string | undefined;
	slug: string | undefined;
	permalink: string | undefined;
	/** Former addresses of the page (`aliases`, `redirect_from`). */
	aliases: string[];
	/** Where the text was first published, when it says so. */
	original: string | undefined;
	licence: string | undefined;
	draft: boolean;
}

/** Splits a leading `---` block (YAML) off a text and reads it. `+++` (TOML) and `;;;` (JSON) blocks are named and refused. */
export function splitFrontMatter(
	text: string,
	file: string,
): { meta: FrontMatter; markdown: string; bodyLine: number } {
	const source = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
	const foreign = /^(\+\+\+|;;;)[ \t]*\n/.exec(source)?.[1];
	if (foreign) {
		const format = foreign === '+++' ? 'TOML' : 'JSON';
		throw new SourceError(
			'malformed',
			{ file, line: 1 },
			`has ${format} front matter`,
			'Convert it to YAML between "---" lines (hugo convert toYAML does).',
		);
	}
	if (!/^---[ \t]*\n/.test(source))
		return { meta: readFrontMatter({}, { file }), markdown: source, bodyLine: 1 };
	const start = source.indexOf('\n') + 1;
	const end = /^(?:---|\.\.\.)[ \t]*$/m.exec(source.slice(start));
	// A text may begin with a rule; without a closing line it is one.
	if (!end) return { meta: readFrontMatter({}, { file }), markdown: source, bodyLine: 1 };
	const block = source.slice(start, start + end.index);
	const markdown = source.slice(start + end.index + end[0].length).replace(/^\n+/, '');
	const bodyLine = source.slice(0, source.length - markdown.length).split('\n').length;
	return { meta: readFrontMatter(parseYaml(block, file), { file, line: 2 }), markdown, bodyLine };
}

/** Template placeholders such as `{{ title }}` are legal text in generators but not in YAML; they fail with their line. */
function parseYaml(block: string, file: string): Record<string, unknown> {
	const lines = new LineCounter();
	const document = parseDocument(block, {
		lineCounter: lines,
		prettyErrors: false,
		uniqueKeys: false,
		logLevel: 'silent',
	});
	const problem = document.errors[0];
	if (problem) {
		const line = lines.linePos(problem.pos[0]).line + 1;
		throw new SourceError(
			'malformed',
			{ file, line },
			`the front matter is not YAML (${problem.message.split('\n')[0]})`,
			'Quote values that hold ":" or "#".',
			problem,
		);
	}
	let value: unknown;
	try {
		value = document.toJS({ maxAliasCount: 100 });
	} catch (cause) {
		throw new SourceError(
			'malformed',
			{ file, line: 1 },
			`the front matter cannot be expanded (${(cause as Error).message})`,
			'Write aliases out.',
			cause,
		);
	}
	if (value === null || value === undefined) return {};
	if (typeof value !== 'object' || Array.isArray(value)) {
		throw new SourceError(
			'malformed',
			{ file, line: 1 },
			'the front matter is not a list of keys',
			'Write "key: value" lines between the "---" lines.',
		);
	}
	return value as Record<string, unknown>;
}

/** Reads the keys of Hexo, Hugo, VuePress, Jekyll and their like from one object. */
export function readFrontMatter(
	raw: Record<string, unknown>,
	at: { file: string; line?: number },
): FrontMatter {
	const keys = new Map(
		Object.entries(raw).map(([key, value]) => [key.toLowerCase().replace(/[-\s]/g, '_'), value]),
	);
	const first = (...names: string[]) =>
		names
			.map((name) => keys.get(name))
			.find((value) => value !== undefined && value !== null && value !== '');
	const text = (...names: string[]) => asText(first(...names));
	return {
		title: text('title'),
		description: text('description', 'excerpt', 'summary', 'abstract', 'subtitle'),
		date: asDate(
			first('date', 'published', 'publishdate', 'pubdate', 'created', 'published_at', 'created_at'),
			at,
		),
		updated: asDate(
			first('updated', 'lastmod', 'last_modified_at', 'last_update', 'modified', 'updated_at', 'updatedate'),
			at,
		),
		tags: unique([
			...asList(keys.get('tags')),
			...asList(keys.get('tag')),
			...asList(keys.get('keywords_tags')),
		]),
		categories: unique([...asList(keys.get('categories')), ...asList(keys.get('category'))]),
		author: authorName(first('author', 'authors')),
		language: text('lang', 'language', 'locale'),
		slug: text('slug', 'abbrlink'),
		permalink: text('permalink', 'url'),
		aliases: unique([
			...asList(keys.get('aliases')),
			...asList(keys.get('alias')),
			...asList(keys.get('redirect_from')),
		]),
		original: text('canonical', 'canonical_url', 'original', 'source', 'link'),
		licence: text('license', 'licence', 'copyright'),
		draft: first('draft') === true || first('published') === false || first('status') === 'draft',
	};
}

function asText(value: unknown): string | undefined {
	if (typeof value === 'string') return value.trim() || undefined;
	if (typeof value === 'number' || typeof value === 'bigint') return String(value);
	return undefined;
}

/** A list, a comma-separated text (Hexo, Jekyll) or nested lists (Hexo's parallel categories), flattened. */
function asList(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(asList);
	if (typeof value === 'object' && value !== null) return asList((value as Record<string, unknown>).name);
	const text = asText(value);
	return text === undefined
		? []
		: text
				.split(/[,，、]/)
				.map((part) => part.trim())
				.filter((part) => part !== '');
}

function authorName(value: unknown): string | undefined {
	if (Array.isArray(value)) return authorName(value[0]);
	if (typeof value === 'object' && value !== null) return asText((value as Record<string, unknown>).name);
	return asText(value);
}

/** Dates of generators: with or without time and zone; without a zone they are read as UTC. */
function asDate(value: unknown, at: { file: string; line?: number }): Date | undefined {
	if (value === undefined || typeof value === 'boolean') return undefined;
	const text = value instanceof Date ? value.toISOString() : asText(value);
	if (text === undefined) return undefined;
	const match =
		/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?/.exec(
			text,
		);
	const [, year = '', month = '', day = '', hour = '0', minute = '0', second = '0', zone = 'Z'] = match ?? [];
	const two = (part: string) => part.padStart(2, '0');
	const offset = zone === 'Z' || zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
	const calendar = `${year}-${two(month)}-${two(day)}`;
	const date = new Date(`${calendar}T${two(hour)}:${two(minute)}:${two(second)}${offset}`);
	const real =
		match !== null &&
		!Number.isNaN(date.getTime()) &&
		!Number.isNaN(Date.parse(calendar)) &&
		new Date(calendar).toISOString().startsWith(calendar);
	if (!real || date.getUTCFullYear() < 1990 || date.getTime() > now().getTime() + 366 * 86_400_000) {
		throw new SourceError(
			'bad_value',
			at,
			`the date ${JSON.stringify(text.slice(0, 40))} is not one between 1990 and next year`,
			'Write it as 2024-05-31 or 2024-05-31 08:00:00.',
		);
	}
	return date;
}

const unique = (values: string[]): string[] => [...new Set(values)];
