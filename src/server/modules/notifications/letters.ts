type Text = { subject: string; text: string };

/** What somebody is written about beside being told in the app: money, papers, and what they learn with others. */
export type Letter =
	| 'payout_sent'
	| 'payout_failed'
	| 'payout_returned'
	| 'payout_refused'
	| 'account_approved'
	| 'account_refused'
	| 'fapiao_issued'
	| 'fapiao_refused'
	| 'fapiao_voided'
	| `cohort_${'begins' | 'missed' | 'passed' | 'failed' | 'cancelled'}`
	| `training_${'given' | 'due' | 'late'}`;

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
	cohort_begins: {
		'zh-CN': {
			subject: '“{cohort}”明天开始',
			text: '你报名的训练营“{cohort}”明天（{day}）开始。到班级看看日程：\n\n{link}',
		},
		en: {
			subject: '“{cohort}” begins tomorrow',
			text: 'Your cohort “{cohort}” begins tomorrow ({day}). Look at its plan:\n\n{link}',
		},
	},
	cohort_missed: {
		'zh-CN': {
			subject: '昨天没有打卡：{cohort}',
			text: '训练营“{cohort}”昨天没有你的打卡。{cards}今天接着来：\n\n{link}',
		},
		en: {
			subject: 'You missed a check-in: {cohort}',
			text: 'You did not check in to “{cohort}” yesterday. {cards} Go on today:\n\n{link}',
		},
	},
	cohort_passed: {
		'zh-CN': {
			subject: '你完成了“{cohort}”',
			text: '恭喜，你完成了训练营“{cohort}”。{back}\n\n{link}',
		},
		en: {
			subject: 'You completed “{cohort}”',
			text: 'Well done: you completed the cohort “{cohort}”. {back}\n\n{link}',
		},
	},
	cohort_failed: {
		'zh-CN': {
			subject: '“{cohort}”结束了',
			text: '训练营“{cohort}”结束了，这次没有达到约定的要求。{back}学到的都还在：\n\n{link}',
		},
		en: {
			subject: '“{cohort}” is over',
			text: 'The cohort “{cohort}” is over; you did not meet its rule this time. {back} What you learnt stays:\n\n{link}',
		},
	},
	cohort_cancelled: {
		'zh-CN': {
			subject: '“{cohort}”取消了',
			text: '训练营“{cohort}”取消了。付过的钱会全部退回给你。\n\n{link}',
		},
		en: {
			subject: '“{cohort}” was called off',
			text: 'The cohort “{cohort}” was called off. All that you paid for it goes back to you.\n\n{link}',
		},
	},
	training_given: {
		'zh-CN': {
			subject: '{organisation} 给你安排了培训：{title}',
			text: '{organisation} 给你安排了“{title}”。\n\n{link}',
		},
		en: {
			subject: '{organisation} gave you something to learn: {title}',
			text: '{organisation} gave you “{title}” to learn.\n\n{link}',
		},
	},
	training_due: {
		'zh-CN': {
			subject: '培训快到期了：{title}',
			text: '{organisation} 安排的“{title}”快到期了。\n\n{link}',
		},
		en: {
			subject: 'Due soon: {title}',
			text: '“{title}”, which {organisation} gave you to learn, is due soon.\n\n{link}',
		},
	},
	training_late: {
		'zh-CN': {
			subject: '培训已过期：{title}',
			text: '{organisation} 安排的“{title}”已经过了截止日期。\n\n{link}',
		},
		en: {
			subject: 'Overdue: {title}',
			text: '“{title}”, which {organisation} gave you to learn, is overdue.\n\n{link}',
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
