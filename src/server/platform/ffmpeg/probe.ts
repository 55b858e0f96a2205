import { z } from 'zod';
import { type Ffmpeg, FfmpegError } from './ffmpeg.ts';

const number = z.coerce.number().optional().catch(undefined);

const answer = z.object({
	format: z.object({ duration: number }).default({ duration: undefined }),
	streams: z
		.array(
			z.object({
				codec_type: z.string().optional(),
				codec_name: z.string().optional(),
				width: number,
				height: number,
				duration: number,
				sample_aspect_ratio: z.string().optional(),
				disposition: z.object({ attached_pic: number }).optional(),
				side_data_list: z.array(z.object({ rotation: number })).optional(),
			}),
		)
		.default([]),
});

/** What is in a file that moves or sounds. */
export interface Probed {
	durationMs: number;
	/** As it is shown: turned and with square pixels; null where there is none. */
	video: { width: number; height: number } | null;
	hasAudio: boolean;
}

/** Only files, and only the one that is named: a playlist inside must not make it fetch anything. */
export const onlyFiles = ['-protocol_whitelist', 'file,crypto'] as const;

/**
 * Asks ffprobe.
 *
 * @param format the demuxer, by the content of the file: without it ffprobe might take it for a playlist
 * @throws FfmpegError
 */
export async function probe(tool: Ffmpeg, path: string, format: string): Promise<Probed> {
	const args = [
		...['-v', 'error', ...onlyFiles, '-f', format],
		...['-show_format', '-show_streams', '-of', 'json', `file:${path}`],
	];
	return readProbe(await tool.ffprobe(args, { timeout: 120_000 }));
}

/** @throws FfmpegError when the answer is not one */
export function readProbe(text: string): Probed {
	let read: z.output<typeof answer>;
	try {
		read = answer.parse(JSON.parse(text));
	} catch {
		throw new FfmpegError('failed', 'ffprobe answered what nobody understands.');
	}
	// The cover of a recording is a video stream of one picture.
	const video = read.streams.find(
		(stream) => stream.codec_type === 'video' && stream.disposition?.attached_pic !== 1 && stream.width,
	);
	const audio = read.streams.find(({ codec_type }) => codec_type === 'audio');
	const seconds = Math.max(read.format.duration ?? 0, video?.duration ?? 0, audio?.duration ?? 0);
	return {
		durationMs: Number.isFinite(seconds) ? Math.max(0, Math.round(seconds * 1000)) : 0,
		video: video ? shownSize(video) : null,
		hasAudio: audio !== undefined,
	};
}

function shownSize(video: z.output<typeof answer>['streams'][number]): { width: number; height: number } {
	const [across = 1, down = 1] = (video.sample_aspect_ratio ?? '1:1').split(':').map(Number);
	const stretch = across > 0 && down > 0 ? across / down : 1;
	const width = Math.round((video.width ?? 0) * stretch);
	const height = video.height ?? 0;
	const turned = Math.abs(video.side_data_list?.find(({ rotation }) => rotation)?.rotation ?? 0) % 180 === 90;
	return turned ? { width: height, height: width } : { width, height };
}
