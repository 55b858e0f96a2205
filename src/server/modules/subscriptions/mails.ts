/** What a subscriber is written about. */
export type SubscriberMail =
	| 'trial_begun'
	| 'trial_begun_means'
	| 'begun'
	| 'trial_ending'
	| 'trial_ending_means'
	| 'trial_over'
	| 'paid'
	| 'unpaid'
	| 'unpaid_again'
	| 'unpaid_last'
	| 'ended_unpaid'
	| 'plan_changed'
	| 'plan_change_planned'
	| 'price_change'
	| 'cancelled'
	| 'pause_asked'
	| 'paused'
	| 'pause_ending'
	| 'pause_over'
	| 'closed'
	| 'win_back';

type Text = { subject: string; text: string };

/**
 * The letters. {name} of the subscriber, {what} is subscribed to, {price} of a period and {every}, {until} a day, {link}
 * where something can be done about it.
 */
export const subscriberMails: Record<SubscriberMail, Record<'zh-CN' | 'en', Text>> = {
	trial_begun: {
		'zh-CN': {
			subject: '“{what}”的试用开始了',
			text: '你可以免费试用“{what}”到 {until}。\n\n现在不收一分钱。试用结束前三天我们会写信提醒你；想继续，{every} {price}，届时付款即可。不想继续，随时可以取消：\n\n{link}',
		},
		en: {
			subject: 'Your trial of “{what}” has begun',
			text: 'You may try “{what}” for free until {until}.\n\nNothing is charged now. We will write three days before the trial ends; to go on, it is {price} {every}, to be paid then. To stop, cancel at any time:\n\n{link}',
		},
	},
	trial_begun_means: {
		'zh-CN': {
			subject: '“{what}”的试用开始了',
			text: '你可以免费试用“{what}”到 {until}。\n\n现在不收一分钱。试用结束前三天我们会写信提醒你；不取消的话，{until} 会用你留下的支付方式自动扣第一期（{every} {price}）。不想继续，在那之前随时取消，一分钱也不收：\n\n{link}',
		},
		en: {
			subject: 'Your trial of “{what}” has begun',
			text: 'You may try “{what}” for free until {until}.\n\nNothing is charged now. We will write three days before the trial ends; unless you cancel, the first period ({price} {every}) is then taken by itself on {until}, by the means of payment that you left. To stop, cancel at any time before, and nothing is charged:\n\n{link}',
		},
	},
	begun: {
		'zh-CN': {
			subject: '你订阅了“{what}”',
			text: '“{what}”已经为你打开，这一期到 {until}。\n\n到期自动续费：{every} {price}。想更换方案、暂停或取消，都在这里，取消后仍可用到期末：\n\n{link}',
		},
		en: {
			subject: 'You are subscribed to “{what}”',
			text: '“{what}” is open to you; this period runs until {until}.\n\nIt renews by itself: {price} {every}. Change plan, pause or cancel here; cancelled, it stays open until the end of the period:\n\n{link}',
		},
	},
	trial_ending: {
		'zh-CN': {
			subject: '“{what}”的试用 {until} 结束',
			text: '“{what}”的免费试用到 {until} 为止。\n\n之后是 {every} {price}。想继续，可以现在就付（时间从试用结束起算）；不想继续，什么都不用做，或者现在就取消：\n\n{link}',
		},
		en: {
			subject: 'Your trial of “{what}” ends on {until}',
			text: 'Your free trial of “{what}” runs until {until}.\n\nAfter that it is {price} {every}. To go on, you may pay now (the time counts from the end of the trial). To stop, do nothing, or cancel now:\n\n{link}',
		},
	},
	trial_ending_means: {
		'zh-CN': {
			subject: '“{what}”的试用 {until} 结束，届时自动扣费',
			text: '“{what}”的免费试用到 {until} 为止。\n\n不取消的话，那天会用你留下的支付方式自动扣 {price}（{every}）。不想继续，请在那之前取消，一分钱也不收：\n\n{link}',
		},
		en: {
			subject: 'Your trial of “{what}” ends on {until}; then it is charged',
			text: 'Your free trial of “{what}” runs until {until}.\n\nUnless you cancel, {price} ({every}) is then taken by itself, by the means of payment that you left. To stop, cancel before then, and nothing is charged:\n\n{link}',
		},
	},
	trial_over: {
		'zh-CN': {
			subject: '“{what}”的试用结束了',
			text: '试用结束了。想继续读“{what}”，请在 {until} 之前付第一期（{every} {price}），在那之前它一直为你开着：\n\n{link}\n\n不付也没关系：{until} 它会自己结束，不会扣任何费用。',
		},
		en: {
			subject: 'Your trial of “{what}” is over',
			text: 'The trial is over. To keep “{what}”, pay the first period ({price} {every}) before {until}; it stays open to you until then:\n\n{link}\n\nIf you do not, it ends by itself on {until}, and nothing is charged.',
		},
	},
	paid: {
		'zh-CN': {
			subject: '“{what}”已续费',
			text: '已收到 {paid}，“{what}”续到 {until}。\n\n收据和更改方案都在这里：\n\n{link}',
		},
		en: {
			subject: '“{what}” was renewed',
			text: 'We received {paid}; “{what}” now runs until {until}.\n\nThe receipt, and everything you may change, is here:\n\n{link}',
		},
	},
	unpaid: {
		'zh-CN': {
			subject: '“{what}”的续费没有成功',
			text: '“{what}”这一期的 {price} 没有付成。内容照常为你开着，到 {until}。\n\n请在那之前付款：\n\n{link}\n\n三天后我们会再试一次。',
		},
		en: {
			subject: 'The renewal of “{what}” did not go through',
			text: 'The {price} for the next period of “{what}” was not paid. Everything stays open to you until {until}.\n\nPlease pay before then:\n\n{link}\n\nWe will try again in three days.',
		},
	},
	unpaid_again: {
		'zh-CN': {
			subject: '再提醒一次：“{what}”还没有付款',
			text: '“{what}”的 {price} 还是没有付成。到 {until} 之前付款，一天也不会断：\n\n{link}',
		},
		en: {
			subject: 'Once more: “{what}” is not paid yet',
			text: 'The {price} for “{what}” is still unpaid. Pay before {until} and you will not miss a day:\n\n{link}',
		},
	},
	unpaid_last: {
		'zh-CN': {
			subject: '“{what}”将于 {until} 结束',
			text: '这是最后一次提醒：“{what}”的 {price} 没有付，{until} 订阅就会结束。\n\n想留下，请在那之前付款：\n\n{link}',
		},
		en: {
			subject: '“{what}” ends on {until}',
			text: 'This is the last reminder: the {price} for “{what}” is unpaid, and the subscription ends on {until}.\n\nTo stay, pay before then:\n\n{link}',
		},
	},
	ended_unpaid: {
		'zh-CN': {
			subject: '“{what}”的订阅结束了',
			text: '因为没有收到付款，“{what}”的订阅结束了。什么都没有扣，以后也不会再扣。想回来，随时可以：\n\n{link}',
		},
		en: {
			subject: 'Your subscription to “{what}” has ended',
			text: 'As no payment came, your subscription to “{what}” has ended. Nothing was charged, and nothing will be. You are welcome back at any time:\n\n{link}',
		},
	},
	plan_changed: {
		'zh-CN': {
			subject: '“{what}”的新方案已经生效',
			text: '你现在的方案是“{what}”，{every} {price}，这一期到 {until}。\n\n{link}',
		},
		en: {
			subject: 'Your new plan of “{what}” is in force',
			text: 'Your plan is now “{what}”, {price} {every}; this period runs until {until}.\n\n{link}',
		},
	},
	plan_change_planned: {
		'zh-CN': {
			subject: '“{what}”的方案将于 {until} 更换',
			text: '到 {until} 为止一切不变；之后换成“{next}”，{nextEvery} {nextPrice}。改主意了，可以在那之前撤回：\n\n{link}',
		},
		en: {
			subject: 'Your plan of “{what}” changes on {until}',
			text: 'Nothing changes until {until}; then it becomes “{next}”, {nextPrice} {nextEvery}. You may take it back before then:\n\n{link}',
		},
	},
	price_change: {
		'zh-CN': {
			subject: '“{what}”的价格将有变化',
			text: '“{what}”的价格从 {every} {price} 变为 {nextPrice}。\n\n你的价格到 {until} 之前不变，从那之后的第一次续费起按新价格。不想继续，在那之前取消即可，不会多付：\n\n{link}',
		},
		en: {
			subject: 'The price of “{what}” will change',
			text: 'The price of “{what}” changes from {price} to {nextPrice} {every}.\n\nYours stays as it is until {until}; the new one holds from your first renewal after that day. If you do not want to go on, cancel before then and pay nothing more:\n\n{link}',
		},
	},
	cancelled: {
		'zh-CN': {
			subject: '“{what}”的订阅已取消',
			text: '不会再扣费。“{what}”为你开到 {until}；在那之前可以撤回取消：\n\n{link}',
		},
		en: {
			subject: 'Your subscription to “{what}” is cancelled',
			text: 'Nothing more will be charged. “{what}” stays open to you until {until}; before then you may undo this:\n\n{link}',
		},
	},
	pause_asked: {
		'zh-CN': {
			subject: '“{what}”将在 {until} 暂停',
			text: '这一期已经付过，“{what}”照常开到 {until}，然后暂停 {months} 个月，期间不收费。想早点回来，随时可以：\n\n{link}',
		},
		en: {
			subject: '“{what}” will pause on {until}',
			text: 'This period is paid: “{what}” stays open until {until}, then pauses for {months} months, and nothing is charged meanwhile. You may come back earlier at any time:\n\n{link}',
		},
	},
	paused: {
		'zh-CN': {
			subject: '“{what}”已暂停',
			text: '“{what}”暂停了，{until} 恢复。恢复前三天我们会写信。想早点回来，或者不回来了，都在这里：\n\n{link}',
		},
		en: {
			subject: '“{what}” is paused',
			text: '“{what}” is paused and resumes on {until}. We will write three days before. Come back earlier, or not at all, here:\n\n{link}',
		},
	},
	pause_ending: {
		'zh-CN': {
			subject: '“{what}”将于 {until} 恢复',
			text: '暂停快结束了：{until} 起恢复，{every} {price}。不想恢复，在那之前取消：\n\n{link}',
		},
		en: {
			subject: '“{what}” resumes on {until}',
			text: 'The pause is nearly over: on {until} it resumes, at {price} {every}. If you do not want that, cancel before then:\n\n{link}',
		},
	},
	pause_over: {
		'zh-CN': {
			subject: '“{what}”可以恢复了',
			text: '暂停结束了。付款（{every} {price}）之后“{what}”立刻重新打开；到 {until} 还没有付，订阅就结束，不收任何费用：\n\n{link}',
		},
		en: {
			subject: '“{what}” can resume',
			text: 'The pause is over. As soon as {price} {every} is paid, “{what}” opens again; if it is not paid by {until}, the subscription ends and nothing is charged:\n\n{link}',
		},
	},
	closed: {
		'zh-CN': {
			subject: '“{what}”关闭了，订阅到此为止',
			text: '“{what}”不再开放订阅，你的订阅结束了。没有扣下一期的费用，以后也不会再扣。\n\n{link}',
		},
		en: {
			subject: '“{what}” has closed, and your subscription ends',
			text: '“{what}” is not open to subscribers any more, so your subscription has ended. The next period was not charged, and nothing will be.\n\n{link}',
		},
	},
	win_back: {
		'zh-CN': {
			subject: '“{what}”想请你回来',
			text: '你离开“{what}”有一阵了。如果想回来看看，第一期便宜 {percent}：结账时填 {code}，{until} 之前有效，只能由你用一次。\n\n{link}\n\n不想再收到这样的信：在上面那一页说一声即可。',
		},
		en: {
			subject: '“{what}” would like you back',
			text: 'It has been a while since you left “{what}”. If you would like to have another look, the first period is {percent} cheaper: enter {code} at the checkout, valid until {until}, once and for you alone.\n\n{link}\n\nTo get no more letters like this, say so on that page.',
		},
	},
};

/** Greeting, letter and whom it comes from, in the subscriber's language. */
export function writeMail(
	mail: SubscriberMail,
	locale: string,
	values: Readonly<Record<string, string>>,
): Text {
	const language = locale === 'en' ? 'en' : 'zh-CN';
	const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');
	const { subject, text } = subscriberMails[mail][language];
	const hello = language === 'en' ? 'Hello {name},' : '{name}，你好：';
	return { subject: fill(subject), text: fill(`${hello}\n\n${text}`) };
}
