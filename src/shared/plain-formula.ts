// What lists show of a formula: signs instead of commands. Only what stands in short texts; the rest stays as it is typed.
const signs: Record<string, string> = {
	le: '≤',
	leq: '≤',
	ge: '≥',
	geq: '≥',
	ne: '≠',
	neq: '≠',
	approx: '≈',
	sim: '∼',
	equiv: '≡',
	times: '×',
	cdot: '·',
	div: '÷',
	pm: '±',
	in: '∈',
	notin: '∉',
	subset: '⊂',
	cup: '∪',
	cap: '∩',
	forall: '∀',
	exists: '∃',
	to: '→',
	rightarrow: '→',
	leftarrow: '←',
	Rightarrow: '⇒',
	infty: '∞',
	partial: '∂',
	nabla: '∇',
	sum: '∑',
	prod: '∏',
	int: '∫',
	ldots: '…',
	dots: '…',
	cdots: '…',
	mid: '|',
	alpha: 'α',
	beta: 'β',
	gamma: 'γ',
	delta: 'δ',
	epsilon: 'ε',
	varepsilon: 'ε',
	eta: 'η',
	theta: 'θ',
	lambda: 'λ',
	mu: 'μ',
	pi: 'π',
	rho: 'ρ',
	sigma: 'σ',
	tau: 'τ',
	phi: 'φ',
	varphi: 'φ',
	zeta: 'ζ',
	kappa: 'κ',
	nu: 'ν',
	xi: 'ξ',
	chi: 'χ',
	Gamma: 'Γ',
	Lambda: 'Λ',
	Theta: 'Θ',
	Phi: 'Φ',
	Psi: 'Ψ',
	otimes: '⊗',
	oplus: '⊕',
	dagger: '†',
	hbar: 'ℏ',
	ell: 'ℓ',
	perp: '⊥',
	vert: '|',
	psi: 'ψ',
	omega: 'ω',
	Delta: 'Δ',
	Sigma: 'Σ',
	Omega: 'Ω',
	langle: '⟨',
	rangle: '⟩',
	lfloor: '⌊',
	rfloor: '⌋',
	lceil: '⌈',
	rceil: '⌉',
	bmod: 'mod',
	quad: ' ',
	left: '',
	right: '',
	displaystyle: '',
};
const raised = new Map([...'0123456789+-n'].map((sign, at) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ'][at] as string]));
const lowered = new Map([...'0123456789+-'].map((sign, at) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋'][at] as string]));

function shifted(text: string, signsFor: Map<string, string>, mark: string): string {
	const letters = [...text].map((letter) => signsFor.get(letter));
	return letters.includes(undefined) ? `${mark}${text}` : letters.join('');
}

/**
 * A formula of a text as one line of plain signs: `n \le 2\times10^5` → `n ≤ 2×10⁵`. Longer ones are returned as
 * they are: nobody reads them in a list.
 */
export function plainFormula(tex: string): string {
	if (tex.length > 120) return tex;
	return tex
		.replace(/\{,\}/g, ',')
		.replace(/\\(?:text|mathrm|mathbf|mathit|operatorname)\{([^{}]*)\}/g, '$1')
		.replace(/\\d?frac\{([^{}]*)\}\{([^{}]*)\}/g, '$1/$2')
		.replace(/\\ket\{([^{}]*)\}/g, '|$1⟩')
		.replace(/\\bra\{([^{}]*)\}/g, '⟨$1|')
		.replace(/\\sqrt\{([^{}]*)\}/g, '√$1')
		.replace(/\\[,;:!> ]/g, ' ')
		.replace(/\\([a-zA-Z]+)(\s*)/g, (_, name: string, gap: string) =>
			Object.hasOwn(signs, name) ? `${signs[name]}${gap}` : `${name}${gap}`,
		)
		.replace(/\^(?:\{([^{}]*)\}|(\S))/g, (_, group?: string, one?: string) =>
			shifted(group ?? one ?? '', raised, '^'),
		)
		.replace(/_(?:\{([^{}]*)\}|(\S))/g, (_, group?: string, one?: string) =>
			shifted(group ?? one ?? '', lowered, '_'),
		)
		.replace(/\\([{}|%$&#_])/g, '$1')
		.replace(/[{}]/g, '')
		.replace(/ {2,}/g, ' ')
		.trim();
}
