import { unzipSync } from 'fflate';
import { now } from '../../../kernel/clock.ts';
import type { Notice } from '../notice.ts';
import { orderError } from '../order.ts';
import type { BillLine, PaymentProvider, RefundAnswer } from '../provider.ts';
import { readAlipayBill } from './alipay-bill.ts';
import {
	type AlipayAccess,
	type AlipayAnswer,
	alipayUrl,
	askAlipay,
	verifyAlipayParams,
} from './alipay-call.ts';
import { beijingTime, inMajorUnits, minorUnits } from './amounts.ts';
import { callProvider, unavailable } from './http.ts';

/** Alipay repeats a notice for 25 hours; an older one is a replay. */
const OLDEST_MS = 26 * 3_600_000;
/** How long a code or page can be paid. */
const PAYABLE = '120m';
/** Clocks differ; more than this is not a clock. */
const SKEW_MS = 10 * 60_000;

/** Alipay: its page for computers, and a code to be scanned. Signed with RSA2 both ways. */
export function openAlipay(access: AlipayAccess): PaymentProvider {
	const provider = 'alipay';

	const asNotice = (answer: AlipayAnswer): Notice | null => {
		const reference = answer.out_trade_no ?? '';
		const status = answer.trade_status;
		const amount = minorUnits(answer.total_amount ?? '');
		if (amount === null || status === 'WAIT_BUYER_PAY') return null;
		// A trade that was paid and sent back whole is closed, too: it has a time of payment.
		const paid = status !== 'TRADE_CLOSED' || answer.send_pay_date !== undefined;
		return {
			provider,
			noticeId: `ask:${reference}:${paid ? 'succeeded' : 'failed'}`,
			about: 'payment',
			type: 'asked',
			reference,
			outcome: paid ? 'succeeded' : 'failed',
			amount,
			currency: 'CNY',
			...(paid ? {} : { failure: 'closed' }),
			body: JSON.stringify(answer),
		};
	};

	const askRefund = async (reference: string, paymentReference: string): Promise<RefundAnswer | null> => {
		const answer = await askAlipay(access, 'alipay.trade.fastpay.refund.query', {
			out_trade_no: paymentReference,
			out_request_no: reference,
		});
		if (answer.code === '10000' && answer.refund_status === 'REFUND_SUCCESS') return { status: 'succeeded' };
		// Without a status it was never taken in; asked too soon after, it is answered so as well.
		return null;
	};

	return {
		name: provider,
		currencies: ['CNY'],
		methods: ['page', 'qr'],
		calendar: { utcOffset: 8, readyAfterHours: 10 },

		async begin({ reference, amount, title, method, returnUrl, notifyUrl }) {
			const content = {
				out_trade_no: reference,
				total_amount: inMajorUnits(amount),
				subject: title.replace(/[/=&]/g, ' ').slice(0, 120) || reference,
				timeout_express: PAYABLE,
			};
			if (method === 'page') {
				const url = alipayUrl(
					access,
					'alipay.trade.page.pay',
					{ ...content, product_code: 'FAST_INSTANT_TRADE_PAY' },
					{ notify_url: notifyUrl, return_url: returnUrl },
				);
				return { step: 'redirect', url };
			}
			const answer = await askAlipay(access, 'alipay.trade.precreate', content, { notify_url: notifyUrl });
			if (answer.code !== '10000' || !answer.qr_code) throw unavailable(refused(answer));
			return { step: 'qr', content: answer.qr_code };
		},

		async hear({ body }) {
			const params = Object.fromEntries(new URLSearchParams(body));
			if (!verifyAlipayParams(access, params))
				throw orderError('notice_invalid', { detail: 'Not signed by Alipay.' });
			if (params.app_id !== access.appId)
				throw orderError('notice_invalid', { detail: 'It is for another application.' });
			const age = now().getTime() - beijingTime(params.notify_time ?? '').getTime();
			if (!(age < OLDEST_MS && age > -SKEW_MS))
				throw orderError('notice_invalid', { detail: 'It is too old, or of the future.' });
			return { notices: [readNotice(params, body)], reply: { type: 'text/plain', body: 'success' } };
		},

		async ask(reference) {
			const answer = await askAlipay(access, 'alipay.trade.query', { out_trade_no: reference });
			if (answer.code === '10000') return asNotice(answer);
			if (answer.sub_code === 'ACQ.TRADE_NOT_EXIST') return null;
			throw unavailable(refused(answer));
		},

		async refund({ reference, paymentReference, amount, reason }) {
			const answer = await askAlipay(access, 'alipay.trade.refund', {
				out_trade_no: paymentReference,
				out_request_no: reference,
				refund_amount: inMajorUnits(amount),
				refund_reason: reason.slice(0, 80) || 'refund',
			});
			if (answer.code === '10000') {
				// N: nothing moved by this call; an earlier one under the same name may have moved it.
				if (answer.fund_change === 'Y') return { status: 'succeeded' };
				return (await askRefund(reference, paymentReference)) ?? { status: 'pending' };
			}
			if (answer.code === '20000' || answer.sub_code === 'ACQ.SYSTEM_ERROR')
				throw unavailable(refused(answer));
			return { status: 'failed', failure: answer.sub_code ?? answer.code };
		},

		askRefund,

		async bill(day) {
			const answer = await askAlipay(access, 'alipay.data.dataservice.bill.downloadurl.query', {
				bill_type: 'trade',
				bill_date: day,
			});
			// A day without a sale has no bill.
			if (/bill_not_exist/i.test(answer.sub_code ?? '')) return [];
			if (answer.code !== '10000' || !answer.bill_download_url) throw unavailable(refused(answer));
			const { status, body } = await callProvider(answer.bill_download_url, {}, 60_000);
			if (status !== 200) throw unavailable(new Error(`The bill's address answered ${status}.`));
			const lines: BillLine[] = [];
			for (const [name, bytes] of Object.entries(unzip(body))) {
				if (name.endsWith('/')) continue;
				lines.push(...readAlipayBill(new TextDecoder('gb18030').decode(bytes)));
			}
			return lines;
		},
	};

	function readNotice(params: Record<string, string>, body: string): Notice {
		const base = {
			provider,
			noticeId: params.notify_id ?? '',
			type: params.trade_status ?? params.notify_type ?? '',
			currency: 'CNY',
			body,
		};
		const status = params.trade_status;
		const reference = params.out_trade_no ?? '';
		const other: Notice = { ...base, about: 'other', reference, outcome: 'none', amount: 0 };
		if (!params.notify_id) throw orderError('notice_invalid', { detail: 'It has no id.' });
		// What tells of a refund has the status of its payment, and is not about it. It gives the sum of all refunds so far,
		// not of this one; we know from the answer to our asking, and from the bill.
		if (params.gmt_refund || params.refund_fee) return other;
		const amount = minorUnits(params.total_amount ?? '');
		if (amount === null) return other;
		if (status === 'TRADE_SUCCESS' || status === 'TRADE_FINISHED')
			return { ...base, about: 'payment', reference, outcome: 'succeeded', amount };
		if (status === 'TRADE_CLOSED')
			return { ...base, about: 'payment', reference, outcome: 'failed', amount, failure: 'closed' };
		return other;
	}
}

const refused = (answer: AlipayAnswer) =>
	new Error(`Alipay answered ${answer.code} ${answer.sub_code ?? ''} ${answer.sub_msg ?? answer.msg ?? ''}`);

function unzip(bytes: Buffer): Record<string, Uint8Array> {
	try {
		return unzipSync(bytes);
	} catch (cause) {
		throw unavailable(cause);
	}
}
