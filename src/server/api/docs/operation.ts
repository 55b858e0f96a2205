import { exampleOf } from '../example.ts';
import type { Locale } from '../titles.ts';

/** One operation as the document has it. */
export interface Shown {
	path: string;
	method: string;
	operationId: string;
	tags: string[];
	summary: string;
	description?: string;
	security?: Record<string, unknown>[];
	servers?: { url: string }[];
	'x-scope'?: string;
	parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
	requestBody?: { content: Record<string, { schema: Schema; example?: unknown }> };
	responses: Record<
		string,
		{ $ref?: string; description?: string; content?: Record<string, { schema: Schema; example?: unknown }> }
	>;
}

interface Schema {
	$ref?: string;
	type?: string | string[];
	enum?: unknown[];
	anyOf?: Schema[];
	items?: Schema;
	properties?: Record<string, Schema>;
	required?: string[];
	description?: string;
	default?: unknown;
	format?: string;
}

interface Doc {
	components?: { schemas?: object; responses?: object };
}

const words = {
	en: {
		parameters: 'Parameters',
		body: 'Body',
		answer: 'Answer',
		refusals: 'Refusals',
		try: 'Call',
		anyone: 'anyone',
		member: 'signed in',
		scope: 'scope',
		browser: 'browser only',
		required: 'required',
	},
	'zh-CN': {
		parameters: '参数',
		body: '请求体',
		answer: '返回',
		refusals: '拒绝',
		try: '调用',
		anyone: '任何人',
		member: '需要登录',
		scope: '权限',
		browser: '仅限浏览器',
		required: '必填',
	},
} as const;

export function escapeHtml(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Text with `code` in it. */
function prose(text: string): string {
	return escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

export function operationHtml(document: Doc, shown: Shown, locale: Locale): string {
	const say = words[locale];
	const label = (text: string) => `<h4 lang="${locale}">${text}</h4>`;
	const base = shown.servers?.[0]?.url === '/' ? '' : '/api/v1';
	const path = escapeHtml(base + shown.path).replace(/\{\w+\}/g, '<em>$&</em>');
	const parts = [
		shown.description ? `<p>${prose(shown.description)}</p>` : '',
		shown.parameters?.length
			? label(say.parameters) +
				fields(
					shown.parameters.map((one) => ({ ...one, where: one.in })),
					say.required,
				)
			: '',
		bodyOf(document, shown, label(say.body), say.required),
		answerOf(document, shown, label(say.answer)),
		refusalsOf(document, shown, label(say.refusals)),
		label(say.try) + `<pre><code>${escapeHtml(curl(document, shown, base))}</code></pre>`,
	];
	return `<article id="${shown.operationId}"><details><summary><span class="method ${shown.method}">${shown.method.toUpperCase()}</span> <code>${path}</code>
<span class="what">${escapeHtml(shown.summary)}</span><span class="who" lang="${locale}">${who(shown, say)}</span></summary><div class="inside">${parts.join('')}</div></details></article>`;
}

function who(shown: Shown, say: (typeof words)[Locale]): string {
	const security = shown.security ?? [];
	const open = security.some((one) => Object.keys(one).length === 0);
	const keyed = security.some((one) => 'key' in one);
	return [
		open ? say.anyone : say.member,
		...(shown['x-scope'] ? [keyed ? `${say.scope} ${shown['x-scope']}` : say.browser] : []),
	].join(' · ');
}

function fields(
	list: { name: string; where?: string; required?: boolean; schema?: Schema }[],
	required: string,
): string {
	const rows = list.map(
		({ name, where, required: must, schema = {} }) =>
			`<tr><td><code>${escapeHtml(name)}</code>${must ? `<sup title="${required}">*</sup>` : ''}</td><td>${escapeHtml([typeOf(schema), where && where !== 'path' ? where : ''].filter(Boolean).join(', '))}</td><td>${prose(schema.description ?? '')}${schema.default === undefined ? '' : ` <span class="default">= ${escapeHtml(JSON.stringify(schema.default))}</span>`}</td></tr>`,
	);
	return `<div class="wide"><table><tbody>${rows.join('')}</tbody></table></div>`;
}

function typeOf(schema: Schema): string {
	if (schema.$ref) return schema.$ref.split('/').at(-1)!;
	if (schema.enum) return schema.enum.map(String).join(' | ');
	if (schema.anyOf) return schema.anyOf.map(typeOf).join(' | ');
	const types = [schema.type].flat().filter((type) => type !== undefined);
	return (
		types
			.map((type) => (type === 'array' ? `${typeOf(schema.items ?? {})}[]` : (schema.format ?? type)))
			.join(' | ') || 'any'
	);
}

function resolved(document: Doc, schema: Schema): Schema {
	if (!schema.$ref) return schema;
	const named = (document.components?.schemas ?? {}) as Record<string, Schema>;
	return named[schema.$ref.split('/').at(-1)!] ?? {};
}

function bodyOf(document: Doc, shown: Shown, label: string, required: string): string {
	const media = shown.requestBody?.content['application/json'];
	if (!media) return '';
	const schema = resolved(document, media.schema);
	const list = Object.entries(schema.properties ?? {}).map(([name, part]) => ({
		name,
		schema: part,
		required: schema.required?.includes(name),
	}));
	return `${label}${schema.description ? `<p>${prose(schema.description)}</p>` : ''}${fields(list, required)}`;
}

function responsesOf(document: Doc, shown: Shown) {
	const shared = document.components?.responses as Record<string, Shown['responses'][string]> | undefined;
	return Object.entries(shown.responses).map(([status, response]) => {
		const name = response.$ref?.split('/').at(-1);
		return { status, ...((name && shared?.[name]) || response) };
	});
}

function answerOf(document: Doc, shown: Shown, label: string): string {
	const good = responsesOf(document, shown).filter(({ status }) => status < '400');
	const texts = good.map(({ status, description = '', content }) => {
		const [media] = Object.values(content ?? {});
		const example = media ? (media.example ?? exampleOf(document, media.schema)) : undefined;
		const text = typeof example === 'string' ? example : JSON.stringify(example, null, 2);
		return `<p><b>${status}</b> ${prose(description)}</p>${example === undefined ? '' : `<pre><code>${escapeHtml(text)}</code></pre>`}`;
	});
	return label + texts.join('');
}

function refusalsOf(document: Doc, shown: Shown, label: string): string {
	const bad = responsesOf(document, shown).filter(
		({ status, description }) => status >= '400' && description?.includes('`'),
	);
	if (bad.length === 0) return '';
	const linked = (text: string) =>
		escapeHtml(text).replace(/`([^`]+)`/g, '<a href="#$1"><code>$1</code></a>');
	return `${label}<ul class="codes">${bad.map(({ status, description = '' }) => `<li><b>${status}</b> ${linked(description)}</li>`).join('')}</ul>`;
}

function curl(document: Doc, shown: Shown, base: string): string {
	const media = shown.requestBody?.content['application/json'];
	const open = shown.security?.some((one) => Object.keys(one).length === 0);
	const lines = [
		`curl ${shown.method === 'get' ? '' : `-X ${shown.method.toUpperCase()} `}"$STOA${base}${shown.path}"`,
		...(open ? [] : ['-H "Authorization: Bearer $STOA_KEY"']),
		...(shown.parameters ?? [])
			.filter((one) => one.in === 'header' && one.required)
			.map((one) => `-H '${one.name}: "3"'`),
		...(media
			? [
					'-H "Content-Type: application/json"',
					`-d '${JSON.stringify(media.example ?? exampleOf(document, media.schema)).replaceAll("'", "'\\''")}'`,
				]
			: []),
	];
	return lines.join(' \\\n  ');
}
