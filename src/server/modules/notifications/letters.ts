type Text = { subject: string; text: string };

/** What somebody is written about beside being told in the app: their money is away, or papers are there. */
export type Letter =
	| 'payout_sent'
	| 'payout_failed'
	| 'payout_returned'
	| 'payout_refused'
	| 'account_approved'
	| 'account_refused'
	| 'fapiao_issued'
	| 'fapiao_refused'
	| 'fapiao_voided';

/** The letters. {name} of who is written to, {sum} of money, {account} as it is shown, {why} in the words of who decided. */
export const letters: Record<Letter, Record<'zh-CN' | 'en', Text>> = {
	payout_sent: {
		'zh-CN': {
			subject: '{sum} 已打款',
			text: '你的提现 {sum} 已经打到 {account}。{bank}银行到账可能还要一两天。\n\n{link}',
		},
		en: {
			subject: '{sum} is on its way to you',
			text: 'Your payout of {sum} was sent to {account}. {bank}Your bank may take a day or two.\n\n{link}',
		},
	},
	payout_failed: {
		'zh-CN': {
			subject: '提现 {sum} 没有成功',
			text: '银行没有接受这笔 {sum} 的打款（{account}）。{why}\n\n这笔钱已回到你的可提现余额，请核对收款账户后重新申请：\n\n{link}',
		},
		en: {
			subject: 'Your payout of {sum} failed',
			text: 'The bank did not take the payout of {sum} to {account}. {why}\n\nThe money is available to you again; check your account and ask anew:\n\n{link}',
		},
	},
	payout_returned: {
		'zh-CN': {
			subject: '提现 {sum} 被银行退回',
			text: '打到 {account} 的 {sum} 被退回了。{why}\n\n这笔钱已回到你的可提现余额，请核对收款账户后重新申请：\n\n{link}',
		},
		en: {
			subject: 'Your payout of {sum} came back',
			text: 'The {sum} that was sent to {account} came back. {why}\n\nThe money is available to you again; check your account and ask anew:\n\n{link}',
		},
	},
	payout_refused: {
		'zh-CN': {
			subject: '提现 {sum} 未通过',
			text: '你申请的提现 {sum} 没有通过。{why}\n\n这笔钱仍在你的可提现余额里：\n\n{link}',
		},
		en: {
			subject: 'Your payout of {sum} was refused',
			text: 'The payout of {sum} that you asked for was refused. {why}\n\nThe money is still available to you:\n\n{link}',
		},
	},
	account_approved: {
		'zh-CN': { subject: '收款账户已核实', text: '收款账户 {account} 已核实，可以申请提现了：\n\n{link}' },
		en: {
			subject: 'Your account was checked',
			text: 'The account {account} was checked; you can ask for payouts to it now:\n\n{link}',
		},
	},
	account_refused: {
		'zh-CN': {
			subject: '收款账户未通过核实',
			text: '收款账户 {account} 没有通过核实。{why}\n\n请更正后重新提交：\n\n{link}',
		},
		en: {
			subject: 'Your account was not accepted',
			text: 'The account {account} was not accepted. {why}\n\nPlease correct it and send it in again:\n\n{link}',
		},
	},
	fapiao_issued: {
		'zh-CN': {
			subject: '发票已开具：{title}',
			text: '“{title}”的发票已开具，号码 {number}。\n\n{file}{link}',
		},
		en: {
			subject: 'Your fapiao for “{title}”',
			text: 'The fapiao for “{title}” was issued under the number {number}.\n\n{file}{link}',
		},
	},
	fapiao_refused: {
		'zh-CN': {
			subject: '发票申请未通过：{title}',
			text: '“{title}”的发票没有开具。{why}\n\n可以更正后重新申请：\n\n{link}',
		},
		en: {
			subject: 'No fapiao for “{title}”',
			text: 'The fapiao for “{title}” was not issued. {why}\n\nYou can correct your request and ask again:\n\n{link}',
		},
	},
	fapiao_voided: {
		'zh-CN': {
			subject: '发票已红冲：{title}',
			text: '“{title}”的发票（号码 {number}）已红冲。{why}\n\n{link}',
		},
		en: {
			subject: 'Your fapiao for “{title}” was voided',
			text: 'The fapiao for “{title}” with the number {number} was voided. {why}\n\n{link}',
		},
	},
};

/** Greeting and letter, in the reader's language. */
export function writeLetter(
	letter: Letter,
	locale: 'zh-CN' | 'en',
	values: Readonly<Record<string, string>>,
): Text {
	const fill = (text: string) =>
		text
			.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '')
			.replace(/ +$/gm, '')
			.trim();
	const { subject, text } = letters[letter][locale];
	const hello = locale === 'en' ? 'Hello {name},' : '{name}，你好：';
	return { subject: fill(subject), text: fill(`${hello}\n\n${text}`) };
}
