type Kind = 'invitation' | 'domain';

const texts: Record<Kind, Record<'zh-CN' | 'en', { subject: string; text: string }>> = {
	invitation: {
		'zh-CN': {
			subject: '{organisation} 邀请你一起学习',
			text: '你好：\n\n{inviter} 邀请你加入 {organisation}。点开下面的链接，登录或注册后就能加入（{days} 天内有效，只能用一次）：\n\n{link}\n\n加入后，{organisation} 能看到你在它安排或付费的课程里的进度。如果你不认识邀请你的人，不用理会这封信。',
		},
		en: {
			subject: '{organisation} invites you to learn together',
			text: 'Hello,\n\n{inviter} invites you to join {organisation}. Open this link, sign in or sign up, and you are in (valid for {days} days, once):\n\n{link}\n\nOnce you joined, {organisation} sees how far you are in courses that it assigned or paid for. If you do not know who invites you, ignore this mail.',
		},
	},
	domain: {
		'zh-CN': {
			subject: '请确认 {domain} 属于 {organisation}',
			text: '你好：\n\n{inviter} 说 {domain} 是 {organisation} 的邮箱域名。如果是，点开下面的链接确认（3 天内有效）：\n\n{link}\n\n确认后，用这个域名的邮箱注册的人可以自己加入，公司的统一登录可以使用这个域名。如果不是，不用理会这封信。',
		},
		en: {
			subject: 'Confirm that {domain} belongs to {organisation}',
			text: 'Hello,\n\n{inviter} says that {domain} is a mail domain of {organisation}. If it is, open this link (valid for three days):\n\n{link}\n\nFrom then on people with an address there may join by themselves, and the company’s sign-on may speak for it. If it is not, ignore this mail.',
		},
	},
};

/** Subject and text of a mail of an organisation. @param locale of who writes: nothing is known yet of who reads it */
export function mailText(
	kind: Kind,
	locale: string,
	values: Record<string, string | number>,
): { subject: string; text: string } {
	const { subject, text } = texts[kind][locale === 'en' ? 'en' : 'zh-CN'];
	const fill = (words: string) => words.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''));
	// A name with a line break must not make a header of its own.
	return { subject: fill(subject).replace(/\s+/g, ' '), text: fill(text) };
}
