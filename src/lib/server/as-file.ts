/** A file to be kept, which no cache keeps and no browser opens as something else. @param name in ASCII */
export function asFile(content: string | Uint8Array, name: string, type: string): Response {
	return new Response(content as BodyInit, {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff',
		},
	});
}
