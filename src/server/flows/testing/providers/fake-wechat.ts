import {
	createCipheriv,
	createHash,
	createSign,
	createVerify,
	generateKeyPairSync,
	randomBytes,
	randomUUID,
} from 'node:crypto';
import { now } from '../../../kernel/clock.ts';
import type { Bench, Said } from './bench.ts';
import { makeCertificate } from './certificate.ts';
import { type Answer, type Asked, startMachine } from './fake-machine.ts';

interface Order {
	reference: string;
	description: string;
	total: number;
	state: 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED';
	openid: string | null;
	paidAt: Date | null;
}
interface Refund {
	reference: string;
	order: string;
	amount: number;
	status: 'SUCCESS' | 'PROCESSING';
	at: Date;
}

const DAY_MS = 86_400_000;
const beijing = (date: Date) => new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 19);

/** WeChat Pay's API v3 as far as we use it: real signatures both ways, sealed notices, certificates that change. */
export async function fakeWechat() {
	const merchant = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const merchantId = '1900000000';
	const appId = 'wx0000000000000000';
	const serial = randomBytes(20).toString('hex').toUpperCase();
	const appSecret = 'secret of the service account';
	const openid = 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o';
	const apiV3Key = randomBytes(16).toString('hex');
	const orders = new Map<string, Order>();
	const refunds = new Map<string, Refund>();
	const made: string[] = [];
	const days = (from: number, to: number) =>
		makeCertificate(
			'Tenpay.com Root CA',
			new Date(now().getTime() + from * DAY_MS),
			new Date(now().getTime() + to * DAY_MS),
		);
	let certificates = [days(-1, 365)];
	let signer = certificates[0]!;
	let fetched = 0;
	let later = false;

	function seal(text: string, associated_data: string) {
		const nonce = randomBytes(6).toString('hex');
		const cipher = createCipheriv('aes-256-gcm', apiV3Key, nonce);
		cipher.setAAD(Buffer.from(associated_data));
		const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
		return { algorithm: 'AEAD_AES_256_GCM', nonce, associated_data, ciphertext: sealed.toString('base64') };
	}

	function signed(body: string, seconds = 0) {
		const timestamp = String(Math.floor(now().getTime() / 1000) + seconds);
		const nonce = randomBytes(16).toString('hex');
		const text = `${timestamp}\n${nonce}\n${body}\n`;
		return {
			'wechatpay-nonce': nonce,
			'wechatpay-serial': signer.serial,
			'wechatpay-signature': createSign('RSA-SHA256').update(text).sign(signer.privateKey, 'base64'),
			'wechatpay-timestamp': timestamp,
		};
	}

	/** Checks our signature as WeChat Pay would. */
	function allowed({ method, url, headers, body }: Asked): boolean {
		const [scheme, rest = ''] = String(headers.authorization ?? '').split(/ (.*)/s);
		const parts = Object.fromEntries(
			[...rest.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
		);
		const text = `${method}\n${url.pathname}${url.search}\n${parts.timestamp}\n${parts.nonce_str}\n${body}\n`;
		return (
			scheme === 'WECHATPAY2-SHA256-RSA2048' &&
			parts.mchid === merchantId &&
			parts.serial_no === serial &&
			createVerify('RSA-SHA256')
				.update(text)
				.verify(merchant.publicKey, parts.signature ?? '', 'base64')
		);
	}

	const show = (order: Order, total = order.total, currency = 'CNY') => ({
		appid: appId,
		mchid: merchantId,
		out_trade_no: order.reference,
		...(order.paidAt ? { transaction_id: `42000${order.reference.slice(0, 20)}` } : {}),
		trade_type: order.openid ? 'JSAPI' : 'NATIVE',
		trade_state: order.state,
		amount: { total, payer_total: total, currency, payer_currency: currency },
	});
	const showRefund = (refund: Refund) => ({
		refund_id: `50000${refund.reference.slice(0, 20)}`,
		out_refund_no: refund.reference,
		out_trade_no: refund.order,
		status: refund.status,
		amount: { refund: refund.amount, total: orders.get(refund.order)!.total, currency: 'CNY' },
	});

	type Content = {
		out_trade_no: string;
		out_refund_no: string;
		description: string;
		payer?: { openid: string };
		amount: { total: number; refund: number; currency: string };
	};

	function work({ method, url, body }: Asked): { status?: number; body: unknown } {
		const content = (body ? JSON.parse(body) : {}) as Content;
		const path = url.pathname;
		const not = (status: number, code: string) => ({ status, body: { code, message: code } });
		if (path === '/v3/certificates') {
			fetched += 1;
			return {
				body: {
					data: certificates.map((one) => ({
						serial_no: one.serial,
						effective_time: one.from.toISOString(),
						expire_time: one.to.toISOString(),
						encrypt_certificate: seal(one.pem, 'certificate'),
					})),
				},
			};
		}
		if (path === '/v3/pay/transactions/native' || path === '/v3/pay/transactions/jsapi') {
			if (content.amount.currency !== 'CNY' || !/^[\w*@|-]{6,32}$/.test(content.out_trade_no))
				return not(400, 'PARAM_ERROR');
			if (!orders.has(content.out_trade_no)) {
				made.push(content.out_trade_no);
				orders.set(content.out_trade_no, {
					reference: content.out_trade_no,
					description: content.description,
					total: content.amount.total,
					state: 'NOTPAY',
					openid: content.payer?.openid ?? null,
					paidAt: null,
				});
			}
			return path.endsWith('native')
				? { body: { code_url: `weixin://wxpay/bizpayurl?pr=${content.out_trade_no.slice(0, 9)}` } }
				: { body: { prepay_id: `wx${content.out_trade_no}` } };
		}
		const asked = /^\/v3\/pay\/transactions\/out-trade-no\/([^/]+)$/.exec(path)?.[1];
		if (asked) {
			const order = orders.get(asked);
			return order && url.searchParams.get('mchid') === merchantId
				? { body: show(order) }
				: not(404, 'ORDER_NOT_EXIST');
		}
		const askedRefund = /^\/v3\/refund\/domestic\/refunds\/([^/]+)$/.exec(path)?.[1];
		if (askedRefund) {
			const refund = refunds.get(askedRefund);
			return refund ? { body: showRefund(refund) } : not(404, 'RESOURCE_NOT_EXISTS');
		}
		if (path === '/v3/refund/domestic/refunds' && method === 'POST') {
			const order = orders.get(content.out_trade_no);
			if (!order?.paidAt || content.amount.total !== order.total) return not(400, 'PARAM_ERROR');
			const before = refunds.get(content.out_refund_no);
			if (before) return { body: showRefund(before) };
			const back = [...refunds.values()]
				.filter((one) => one.order === order.reference)
				.reduce((sum, one) => sum + one.amount, 0);
			if (back + content.amount.refund > order.total) return not(403, 'INVALID_REQUEST');
			made.push(content.out_refund_no);
			const refund: Refund = {
				reference: content.out_refund_no,
				order: order.reference,
				amount: content.amount.refund,
				status: later ? 'PROCESSING' : 'SUCCESS',
				at: now(),
			};
			order.state = 'REFUND';
			refunds.set(refund.reference, refund);
			return { body: showRefund(refund) };
		}
		if (path === '/v3/bill/tradebill') {
			const day = url.searchParams.get('bill_date')!;
			const file = billOf(day);
			if (!file) return not(400, 'NO_STATEMENT_EXIST');
			return {
				body: {
					hash_type: 'SHA1',
					hash_value: createHash('sha1').update(file).digest('hex'),
					download_url: `${machine.origin}/v3/billdownload/file?token=${day}`,
				},
			};
		}
		return not(404, 'RESOURCE_NOT_EXISTS');
	}

	const head =
		'交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注';

	function billOf(day: string): string | null {
		const yuan = (amount: number) => (amount / 100).toFixed(2);
		const row = (order: Order, at: Date, refund: Refund | null) =>
			[
				beijing(at).replace('T', ' '),
				appId,
				merchantId,
				'0',
				'',
				`42000${order.reference.slice(0, 20)}`,
				order.reference,
				openid,
				'NATIVE',
				refund ? 'REFUND' : 'SUCCESS',
				'OTHERS',
				'CNY',
				refund ? '0.00' : yuan(order.total),
				'0.00',
				refund ? '50000' : '0',
				refund?.reference ?? '0',
				refund ? yuan(refund.amount) : '0.00',
				'0.00',
				refund ? 'ORIGINAL' : '',
				refund ? 'SUCCESS' : '',
				order.description,
				'',
				(refund ? 0 : (order.total / 100) * 0.006).toFixed(5),
				'0.60%',
				refund ? '0.00' : yuan(order.total),
				refund ? yuan(refund.amount) : '0.00',
				'',
			]
				.map((cell) => `\`${cell}`)
				.join(',');
		const rows = [...orders.values()].flatMap((order) =>
			order.paidAt && beijing(order.paidAt).startsWith(day) ? [row(order, order.paidAt, null)] : [],
		);
		for (const refund of refunds.values())
			if (beijing(refund.at).startsWith(day) && refund.status === 'SUCCESS')
				rows.push(row(orders.get(refund.order)!, refund.at, refund));
		if (rows.length === 0) return null;
		const sums =
			'总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额';
		return `\uFEFF${[head, ...rows, sums, '`2,`0.00,`0.00,`0.00,`0.00,`0.00,`0.00'].join('\r\n')}\r\n`;
	}

	const machine = await startMachine((asked): Answer => {
		if (asked.url.pathname === '/sns/oauth2/access_token') {
			const { code, secret } = Object.fromEntries(asked.url.searchParams);
			const good = code === 'a good code' && secret === appSecret;
			return {
				body: JSON.stringify(
					good ? { openid, scope: 'snsapi_base' } : { errcode: 40029, errmsg: 'invalid code' },
				),
			};
		}
		if (!allowed(asked))
			return { status: 401, body: JSON.stringify({ code: 'SIGN_ERROR', message: '签名错误' }) };
		if (asked.url.pathname === '/v3/billdownload/file')
			return { body: billOf(asked.url.searchParams.get('token')!)! };
		const { status = 200, body } = work(asked);
		const text = JSON.stringify(body);
		return { status, headers: signed(text), body: text };
	});

	function notice(
		event_type: string,
		said: object,
		{ id, seconds = 0 }: { id?: string; seconds?: number } = {},
	) {
		const body = JSON.stringify({
			id: id ?? randomUUID(),
			create_time: `${beijing(now())}+08:00`,
			resource_type: 'encrypt-resource',
			event_type,
			summary: '支付成功',
			resource: { original_type: 'transaction', ...seal(JSON.stringify(said), 'transaction') },
		});
		return { headers: signed(body, seconds), body, query: new URLSearchParams() };
	}

	const bench: Bench & {
		/** It takes another certificate; the old one is good for a while unless it is dropped. */
		rotate: (dropOld?: boolean) => void;
		/** Signs as somebody who has only a certificate of their own. */
		pretend: () => void;
		fetched: () => number;
		merchantKey: typeof merchant.publicKey;
	} = {
		name: 'wechat',
		env: {
			WECHAT_PAY_MERCHANT_ID: merchantId,
			WECHAT_PAY_APP_ID: appId,
			WECHAT_PAY_SERIAL: serial,
			WECHAT_PAY_PRIVATE_KEY: merchant.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
			WECHAT_PAY_API_V3_KEY: apiV3Key,
			WECHAT_PAY_APP_SECRET: appSecret,
			WECHAT_API: machine.origin,
			WECHAT_PAY_API: machine.origin,
		},
		tellsFailure: false,
		visit(next) {
			if (next.step === 'qr' && !next.content.startsWith('weixin://wxpay/bizpayurl?pr='))
				throw new Error('This is no code of WeChat Pay.');
		},
		end(reference, outcome) {
			const order = orders.get(reference)!;
			order.state = outcome === 'succeeded' ? 'SUCCESS' : 'CLOSED';
			order.paidAt = outcome === 'succeeded' ? now() : null;
		},
		tell(reference, { amount, currency, id }: Said = {}, seconds = 0) {
			const order = { ...orders.get(reference)!, state: 'SUCCESS' as const, paidAt: now() };
			return notice('TRANSACTION.SUCCESS', show(order, amount, currency), { id, seconds });
		},
		tellOther: () => notice('COUPON.USE', { mchid: merchantId, coupon_id: '987' }),
		forge: (request) => ({ ...request, body: request.body.replace('支付成功', '支付失败') }),
		refundLater: () => {
			later = true;
		},
		settleRefund(reference) {
			const refund = refunds.get(reference)!;
			refund.status = 'SUCCESS';
			const { status: refund_status, ...said } = showRefund(refund);
			return notice('REFUND.SUCCESS', { mchid: merchantId, ...said, refund_status });
		},
		made: (reference) => made.filter((one) => one === reference).length,
		trouble: (trouble) => {
			machine.trouble = trouble;
		},
		close: machine.close,
		rotate(dropOld = false) {
			signer = days(-1, 365);
			certificates = dropOld ? [signer] : [...certificates, signer];
		},
		pretend() {
			signer = days(-1, 365);
		},
		fetched: () => fetched,
		merchantKey: merchant.publicKey,
	};
	return bench;
}
