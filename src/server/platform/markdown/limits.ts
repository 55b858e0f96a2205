/**
 * What one text may cost. Each number is far above anything a person writes and low enough that the worst text
 * of that shape is done in well under a second on a slow core; `bombs.test.ts` holds the shapes.
 */
export const LIMITS = {
	/** Characters of Markdown. */
	source: 200_000,
	/** Characters of HTML that come in by import. */
	html: 1_000_000,
	/** Levels of block nesting: a quote is one level, a list two. */
	blockDepth: 40,
	/** Levels of emphasis, links and raw inline tags inside one paragraph. */
	inlineDepth: 40,
	/** Raw HTML elements left open at one time. */
	htmlDepth: 100,
	/** Elements open at one time in the HTML parser. */
	treeDepth: 200,
	/** Elements of one document. */
	elements: 40_000,
	/** Moves inside the tree that a broken table or broken emphasis may cause; each one is linear in its siblings. */
	treeMoves: 10_000,
	/** Markdown tokens of one document. */
	tokens: 60_000,
	/** Characters that reference links and images may expand to. */
	expansion: 1_000_000,
	/** Characters of one raw HTML tag in Markdown. */
	rawTag: 4_000,
	/** Characters of one formula; a longer one shows as source. */
	formula: 5_000,
	/** Characters of HTML that all formulas of a document may become; later ones show as source. */
	formulaOutput: 3_000_000,
	/** Milliseconds of formulas that define macros or are long, all together. */
	formulaTime: 400,
	/** Characters of one code block that is highlighted; a longer one stays plain. */
	codeBlock: 20_000,
	/** Characters of highlighted code in one document. */
	codeTotal: 80_000,
	/** Times that `sanitizeHtml` parses its own output, until it stays the same. */
	settleRounds: 6,
} as const;
