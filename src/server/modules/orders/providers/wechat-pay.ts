import { createHash, randomBytes } from 'node:crypto';
import { now } from '../../../kernel/clock.ts';
import type { Notice } from '../notice.ts';
import { orderError } from '../order.ts';
import type { PaymentProvider, RefundAnswer } from '../provider.ts';
import { unavailable } from './http.ts';
import { signRsa } from './keys.ts';
import { readWechatBill } from './wechat-bill.ts';
import { openWechatCalls, type Sealed, unseal, type WechatAccess } from './wechat-call.ts';
import { openIdentity } from './wechat-identity.ts';

/** What WeChat Pay says of a payment. */
interface Transaction {
	appid?: string;
	mchid?: string;
	out_trade_no: string;
	trade_state: 'SUCCESS' | 'REFUND' | 'NOTPAY' | 'CLOSED' | 'REVOKED' | 'USERPAYING' | 'PAYERROR';
	amount?: { total: number; currency?: string };
}

/** What it says of a refund: `status` when asked, `refund_status` in a notice. */
interface Refund {
	mchid?: string;
	out_refund_no: string;
	status?: 'SUCCESS' | 'CLOSED' | 'PROCESSING' | 'ABNORMAL';
	refund_status?: 'SUCCESS' | 'CLOSED' | 'ABNORMAL';
	amount?: { refund: number; currency?: string };
}

interface Refusal {
	code?: string;
	message?: string;
}

/** How long a code can be paid. */
const PAYABLE_MS = 2 * 3_600_000;

/** WeChat Pay, API v3: a code to be scanned (Native), and paying from within WeChat (JSAPI). */
export function openWechatPay(access: WechatAccess): PaymentProvider {
	const provider = 'wechat';
	const calls = openWechatCalls(access);

	const asNotice = (noticeId: string, type: string, paid: Transaction, body: string): Notice | null => {
		const base = {
			provider,
			noticeId,
			about: 'payment' as const,
			type,
			reference: paid.out_trade_no,
			amount: paid.amount?.total ?? 0,
			currency: paid.amount?.currency ?? 'CNY',
			body,
		};
		switch (paid.trade_state) {
			// REFUND: it was paid, and some of it sent back since.
			case 'SUCCESS':
			case 'REFUND':
				return { ...base, outcome: 'succeeded' };
			case 'CLOSED':
			case 'REVOKED':
			case 'PAYERROR':
				return { ...base, outcome: 'failed', failure: paid.trade_state.toLowerCase() };
			default:
				return null;
		}
	};

	const refundAnswer = (status: Refund['status']): RefundAnswer =>
		status === 'SUCCESS'
			? { status: 'succeeded' }
			: status === 'PROCESSING'
				? { status: 'pending' }
				: { status: 'failed', failure: (status ?? 'unknown').toLowerCase() };

	return {
		name: provider,
		currencies: ['CNY'],
		methods: access.appSecret ? ['qr', 'app'] : ['qr'],
		calendar: { utcOffset: 8, readyAfterHours: 10.5 },
		...(access.appSecret ? { identify: openIdentity(access, access.appSecret) } : {}),

		async begin({ reference, amount, currency, title, method, notifyUrl, payer }) {
			const order = {
				appid: access.appId,
				mchid: access.merchantId,
				description: [...title].slice(0, 40).join(''),
				out_trade_no: reference,
				time_expire: new Date(now().getTime() + PAYABLE_MS).toISOString().replace(/\.\d+Z$/, 'Z'),
				notify_url: notifyUrl,
				amount: { total: amount, currency },
			};
			if (method === 'qr') {
				const { status, answer } = await calls.call<{ code_url?: string } & Refusal>(
					'POST',
					'/v3/pay/transactions/native',
					order,
				);
				if (status !== 200 || !answer.code_url) throw unavailable(refused(status, answer));
				return { step: 'qr', content: answer.code_url };
			}
			if (!payer) throw orderError('no_provider', { detail: 'Who pays within WeChat is not known.' });
			const { status, answer } = await calls.call<{ prepay_id?: string } & Refusal>(
				'POST',
				'/v3/pay/transactions/jsapi',
				{ ...order, payer: { openid: payer } },
			);
			if (status !== 200 || !answer.prepay_id) throw unavailable(refused(status, answer));
			const timeStamp = String(Math.floor(now().getTime() / 1000));
			const nonceStr = randomBytes(16).toString('hex');
			const prepay = `prepay_id=${answer.prepay_id}`;
			const paySign = signRsa(access.privateKey, `${access.appId}\n${timeStamp}\n${nonceStr}\n${prepay}\n`);
			return {
				step: 'call',
				name: 'getBrandWCPayRequest',
				values: { appId: access.appId, timeStamp, nonceStr, package: prepay, signType: 'RSA', paySign },
			};
		},

		async hear({ headers, body }) {
			await calls.check(headers, body);
			const message = JSON.parse(body) as { id: string; event_type: string; resource: Sealed };
			let said: Transaction & Refund;
			try {
				said = JSON.parse(unseal(access.apiV3Key, message.resource)) as Transaction & Refund;
			} catch (cause) {
				throw orderError('notice_invalid', { cause, detail: 'It is not sealed with our key.' });
			}
			const theirs = said.mchid ?? access.merchantId;
			if (theirs !== access.merchantId || (said.appid ?? access.appId) !== access.appId)
				throw orderError('notice_invalid', { detail: 'It is for another merchant.' });
			// What is kept is what was said, not how it was sealed.
			const kept = JSON.stringify({ ...message, resource: said });
			const { id, event_type: type } = message;
			const reply = { type: 'application/json', body: '{"code":"SUCCESS","message":"成功"}' };
			const other: Notice = {
				provider,
				noticeId: id,
				about: 'other',
				type,
				reference: said.out_trade_no ?? '',
				outcome: 'none',
				amount: 0,
				currency: 'CNY',
				body: kept,
			};
			if (type.startsWith('TRANSACTION.'))
				return { notices: [asNotice(id, type, said, kept) ?? other], reply };
			if (type.startsWith('REFUND.')) {
				const { status, failure } = refundAnswer(said.refund_status);
				const refund = { amount: said.amount?.refund ?? 0, currency: said.amount?.currency ?? 'CNY' };
				return {
					notices: [
						{
							...other,
							...refund,
							about: 'refund',
							reference: said.out_refund_no,
							outcome: status === 'succeeded' ? 'succeeded' : 'failed',
							...(failure ? { failure } : {}),
						},
					],
					reply,
				};
			}
			return { notices: [other], reply };
		},

		async ask(reference) {
			const { status, answer } = await calls.call<Transaction & Refusal>(
				'GET',
				`/v3/pay/transactions/out-trade-no/${reference}?mchid=${access.merchantId}`,
			);
			if (status === 404) return null;
			if (status !== 200) throw unavailable(refused(status, answer));
			return asNotice(`ask:${reference}:${answer.trade_state}`, 'asked', answer, JSON.stringify(answer));
		},

		async refund({ reference, paymentReference, amount, total, currency, reason, notifyUrl }) {
			const { status, answer } = await calls.call<Refund & Refusal>('POST', '/v3/refund/domestic/refunds', {
				out_trade_no: paymentReference,
				out_refund_no: reference,
				reason: [...reason].slice(0, 26).join('') || undefined,
				...(notifyUrl ? { notify_url: notifyUrl } : {}),
				amount: { refund: amount, total, currency },
			});
			if (status === 200) return refundAnswer(answer.status);
			// Not enough in the account, too many at once: another day it may work.
			if (answer.code === 'NOT_ENOUGH' || answer.code === 'FREQUENCY_LIMITED')
				throw unavailable(refused(status, answer));
			return { status: 'failed', failure: (answer.code ?? String(status)).toLowerCase() };
		},

		async askRefund(reference) {
			const { status, answer } = await calls.call<Refund & Refusal>(
				'GET',
				`/v3/refund/domestic/refunds/${reference}`,
			);
			if (status === 404) return null;
			if (status !== 200) throw unavailable(refused(status, answer));
			return refundAnswer(answer.status);
		},

		async bill(day) {
			const { status, answer } = await calls.call<
				{ hash_type?: string; hash_value?: string; download_url?: string } & Refusal
			>('GET', `/v3/bill/tradebill?bill_date=${day}&bill_type=ALL`);
			// A day without a sale has no bill.
			if (answer.code === 'NO_STATEMENT_EXIST') return [];
			if (status !== 200 || !answer.download_url) throw unavailable(refused(status, answer));
			const file = await calls.download(answer.download_url);
			const digest = createHash('sha1').update(file).digest('hex');
			if (answer.hash_type !== 'SHA1' || digest !== answer.hash_value?.toLowerCase())
				throw unavailable(new Error('The bill is not the one that was announced.'));
			return readWechatBill(file.toString('utf8'));
		},
	};
}

const refused = (status: number, { code, message }: Refusal) =>
	new Error(`WeChat Pay answered ${status} ${code ?? ''} ${message ?? ''}`);
