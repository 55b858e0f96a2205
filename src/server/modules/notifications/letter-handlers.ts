import type { UserId } from '../../kernel/ids.ts';
import { type Currency, formatMoney } from '../../kernel/money.ts';
import type { Tx } from '../../platform/db/index.ts';
import { type Handler, onEvents } from '../../platform/events/index.ts';
import { sendMail } from '../../platform/mail/index.ts';
import { type Letter, letters, writeLetter } from './letters.ts';

/**
 * Writes to people when money has left for them or did not arrive, and when papers are there: with these nobody should
 * have to look in.
 *
 * @param origin where this place is, for links
 */
export function letterHandlers(origin: string): Handler[] {
	return [
		onEvents(
			'notifications.write-letters',
			['payouts.changed', 'payouts.account-decided', 'invoices.fapiao-decided'],
			async (tx, event) => {
				switch (event.type) {
					case 'payouts.changed': {
						const { userId, payoutId, status } = event.payload;
						return write(tx, userId, `payout_${status}`, (locale) =>
							ofPayout(tx, payoutId, locale, `${origin}/studio/payouts`),
						);
					}
					case 'payouts.account-decided': {
						const { userId, accountId, approved } = event.payload;
						return write(tx, userId, approved ? 'account_approved' : 'account_refused', () =>
							ofAccount(tx, accountId, `${origin}/studio/payouts`),
						);
					}
					case 'invoices.fapiao-decided': {
						const { userId, requestId, status } = event.payload;
						return write(tx, userId, `fapiao_${status}`, () => ofFapiao(tx, requestId, `${origin}/invoices`));
					}
				}
			},
		),
	];
}

type Locale = 'zh-CN' | 'en';

async function write(
	tx: Tx,
	userId: UserId,
	letter: string,
	valuesIn: (locale: Locale) => Promise<Record<string, string>>,
): Promise<void> {
	if (!Object.hasOwn(letters, letter)) return;
	const person = await tx
		.selectFrom('users')
		.select(['email', 'name', 'locale'])
		.where('id', '=', userId)
		.executeTakeFirst();
	if (!person?.email) return;
	const locale: Locale = person.locale === 'en' ? 'en' : 'zh-CN';
	const values = { name: person.name, ...(await valuesIn(locale)) };
	const { subject, text } = writeLetter(letter as Letter, locale, values);
	await sendMail(tx, { recipient: person.email, subject, text, kind: letter.replaceAll('_', '-') });
}

async function ofPayout(tx: Tx, payoutId: number, locale: Locale, link: string) {
	const payout = await tx
		.selectFrom('payouts')
		.innerJoin('payout_accounts', 'payout_accounts.id', 'payouts.account_id')
		.select(['amount', 'currency', 'bank_reference', 'payouts.reason', 'bank_name', 'number_tail'])
		.where('payouts.id', '=', payoutId)
		.executeTakeFirstOrThrow();
	const bank = payout.bank_reference
		? locale === 'en'
			? `The bank’s reference is ${payout.bank_reference}. `
			: `银行流水号 ${payout.bank_reference}。`
		: '';
	return {
		sum: formatMoney({ amount: payout.amount, currency: payout.currency as Currency }, locale),
		account: accountText(payout),
		bank,
		why: payout.reason ?? '',
		link,
	};
}

async function ofAccount(tx: Tx, accountId: number, link: string) {
	const account = await tx
		.selectFrom('payout_accounts')
		.select(['bank_name', 'number_tail', 'reason'])
		.where('id', '=', accountId)
		.executeTakeFirstOrThrow();
	return { account: accountText(account), why: account.reason ?? '', link };
}

const accountText = ({ bank_name, number_tail }: { bank_name: string; number_tail: string }) =>
	[bank_name, `···${number_tail}`].filter(Boolean).join(' ');

async function ofFapiao(tx: Tx, requestId: number, link: string) {
	const request = await tx
		.selectFrom('fapiao_requests')
		.innerJoin('orders', 'orders.id', 'fapiao_requests.order_id')
		.select(['orders.title', 'fapiao_number', 'link', 'reason'])
		.where('fapiao_requests.id', '=', requestId)
		.executeTakeFirstOrThrow();
	return {
		title: request.title,
		number: request.fapiao_number ?? '',
		file: request.link ? `${request.link}\n\n` : '',
		why: request.reason ?? '',
		link,
	};
}
