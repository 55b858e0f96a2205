import type { KeyObject } from 'node:crypto';
import { now } from '../../../kernel/clock.ts';
import { inBeijing } from './amounts.ts';
import { callProvider, unavailable } from './http.ts';
import { signRsa, verifyRsa } from './keys.ts';

/** What Alipay knows us by, and we it. */
export interface AlipayAccess {
	appId: string;
	privateKey: KeyObject;
	/** Alipay's, not ours. */
	publicKey: KeyObject;
	gateway: string;
	patienceMs: number;
}

/** The fields of an answer that anybody here reads. */
export type AlipayAnswer = { code: string } & Partial<
	Record<
		| 'msg'
		| 'sub_code'
		| 'sub_msg'
		| 'out_trade_no'
		| 'trade_status'
		| 'total_amount'
		| 'send_pay_date'
		| 'qr_code'
		| 'fund_change'
		| 'refund_status'
		| 'bill_download_url',
		string
	>
>;

/** What is signed: every parameter that has a value, sorted, as it is before it is put into an address. */
function toSign(params: Record<string, string>, without: readonly string[]): string {
	return Object.keys(params)
		.filter((name) => !without.includes(name) && params[name] !== '')
		.sort()
		.map((name) => `${name}=${params[name]}`)
		.join('&');
}

/** An address that carries a signed request: for the buyer's browser, or for {@link askAlipay}. */
export function alipayUrl(
	access: AlipayAccess,
	method: string,
	content: Record<string, string>,
	more: Record<string, string> = {},
): string {
	const params: Record<string, string> = {
		app_id: access.appId,
		method,
		format: 'JSON',
		charset: 'utf-8',
		sign_type: 'RSA2',
		timestamp: inBeijing(now()),
		version: '1.0',
		...more,
		biz_content: JSON.stringify(content),
	};
	const url = new URL(access.gateway);
	for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
	url.searchParams.set('sign', signRsa(access.privateKey, toSign(params, ['sign'])));
	return url.href;
}

/**
 * Asks Alipay and checks that it was Alipay who answered.
 *
 * @throws orders.provider_unavailable also when the answer is not signed by it
 */
export async function askAlipay(
	access: AlipayAccess,
	method: string,
	content: Record<string, string>,
	more: Record<string, string> = {},
): Promise<AlipayAnswer> {
	const url = new URL(alipayUrl(access, method, content, more));
	const form = url.searchParams;
	const { body } = await callProvider(
		`${url.origin}${url.pathname}?charset=utf-8`,
		{ method: 'POST', body: form },
		access.patienceMs,
	);
	const text = body.toString('utf8');
	const node = `${method.replaceAll('.', '_')}_response`;
	let parsed: Record<string, unknown>;
	try {
		parsed = JSON.parse(text) as Record<string, unknown>;
	} catch (cause) {
		throw unavailable(cause);
	}
	const answer = parsed[node] ?? parsed.error_response;
	const raw = rawNode(text, parsed[node] === undefined ? 'error_response' : node);
	const signature = typeof parsed.sign === 'string' ? parsed.sign : '';
	if (!answer || raw === null || !verifyRsa(access.publicKey, raw, signature))
		throw unavailable(new Error('The answer is not signed by Alipay.'));
	return answer as AlipayAnswer;
}

/** The text of one member of a JSON object, letter by letter as it was signed: written anew it may differ. */
export function rawNode(text: string, name: string): string | null {
	const found = new RegExp(`"${name}"\\s*:\\s*`).exec(text);
	if (!found) return null;
	const start = found.index + found[0].length;
	if (text[start] !== '{') return null;
	let depth = 0;
	let quoted = false;
	for (let i = start; i < text.length; i += 1) {
		const sign = text[i];
		if (quoted) {
			if (sign === '\\') i += 1;
			else if (sign === '"') quoted = false;
		} else if (sign === '"') quoted = true;
		else if (sign === '{') depth += 1;
		else if (sign === '}') {
			depth -= 1;
			if (depth === 0) return text.slice(start, i + 1);
		}
	}
	return null;
}

/** True when the parameters of a callback are signed by Alipay. */
export function verifyAlipayParams(access: AlipayAccess, params: Record<string, string>): boolean {
	if (params.sign_type !== 'RSA2') return false;
	return verifyRsa(access.publicKey, toSign(params, ['sign', 'sign_type']), params.sign ?? '');
}
