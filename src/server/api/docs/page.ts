import { errorCatalogue } from '../../kernel/errors.ts';
import { renderMarkdown } from '../../platform/markdown/index.ts';
import { openApiDocument } from '../openapi.ts';
import { type Locale, titleOf } from '../titles.ts';
import { escapeHtml, operationHtml, type Shown } from './operation.ts';
import { style } from './style.ts';

// Scalar and its like load their script, megabytes of it, from another host, and show nothing without it. What is
// needed here is a list: rendered once, it is a page of 60 KB on the wire that any browser and any text tool reads.

const words = {
	en: {
		title: 'API',
		back: 'Back to the site',
		codes: 'Error codes',
		code: 'Code',
		status: 'Status',
		description: 'Machine-readable description',
		all: 'Operations',
	},
	'zh-CN': {
		title: 'API 文档',
		back: '返回首页',
		codes: '错误代码',
		code: '代码',
		status: '状态',
		description: '机器可读的描述',
		all: '全部操作',
	},
} as const;

const made = new Map<Locale, Promise<string>>();

/** The docs page: every operation of the API and every error code, without a script. */
export async function docsPage(locale: Locale): Promise<Response> {
	let html = made.get(locale);
	if (!html) {
		html = render(locale);
		made.set(locale, html);
	}
	return new Response(await html, {
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy':
				"default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'",
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'same-origin',
			'cache-control': 'public, max-age=300',
			vary: 'Accept-Language',
		},
	});
}

async function render(locale: Locale): Promise<string> {
	const document = openApiDocument();
	const say = words[locale];
	const byTag = Map.groupBy(shownIn(document.paths ?? {}), (one) => one.tags[0] ?? '');
	const about = (await renderMarkdown(document.info.description ?? '', { locale: 'en' })).html;
	const nav = [...byTag].map(
		([tag, several]) =>
			`<details><summary>${escapeHtml(tag)}</summary>${several.map((one) => `<a href="#${one.operationId}">${escapeHtml(one.summary)}</a>`).join('')}</details>`,
	);
	const sections = [...byTag].map(
		([tag, several]) =>
			`<section><h2>${escapeHtml(tag)}</h2>${several.map((one) => operationHtml(document, one, locale)).join('')}</section>`,
	);
	const codes = [...errorCatalogue()]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(
			([code, status]) =>
				`<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td lang="${locale}">${escapeHtml(titleOf(code, locale))}</td></tr>`,
		);
	return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say.title} · Stoa</title><meta name="robots" content="noindex"><link rel="icon" href="/favicon.svg"><style>${style}</style></head><body>
<nav aria-label="${say.all}"><a class="home" href="/">← ${say.back}</a><strong>${say.title}</strong>${nav.join('')}<a href="#codes">${say.codes}</a><a href="/api/v1/openapi.json">${say.description}</a></nav>
<main lang="en"><h1>${escapeHtml(document.info.title)}</h1><p class="base"><code>/api/v1</code> · <a href="/api/v1/openapi.json">openapi.json</a></p>${about}
${sections.join('\n')}
<section id="codes"><h2 lang="${locale}">${say.codes}</h2><div class="wide"><table><thead lang="${locale}"><tr><th>${say.code}</th><th>${say.status}</th><th></th></tr></thead><tbody>${codes.join('')}</tbody></table></div></section>
</main></body></html>`;
}

function shownIn(paths: object): Shown[] {
	return Object.entries(paths).flatMap(([path, methods]) =>
		Object.entries(methods as Record<string, Omit<Shown, 'path' | 'method'>>).map(([method, one]) => ({
			...one,
			path,
			method,
		})),
	);
}
