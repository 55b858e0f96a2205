import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

/** Traditional characters and the simplified ones that are written for them. */
export const simplified: ReadonlyMap<string, string> = new Map(
	traditionalToSimplified
		.split('|')
		.map((pair) => pair.split(' ') as [string, string])
		.filter(([from, to]) => from.length === 1 && to.length === 1 && from !== to),
);
