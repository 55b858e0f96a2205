/** One stream that is made of a video. */
export interface Rung {
	/** Its shorter side; the name of its folder. */
	name: string;
	width: number;
	height: number;
	/** Most kilobits a second of the picture. */
	kbps: number;
	/** What decodes it, in H.264's own words: profile High, and the level. */
	level: string;
	codec: string;
}

// From docs of players and platforms alike: what talking heads and code on a screen look well with at these sizes.
const steps = [
	{ side: 360, kbps: 800, level: '3.1', codec: 'avc1.64001f' },
	{ side: 480, kbps: 1400, level: '3.1', codec: 'avc1.64001f' },
	{ side: 720, kbps: 2800, level: '4.0', codec: 'avc1.640028' },
	{ side: 1080, kbps: 5000, level: '4.2', codec: 'avc1.64002a' },
] as const;

const even = (size: number) => Math.max(2, 2 * Math.round(size / 2));

/**
 * The streams for a video of this size, the smallest first: none is larger than the video, and a video that is smaller
 * than all of them is kept at its own size.
 */
export function ladderFor({ width, height }: { width: number; height: number }): Rung[] {
	const short = Math.min(width, height);
	const long = Math.max(width, height);
	const fitting = steps.filter(({ side }) => side <= short);
	const chosen = fitting.length > 0 ? fitting : [{ ...steps[0], side: short }];
	return chosen.map(({ side, kbps, level, codec }) => {
		// A very wide video is held by its longer side, so that no step has more pixels than its bits are for.
		const by = Math.min(1, side / short, (side * 16) / 9 / long);
		return { name: String(side), width: even(width * by), height: even(height * by), kbps, level, codec };
	});
}
