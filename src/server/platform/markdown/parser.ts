import createParser, { type Env, type MarkdownIt, type Token } from 'markdown-it';
import { codeBlock } from './code-blocks.ts';
import type { Draft } from './draft.ts';
import { escapeText } from './escape.ts';
import { Autolinker } from './rules/autolink.ts';
import { bounds } from './rules/bounds.ts';
import { cjkEmphasis } from './rules/cjk-emphasis.ts';
import { containerMeta, containers } from './rules/containers.ts';
import { type FootnoteRefMeta, footnotes } from './rules/footnotes.ts';
import { math } from './rules/math.ts';
import { rawHtml } from './rules/raw-html.ts';
import { taskLists } from './rules/tasks.ts';
import { isWide } from './text.ts';
import { safeUrl } from './urls.ts';

/** A text of its own, or a remark under one: no headings, tables, pictures, footnotes, callouts or raw HTML. */
export type Base = 'post' | 'comment';

function draftOf(env: Env | undefined): Draft {
	return env?.draft as Draft;
}

// Each plugin puts its own shape under `meta`; the token's type says which.
const footnoteRefMeta = (token?: Token): FootnoteRefMeta => token?.meta as unknown as FootnoteRefMeta;
const isDone = (token?: Token): boolean => token?.meta?.done === true;

function formulaRules(md: MarkdownIt): void {
	const { rules } = md.renderer;
	rules.math_inline = (tokens, index, _options, env) => draftOf(env).formula(tokens[index] as Token, false);
	rules.math_display = rules.math_block = (tokens, index, _options, env) =>
		draftOf(env).formula(tokens[index] as Token, true);
}

function codeRules(md: MarkdownIt): void {
	const { rules } = md.renderer;
	rules.code_block = rules.fence = (tokens, index, _options, env) => {
		const token = tokens[index] as Token;
		return draftOf(env).code(token, codeBlock(token.info, token.content));
	};
}

function containerRules(md: MarkdownIt): void {
	const { rules } = md.renderer;
	const kind = (token: Token | undefined): string => containerMeta(token).kind;
	const folds = (token: Token | undefined): boolean => kind(token) === 'details' || kind(token) === 'spoiler';
	rules.container_open = (tokens, index) =>
		folds(tokens[index])
			? `<details class="${kind(tokens[index])}">\n`
			: `<aside class="callout ${kind(tokens[index])}">\n`;
	rules.container_close = (tokens, index) => (folds(tokens[index]) ? '</details>\n' : '</aside>\n');
	rules.container_title_open = (tokens, index, _options, env) => {
		const token = tokens[index];
		const own = containerMeta(token).title !== '';
		const label = own ? '' : escapeText(draftOf(env).labels.callouts[kind(token)] ?? '');
		return folds(token) ? `<summary>${label}` : `<p class="callout-title">${label}`;
	};
	rules.container_title_close = (tokens, index) => (folds(tokens[index]) ? '</summary>\n' : '</p>\n');
}

function otherRules(md: MarkdownIt): void {
	const { rules } = md.renderer;
	rules.task_box = (tokens, index) => `<input type="checkbox"${isDone(tokens[index]) ? ' checked' : ''}>`;
	rules.footnote_ref = (tokens, index, _options, env) =>
		draftOf(env).footnoteRef(footnoteRefMeta(tokens[index]));
	rules.footnote_back = (tokens, index) =>
		` <a href="#fnref-${tokens[index]?.info}" class="footnote-back">↩</a>`;
	// A line end between Chinese characters is no space.
	const softbreak = rules.softbreak as NonNullable<typeof rules.softbreak>;
	rules.softbreak = (tokens, index, options, env, self) => {
		if (options.breaks) return softbreak(tokens, index, options, env, self);
		const before = tokens[index - 1]?.content ?? '';
		const after = tokens[index + 1]?.content ?? '';
		return isWide(before.charCodeAt(before.length - 1)) && isWide(after.charCodeAt(0)) ? '' : '\n';
	};
}

function build(base: Base): MarkdownIt {
	const md = new createParser({
		html: base === 'post',
		linkify: true,
		breaks: base === 'comment',
		maxNesting: 60,
	});
	md.linkify = new Autolinker() as unknown as typeof md.linkify;
	md.validateLink = (address) => safeUrl(address, 'link') !== null;
	for (const plugin of [cjkEmphasis, math, bounds, formulaRules, codeRules, otherRules]) plugin(md);
	if (base === 'comment') md.disable(['heading', 'lheading', 'table', 'image', 'code', 'hr', 'reference']);
	else for (const plugin of [containers, footnotes, taskLists, rawHtml, containerRules]) plugin(md);
	return md;
}

const parsers = new Map<Base, MarkdownIt>();

export function parserFor(base: Base): MarkdownIt {
	const md = parsers.get(base) ?? build(base);
	parsers.set(base, md);
	return md;
}
