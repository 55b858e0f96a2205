import { posix } from 'node:path';

export interface Surroundings {
	/** Path of the article within its source, with `/`. */
	path: string;
	/** Where the source is published, without a slash at the end; relative addresses are completed with it. */
	site: string | undefined;
	/** Where another article of the source is read here, by its path. */
	hrefOf: (path: string) => string | undefined;
}

/**
 * The text of an article as it is meant to be read here: links between articles lead to their pages, relative links
 * and images to where the source is published; comments and directives of site generators go. Code is left alone.
 *
 * @returns the text, and the relative addresses that nothing could be made of
 */
export function adaptMarkdown(
	markdown: string,
	around: Surroundings,
): { markdown: string; unresolved: string[] } {
	const unresolved: string[] = [];
	const out: string[] = [];
	let fence: string | undefined;
	let comment = false;
	for (const line of markdown.split('\n')) {
		const mark = comment ? undefined : /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
		if (fence !== undefined || mark) {
			if (fence === undefined) fence = mark;
			else if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
			out.push(line);
			continue;
		}
		const text: { line: string; open: boolean } =
			comment || /^[^`]*<!--/.test(line) ? withoutComments(line, comment) : { line, open: false };
		comment = text.open;
		if (text.line.trim() === '' && line.trim() !== '') continue;
		if (DIRECTIVE.test(text.line)) continue;
		out.push(rewriteLinks(text.line, around, unresolved));
	}
	return { markdown: out.join('\n').trim(), unresolved };
}

/** A line that only tells a generator to put something here. */
const DIRECTIVE = /^\s*(?:\[TOC\]|\[\[toc\]\]|@\[[a-z]+\]\([^)]*\)|\{%-?\s*\w+[^%]*%\}|\{\{<[^>]*>\}\})\s*$/i;

/** Comments are dropped but for the one that marks the fold. */
function withoutComments(line: string, inside: boolean): { line: string; open: boolean } {
	let rest = line;
	let kept = '';
	let open = inside;
	for (;;) {
		const at = rest.indexOf(open ? '-->' : '<!--');
		if (at === -1) return { line: open ? kept : kept + rest, open };
		if (!open) {
			if (/^<!--\s*more\s*-->/i.test(rest.slice(at)))
				return { line: `${kept}${rest.slice(0, at)}<!-- more -->`, open: false };
			kept += rest.slice(0, at);
		}
		rest = rest.slice(at + (open ? 3 : 4));
		open = !open;
	}
}

// Bounded everywhere, so that no line costs more than a multiple of its length.
const LINK =
	/(`{1,8})(?!`)[^`]{0,2000}\1(?!`)|(!?\[(?:[^[\]]|\[[^\]]{0,200}\]){0,500}\]\()(<[^>]{0,2000}>|[^\s()]{0,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,200}){0,3})|(<img\b[^>]{0,1000}?\bsrc\s?=\s?["'])([^"']{0,2000})|^(\s{0,3}\[[^\]]{1,200}\]:\s{1,9})(\S{1,2000})/gi;
const LONGEST_LINE = 10_000;

function rewriteLinks(line: string, around: Surroundings, unresolved: string[]): string {
	if (line.length > LONGEST_LINE) return line;
	return line.replace(
		LINK,
		(
			whole,
			code: string | undefined,
			open: string | undefined,
			target: string | undefined,
			img: string | undefined,
			src: string | undefined,
			definition: string | undefined,
			defined: string | undefined,
		) => {
			if (code) return whole;
			if (open !== undefined) return open + resolveAddress(target ?? '', around, unresolved);
			if (img !== undefined) return img + resolveAddress(src ?? '', around, unresolved);
			return (definition ?? '') + resolveAddress(defined ?? '', around, unresolved);
		},
	);
}

function resolveAddress(raw: string, { path, site, hrefOf }: Surroundings, unresolved: string[]): string {
	const address = raw.replace(/^<|>$/g, '');
	if (address === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(address)) return raw;
	const [, file = '', tail = ''] = /^([^?#]*)(.*)$/s.exec(address)!;
	const target = file.startsWith('/')
		? file.slice(1)
		: posix.normalize(posix.join(posix.dirname(path), decode(file)));
	const candidates = [
		target,
		`${target}.md`,
		target.replace(/\.html?$/, '.md'),
		posix.join(target, 'README.md'),
		posix.join(target, 'index.md'),
	];
	const href = candidates.map((candidate) => hrefOf(candidate)).find((found) => found !== undefined);
	if (href !== undefined) return href + tail;
	if (site !== undefined && !target.startsWith('..'))
		return (
			encodeURI(`${site}/${target.replace(/\.md$/, '.html')}`)
				.replaceAll('(', '%28')
				.replaceAll(')', '%29') + tail
		);
	unresolved.push(address);
	return raw;
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
