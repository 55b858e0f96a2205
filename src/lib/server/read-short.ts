/** Reads a body of at most `longest` bytes as text; null when it is longer, without reading the rest of it. */
export async function readShort(request: Request, longest: number): Promise<string | null> {
	if (!request.body) return '';
	const parts: Uint8Array[] = [];
	let size = 0;
	for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
		size += part.byteLength;
		if (size > longest) return null;
		parts.push(part);
	}
	return Buffer.concat(parts).toString('utf8');
}
