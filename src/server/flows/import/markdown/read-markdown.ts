import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, relative, sep } from 'node:path';
import { type Position, readLines, readText } from '../read-text.ts';
import { SourceError } from '../source-error.ts';
import { type FrontMatter, readFrontMatter, splitFrontMatter } from './front-matter.ts';

/** One article as it lies at the source. */
export interface SourceArticle {
	/** Stable name within the source: the path below the folder, or the `path` of the line. */
	path: string;
	/** For messages: the file, with the line for JSON lines. */
	file: string;
	line?: number;
	title: string;
	meta: FrontMatter;
	/** Without front matter, and without a first heading that repeats the title. */
	markdown: string;
	/** SHA-256 of everything that was read for it, in hex. */
	hash: string;
}

/** Longest article in characters: a book of 600 pages; more is a mistake. */
const MAX_ARTICLE = 4_000_000;
const MAX_DEPTH = 32;

/**
 * The articles of a folder of `.md` files (in the order of their paths) or of one JSON Lines file, plain or
 * gzipped, with `path`, `title`, `category`, `description`, `tags` and `markdown`. One article is held at a time.
 * What cannot be read is handed to `onProblem`, and the rest goes on.
 *
 * @throws SourceError when the path itself cannot be read or holds no article
 */
export async function* readMarkdown(
	path: string,
	onProblem: (problem: SourceError) => void,
	position?: Position,
): AsyncGenerator<SourceArticle> {
	const info = await stat(path).catch((cause: NodeJS.ErrnoException) => {
		throw new SourceError(
			'not_found',
			{ file: path },
			`cannot be opened (${cause.code})`,
			'Give a folder of .md files or a .jsonl file.',
			cause,
		);
	});
	if (!info.isDirectory()) {
		yield* /\.(md|markdown)$/i.test(path)
			? oneFile(path, basename(path), onProblem)
			: jsonLines(path, onProblem, position);
		return;
	}
	const files = await listMarkdown(path);
	if (files.length === 0)
		throw new SourceError(
			'not_found',
			{ file: path },
			'holds no .md file',
			'Give the folder of the articles.',
		);
	if (position) position.totalBytes = files.length;
	for (const file of files) {
		yield* oneFile(join(path, file), file, onProblem);
		if (position) position.bytes++;
	}
}

/** Paths of the `.md` files below a folder, sorted, with `/`. Hidden folders, node_modules and symbolic links are passed over. */
async function listMarkdown(root: string): Promise<string[]> {
	const found: string[] = [];
	const visit = async (dir: string, depth: number): Promise<void> => {
		if (depth > MAX_DEPTH)
			throw new SourceError(
				'too_large',
				{ file: dir },
				`is more than ${MAX_DEPTH} folders deep`,
				'Give a folder further down.',
			);
		for (const entry of await readdir(dir, { withFileTypes: true })) {
			if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
			const path = join(dir, entry.name);
			if (entry.isDirectory()) await visit(path, depth + 1);
			else if (entry.isFile() && /\.(md|markdown)$/i.test(entry.name))
				found.push(relative(root, path).split(sep).join('/'));
		}
	};
	await visit(root, 0);
	return found.sort();
}

async function* oneFile(
	path: string,
	name: string,
	onProblem: (problem: SourceError) => void,
): AsyncGenerator<SourceArticle> {
	try {
		const pieces: string[] = [];
		let length = 0;
		for await (const piece of readText(path, name)) {
			pieces.push(piece);
			length += piece.length;
			if (length > MAX_ARTICLE) throw tooLarge({ file: name });
		}
		yield toArticle(name, pieces.join(''), {}, { file: name });
	} catch (error) {
		if (!(error instanceof SourceError)) throw error;
		onProblem(error);
	}
}

async function* jsonLines(
	path: string,
	onProblem: (problem: SourceError) => void,
	position?: Position,
): AsyncGenerator<SourceArticle> {
	const file = basename(path);
	let any = false;
	for await (const { line, text } of readLines(path, file, MAX_ARTICLE * 2, position)) {
		if (text.trim() === '') continue;
		any = true;
		try {
			yield fromLine(text, { file, line });
		} catch (error) {
			if (!(error instanceof SourceError)) throw error;
			onProblem(error);
		}
	}
	if (!any)
		throw new SourceError(
			'not_found',
			{ file },
			'holds no article',
			'Give a file with one JSON object a line.',
		);
}

function fromLine(text: string, at: { file: string; line: number }): SourceArticle {
	let raw: unknown;
	try {
		raw = JSON.parse(text);
	} catch (cause) {
		throw new SourceError(
			'malformed',
			at,
			`is not JSON (${(cause as Error).message})`,
			'Write one JSON object a line.',
			cause,
		);
	}
	if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
		throw new SourceError('malformed', at, 'is not a JSON object', 'Write one JSON object a line.');
	}
	const { path, markdown, ...rest } = raw as Record<string, unknown>;
	if (typeof markdown !== 'string')
		throw new SourceError(
			'missing_column',
			at,
			'has no "markdown" text',
			'Each line needs path, title and markdown.',
		);
	if (typeof path !== 'string' || path.trim() === '')
		throw new SourceError(
			'missing_column',
			at,
			'has no "path"',
			'The path tells articles apart when they are imported again.',
		);
	if (markdown.length > MAX_ARTICLE) throw tooLarge(at);
	return toArticle(path, markdown, rest, at);
}

/** Fields of the line win over the front matter inside its text. */
function toArticle(
	path: string,
	text: string,
	fields: Record<string, unknown>,
	at: { file: string; line?: number },
): SourceArticle {
	const { meta: inner, markdown } = splitFrontMatter(
		text,
		at.line === undefined ? at.file : `${at.file}, line ${at.line}, ${path}`,
	);
	const outer = readFrontMatter(fields, at);
	const meta: FrontMatter = {
		...inner,
		...Object.fromEntries(
			Object.entries(outer).filter(
				([, value]) =>
					value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0),
			),
		),
	};
	if (markdown.trim() === '')
		throw new SourceError('missing_column', at, 'has no text', 'Leave empty articles out.');
	const heading = /^#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\n|$)/.exec(markdown);
	const title = meta.title ?? (heading ? plainHeading(heading[1]!) : undefined) ?? titleFromPath(path);
	const repeated = heading && plainHeading(heading[1]!) === title;
	const hash = createHash('sha256').update(text).update('\0').update(JSON.stringify(fields)).digest('hex');
	return {
		path,
		...at,
		title: title.slice(0, 300),
		meta,
		markdown: repeated ? markdown.slice(heading[0].length).replace(/^\n+/, '') : markdown,
		hash,
	};
}

const plainHeading = (text: string): string =>
	text
		.replace(/[*_`]|\{#[^}]*\}/g, '')
		.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
		.trim();

function titleFromPath(path: string): string {
	const name = basename(path, extname(path));
	const plain = /^(index|readme)$/i.test(name) ? basename(join(path, '..')) : name;
	return (
		plain
			.replace(/^\d{4}-\d{2}-\d{2}-/, '')
			.replace(/[-_]+/g, ' ')
			.trim() || path
	);
}

function tooLarge(at: { file: string; line?: number }): SourceError {
	return new SourceError(
		'too_large',
		at,
		`is longer than ${MAX_ARTICLE.toLocaleString('en-US')} characters`,
		'Split it into several articles.',
	);
}
