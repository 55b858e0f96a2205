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
	private parts = '';
	private broken = false;

	/** Text of flowing content; runs of white space count as one space. */
	words(value: string): void {
		const flat = /[\t\n\f]| {2}/.test(value) ? value.replace(/[ \t\n\f]+/g, ' ') : value;
		if (flat === '' || (flat === ' ' && (this.broken || this.parts === ''))) return;
		this.open();
		this.parts += this.parts === '' || /\s$/.test(this.parts.at(-1) ?? '') ? flat.trimStart() : flat;
		if (this.hushed === 0 && this.prose.length < PROSE) this.prose += flat;
	}

	/** Text whose lines matter, such as code. */
	lines(value: string): void {
		this.break();
		this.open();
		this.parts += value.replace(/\n+$/, '');
		this.break();
	}

	/** Ends a line of plain text, if one is open. */
	break(): void {
		this.broken = true;
	}

	get text(): string {
		return this.parts.trimEnd();
	}

	private open(): void {
		if (!this.broken) return;
		this.broken = false;
		if (this.parts !== '') this.parts = `${this.parts.trimEnd()}\n`;
		if (this.hushed === 0 && this.prose !== '' && this.prose.length < PROSE) this.prose += ' ';
	}
}
