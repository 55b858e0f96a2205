import { z } from '@hono/zod-openapi';
import { count, id, text, time } from './common.ts';

export const medium = z
	.object({
		id: id(7),
		purpose: z.enum(['picture', 'avatar', 'cover', 'video', 'audio', 'file']),
		kind: z
			.enum(['image', 'video', 'audio', 'file'])
			.nullable()
			.openapi({ example: 'video', description: 'By its content; null before it was looked at.' }),
		status: z.enum(['uploading', 'received', 'processing', 'ready', 'refused', 'failed']).openapi({
			example: 'ready',
			description:
				'`received`: whole, and waiting to be looked at. `processing`: streams are made; the first may play already. `refused` and `failed`: see `refusal`.',
		}),
		name: text('lesson-1.mp4'),
		mime: z.string().nullable().openapi({ example: 'video/mp4' }),
		bytes: count(73_400_320),
		received: count(73_400_320).openapi({ description: 'Bytes that have come so far.' }),
		progress: z.int().openapi({ example: 100, description: 'Of the work on it, in percent.' }),
		width: z.int().nullable().openapi({ example: 1920 }),
		height: z.int().nullable().openapi({ example: 1080 }),
		durationMs: z.int().nullable().openapi({ example: 754_000 }),
		hasAudio: z.boolean().nullable().openapi({ example: true }),
		picture: z.string().nullable().openapi({
			example: '/media/p/abcdefghijklmnopqrstuvwxyz-1920x1080',
			description:
				'Address of the picture, or of the one that a video begins with; `/640` after it for a narrow copy.',
		}),
		refusal: z.string().nullable().openapi({ example: null, description: 'Code of why it came to nothing.' }),
		refusalTitle: z.string().nullable().openapi({ example: null, description: 'The same as a sentence.' }),
		playable: z.boolean(),
		holders: count(1).openapi({ description: 'How many things show it.' }),
		createdAt: time(),
	})
	.openapi('Medium');

export const playback = z
	.object({
		mediaId: id(7),
		kind: z.enum(['video', 'audio']),
		hls: z.string().nullable().openapi({
			example: '/media/7/t1x2k8.2s.0123456789abcdef0123456789abcdef/master.m3u8',
			description: 'Adaptive streams (HLS, AES-128). The key is given to the same person only.',
		}),
		original: z
			.string()
			.nullable()
			.openapi({ example: null, description: 'Where there are no streams: the file.' }),
		mime: text('video/mp4'),
		poster: z.string().nullable().openapi({ example: '/media/p/abcdefghijklmnopqrstuvwxyz-1920x1080' }),
		width: z.int().nullable().openapi({ example: 1920 }),
		height: z.int().nullable().openapi({ example: 1080 }),
		durationMs: z.int().nullable().openapi({ example: 754_000 }),
		subtitles: z.array(
			z.object({
				language: text('zh-CN'),
				label: text('中文'),
				src: text('/media/7/t1x2k8.2s.0123456789abcdef0123456789abcdef/subtitles/zh-CN.vtt'),
			}),
		),
		until: time().openapi({ description: 'So long the addresses may be used.' }),
	})
	.openapi('Playback');

export const cue = z
	.object({
		language: text('en'),
		fromMs: count(62_500),
		toMs: count(65_000),
		text: text('A transaction is just another handle.'),
	})
	.openapi('Cue');
