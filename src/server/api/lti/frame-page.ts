/** Words of the one page that stands in a platform's frame. */
const words = {
	en: {
		open: (site: string) => `Open in ${site}`,
		lead: 'The course opens in a window of its own, where you stay signed in and nothing is lost when this page changes.',
		back: 'Go back to the platform',
		chosen: 'The link is ready. It is made when you go back.',
		failed: 'This could not be opened',
		again: 'Go back and open it again. If it keeps failing, tell whoever runs the course.',
	},
	'zh-CN': {
		open: (site: string) => `在 ${site} 中打开`,
		lead: '课程会在新窗口中打开：登录状态得以保持，本页变化时也不会丢失进度。',
		back: '返回平台',
		chosen: '链接已准备好，返回后即生效。',
		failed: '无法打开',
		again: '请返回后重新打开。如果一直失败，请联系课程的管理者。',
	},
} as const;

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

interface Given {
	locale: 'zh-CN' | 'en';
	site: string;
	/** Where the button leads, in a window of its own. */
	href?: string;
	/** Instead of it: why it failed. */
	fault?: string;
	/** Who may hold this page in a frame. */
	frameAncestors: string;
}

/**
 * The page that a platform's frame shows: one button. It holds nothing of anybody, and no cookie is needed for it, so it
 * works in frames of browsers that keep none.
 */
export function framePage({ locale, site, href, fault, frameAncestors }: Given): Response {
	const say = words[locale];
	const body = fault
		? `<h1>${say.failed}</h1><p>${escaped(fault)}</p><p>${say.again}</p>`
		: `<p><a href="${escaped(href ?? '/')}" target="_blank" rel="noopener">${escaped(say.open(site))}</a></p><p>${say.lead}</p>`;
	return pageOf({ locale, site, body, policy: `frame-ancestors ${frameAncestors}` });
}

/** Brings what was chosen back to the platform: a form to its own address, and to no other. */
export function returnPage(given: {
	locale: 'zh-CN' | 'en';
	site: string;
	returnUrl: string;
	jwt: string;
}): Response {
	const say = words[given.locale];
	const body = `<p>${say.chosen}</p><form method="post" action="${escaped(given.returnUrl)}"><input type="hidden" name="JWT" value="${escaped(given.jwt)}"><button>${say.back}</button></form>`;
	return pageOf({
		...given,
		body,
		policy: `form-action ${new URL(given.returnUrl).origin}; frame-ancestors 'self'`,
	});
}

function pageOf(given: { locale: string; site: string; body: string; policy: string }): Response {
	const { locale, site, body, policy } = given;
	const html = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(site)}</title>
<style>body{font:16px/1.6 system-ui,"PingFang SC","Noto Sans SC",sans-serif;margin:0;padding:2rem 1.25rem;max-width:34rem;color:#1c1d22;background:#fff}a,button{display:inline-block;padding:.7rem 1.2rem;border-radius:.5rem;background:#2f4ac0;color:#fff;text-decoration:none;font:inherit;font-weight:600;border:0;cursor:pointer}h1{font-size:1.25rem}@media(prefers-color-scheme:dark){body{color:#e8e8ea;background:#17181c}}</style></head><body>${body}</body></html>`;
	return new Response(html, {
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; ${policy}`,
		},
	});
}
