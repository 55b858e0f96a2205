import { onlyFiles } from '../../platform/ffmpeg/index.ts';
import type { Rung } from './ladder.ts';

/** Seconds of a segment, and between two pictures that stand for themselves: streams may be changed there. */
export const SEGMENT = 4;

interface StreamJob {
	input: string;
	/** Name of the demuxer. */
	format: string;
	/** null: only sound. */
	rung: Rung | null;
	hasAudio: boolean;
	/** ffmpeg reads here where the key is, and under which address players ask for it. */
	keyInfo: string;
	/** Where playlist and segments go. */
	dir: string;
	/** Nothing after it is made. */
	mostSeconds: number;
}

/** What ffmpeg is told so that it makes one encrypted stream. Every part is an argument of its own: there is no shell. */
export function streamArgs({
	input,
	format,
	rung,
	hasAudio,
	keyInfo,
	dir,
	mostSeconds,
}: StreamJob): string[] {
	return [
		...['-hide_banner', '-nostdin', '-v', 'error', '-progress', 'pipe:1', '-nostats'],
		// No block of memory larger than this, whatever the file says that it needs.
		...['-max_alloc', String(512 * 1024 * 1024)],
		...onlyFiles,
		...['-f', format, '-i', `file:${input}`],
		...(rung ? videoArgs(rung) : ['-vn']),
		...(hasAudio ? ['-map', '0:a:0', '-c:a', 'aac', '-b:a', '128k', '-ac', '2', '-ar', '48000'] : ['-an']),
		...['-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1'],
		...['-t', String(mostSeconds), '-max_muxing_queue_size', '4096'],
		...[
			'-f',
			'hls',
			'-hls_time',
			String(SEGMENT),
			'-hls_playlist_type',
			'vod',
			'-hls_segment_type',
			'mpegts',
		],
		...['-hls_key_info_file', keyInfo, '-hls_segment_filename', `${dir}/%05d.ts`, `${dir}/index.m3u8`],
	];
}

function videoArgs({ width, height, kbps, level }: Rung): string[] {
	return [
		...['-map', '0:v:0', '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23'],
		...['-maxrate', `${kbps}k`, '-bufsize', `${kbps * 2}k`],
		...['-profile:v', 'high', '-level:v', level, '-pix_fmt', 'yuv420p'],
		...['-vf', `scale=${width}:${height},setsar=1`, '-fpsmax', '60'],
		...['-force_key_frames', `expr:gte(t,n_forced*${SEGMENT})`, '-sc_threshold', '0'],
	];
}

/** One picture of a video, at a time. */
export function posterArgs(input: string, format: string, seconds: number, output: string): string[] {
	return [
		...['-hide_banner', '-nostdin', '-v', 'error', '-max_alloc', String(512 * 1024 * 1024)],
		...onlyFiles,
		...['-ss', seconds.toFixed(3), '-f', format, '-i', `file:${input}`],
		...['-map', '0:v:0', '-frames:v', '1', '-vf', 'scale=iw*sar:ih,setsar=1'],
		...['-f', 'image2', '-update', '1', '-c:v', 'png', `file:${output}`],
	];
}

/** How far ffmpeg is, from a line of its progress; null for any other line. */
export function secondsDone(line: string): number | null {
	const micro = /^out_time_us=(\d+)/.exec(line)?.[1];
	return micro === undefined ? null : Number(micro) / 1e6;
}
