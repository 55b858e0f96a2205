import type { Called } from './called.ts';
import type { World } from './world.ts';

/** One call of every operation about files. */
export const mediaCalls: Record<string, (world: World) => Called> = {
	listMedia: () => ({ as: 'author', query: { kind: 'video', limit: 5 } }),
	readMedium: ({ media }) => ({ as: 'member', params: { id: media.video } }),
	deleteMedium: ({ media }) => ({ as: 'author', params: { id: media.file } }),
	playMedium: ({ media }) => ({ as: 'member', params: { id: media.video } }),
	downloadMedium: ({ media }) => ({ as: 'author', params: { id: media.file } }),
	setSubtitles: ({ media }) => ({
		as: 'author',
		params: { id: media.video, language: 'zh-CN' },
		body: { label: '中文', text: 'WEBVTT\n\n00:00:01.000 --> 00:00:03.500\n你好\n' },
	}),
	deleteSubtitles: ({ media }) => ({ as: 'author', params: { id: media.video, language: 'en' } }),
	searchCues: ({ media }) => ({ as: 'member', params: { id: media.video }, query: { query: 'handle' } }),
};
