/**
 * Draws a column's cover from its name: a colonnade in the accent of its space, so that columns without a picture can
 * be told apart. Only `currentColor` and numbers of our own reach the markup.
 */
export function coverSvg(seed: string): string {
	let state = 0x811c9dc5;
	for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193);
	const next = () => {
		state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
		state = Math.imul(state ^ (state >>> 12), 0x297a2d39);
		state ^= state >>> 15;
		return (state >>> 0) / 4294967296;
	};
	const columns = 5 + Math.floor(next() * 4);
	const gap = 240 / columns;
	const shapes: string[] = [];
	const sun = 40 + next() * 160;
	shapes.push(
		`<circle cx="${sun.toFixed(1)}" cy="${(60 + next() * 60).toFixed(1)}" r="${(34 + next() * 30).toFixed(1)}" opacity=".16"/>`,
	);
	for (let i = 0; i < columns; i++) {
		const width = gap * (0.28 + next() * 0.3);
		const x = i * gap + (gap - width) / 2;
		const top = 90 + next() * 110;
		shapes.push(
			`<path d="M${x.toFixed(1)} 320V${top.toFixed(1)}a${(width / 2).toFixed(1)} ${(width / 2).toFixed(1)} 0 0 1 ${width.toFixed(1)} 0V320z" opacity="${(0.22 + next() * 0.5).toFixed(2)}"/>`,
		);
	}
	shapes.push('<path d="M0 300h240v20H0z" opacity=".75"/>');
	return `<svg viewBox="0 0 240 320" preserveAspectRatio="xMidYMax slice" fill="currentColor" aria-hidden="true">${shapes.join('')}</svg>`;
}
