const spread = [192, 262, 318, 148, 12, 228, 290, 105];

/**
 * The inline style that gives an element of class `tint` the colour of a space. Only its hue is a space's own:
 * `accent` is a hue (`262`) or a colour (`#5b4bd0`); without one, spaces get hues that are easy to tell apart.
 */
export function spaceTint(space: { id: number; accent?: string }): string {
	return `--hue:${hueOf(space.accent ?? '') ?? spread[(space.id - 1) % spread.length]}`;
}

function hueOf(accent: string): number | null {
	if (/^\d{1,3}$/.test(accent)) return Number(accent) % 360;
	const hex = /^#([0-9a-f]{6})$/i.exec(accent)?.[1];
	if (!hex) return null;
	const [r, g, b] = [0, 2, 4].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as [
		number,
		number,
		number,
	];
	// Hue in OKLab: https://bottosson.github.io/posts/oklab/
	const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
	const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
	const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
	const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
	const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
	return Math.round(((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360);
}

function linear(value: number): number {
	return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
