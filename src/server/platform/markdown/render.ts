import type { Token } from 'markdown-it';
import { Collector, type Heading } from './collect.ts';
import { Draft } from './draft.ts';
import { emit } from './emit.ts';
import { labelsFor } from './labels.ts';
import { LIMITS } from './limits.ts';
import { parseHtml } from './parse-html.ts';
import { type Base, parserFor } from './parser.ts';
import { ID_PREFIX } from './sanitize.ts';
import { cleanSource } from './source.ts';
import { countWords, cutExcerpt, readingMinutes } from './text.ts';

export interface RenderOptions {
	/** `comment` leaves out headings, tables, pictures, footnotes, callouts and raw HTML, and keeps line ends. */
	base?: Base;
	/** Language of the few words that rendering adds; default `zh-CN`, every non-Chinese locale gets English. */
	locale?: string;
	/** Address of a person's page, or null when nobody has that handle. Without it no mention becomes a link. */
	mentions?: (handle: string) => string | null;
	/** Render only what stands before the line `<!-- more -->`. */
	previewOnly?: boolean;
	/** Whether code is highlighted; default true for posts, false for comments. */
	highlight?: boolean;
	/** Begins every id, so that several texts fit on one page; default `h-`. Keep it in letters, digits, hyphens. */
	idPrefix?: string;
}

export interface Rendered {
	/** Safe to put into a page as it is. */
	html: string;
	/** The part before a line `<!-- more -->`; null where there is none. */
	previewHtml: string | null;
	/** Plain text of everything, blocks on lines of their own; code and TeX source included. */
	text: string;
	/** At most 200 characters of prose, never from behind the preview mark. */
	excerpt: string;
	headings: Heading[];
	/** CJK characters plus words of spaced scripts. */
	words: number;
	/** At 400 CJK characters or 220 words a minute. */
	readingMinutes: number;
	/** Handles, each once; with a resolver only those that it knows. */
	mentions: string[];
	/** Addresses that links lead to, fragments of the text itself excepted. */
	links: string[];
	images: string[];
	hasMath: boolean;
	hasMermaid: boolean;
}

function previewEnd(tokens: readonly Token[]): number {
	return tokens.findIndex(
		({ type, level, content }) =>
			type === 'html_block' && level === 0 && /^<!--\s*more\s*-->\s*$/.test(content),
	);
}

/** See the face, `index.ts`. */
export async function renderMarkdown(source: string, options: RenderOptions = {}): Promise<Rendered> {
	const base = options.base ?? 'post';
	const labels = labelsFor(options.locale);
	const prefix = options.idPrefix ?? ID_PREFIX;
	const md = parserFor(base);
	const env: Record<string, unknown> = {};
	const draft = new Draft(md, env, labels);
	const tokens = md.parse(cleanSource(source, LIMITS.source), env);

	const end = previewEnd(tokens);
	const preview = end < 0 ? null : draft.write(tokens.slice(0, end), tokens[end]?.map?.[0]);
	const whole = preview !== null && options.previewOnly === true ? preview : draft.write(tokens);
	await draft.fill(options.highlight ?? base === 'post');

	const dressed = (written: string): { html: string; collect: Collector } => {
		const collect = new Collector();
		const html = emit(parseHtml(written), prefix, {
			labels,
			collect,
			headingShift: /<h1[\s>]/.test(whole) ? 1 : 0,
			peekSlot: (key) => draft.peek(key),
			takeSlot: draft.taker(),
			mention: options.mentions,
		});
		return { html, collect };
	};
	const shown = dressed(whole);
	const first = preview === null || preview === whole ? shown : dressed(preview);
	const { collect } = shown;
	const count = countWords(collect.text);
	return {
		html: shown.html,
		previewHtml: preview === null ? null : first.html,
		text: collect.text,
		excerpt: cutExcerpt(first.collect.prose.trim() === '' ? first.collect.text : first.collect.prose),
		headings: collect.headings,
		words: count.cjk + count.words,
		readingMinutes: readingMinutes(count),
		mentions: [...collect.mentions],
		links: [...collect.links],
		images: [...collect.images],
		hasMath: draft.hasMath,
		hasMermaid: draft.hasMermaid,
	};
}
