/*
 * The few strokes a portrait is drawn with. They count on the frame of avatar.ts, which sets
 * `fill="none"`, round line ends and round joins once for all.
 */

/** A filled shape. */
export const filled = (d: string, fill: string) => `<path d="${d}" fill="${fill}"/>`;

/** A line. */
export const stroke = (d: string, colour: string, width = 1.2) =>
	`<path d="${d}" stroke="${colour}" stroke-width="${width}"/>`;

/** Equal round spots at `x,y x,y`, as one path of zero-length round-capped lines: a fifth of the bytes of circles. */
export const spots = (points: string, radius: number, colour: string) =>
	stroke(points.replaceAll(/\S+/g, 'M$&h0').replaceAll(' ', ''), colour, 2 * radius);

/** Darkens (`by` below 0) or lightens (above 0) a `#rrggbb` colour; `by` is -1..1. */
export function shade(hex: string, by: number): string {
	const goal = by < 0 ? 0 : 255;
	const mix = (at: number) => {
		const part = Number.parseInt(hex.slice(at, at + 2), 16);
		return Math.round(part + (goal - part) * Math.abs(by))
			.toString(16)
			.padStart(2, '0');
	};
	return `#${mix(1)}${mix(3)}${mix(5)}`;
}

/** HSL (degrees, 0..1, 0..1) as `#rrggbb`: rasterisers disagree about `hsl()`, none about hex. */
export function hslHex(hue: number, saturation: number, lightness: number): string {
	const chroma = saturation * Math.min(lightness, 1 - lightness);
	const part = (n: number) => {
		const k = (n + hue / 30) % 12;
		return Math.round(255 * (lightness - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1))))
			.toString(16)
			.padStart(2, '0');
	};
	return `#${part(0)}${part(8)}${part(4)}`;
}
