import { SourceError, type SourceFault } from '../source-error.ts';

/** One `<row …/>`: its attributes with entities resolved, and the line on which it starts. */
export interface XmlRow {
	line: number;
	attributes: Map<string, string>;
}

const MAX_ROW = 64 << 20;
const DAMAGED = 'The file is damaged: fetch it again.';

/**
 * Reads documents of the form `<root><row a="…"/>…</root>` from pieces of text. An own scanner because
 * a dump is nothing else: 1.4 to 2.1 times as quick as a general parser (`docs/import.md`), with the line of every
 * row for messages and without refusing what dumps do have and XML forbids. What is not of that form is refused with its line; document types are refused outright,
 * so entities cannot be defined, let alone multiplied. Character references that XML forbids
 * (dumps have them) become U+FFFD.
 *
 * It leans on one rule of XML: `<` never stands inside a tag. So a row is complete once the next `<`
 * is seen, and everything up to it belongs to the row.
 */
export class XmlRowScanner {
	readonly #file: string;
	readonly #root: string;
	readonly #names = new Map<string, string>();
	#pending: string[] = [];
	#pendingLength = 0;
	#retryAt = 0;
	#text = '';
	#at = 0;
	#newline = -1;
	#line = 1;
	#state: 'before' | 'inside' | 'after' = 'before';

	constructor(file: string, root: string) {
		this.#file = file;
		this.#root = root;
	}

	/** The rows that are complete once `piece` is added. */
	push(piece: string): XmlRow[] {
		this.#pending.push(piece);
		this.#pendingLength += piece.length;
		// A row that spans many pieces is looked at only when the text has doubled: linear, not quadratic.
		return this.#pendingLength < this.#retryAt ? [] : this.#scan(false);
	}

	/** The rows left at the end of the file, or an error when the document is not complete. */
	end(): XmlRow[] {
		const rows = this.#scan(true);
		if (this.#state === 'before') {
			this.#fail(
				'wrong_file',
				`holds no <${this.#root}> element`,
				`Expected a Stack Exchange dump file that begins with <${this.#root}>.`,
			);
		}
		if (this.#state === 'inside')
			this.#fail('truncated', `ends before </${this.#root}>`, 'The file is incomplete: fetch it again.');
		return rows;
	}

	#scan(last: boolean): XmlRow[] {
		this.#text = this.#text.slice(this.#at) + this.#pending.join('');
		this.#pending = [];
		this.#at = 0;
		this.#newline = this.#text.indexOf('\n');
		const rows: XmlRow[] = [];
		for (let open = this.#text.indexOf('<'); ; ) {
			this.#expectSpace(this.#at, open === -1 ? this.#text.length : open);
			if (open === -1) break;
			this.#advance(open);
			const next = this.#text.indexOf('<', open + 1);
			const end = this.#endOfTag(open, next, last);
			if (end === undefined) {
				if (last) this.#fail('truncated', 'ends inside a tag', 'The file is incomplete: fetch it again.');
				break;
			}
			const row = this.#tag(open, end);
			if (row) rows.push(row);
			this.#advance(end);
			open = next === -1 || next >= end ? next : this.#text.indexOf('<', end);
		}
		this.#pendingLength = this.#text.length - this.#at;
		if (this.#pendingLength > MAX_ROW) {
			this.#fail(
				'too_large',
				`a row is over ${MAX_ROW >> 20} MB`,
				'A quote may be missing; otherwise shorten the row.',
			);
		}
		this.#retryAt = this.#pendingLength > 1 << 16 ? Math.min(this.#pendingLength * 2, MAX_ROW + 1) : 0;
		return rows;
	}

	/** The position after the `>` of the tag at `open`; undefined when more text is needed to know. */
	#endOfTag(open: number, next: number, last: boolean): number | undefined {
		const text = this.#text;
		const mark = text[open + 1] === '?' ? '?>' : text.startsWith('!--', open + 1) ? '-->' : undefined;
		if (mark) {
			const end = text.indexOf(mark, open + 2);
			return end === -1 ? undefined : end + mark.length;
		}
		const undecided = text.length - open < 4 && '<!--'.startsWith(text.slice(open));
		if (text[open + 1] === '!' && !undecided) {
			this.#fail(
				'malformed',
				'holds a document type or CDATA, which a dump has not',
				'Use the file as it was published.',
			);
		}
		if (undecided || (next === -1 && !last && this.#state !== 'after' && text[open + 1] !== '/'))
			return undefined;
		const end = text.lastIndexOf('>', next === -1 ? text.length : next - 1);
		if (end > open) return end + 1;
		if (next === -1) return undefined;
		return this.#fail(
			'malformed',
			'a tag is not closed before the next begins',
			'A closing quote or ">" is missing in this row.',
		);
	}

	#tag(open: number, end: number): XmlRow | undefined {
		const text = this.#text;
		const second = text[open + 1];
		if (second === '?') {
			this.#checkEncoding(text.slice(open, end));
			return undefined;
		}
		if (second === '!') return undefined;
		if (second === '/') {
			const name = text.slice(open + 2, end - 1).trim();
			if (name === this.#root && this.#state === 'inside') this.#state = 'after';
			// <row …></row> is as good as <row …/>.
			else if (name !== 'row' || this.#state !== 'inside')
				this.#fail('malformed', `</${name.slice(0, 40)}> closes nothing`, DAMAGED);
			return undefined;
		}
		const name = /[^\s/>]*/y;
		name.lastIndex = open + 1;
		const element = text.startsWith('row ', open + 1) ? 'row' : (name.exec(text)?.[0] ?? '');
		if (this.#state === 'before' && element !== this.#root) {
			this.#fail(
				'wrong_file',
				`begins with <${element.slice(0, 40)}> where <${this.#root}> belongs`,
				'Put each dump file under its own name.',
			);
		}
		if (this.#state === 'after') {
			this.#fail(
				'malformed',
				`more follows after </${this.#root}>`,
				'Two files may have been joined: import them apart.',
			);
		}
		if (this.#state === 'before') {
			this.#state = text[end - 2] === '/' ? 'after' : 'inside';
			return undefined;
		}
		if (element !== 'row')
			this.#fail(
				'malformed',
				`<${element.slice(0, 40)}> where <row> belongs`,
				'Use the file as it was published.',
			);
		const close = text[end - 2] === '/' ? end - 2 : end - 1;
		return { line: this.#line, attributes: this.#attributes(open + 4, close) };
	}

	/** The attributes between `from` and `close`. */
	#attributes(from: number, close: number): Map<string, string> {
		const text = this.#text;
		const attributes = new Map<string, string>();
		let at = this.#skipSpace(from, close);
		while (at < close) {
			const equals = text.indexOf('=', at);
			if (equals === -1 || equals >= close)
				this.#fail('malformed', 'an attribute has no value', 'The row is damaged: correct or remove it.');
			const name = this.#attributeName(text.slice(at, equals));
			const quoteAt = text.charCodeAt(equals + 1) === QUOTE ? equals + 1 : this.#skipSpace(equals + 1, close);
			const quote = text[quoteAt];
			if (quote !== '"' && quote !== "'")
				this.#fail(
					'malformed',
					`the value of ${name} is not quoted`,
					'The row is damaged: correct or remove it.',
				);
			const valueEnd = text.indexOf(quote, quoteAt + 1);
			if (valueEnd === -1 || valueEnd >= close)
				this.#fail(
					'malformed',
					`the value of ${name} does not end`,
					'A closing quote is missing, or "<" stands where "&lt;" belongs.',
				);
			if (attributes.has(name))
				this.#fail(
					'malformed',
					`attribute ${name} stands twice`,
					'The row is damaged: correct or remove it.',
				);
			attributes.set(name, this.#decode(text.slice(quoteAt + 1, valueEnd), name));
			at = this.#skipSpace(valueEnd + 1, close);
			if (at === valueEnd + 1 && at < close)
				this.#fail('malformed', `no space after the value of ${name}`, 'A quote is missing or one too many.');
		}
		return attributes;
	}

	/** Names recur in every row, so each spelling is checked once. */
	#attributeName(raw: string): string {
		const known = this.#names.get(raw);
		if (known !== undefined) return known;
		const name = raw.trim();
		if (!/^[A-Za-z_][\w.:-]*$/.test(name)) {
			this.#fail(
				'malformed',
				`${JSON.stringify(name.slice(0, 40))} is not an attribute name`,
				'A quote is missing or one too many.',
			);
		}
		if (this.#names.size < 1000) this.#names.set(raw, name);
		return name;
	}

	#decode(raw: string, attribute: string): string {
		const value = /[\0\t\r\n]/.test(raw)
			? raw.replace(/\r\n|[\t\r\n]/g, ' ').replaceAll('\0', '\ufffd')
			: raw;
		let amp = value.indexOf('&');
		if (amp === -1) return value;
		let out = '';
		let from = 0;
		while (amp !== -1) {
			const semicolon = value.indexOf(';', amp);
			const name = semicolon === -1 || semicolon - amp > 12 ? '' : value.slice(amp + 1, semicolon);
			const char = ENTITIES.get(name) ?? referenced(name);
			if (char === undefined) {
				this.#fail(
					'malformed',
					`${JSON.stringify(value.slice(amp, amp + 12))} in ${attribute} is not an XML entity`,
					'Write "&" as "&amp;".',
				);
			}
			out += value.slice(from, amp) + char;
			from = semicolon + 1;
			amp = value.indexOf('&', from);
		}
		return out + value.slice(from);
	}

	#checkEncoding(declaration: string): void {
		const encoding = /\bencoding\s*=\s*["']([^"']*)/.exec(declaration)?.[1];
		if (encoding && !/^(utf-?8|us-ascii)$/i.test(encoding)) {
			this.#fail(
				'wrong_encoding',
				`declares the encoding ${encoding}`,
				`Convert it first: iconv -f ${encoding} -t UTF-8.`,
			);
		}
	}

	#skipSpace(from: number, to: number): number {
		let at = from;
		while (at < to && isSpace(this.#text.charCodeAt(at))) at++;
		return at;
	}

	#expectSpace(from: number, to: number): void {
		const stop = this.#skipSpace(from, to);
		this.#advance(stop);
		if (stop >= to) return;
		const found = JSON.stringify(this.#text.slice(stop, Math.min(to, stop + 30)));
		if (this.#state === 'before') {
			this.#fail(
				'wrong_file',
				`is not XML (it begins with ${found})`,
				`Expected a Stack Exchange dump file with <${this.#root}>.`,
			);
		}
		this.#fail('malformed', `text between rows: ${found}`, DAMAGED);
	}

	#advance(to: number): void {
		while (this.#newline !== -1 && this.#newline < to) {
			this.#line++;
			this.#newline = this.#text.indexOf('\n', this.#newline + 1);
		}
		this.#at = to;
	}

	#fail(fault: SourceFault, what: string, advice: string): never {
		throw new SourceError(fault, { file: this.#file, line: this.#line }, what, advice);
	}
}

const QUOTE = 0x22;

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

const ENTITIES = new Map([
	['lt', '<'],
	['gt', '>'],
	['amp', '&'],
	['quot', '"'],
	['apos', "'"],
	['#xA', '\n'],
	['#xD', '\r'],
]);

/** The character of `#10` or `#xA`; undefined when it is no character reference. */
function referenced(name: string): string | undefined {
	const match = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name);
	if (!match) return undefined;
	const code = match[1] ? Number.parseInt(match[1], 16) : Number(match[2]);
	const control = code < 0x20 && code !== 9 && code !== 10 && code !== 13;
	const surrogate = code >= 0xd800 && code <= 0xdfff;
	return control || surrogate || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}
