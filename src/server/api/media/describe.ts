import { z } from '@hono/zod-openapi';
import { PROBLEM_TYPE } from '../problems.ts';
import { problem } from '../schemas/common.ts';

const header = (description: string, example: string) => z.string().openapi({ description, example });
const resumable = { 'Tus-Resumable': header('The version of the protocol.', '1.0.0') };
const path = z.object({ id: z.int().openapi({ example: 42, description: 'Id of the file.' }) });
const common = { tags: ['Media'], security: [{ key: [] }, { session: [] }], 'x-scope': 'write' } as const;
const refused = {
	default: { description: 'A refusal.', content: { [PROBLEM_TYPE]: { schema: problem } } },
} as const;
const bytes = { 'application/offset+octet-stream': { schema: z.string().openapi({ format: 'binary' }) } };

/** Uploads by tus 1.0: a protocol of headers, answered by routes of its own. Use one of its clients. */
export const uploadPaths = [
	{
		...common,
		method: 'post',
		path: '/uploads',
		operationId: 'createUpload',
		summary: 'Begin an upload (tus 1.0)',
		description:
			'Extensions: creation, creation-with-upload, termination, checksum (sha1, sha256, md5), expiration. `OPTIONS` tells the same.',
		request: {
			headers: z.object({
				...resumable,
				'Upload-Length': header('Bytes of the file.', '73400320'),
				'Upload-Metadata': header(
					'`filename` and `purpose` (picture, avatar, cover, video, audio, file) in base 64.',
					'filename bGVzc29uLm1wNA==,purpose dmlkZW8=',
				),
			}),
		},
		responses: {
			201: {
				description:
					'Begun. `Location` is where its bytes go, `Stoa-Media-Id` the file, `Upload-Expires` until when.',
			},
			...refused,
		},
	},
	{
		...common,
		method: 'head',
		path: '/uploads/{id}',
		operationId: 'readUpload',
		summary: 'Ask how far an upload is',
		request: { params: path, headers: z.object(resumable) },
		responses: { 200: { description: '`Upload-Offset` of `Upload-Length`.' }, ...refused },
	},
	{
		...common,
		method: 'patch',
		path: '/uploads/{id}',
		operationId: 'appendUpload',
		summary: 'Send what comes next of an upload',
		description: 'What arrives before a connection is cut is kept, unless a checksum was sent for the whole.',
		request: {
			params: path,
			headers: z.object({
				...resumable,
				'Upload-Offset': header('Where these bytes begin.', '0'),
				'Upload-Checksum': header(
					'Of this request.',
					'sha256 uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=',
				).optional(),
			}),
			body: { required: true, content: bytes },
		},
		responses: { 204: { description: '`Upload-Offset` is where the next begin.' }, ...refused },
	},
	{
		...common,
		method: 'delete',
		path: '/uploads/{id}',
		operationId: 'endUpload',
		summary: 'End an upload, and throw away what came',
		request: { params: path, headers: z.object(resumable) },
		responses: { 204: { description: 'It is gone.' }, ...refused },
	},
];
