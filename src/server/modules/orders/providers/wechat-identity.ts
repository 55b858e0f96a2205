import { orderError } from '../order.ts';
import type { PaymentProvider } from '../provider.ts';
import { callProvider, unavailable } from './http.ts';
import type { WechatAccess } from './wechat-call.ts';

/**
 * Who somebody in WeChat is to our service account (openid), which paying from within WeChat must name. It asks for
 * nothing that they would have to agree to (snsapi_base).
 */
export function openIdentity(
	{ appId, identityApi, patienceMs }: WechatAccess,
	secret: string,
): NonNullable<PaymentProvider['identify']> {
	return {
		url(backTo, state) {
			const url = new URL('https://open.weixin.qq.com/connect/oauth2/authorize');
			// In this order: WeChat reads it so.
			const params = {
				appid: appId,
				redirect_uri: backTo,
				response_type: 'code',
				scope: 'snsapi_base',
				state,
			};
			for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
			url.hash = 'wechat_redirect';
			return url.href;
		},
		async payer(query) {
			const url = new URL('/sns/oauth2/access_token', identityApi);
			const params = {
				appid: appId,
				secret,
				code: query.get('code') ?? '',
				grant_type: 'authorization_code',
			};
			for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
			const { body } = await callProvider(url, {}, patienceMs);
			let answer: { openid?: unknown; errcode?: number };
			try {
				answer = JSON.parse(body.toString('utf8')) as typeof answer;
			} catch (cause) {
				throw unavailable(cause);
			}
			if (typeof answer.openid !== 'string' || answer.openid === '')
				throw orderError('notice_invalid', { detail: `WeChat does not say who it is (${answer.errcode}).` });
			return answer.openid;
		},
	};
}
