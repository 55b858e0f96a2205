import type { IncomingMessage, ServerResponse } from 'node:http';

/** What one form may carry: the longest text in Chinese, with every byte written as `%E4`, fits twice. */
const FORM_LIMIT = 2 * 1024 * 1024;

/** Forms with a file, for who has no script: more goes by the API's uploads. */
const FILE_LIMIT = 8 * 1024 * 1024;
const fileForms = /^\/(?:studio\/media|pictures|settings\/portrait)(?:\?|$)/;

/**
 * Answers what no page would take, before anything of it is read: a body that is too long or does not say how long it
 * is, and an address with the character that no text in the database can have. The API's own operations read bodies
 * with a limit of theirs, and say so in their own form.
 *
 * @returns true when it was answered
 */
export function refuseEarly(request: IncomingMessage, response: ServerResponse): boolean {
	const refusal = refusalOf(request);
	if (!refusal) return false;
	const [status, sentence] = refusal;
	response.writeHead(status, {
		'content-type': 'text/plain; charset=utf-8',
		'content-length': Buffer.byteLength(sentence),
		'x-content-type-options': 'nosniff',
		// What is still on its way is not read to its end.
		...(request.method === 'GET' || request.method === 'HEAD' ? {} : { connection: 'close' }),
	});
	response.end(request.method === 'HEAD' ? undefined : sentence);
	return true;
}

function refusalOf({ url = '', headers }: IncomingMessage): [number, string] | null {
	if (url.includes('%00')) return [400, 'An address cannot have the character U+0000.'];
	if (url.startsWith('/api/v1/')) return null;
	if (headers['transfer-encoding'] !== undefined) return [411, 'Say how long the body is (Content-Length).'];
	const most = fileForms.test(url) ? FILE_LIMIT : FORM_LIMIT;
	if (Number(headers['content-length'] ?? 0) > most)
		return [413, `This is too long: a form carries at most ${most / 1024 / 1024} MB.`];
	return null;
}
