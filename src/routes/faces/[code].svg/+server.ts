import { error, type RequestHandler } from '@sveltejs/kit';
import { avatarSvg } from '#shared/avatar.ts';
import { faceOfCode } from '#shared/avatar-code.ts';

/** A drawn face. Its address holds all of it, so that one answer may be kept for ever. */
export const GET: RequestHandler = ({ params }) => {
	const face = faceOfCode(params.code ?? '');
	if (!face) error(404, { message: 'There is no such face.' });
	return new Response(avatarSvg(face), {
		headers: {
			'content-type': 'image/svg+xml',
			'cache-control': 'public, max-age=31536000, immutable',
			'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
		},
	});
};
