/** A stream as it stands in the master playlist. */
export interface StreamRow {
	name: string;
	width: number | null;
	height: number | null;
	/** Most bits a second of any segment. */
	bitrate: number;
	codecs: string;
}

/** The list of streams that a player chooses from, by RFC 8216; addresses are beside its own. */
export function masterPlaylist(streams: readonly StreamRow[]): string {
	const lines = streams.flatMap(({ name, width, height, bitrate, codecs }) => [
		`#EXT-X-STREAM-INF:BANDWIDTH=${bitrate}${width && height ? `,RESOLUTION=${width}x${height}` : ''},CODECS="${codecs}"`,
		`${name}/index.m3u8`,
	]);
	return `${['#EXTM3U', '#EXT-X-VERSION:3', '#EXT-X-INDEPENDENT-SEGMENTS', ...lines].join('\n')}\n`;
}

/** Names and seconds of the segments of a playlist that ffmpeg wrote. */
export function readSegments(playlist: string): { name: string; seconds: number }[] {
	const segments: { name: string; seconds: number }[] = [];
	let seconds = 0;
	for (const line of playlist.split(/\r?\n/)) {
		const duration = /^#EXTINF:([\d.]+)/.exec(line)?.[1];
		if (duration) seconds = Number(duration);
		else if (line && !line.startsWith('#')) segments.push({ name: line, seconds });
	}
	return segments;
}
