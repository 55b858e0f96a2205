import { randomUUID } from 'node:crypto';
import type { MarkdownIt, Token } from 'markdown-it';
import { type CodeBlock, codeHtml, mermaidHtml } from './code-blocks.ts';
import type { Slot } from './emit.ts';
import type { Formula } from './formulas.ts';
import { highlight } from './highlight.ts';
import type { Labels } from './labels.ts';
import { findLanguage } from './languages.ts';
import { LIMITS } from './limits.ts';
import { type FootnoteRefMeta, footnotesOf } from './rules/footnotes.ts';

interface CodeSlot extends Slot {
	block: CodeBlock;
}

/** A long formula scrolls sideways on a phone; the tab stop lets a keyboard do it. */
function scrollable(html: string, { tex, display }: Formula): string {
	return display && tex.length > 40 ? html.replace('<span class="katex-display"', '$& tabindex="0"') : html;
}

/**
 * One document between Markdown and HTML. Formulas and code leave a placeholder in the HTML and are made apart,
 * because they load what most documents do not need; the placeholder is filled when the cleaned tree is written.
 */
export class Draft {
	readonly labels: Labels;
	hasMath = false;
	hasMermaid = false;
	private readonly md: MarkdownIt;
	private readonly env: Record<string, unknown>;
	// Unguessable, so that a placeholder in someone's raw HTML is only an empty element.
	private readonly nonce = randomUUID();
	private readonly slots: Slot[] = [];
	private readonly slotOf = new Map<Token, number>();
	private readonly formulas: { formula: Formula; slot: Slot }[] = [];
	private readonly codes: CodeSlot[] = [];
	private referred = new Set<string>();
	private until = Number.POSITIVE_INFINITY;

	constructor(md: MarkdownIt, env: Record<string, unknown>, labels: Labels) {
		this.md = md;
		this.env = env;
		this.labels = labels;
		env.draft = this;
	}

	/**
	 * Writes tokens as HTML with placeholders, their footnotes behind them.
	 *
	 * @param until source line (0-based) from which footnotes count as undefined: where a preview ends
	 */
	write(tokens: Token[], until = Number.POSITIVE_INFINITY): string {
		this.referred = new Set();
		this.until = until;
		const body = this.md.renderer.render(tokens, this.md.options, this.env);
		return body + this.footnotes();
	}

	formula(token: Token, display: boolean): string {
		this.hasMath = true;
		const block = token.type === 'math_block' || token.type === 'fence';
		return this.place(token, block ? 'div' : 'span', () => {
			const slot: Slot = { html: '', text: token.content, kind: block ? 'block' : 'inline' };
			this.formulas.push({ formula: { tex: token.content, display }, slot });
			return slot;
		});
	}

	code(token: Token, block: CodeBlock): string {
		if (block.name === 'math' || block.name === 'katex') {
			token.content = block.code;
			return this.formula(token, true);
		}
		return this.place(token, 'div', () => {
			const slot: CodeSlot = { html: '', text: block.code, kind: 'block', block };
			if (block.name === 'mermaid') {
				this.hasMermaid = true;
				slot.html = mermaidHtml(block.code);
			} else this.codes.push(slot);
			return slot;
		});
	}

	footnoteRef({ label, number, repeat }: FootnoteRefMeta): string {
		const known = footnotesOf(this.env).definitions.get(label);
		if (known === undefined || known.line >= this.until) return `<sup class="footnote-ref">[${number}]</sup>`;
		this.referred.add(label);
		return `<sup class="footnote-ref"><a href="#fn-${number}"${repeat === 0 ? ` id="fnref-${number}"` : ''}>[${number}]</a></sup>`;
	}

	peek(key: string): Slot | undefined {
		return key.startsWith(this.nonce) ? this.slots[Number(key.slice(this.nonce.length + 1))] : undefined;
	}

	/** The slots of one writing, each to be had once. */
	taker(): (key: string) => Slot | undefined {
		const taken = new Set<string>();
		return (key) => {
			if (taken.has(key)) return undefined;
			taken.add(key);
			return this.peek(key);
		};
	}

	/** Makes what the placeholders stand for. */
	async fill(colour: boolean): Promise<void> {
		if (this.formulas.length > 0) {
			const { FormulaSetter } = await import('./formulas.ts');
			const setter = new FormulaSetter();
			await setter.prepare(this.formulas.map(({ formula }) => formula));
			for (const { formula, slot } of this.formulas) {
				slot.html = scrollable(setter.set(formula), formula);
				if (slot.kind === 'block') slot.html = `<div class="math">${slot.html}</div>`;
			}
		}
		if (this.codes.length > 0) await this.colourCode(colour);
	}

	private async colourCode(colour: boolean): Promise<void> {
		let left: number = LIMITS.codeTotal;
		const wanted: { slot: CodeSlot; code: string; grammar: string }[] = [];
		for (const slot of this.codes) {
			const { code, name } = slot.block;
			slot.html = codeHtml(slot.block, null);
			const language = colour ? findLanguage(name) : null;
			if (language === null || code.length > LIMITS.codeBlock || code.length > left) continue;
			left -= code.length;
			wanted.push({ slot, code, grammar: language.grammar });
		}
		if (wanted.length === 0) return;
		const lines = await highlight(wanted.map(({ code, grammar }) => ({ code, grammar })));
		wanted.forEach(({ slot }, index) => {
			slot.html = codeHtml(slot.block, lines[index] ?? null);
		});
	}

	private place(token: Token, tag: 'div' | 'span', make: () => Slot): string {
		let index = this.slotOf.get(token);
		if (index === undefined) {
			index = this.slots.push(make()) - 1;
			this.slotOf.set(token, index);
		}
		return `<${tag} data-slot="${this.nonce}-${index}"></${tag}>${tag === 'div' ? '\n' : ''}`;
	}

	private footnotes(): string {
		const { numbers, definitions } = footnotesOf(this.env);
		const items: [number, string][] = [];
		// A footnote may refer to another one, which then joins the set that is being walked.
		for (const label of this.referred) {
			const number = numbers.get(label) as number;
			const tokens = definitions.get(label)?.tokens ?? [];
			items.push([
				number,
				`<li id="fn-${number}" value="${number}">${this.footnoteBody(tokens, number)}</li>\n`,
			]);
		}
		if (items.length === 0) return '';
		const list = items.sort(([a], [b]) => a - b).map(([, html]) => html);
		return `<section class="footnotes">\n<ol>\n${list.join('')}</ol></section>\n`;
	}

	private footnoteBody(tokens: Token[], number: number): string {
		const last = tokens.at(-2);
		if (last?.type !== 'inline' || last.children === null) {
			return `${this.md.renderer.render(tokens, this.md.options, this.env)}<p> <a href="#fnref-${number}" class="footnote-back">↩</a></p>`;
		}
		const children = last.children;
		const back = { ...last, type: 'footnote_back', info: String(number), children: null } as unknown as Token;
		last.children = [...children, back];
		const html = this.md.renderer.render(tokens, this.md.options, this.env);
		last.children = children;
		return html;
	}
}
