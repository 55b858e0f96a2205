type Kind = 'verify-email' | 'reset-password';

const texts: Record<Kind, Record<'zh-CN' | 'en', { subject: string; text: string }>> = {
	'verify-email': {
		'zh-CN': {
			subject: '请确认你的邮箱',
			text: '{name}，你好：\n\n点开下面的链接，确认这个邮箱是你的（24 小时内有效）：\n\n{link}\n\n如果你没有注册过，不用理会这封信。',
		},
		en: {
			subject: 'Confirm your address',
			text: 'Hello {name},\n\nOpen this link to confirm that this address is yours (valid for 24 hours):\n\n{link}\n\nIf you did not sign up, ignore this mail.',
		},
	},
	'reset-password': {
		'zh-CN': {
			subject: '重设密码',
			text: '{name}，你好：\n\n点开下面的链接设一个新密码（1 小时内有效）。设好之后，其他设备都会退出登录：\n\n{link}\n\n如果不是你要求的，不用理会，密码没有变。',
		},
		en: {
			subject: 'Choose a new password',
			text: 'Hello {name},\n\nOpen this link to choose a new password (valid for one hour). Every other device will be signed out:\n\n{link}\n\nIf you did not ask for this, ignore this mail; your password is unchanged.',
		},
	},
};

/** Subject and text of an account's mail in the person's language. */
export function mailText(
	kind: Kind,
	locale: string,
	values: Record<string, string>,
): { subject: string; text: string } {
	const { subject, text } = texts[kind][locale === 'en' ? 'en' : 'zh-CN'];
	return { subject, text: text.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '') };
}
