export interface Heading {
	/** 1 to 6, as rendered. */
	level: number;
	/** The element's id, prefix included. */
	id: string;
	text: string;
}

const PROSE = 1_000;

/** Gathers, while HTML is written, what lists, search and tables of contents need to know of it. */
export class Collector {
	readonly headings: Heading[] = [];
	readonly links = new Set<string>();
	readonly images = new Set<string>();
	readonly mentions = new Set<string>();
	/** Prose for the excerpt only: no code, headings, tables, spoilers, nor anything behind the preview mark. */
	prose = '';
	/** While above zero, text goes to search but not to the excerpt. */
	hushed = 0;
	// Pieces are joined once at the end: reading the last character of a growing string copies it every time.
	private readonly pieces: string[] = [];
	private gap: '' | ' ' | '\n' = '';

	/** Text of flowing content; runs of white space count as one space. @param shown what an excerpt has instead */
	words(value: string, shown?: string): void {
		const flat = /[\t\n\f\r]| {2}/.test(value) ? value.replace(/[ \t\n\f\r]+/g, ' ') : value;
		const from = flat.startsWith(' ') ? 1 : 0;
		const to = flat.length > from && flat.endsWith(' ') ? flat.length - 1 : flat.length;
		if (from === 1) this.space();
		if (to <= from) return;
		this.add(flat.slice(from, to), shown);
		if (to < flat.length) this.space();
	}

	/** Text whose lines matter, such as code. */
	lines(value: string): void {
		this.break();
		if (value.trim() !== '') this.add(value.replace(/\n+$/, ''));
		this.break();
	}

	/** Ends a line of plain text, if one is open. */
	break(): void {
		if (this.pieces.length > 0) this.gap = '\n';
	}

	get text(): string {
		return this.pieces.join('');
	}

	private space(): void {
		if (this.gap === '' && this.pieces.length > 0) this.gap = ' ';
	}

	private add(text: string, shown = text): void {
		if (this.hushed === 0 && this.prose.length < PROSE) this.prose += (this.gap === '' ? '' : ' ') + shown;
		if (this.gap !== '') this.pieces.push(this.gap);
		this.gap = '';
		this.pieces.push(text);
	}
}
