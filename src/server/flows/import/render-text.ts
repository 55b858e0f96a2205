import { AppError } from '../../kernel/errors.ts';
import { htmlToMarkdown, renderMarkdown } from '../../platform/markdown/index.ts';
import { commentToMarkdown } from './stack-exchange/comment-markdown.ts';
import { languageOf } from './text-language.ts';

/** A text of a source that is to become Markdown and HTML. */
export interface RenderTask {
	/** `comment`: the small dialect of Stack Exchange comments. */
	from: 'html' | 'markdown' | 'comment';
	/** What it is shown as: a text of its own, or a remark. */
	as: 'post' | 'comment';
	text: string;
	/** False: a dollar sign is a dollar sign. */
	math: boolean;
	/** Begins the ids inside the HTML, so that several texts fit on one page. */
	idPrefix?: string;
}

export interface Rendered {
	/** Markdown, as an author would edit it. */
	source: string;
	html: string;
	previewHtml: string | null;
	excerpt: string;
	headings: { id: string; text: string; level: number }[];
	words: number;
	readingMinutes: number;
	hasMath: boolean;
	hasMermaid: boolean;
	/** Why the text could not be taken as it was and is kept as plain text instead. */
	problem?: string;
}

const PLAIN_LIMIT = 60_000;

/** Converts and renders one text. One that passes the limits of the pipeline is kept as plain text, and says so. */
export async function renderText(task: RenderTask): Promise<Rendered> {
	if (task.text.trim() === '') return empty();
	try {
		return await render(toMarkdown(task), task);
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		return { ...(await render(plainMarkdown(task), task)), problem: error.code };
	}
}

function toMarkdown({ from, text, math }: RenderTask): string {
	if (from === 'comment') return commentToMarkdown(text, math);
	if (from === 'markdown') return text;
	return math ? htmlToMarkdown(text) : htmlToMarkdown(hideDollars(text)).replaceAll(DOLLAR, '\\$');
}

/** Stands for a dollar sign in prose on its way through the converter; private use, and taken out of the text first. */
const DOLLAR = '\uf724';

/** Marks the dollar signs of an HTML text that are neither in a tag nor in code. One pass, whatever the text. */
function hideDollars(html: string): string {
	if (!html.includes('$')) return html;
	const clean = html.replaceAll(DOLLAR, '\ufffd');
	const lower = clean.toLowerCase();
	let out = '';
	for (let at = 0; at < clean.length; ) {
		const open = clean.indexOf('<', at);
		const end = open === -1 ? clean.length : open;
		out += clean.slice(at, end).replaceAll('$', DOLLAR);
		if (open === -1) break;
		const code = ['pre', 'code'].find(
			(name) => lower.startsWith(name, open + 1) && /[\s>]/.test(lower[open + 1 + name.length] ?? ''),
		);
		const close = code ? lower.indexOf(`</${code}`, open) : clean.indexOf('>', open);
		at = close === -1 ? clean.length : close + 1;
		out += clean.slice(open, at);
	}
	return out;
}

async function render(source: string, { as, idPrefix }: RenderTask): Promise<Rendered> {
	const { html, previewHtml, excerpt, headings, words, readingMinutes, hasMath, hasMermaid } =
		await renderMarkdown(source, {
			base: as,
			locale: languageOf(source),
			...(idPrefix ? { idPrefix } : {}),
		});
	return {
		source,
		html,
		previewHtml,
		excerpt,
		headings,
		words,
		readingMinutes: Math.max(1, readingMinutes),
		hasMath,
		hasMermaid,
	};
}

/** The words of a text in one block of code, which no limit but the length applies to. */
function plainMarkdown({ from, text }: RenderTask): string {
	const words = from === 'html' ? withoutTags(text) : text;
	return `\`\`\`text\n${words.slice(0, PLAIN_LIMIT).replaceAll('```', "'''").toWellFormed()}\n\`\`\``;
}

/** The text of an HTML text without its tags, in one pass whatever the text. */
export function withoutTags(html: string): string {
	const [first = '', ...rest] = html.split('<');
	return (
		first +
		rest
			.map((part) =>
				/^[a-z/!]/i.test(part) && part.includes('>') ? ` ${part.slice(part.indexOf('>') + 1)}` : `<${part}`,
			)
			.join('')
	);
}

function empty(): Rendered {
	return {
		source: '',
		html: '',
		previewHtml: null,
		excerpt: '',
		headings: [],
		words: 0,
		readingMinutes: 1,
		hasMath: false,
		hasMermaid: false,
	};
}
