import { createSign, createVerify, generateKeyPairSync, randomBytes } from 'node:crypto';
import { zipSync } from 'fflate';
import { now } from '../../../kernel/clock.ts';
import type { Bench, Said } from './bench.ts';
import { type Answer, startMachine } from './fake-machine.ts';
import { encodeGbk } from './gbk.ts';

interface Trade {
	reference: string;
	amount: string;
	subject: string;
	status: 'WAIT_BUYER_PAY' | 'TRADE_SUCCESS' | 'TRADE_CLOSED';
	paidAt: Date | null;
	notifyUrl: string;
}
interface Refund {
	reference: string;
	trade: string;
	amount: string;
	at: Date;
}

const cents = (text: string) => Math.round(Number(text) * 100);
const beijing = (date: Date) =>
	new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

/** Alipay's gateway as far as we use it: it checks our signature, remembers, and signs with a key of its own. */
export async function fakeAlipay() {
	const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const theirs = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const appId = '2021000000000000';
	const trades = new Map<string, Trade>();
	const refunds = new Map<string, Refund>();
	let made: string[] = [];

	const sign = (text: string) => createSign('RSA-SHA256').update(text).sign(theirs.privateKey, 'base64');
	const joined = (params: Record<string, string>) =>
		Object.keys(params)
			.filter((name) => name !== 'sign' && params[name] !== '')
			.sort()
			.map((name) => `${name}=${params[name]}`)
			.join('&');

	/** A signed request, or why it is none. */
	function read(form: URLSearchParams) {
		const params = Object.fromEntries(form);
		const { sign: signature = '', ...rest } = params;
		const good = createVerify('RSA-SHA256').update(joined(rest)).verify(ours.publicKey, signature, 'base64');
		if (!good || params.app_id !== appId) throw new Error('invalid-signature');
		return { params, content: JSON.parse(params.biz_content ?? '{}') as Record<string, string> };
	}

	function open(params: Record<string, string>, content: Record<string, string>): Trade {
		const reference = content.out_trade_no!;
		const before = trades.get(reference);
		if (before) return before;
		made.push(reference);
		const trade: Trade = {
			reference,
			amount: content.total_amount!,
			subject: content.subject!,
			status: 'WAIT_BUYER_PAY',
			paidAt: null,
			notifyUrl: params.notify_url!,
		};
		trades.set(reference, trade);
		return trade;
	}

	const done = (fields: Record<string, string> = {}) => ({ code: '10000', msg: 'Success', ...fields });
	const not = (sub_code: string, sub_msg: string) => ({
		code: '40004',
		msg: 'Business Failed',
		sub_code,
		sub_msg,
	});

	function work(method: string, params: Record<string, string>, content: Record<string, string>): object {
		const trade = trades.get(content.out_trade_no ?? '');
		switch (method) {
			case 'alipay.trade.precreate': {
				const { reference } = open(params, content);
				return done({ out_trade_no: reference, qr_code: `https://qr.alipay.com/${reference.slice(0, 24)}` });
			}
			case 'alipay.trade.query':
				if (!trade) return not('ACQ.TRADE_NOT_EXIST', '交易不存在');
				return done({
					out_trade_no: trade.reference,
					trade_no: `2026${trade.reference.slice(0, 24)}`,
					trade_status: trade.status,
					total_amount: trade.amount,
					buyer_logon_id: '159****5620',
					...(trade.paidAt ? { send_pay_date: beijing(trade.paidAt) } : {}),
				});
			case 'alipay.trade.refund': {
				if (!trade?.paidAt) return not('ACQ.TRADE_STATUS_ERROR', '交易状态不合法');
				const name = content.out_request_no!;
				const before = refunds.get(name);
				if (before)
					return done({ out_trade_no: trade.reference, fund_change: 'N', refund_fee: before.amount });
				const back = [...refunds.values()]
					.filter((one) => one.trade === trade.reference)
					.reduce((sum, one) => sum + cents(one.amount), 0);
				if (back + cents(content.refund_amount!) > cents(trade.amount))
					return not('ACQ.REFUND_AMT_NOT_EQUAL_TOTAL', '退款金额超限');
				made.push(name);
				refunds.set(name, {
					reference: name,
					trade: trade.reference,
					amount: content.refund_amount!,
					at: now(),
				});
				if (back + cents(content.refund_amount!) === cents(trade.amount)) trade.status = 'TRADE_CLOSED';
				return done({ out_trade_no: trade.reference, fund_change: 'Y', refund_fee: content.refund_amount! });
			}
			case 'alipay.trade.fastpay.refund.query': {
				const refund = refunds.get(content.out_request_no ?? '');
				return refund?.trade === trade?.reference && refund
					? done({
							out_request_no: refund.reference,
							refund_status: 'REFUND_SUCCESS',
							refund_amount: refund.amount,
						})
					: done();
			}
			case 'alipay.data.dataservice.bill.downloadurl.query':
				if (billOf(content.bill_date!).length === 0) return not('isp.bill_not_exist', '账单不存在');
				return done({ bill_download_url: `${machine.origin}/bill.zip?day=${content.bill_date}` });
			default:
				return not('isv.invalid-method', '接口不存在');
		}
	}

	const head =
		'支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注';

	function billOf(day: string): string[] {
		const row = (trade: Trade, kind: string, at: Date, amount: string, request: string, fee: string) =>
			`2026${trade.reference.slice(0, 24)}\t,${trade.reference}\t,${kind},${trade.subject},${beijing(at)},${beijing(at)},\t,,\t,\t,159****5620,${amount},${amount},0.00,0.00,0.00,0.00,0.00,\t,0.00,0.00,${request}\t,${fee},0.00,\t`;
		const paid = [...trades.values()].flatMap((trade) =>
			trade.paidAt && beijing(trade.paidAt).startsWith(day)
				? [
						row(
							trade,
							'交易',
							trade.paidAt,
							trade.amount,
							'',
							((-cents(trade.amount) * 0.006) / 100).toFixed(2),
						),
					]
				: [],
		);
		const back = [...refunds.values()].flatMap((refund) =>
			beijing(refund.at).startsWith(day)
				? [row(trades.get(refund.trade)!, '退款', refund.at, `-${refund.amount}`, refund.reference, '0.00')]
				: [],
		);
		return [...paid, ...back];
	}

	const machine = await startMachine(({ url, body }): Answer => {
		if (url.pathname === '/bill.zip') {
			const lines = ['#支付宝业务明细查询', `#账号：[2088000000000000]`, '#-----业务明细列表-----', head];
			const all = [...lines, ...billOf(url.searchParams.get('day')!), '#-----业务明细列表结束-----'].join(
				'\r\n',
			);
			const sums = '#支付宝业务汇总查询\r\n门店编号,门店名称,交易订单总笔数\r\n合计\t,,2';
			return {
				headers: { 'content-type': 'application/octet-stream' },
				body: zipSync({ 'detail.csv': encodeGbk(all), 'sum.csv': encodeGbk(sums) }),
			};
		}
		const form = new URLSearchParams(body);
		for (const [name, value] of url.searchParams) if (!form.has(name)) form.set(name, value);
		let method = 'error';
		let answer: object;
		try {
			const { params, content } = read(form);
			method = params.method!;
			answer = work(method, params, content);
		} catch {
			answer = not('isv.invalid-signature', '验签出错');
		}
		const text = JSON.stringify(answer);
		return { body: `{"${method.replaceAll('.', '_')}_response":${text},"sign":"${sign(text)}"}` };
	});

	function notice(params: Record<string, string>) {
		const whole: Record<string, string> = { charset: 'utf-8', version: '1.0', app_id: appId, ...params };
		const signed = { ...whole, sign: sign(joined(whole)), sign_type: 'RSA2' };
		return {
			headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
			body: new URLSearchParams(signed).toString(),
			query: new URLSearchParams(),
		};
	}

	const bench: Bench & { tellRefund: (reference: string) => ReturnType<typeof notice> } = {
		name: 'alipay',
		env: {
			ALIPAY_APP_ID: appId,
			// As its key tool gives them: base64 without a frame.
			ALIPAY_PRIVATE_KEY: ours.privateKey.export({ format: 'der', type: 'pkcs1' }).toString('base64'),
			ALIPAY_PUBLIC_KEY: theirs.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
			ALIPAY_GATEWAY: `${machine.origin}/gateway.do`,
		},
		tellsFailure: true,
		visit(next) {
			if (next.step === 'qr') return;
			if (next.step !== 'redirect') throw new Error('Alipay has no such step.');
			const { params, content } = read(new URL(next.url).searchParams);
			if (params.method !== 'alipay.trade.page.pay') throw new Error('The page is another.');
			open(params, content);
		},
		end(reference, outcome) {
			const trade = trades.get(reference)!;
			if (outcome === 'succeeded') {
				trade.status = 'TRADE_SUCCESS';
				trade.paidAt = now();
			} else trade.status = 'TRADE_CLOSED';
		},
		tell(reference, { outcome = 'succeeded', amount, id }: Said = {}, seconds = 0) {
			const trade = trades.get(reference)!;
			const at = beijing(new Date(now().getTime() + seconds * 1000));
			return notice({
				notify_id: id ?? randomBytes(17).toString('hex'),
				notify_type: 'trade_status_sync',
				notify_time: at,
				out_trade_no: reference,
				trade_no: `2026${reference.slice(0, 24)}`,
				seller_id: '2088000000000000',
				subject: trade.subject,
				total_amount: amount === undefined ? trade.amount : (amount / 100).toFixed(2),
				trade_status: outcome === 'succeeded' ? 'TRADE_SUCCESS' : 'TRADE_CLOSED',
				...(outcome === 'succeeded' ? { gmt_payment: at } : {}),
			});
		},
		tellRefund(reference) {
			const refund = refunds.get(reference)!;
			const trade = trades.get(refund.trade)!;
			return notice({
				notify_id: randomBytes(17).toString('hex'),
				notify_type: 'trade_status_sync',
				notify_time: beijing(now()),
				out_trade_no: trade.reference,
				out_biz_no: refund.reference,
				gmt_refund: `${beijing(refund.at)}.000`,
				refund_fee: refund.amount,
				total_amount: trade.amount,
				trade_status: trade.status,
			});
		},
		tellOther: () =>
			notice({
				notify_id: randomBytes(17).toString('hex'),
				notify_type: 'servicemarket_order_notify',
				notify_time: beijing(now()),
				title: '服务市场 & 通知=1',
			}),
		forge(request) {
			const form = new URLSearchParams(request.body);
			form.set('total_amount', '0.01');
			return { ...request, body: form.toString() };
		},
		made: (reference) => made.filter((one) => one === reference).length,
		trouble: (trouble) => {
			machine.trouble = trouble;
		},
		async close() {
			made = [];
			await machine.close();
		},
	};
	return bench;
}
