import { pictureSet } from '../../../shared/picture.ts';
import { plainFormula } from '../../../shared/plain-formula.ts';
import type { Collector } from './collect.ts';
import { escapeText, escapeValue } from './escape.ts';
import type { Labels } from './labels.ts';
import {
	attribute,
	HTML_NAMESPACE,
	type HtmlElement,
	type HtmlNode,
	isElement,
	isText,
	textOf,
} from './parse-html.ts';
import { BLOCKS, cellAlignment, DROPPED, ELEMENTS, RENAMED, safeClasses, safeValue, VOID } from './policy.ts';
import { slugify } from './text.ts';
import { isExternal, safeUrl } from './urls.ts';

/** HTML made by this pipeline itself (formulas, code), put where its placeholder stands. */
export interface Slot {
	html: string;
	/** What search sees of it. */
	text: string;
	kind: 'inline' | 'block';
}

/** What a document gets beyond being safe. */
export interface Dress {
	labels: Labels;
	collect: Collector;
	/** Added to the level of every heading, so that h1 stays the page's own. */
	headingShift: number;
	/** The slot of a placeholder; undefined for one that is not ours. */
	peekSlot(key: string): Slot | undefined;
	/** The same, once: a placeholder cannot be repeated to repeat what stands behind it. */
	takeSlot(key: string): Slot | undefined;
	mention?: ((handle: string) => string | null) | undefined;
}

// Not inside an e-mail address, a path or an npm scope; a CJK letter before it is as good as a space.
const MENTION =
	/(?<![A-Za-z0-9_@/.+\u00c0-\u024f-])@([A-Za-z0-9](?:[A-Za-z0-9_-]{0,37}[A-Za-z0-9])?)(?![A-Za-z0-9_@/]|[.-][A-Za-z0-9])/g;

// What an excerpt leaves out beside code, headings and tables.
const QUIET = /\b(?:spoiler|footnotes|callout-title)\b/;

class Emitter {
	out = '';
	private readonly prefix: string;
	private readonly dress: Dress | undefined;
	private readonly ids = new Set<string>();
	private readonly tableLabels = new Set<string>();
	private inLink = 0;
	private inCode = 0;
	/** While above zero, text is written but not collected. */
	private silent = 0;
	private inTable = 0;

	constructor(prefix: string, dress: Dress | undefined) {
		this.prefix = prefix;
		this.dress = dress;
	}

	children(nodes: readonly HtmlNode[]): void {
		for (const node of nodes) {
			if (isText(node)) this.text(node.value);
			else if (isElement(node)) this.element(node);
		}
	}

	private text(raw: string): void {
		const value = raw.includes('\r') ? raw.replaceAll('\r', '\n') : raw;
		const dress = this.dress;
		if (dress !== undefined && this.inCode === 0 && this.inLink === 0 && value.includes('@'))
			this.textWithMentions(value, dress);
		else this.out += escapeText(value);
		if (this.silent === 0) dress?.collect.words(value);
	}

	private textWithMentions(value: string, dress: Dress): void {
		let last = 0;
		for (const match of value.matchAll(MENTION)) {
			const handle = match[1] as string;
			const address = dress.mention ? dress.mention(handle) : undefined;
			if (address === null) continue;
			dress.collect.mentions.add(handle);
			if (address === undefined) continue;
			this.out += `${escapeText(value.slice(last, match.index))}<a class="mention" href="${escapeValue(address)}">@${handle}</a>`;
			last = match.index + match[0].length;
		}
		this.out += escapeText(value.slice(last));
	}

	private element(node: HtmlElement): void {
		if (node.namespaceURI !== HTML_NAMESPACE || DROPPED.has(node.tagName)) return;
		const name = RENAMED.get(node.tagName) ?? node.tagName;
		const allowed = ELEMENTS.get(name);
		if (allowed === undefined) {
			const block = BLOCKS.has(name);
			if (block) this.dress?.collect.break();
			this.children(node.childNodes);
			if (block) this.dress?.collect.break();
			return;
		}
		if (this.dress !== undefined && (name === 'div' || name === 'span') && this.slot(node, this.dress))
			return;
		if (name === 'a') this.link(node);
		else if (name === 'img') this.image(node, allowed);
		else if (name === 'input') this.checkbox(node);
		else if (name === 'table') this.table(node);
		else if (name === 'pre') this.preformatted(node);
		else if (/^h[1-6]$/.test(name)) this.heading(node, Number(name[1]));
		else this.plain(node, name, allowed);
	}

	private plain(node: HtmlElement, name: string, allowed: readonly string[]): void {
		const collect = this.dress?.collect;
		const block = BLOCKS.has(name) || name === 'br';
		if (block) collect?.break();
		const classes = safeClasses(attribute(node, 'class') ?? '');
		this.out += `<${name}${this.common(node, classes)}${this.copied(node, allowed)}`;
		const cell = name === 'td' || name === 'th';
		if (cell) {
			const alignment = cellAlignment(node);
			if (alignment !== null) this.out += ` style="text-align:${alignment}"`;
		}
		if (this.dress !== undefined && name === 'aside') this.out += ' role="note"';
		this.out += '>';
		if (VOID.has(name)) return;
		const quiet = collect !== undefined && QUIET.test(classes);
		const marker = classes === 'footnote-ref';
		const code = name === 'code' || name === 'kbd' || name === 'samp';
		if (quiet) collect.hushed++;
		if (code) this.inCode++;
		if (marker) this.silent++;
		this.children(node.childNodes);
		if (marker) this.silent--;
		if (code) this.inCode--;
		if (quiet) collect.hushed--;
		this.out += `</${name}>`;
		if (block) collect?.break();
		else if (cell) collect?.words(' ');
	}

	/** ` id` and ` class` as they may be written, each with its leading space. */
	private common(node: HtmlElement, classes: string): string {
		const raw = attribute(node, 'id') ?? (node.tagName === 'a' ? attribute(node, 'name') : undefined);
		let written = '';
		if (raw !== undefined) {
			const id = this.prefixed(raw);
			if (id !== null && !this.ids.has(id)) {
				this.ids.add(id);
				written += ` id="${escapeValue(id)}"`;
			}
		}
		return classes === '' ? written : `${written} class="${escapeValue(classes)}"`;
	}

	/** An id no script or form of the page answers to by accident: `document.cookie` has no prefix. */
	private prefixed(raw: string): string | null {
		// One way of writing for headings, anchors and the links to them, however their author spelled them.
		if (this.dress !== undefined) return this.prefix + slugify(raw).replace(/^_(?=\d)/, '');
		const id = raw
			.replace(/[\s\0"'<>&`]+/g, '-')
			.slice(0, 120)
			.toWellFormed();
		if (id === '') return null;
		return id.startsWith(this.prefix) ? id : this.prefix + id;
	}

	private copied(node: HtmlElement, allowed: readonly string[]): string {
		let written = '';
		for (const name of allowed) {
			const raw = attribute(node, name);
			const value = raw === undefined ? null : safeValue(name, raw.replace(/\r/g, '\n'));
			if (value !== null) written += ` ${name}="${escapeValue(value)}"`;
		}
		return written;
	}

	private link(node: HtmlElement): void {
		const classes = safeClasses(attribute(node, 'class') ?? '');
		const raw = attribute(node, 'href');
		let address = raw === undefined || this.inLink > 0 ? null : safeUrl(raw, 'link');
		if (address?.startsWith('#')) address = this.fragment(address);
		const title = this.copied(node, ['title']);
		if (address === null) {
			const common = this.common(node, classes);
			// An anchor to jump to; a span says the same and cannot be mistaken for a link.
			if (common !== '') this.out += `<span${common}></span>`;
			this.children(node.childNodes);
			return;
		}
		if (address !== '' && !address.startsWith('#')) this.dress?.collect.links.add(address);
		this.out += `<a href="${escapeValue(address)}"${this.common(node, classes)}${title}`;
		if (isExternal(address)) this.out += ' rel="nofollow ugc noopener"';
		if (this.dress !== undefined && classes === 'footnote-back')
			this.out += ` aria-label="${this.dress.labels.backToText}"`;
		this.out += '>';
		this.inLink++;
		if (classes === 'footnote-back') this.silent++;
		this.children(node.childNodes);
		if (classes === 'footnote-back') this.silent--;
		this.inLink--;
		this.out += '</a>';
	}

	/** `#x` written by an author means the heading x of this text, wherever the text is shown. */
	private fragment(address: string): string {
		let target = address.slice(1);
		try {
			target = decodeURIComponent(target);
		} catch {
			// A stray percent sign stands for itself.
		}
		const id = target === '' ? null : this.prefixed(target);
		return id === null ? '#' : `#${id}`;
	}

	private image(node: HtmlElement, allowed: readonly string[]): void {
		const address = safeUrl(attribute(node, 'src') ?? '', 'image');
		const alt = attribute(node, 'alt') ?? '';
		if (address === null || address === '') {
			this.text(alt);
			return;
		}
		const collect = this.dress?.collect;
		const sized = attribute(node, 'width') !== undefined || attribute(node, 'height') !== undefined;
		this.out += `<img src="${escapeValue(address)}"${alt === '' ? ' alt=""' : ''}${this.copied(node, allowed)}${copies(address, sized)} loading="lazy" decoding="async">`;
		if (collect === undefined) return;
		collect.images.add(address);
		collect.hushed++;
		collect.words(` ${alt} `);
		collect.hushed--;
	}

	private checkbox(node: HtmlElement): void {
		if (attribute(node, 'type')?.toLowerCase() !== 'checkbox') return;
		const checked = attribute(node, 'checked') !== undefined;
		const labels = this.dress?.labels;
		const label = labels === undefined ? '' : ` aria-label="${checked ? labels.done : labels.todo}"`;
		this.out += `<input type="checkbox" disabled=""${checked ? ' checked=""' : ''}${label}>`;
	}

	private preformatted(node: HtmlElement): void {
		const collect = this.dress?.collect;
		const classes = safeClasses(attribute(node, 'class') ?? '');
		// Wide code scrolls sideways; without a tab stop a keyboard could not reach its end.
		this.out += `<pre${this.common(node, classes)}${collect === undefined ? '' : ' tabindex="0"'}>`;
		const first = node.childNodes[0];
		// The parser drops one line end behind the start tag, so one that is meant must be written twice.
		if (first !== undefined && isText(first) && /^[\r\n]/.test(first.value)) this.out += '\n';
		if (collect !== undefined) {
			collect.hushed++;
			collect.lines(textOf(node));
			collect.hushed--;
		}
		this.inCode++;
		this.silent++;
		this.children(node.childNodes);
		this.silent--;
		this.inCode--;
		this.out += '</pre>';
	}

	private heading(node: HtmlElement, written: number): void {
		const dress = this.dress;
		if (dress === undefined) {
			this.plain(node, `h${written}`, []);
			return;
		}
		const level = Math.min(6, written + dress.headingShift);
		const text = this.headingText(node).replace(/\s+/g, ' ').trim();
		const base = this.prefix + (slugify(text) || 'section');
		let id = base;
		for (let n = 1; this.ids.has(id); n++) id = `${base}-${n}`;
		this.ids.add(id);
		dress.collect.headings.push({ level, id, text });
		dress.collect.break();
		dress.collect.hushed++;
		this.out += `<h${level} id="${escapeValue(id)}">`;
		this.children(node.childNodes);
		this.out += `</h${level}>`;
		dress.collect.hushed--;
		dress.collect.break();
	}

	private headingText(node: HtmlNode): string {
		if (isText(node)) return node.value;
		if (!isElement(node) || attribute(node, 'class') === 'footnote-ref') return '';
		const slot = this.dress?.peekSlot(attribute(node, 'data-slot') ?? '');
		if (slot !== undefined) return slot.text;
		return node.childNodes.map((child) => this.headingText(child)).join('');
	}

	private table(node: HtmlElement): void {
		const dress = this.dress;
		if (dress === undefined || this.inTable > 0) {
			this.plain(node, 'table', []);
			return;
		}
		const label = this.tableLabel(node, dress.labels);
		this.out += `<div class="table-wrap" role="region" aria-label="${escapeValue(label)}" tabindex="0">`;
		this.inTable++;
		dress.collect.hushed++;
		this.plain(node, 'table', []);
		dress.collect.hushed--;
		this.inTable--;
		this.out += '</div>';
	}

	/** Says what the table is about, so that a list of regions read aloud makes sense: its first row of cells. */
	private tableLabel(node: HtmlElement, labels: Labels): string {
		const cells: string[] = [];
		const search = (nodes: readonly HtmlNode[]): void => {
			for (const child of nodes) {
				if (!isElement(child)) continue;
				if (child.tagName === 'th' || child.tagName === 'td') {
					const text = this.headingText(child).replace(/\s+/g, ' ').trim();
					if (text !== '') cells.push(text.slice(0, 24).toWellFormed());
				} else if (cells.length === 0) search(child.childNodes);
				if (cells.length >= 3) return;
			}
		};
		search(node.childNodes);
		const base = cells.length === 0 ? labels.untitledTable : labels.table + cells.join(labels.separator);
		let label = base;
		for (let n = 2; this.tableLabels.has(label); n++) label = `${base} (${n})`;
		this.tableLabels.add(label);
		return label;
	}

	private slot(node: HtmlElement, dress: Dress): boolean {
		const key = attribute(node, 'data-slot');
		const slot = key === undefined ? undefined : dress.takeSlot(key);
		if (slot === undefined) return false;
		this.out += slot.html;
		if (slot.kind === 'inline') dress.collect.words(slot.text, plainFormula(slot.text));
		else {
			dress.collect.hushed++;
			dress.collect.lines(slot.text);
			dress.collect.hushed--;
		}
		return true;
	}
}

/** Of a picture that is kept here: its smaller copies, and its place on the page while it loads. */
function copies(address: string, sized: boolean): string {
	const set = pictureSet(address);
	if (set === null) return '';
	const place = sized ? '' : ` width="${set.width}" height="${set.height}"`;
	return `${place} srcset="${set.srcset}" sizes="(max-width: 760px) 100vw, 720px"`;
}

/**
 * Writes a parsed tree as HTML that holds only what {@link ELEMENTS} lists.
 *
 * @param prefix begins every id and every local fragment
 * @param dress reading aids, slots and collecting; without it the tree is only made safe
 */
export function emit(tree: HtmlElement, prefix: string, dress?: Dress): string {
	const emitter = new Emitter(prefix, dress);
	emitter.children(tree.childNodes);
	return emitter.out;
}
