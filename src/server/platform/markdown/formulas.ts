import { createContext, Script } from 'node:vm';
import katex from 'katex';
import { escapeText, escapeValue } from './escape.ts';
import { LIMITS } from './limits.ts';

export interface Formula {
	tex: string;
	display: boolean;
}

const DEFINES = /\\(?:[egx]?def|let|futurelet|(?:re|provide)?newcommand|global|long)(?![A-Za-z])/;
const LONG = 1_500;

// KaTeX cannot be interrupted from inside, and a macro of a thousand letters used a thousand times is one short
// formula. The engine's own watchdog costs a thread per run, so only suspects get it.
const guarded = createContext({ run: null as (() => void) | null });
const runScript = new Script('run()');

function withDeadline(run: () => void, milliseconds: number): void {
	guarded.run = run;
	try {
		runScript.runInContext(guarded, { timeout: milliseconds });
	} finally {
		guarded.run = null;
	}
}

const TAGS =
	'span|math|semantics|annotation|mrow|mi|mn|mo|mtext|mspace|msup|msub|msubsup|mfrac|msqrt|mroot|mover|munder|munderover|mtable|mtr|mtd|mlabeledtr|mstyle|mpadded|mphantom|menclose|svg|path|line|g';
const ATTRIBUTES =
	'class|aria-hidden|xmlns|display|encoding|width|height|depth|viewBox|preserveAspectRatio|d|x1|x2|y1|y2|stroke-width|stroke|fill|accent|accentunder|stretchy|fence|separator|minsize|maxsize|lspace|rspace|voffset|notation|scriptlevel|displaystyle|linebreak|valign|rowspacing|columnalign|columnlines|columnspacing|rowlines|side|mathcolor|mathbackground|mathvariant|mathsize|linethickness|movablelimits|symmetric|largeop|title';
const SHAPE = new RegExp(
	`</?(?:${TAGS})(?: (?:(?:${ATTRIBUTES}) ?="[^"<>]*"|style="(?:[^"<>(]|calc\\()*"))* ?/?>`,
	'g',
);

/** The last look at what is not parsed again: known tags, known closed attributes, nothing that loads or runs. */
function isInert(html: string): boolean {
	return !html.replace(SHAPE, '').includes('<');
}

function message(error: unknown): string {
	// What the watchdog throws comes from another context and is no instance of this one's Error.
	const { message: text = '', code } = error as { message?: string; code?: string };
	if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return 'takes too long';
	return (
		String(text)
			.replace(/^KaTeX parse error: /, '')
			.slice(0, 200)
			// KaTeX quotes a part of the formula, and it and this may cut a character of two units.
			.toWellFormed()
	);
}

/** A formula that cannot be set shows as it was typed. */
function asSource({ tex, display }: Formula, why: string): string {
	const mark = display ? '$$' : '$';
	return `<code class="math-source" title="${escapeValue(why)}">${escapeText(mark + tex + mark)}</code>`;
}

// Old LaTeX that MathJax reads and KaTeX does not, seen in imported text.
function modern(tex: string): string {
	return tex
		.replace(/\\(begin|end)\{eqnarray\*?\}/g, (_, edge: string) =>
			edge === 'begin' ? '\\begin{array}{rcl}' : '\\end{array}',
		)
		.replace(/\\require\{\\?[a-zA-Z]*\}/g, '')
		.replace(/\\mbox(?=\s*\{)/g, '\\text');
}

// The same `$n$` and `$|0\rangle$` stand in text after text; setting one costs as much as a hundred look-ups.
const short = 60;
const mostKept = 1_000;
const kept = new Map<string, string>();

/** What a short formula looks like where no macro is defined: from memory, else by `set`. The oldest leave first. */
function remembered(key: string, set: () => string): string {
	let html = kept.get(key);
	if (html !== undefined) {
		kept.delete(key);
		kept.set(key, html);
		return html;
	}
	html = set();
	if (html.length < 16_000) {
		kept.set(key, html);
		if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
	}
	return html;
}

let mhchem: Promise<unknown> | null = null;

/** Sets the formulas of one document, which share macros and a budget, as they do on the page. */
export class FormulaSetter {
	private readonly macros: Record<string, string> = {};
	private readonly done = new Map<string, string>();
	private output = 0;
	private time = 0;

	/** Loads what the formulas need beyond KaTeX itself. */
	async prepare(formulas: readonly Formula[]): Promise<void> {
		if (!formulas.some(({ tex }) => /\\(?:ce|pu)\s*\{/.test(tex))) return;
		mhchem ??= import('katex/contrib/mhchem');
		await mhchem;
	}

	/** @returns HTML with MathML inside; the source where KaTeX refuses or a limit is passed */
	set(formula: Formula): string {
		const key = (formula.display ? '2' : '1') + formula.tex;
		const plain = Object.keys(this.macros).length === 0;
		const known = plain ? this.done.get(key) : undefined;
		if (known !== undefined && this.output <= LIMITS.formulaOutput) {
			this.output += known.length;
			return known;
		}
		const html =
			plain &&
			formula.tex.length <= short &&
			!DEFINES.test(formula.tex) &&
			this.output <= LIMITS.formulaOutput
				? remembered(key, () => this.render(formula))
				: this.render(formula);
		this.output += html.length;
		if (Object.keys(this.macros).length === 0) this.done.set(key, html);
		return html;
	}

	private render(formula: Formula): string {
		if (formula.tex.length > LIMITS.formula) return asSource(formula, 'too long');
		if (this.output > LIMITS.formulaOutput) return asSource(formula, 'too many formulas');
		const suspect =
			formula.tex.length > LONG ||
			DEFINES.test(formula.tex) ||
			Object.keys(this.macros).some((name) => formula.tex.includes(name));
		let tex = modern(formula.tex);
		for (let attempt = 0; attempt < 8; attempt++) {
			try {
				const html = suspect ? this.guardedRender(tex, formula.display) : this.katex(tex, formula.display);
				if (html.length > LIMITS.formulaOutput / 4) return asSource(formula, 'too large');
				if (!isInert(html)) return asSource(formula, 'unexpected markup');
				return html;
			} catch (error) {
				// MathJax lets \newcommand replace what exists; KaTeX has many names that authors define themselves.
				const name = /\\newcommand\{(\\[A-Za-z]+|\\.)\} attempting to redefine/.exec(message(error))?.[1];
				if (name === undefined) return asSource(formula, message(error));
				tex = tex.replaceAll(
					new RegExp(
						`\\\\newcommand(\\s*\\{?\\s*)\\\\${name.slice(1).replace(/\W/, '\\$&')}(?![A-Za-z])`,
						'g',
					),
					`\\renewcommand$1${name}`,
				);
			}
		}
		return asSource(formula, 'redefines too much');
	}

	private guardedRender(tex: string, display: boolean): string {
		const left = LIMITS.formulaTime - this.time;
		if (left <= 0) throw new Error('takes too long');
		const start = performance.now();
		let html = '';
		try {
			withDeadline(
				() => {
					html = this.katex(tex, display);
				},
				Math.max(1, Math.ceil(left)),
			);
		} finally {
			this.time += performance.now() - start;
		}
		return html;
	}

	private katex(tex: string, displayMode: boolean): string {
		return katex.renderToString(tex, {
			displayMode,
			output: 'htmlAndMathml',
			throwOnError: true,
			strict: 'ignore',
			trust: false,
			maxExpand: 1_000,
			maxSize: 40,
			globalGroup: true,
			macros: this.macros,
		});
	}
}
