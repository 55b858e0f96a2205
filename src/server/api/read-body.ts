import { isUtf8 } from 'node:buffer';
import { commonError } from '../kernel/errors.ts';
import { apiError } from './errors.ts';
import { breakingPoint, deepestPoint, placeOf } from './json-place.ts';

/** What one request may carry. The longest text that a use case takes is a tenth of it. */
export const BODY_LIMIT = 1024 * 1024;
const DEEPEST = 40;

export interface JsonBody {
	value: unknown;
	/** As it was sent, for comparing two requests. */
	bytes: Buffer;
}

/**
 * Reads a request's JSON.
 *
 * @returns undefined when nothing was sent
 * @throws common.payload_too_large, api.body_not_json (another type), api.body_not_text (not UTF-8),
 *   api.json_broken and api.json_too_deep, which name the line and column
 */
export async function readJson(request: Request): Promise<JsonBody | undefined> {
	const bytes = await readBytes(request);
	if (bytes.length === 0) return undefined;
	const type = request.headers.get('content-type') ?? '';
	// A form of another site can send every type but this one without asking first.
	if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type)) {
		throw apiError('body_not_json', {
			detail: `Send the body as application/json, not as ${type || 'an unnamed type'}.`,
		});
	}
	if (!isUtf8(bytes)) {
		const text = bytes.toString('utf8');
		const again = Buffer.from(text, 'utf8');
		const at = bytes.findIndex((byte, i) => byte !== again[i]);
		throw apiError('body_not_text', {
			params: { byte: at },
			detail: `The body is not UTF-8: see byte ${at}.`,
		});
	}
	const text = bytes.toString('utf8');
	const deep = deepestPoint(text, DEEPEST);
	if (deep !== null) {
		throw apiError('json_too_deep', {
			params: { ...placeOf(text, deep), deepest: DEEPEST },
			detail: `More than ${DEEPEST} levels are open at ${said(text, deep)}.`,
		});
	}
	try {
		return { value: JSON.parse(text), bytes };
	} catch (cause) {
		const at = breakingPoint(text);
		throw apiError('json_broken', {
			cause,
			params: placeOf(text, at),
			detail: `The JSON breaks at ${said(text, at)}.`,
		});
	}
}

function said(text: string, at: number): string {
	const { line, column } = placeOf(text, at);
	return `line ${line}, column ${column}`;
}

async function readBytes(request: Request): Promise<Buffer> {
	const tooLarge = () =>
		commonError('payload_too_large', {
			params: { max: BODY_LIMIT },
			detail: `A request carries at most ${BODY_LIMIT} bytes.`,
		});
	const length = request.headers.get('content-length');
	if (length !== null) {
		if (Number(length) > BODY_LIMIT) throw tooLarge();
		return Buffer.from(await request.arrayBuffer());
	}
	if (!request.body) return Buffer.alloc(0);
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of request.body) {
		size += chunk.length;
		if (size > BODY_LIMIT) throw tooLarge();
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
