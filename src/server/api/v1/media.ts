import { z } from '@hono/zod-openapi';
import {
	downloadAddress,
	isPlayable,
	listMyMedia,
	type Medium,
	playMedium,
	posterOf,
	readMedium,
	removeMedium,
	removeSubtitles,
	searchCues,
	setSubtitles,
} from '../../modules/media/index.ts';
import { answer, type Call, listed, nothing, type Operation, operation } from '../operation.ts';
import { cursor, idParam, limit, listOf, slugParam } from '../schemas/common.ts';
import * as shape from '../schemas/media.ts';
import { negotiateLocale, titleOf } from '../titles.ts';

const tag = 'Media';
const params = { id: idParam('file') };
const language = slugParam('Language of the subtitles (BCP 47)', 'zh-CN');

export const mediaOperations: Operation[] = [
	operation({
		id: 'listMedia',
		method: 'get',
		path: '/media',
		tag,
		summary: 'List the files I uploaded',
		description:
			'Files are uploaded by tus 1.0 at `/api/v1/uploads`: `Upload-Metadata` names `filename` and `purpose` (picture, avatar, cover, video, audio, file); the answer names the file in `Stoa-Media-Id`.',
		needs: 'member',
		scope: 'read',
		query: z.object({
			kind: z.enum(['image', 'video', 'audio', 'file']).optional(),
			cursor,
			limit: limit(100, 24),
		}),
		returns: { status: 200, schema: listOf(shape.medium), description: 'The newest first.' },
		async run(call) {
			const page = await listMyMedia(call.db, call.actor, call.query);
			return listed(
				call,
				page,
				page.items.map((one) => present(one, call)),
			);
		},
	}),
	operation({
		id: 'readMedium',
		method: 'get',
		path: '/media/{id}',
		tag,
		summary: 'Read what is known of a file',
		description: 'While it is uploaded and worked on: how far that is.',
		needs: 'anyone',
		scope: 'read',
		params,
		returns: { status: 200, schema: shape.medium, description: 'The file.' },
		refusals: ['media.not_found'],
		async run(call) {
			return answer(present(await readMedium(call.db, call.actor, call.params.id), call));
		},
	}),
	operation({
		id: 'deleteMedium',
		method: 'delete',
		path: '/media/{id}',
		tag,
		summary: 'Delete a file of mine',
		needs: 'member',
		scope: 'write',
		params,
		returns: { status: 204, description: 'It is gone, with everything that was made of it.' },
		refusals: ['media.not_found', 'media.in_use'],
		async run({ db, actor, params }) {
			await removeMedium(db, actor, params.id);
			return nothing;
		},
	}),
	operation({
		id: 'playMedium',
		method: 'post',
		path: '/media/{id}/playback',
		tag,
		summary: 'Get addresses to play a video or recording',
		description: 'They are for who asks, and for a time; a player asks again when it is over.',
		needs: 'anyone',
		scope: 'read',
		params,
		returns: { status: 200, schema: shape.playback, description: 'Where it is.' },
		refusals: ['media.not_found', 'media.not_ready'],
		async run({ db, ctx, actor, params }) {
			return answer(await playMedium(db, actor, params.id, ctx.media));
		},
	}),
	operation({
		id: 'downloadMedium',
		method: 'post',
		path: '/media/{id}/download',
		tag,
		summary: 'Get an address to download a file',
		needs: 'anyone',
		scope: 'read',
		params,
		returns: {
			status: 200,
			schema: z.object({
				url: z.string().openapi({ example: '/media/7/t1x2k8.2s.0123456789abcdef0123456789abcdef/file' }),
			}),
			description: 'For who asks, and for a time.',
		},
		refusals: ['media.not_found', 'media.not_ready'],
		async run({ db, ctx, actor, params }) {
			return answer({ url: await downloadAddress(db, actor, params.id, ctx.media) });
		},
	}),
	operation({
		id: 'setSubtitles',
		method: 'put',
		path: '/media/{id}/subtitles/{language}',
		tag,
		summary: 'Set the subtitles in a language',
		needs: 'member',
		scope: 'write',
		params: { ...params, language },
		body: z
			.object({
				label: z.string().min(1).max(60).openapi({ example: '中文' }),
				text: z.string().max(900_000).openapi({
					description: 'WebVTT or SubRip.',
					example: 'WEBVTT\n\n00:00:01.000 --> 00:00:03.500\n你好\n',
				}),
			})
			.openapi('NewSubtitles'),
		example: { label: '中文', text: 'WEBVTT\n\n00:00:01.000 --> 00:00:03.500\n你好\n' },
		returns: { status: 204, description: 'They are shown.' },
		refusals: ['media.not_found', 'media.subtitles_invalid'],
		async run({ db, actor, params, body }) {
			await setSubtitles(db, actor, params.id, { language: params.language, ...body });
			return nothing;
		},
	}),
	operation({
		id: 'deleteSubtitles',
		method: 'delete',
		path: '/media/{id}/subtitles/{language}',
		tag,
		summary: 'Delete the subtitles in a language',
		needs: 'member',
		scope: 'write',
		params: { ...params, language },
		returns: { status: 204, description: 'They are gone.' },
		refusals: ['media.not_found'],
		async run({ db, actor, params }) {
			await removeSubtitles(db, actor, params.id, params.language);
			return nothing;
		},
	}),
	operation({
		id: 'searchCues',
		method: 'get',
		path: '/media/{id}/cues',
		tag,
		summary: 'Search what is said in a video',
		needs: 'anyone',
		scope: 'read',
		params,
		query: z.object({
			query: z.string().max(200).optional().openapi({ example: 'transaction' }),
			language: z.string().max(20).optional().openapi({ example: 'en' }),
		}),
		returns: { status: 200, schema: listOf(shape.cue), description: 'In their order; at most 2000.' },
		refusals: ['media.not_found'],
		async run(call) {
			const items = await searchCues(call.db, call.actor, call.params.id, call.query);
			return listed(call, { items, next: null });
		},
	}),
];

function present(medium: Medium, { person, header }: Pick<Call, 'person' | 'header'>) {
	const { id, purpose, kind, status, name, mime, bytes, received, progress } = medium;
	const { width, height, durationMs, hasAudio, refusal, holders, createdAt } = medium;
	const own = person && (person.locale === 'en' ? 'en' : 'zh-CN');
	const locale = own ?? negotiateLocale(header('accept-language')) ?? 'zh-CN';
	const refusalTitle = refusal && titleOf(refusal, locale, medium.refusalParams);
	const playable = (kind === 'video' || kind === 'audio') && isPlayable(medium);
	const measured = { width, height, durationMs, hasAudio, picture: posterOf(medium) };
	const known = { id, purpose, kind, status, name, mime, bytes, received, progress };
	return { ...known, ...measured, refusal, refusalTitle, playable, holders, createdAt };
}
