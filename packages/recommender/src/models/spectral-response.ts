// Which frequencies of the graph of items pass. A frequency is told by its eigenvalue of the normalised likeness: 1 is
// the smoothest signal, 0 the roughest.

export interface ResponseShape {
	/** The degree of the polynomial (of `plateau`; the others have one of their own). */
	order: number;
	/** How flat `plateau` is about the middle: 1 is the linear response. */
	flatness: number;
	/** How long `sharpened` runs. */
	time: number;
}

interface Response {
	/** The response at Chebyshev nodes, from the eigenvalue 0 to 1: as many as the degree and one more. */
	filter: Float64Array;
	/** What the low pass is multiplied by at an eigenvalue. */
	lowPass: (eigenvalue: number) => number;
}

export const responses = {
	/** GF-CF (Shen et al. 2021): the eigenvalue itself. */
	linear: () => ({ filter: atNodes(1, (eigenvalue) => eigenvalue), lowPass: () => 1 }),
	/**
	 * ChebyCF (Kim et al. 2025): 1/2 ± |2 eigenvalue - 1|^flatness / 2, rising from 0 to 1 with a plateau between.
	 * As its authors do, the ends of the response are put on the outermost nodes.
	 */
	plateau: ({ order, flatness }) => ({
		filter: Float64Array.from({ length: order + 1 }, (_, j) => {
			const x = Math.cos((j * Math.PI) / order);
			return 0.5 - 0.5 * Math.sign(x) * Math.abs(x) ** flatness;
		}),
		lowPass: () => 1,
	}),
	/** BSPM (Choi et al. 2023), early merge: blurred and passed low, then one Runge and Kutta step of sharpening. */
	sharpened: ({ time }) => {
		const sharpen = (eigenvalue: number) => {
			const z = -time * eigenvalue;
			return 1 + z * (1 + (z / 2) * (1 + (z / 3) * (1 + z / 4)));
		};
		return {
			filter: atNodes(5, (eigenvalue) => eigenvalue * sharpen(eigenvalue)),
			lowPass: sharpen,
		};
	},
} satisfies Record<string, (shape: ResponseShape) => Response>;

const angle = (j: number, count: number) => ((j + 0.5) * Math.PI) / count;

function atNodes(order: number, response: (eigenvalue: number) => number): Float64Array {
	return Float64Array.from({ length: order + 1 }, (_, j) =>
		response((1 - Math.cos(angle(j, order + 1))) / 2),
	);
}

/** Coefficients of the Chebyshev polynomials in 1 - 2 eigenvalue through values at the nodes. */
export function chebyshev(filter: Float64Array): Float64Array {
	const count = filter.length;
	return Float64Array.from({ length: count }, (_, k) => {
		let sum = 0;
		for (let j = 0; j < count; j++) sum += filter[j]! * Math.cos(k * angle(j, count));
		return ((k === 0 ? 1 : 2) * sum) / count;
	});
}
