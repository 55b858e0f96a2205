import { Readable } from 'node:stream';

/** A file to be kept, which no cache keeps and no browser opens as something else. @param name in ASCII */
export function asFile(
	content: string | Uint8Array | AsyncIterable<Uint8Array>,
	name: string,
	type: string,
): Response {
	const whole = typeof content === 'string' || content instanceof Uint8Array;
	// Made as it is taken: whoever stops taking stops it.
	return new Response(
		(whole ? content : Readable.toWeb(Readable.from(content, { objectMode: false }))) as BodyInit,
		{
			headers: {
				'content-type': type,
				'content-disposition': `attachment; filename="${name}"`,
				'cache-control': 'private, no-store',
				'x-content-type-options': 'nosniff',
			},
		},
	);
}
