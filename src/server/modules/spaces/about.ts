import { renderMarkdown } from '../../platform/markdown/index.ts';
import type { Space } from './space.ts';

const rendered = new Map<string, Promise<string>>();

/**
 * A space's own description as HTML, in the reader's language where it is written in it. Rendered once per text in a
 * process: a space's page is opened far more often than its description changes.
 */
export function aboutHtml(space: Pick<Space, 'about' | 'abouts'>, locale: 'zh-CN' | 'en'): Promise<string> {
	const text = space.abouts[locale] || space.about;
	if (!text) return Promise.resolve('');
	let html = rendered.get(text);
	if (!html) {
		html = renderMarkdown(text).then((body) => body.html);
		html.catch(() => rendered.delete(text));
		if (rendered.size >= 200) rendered.delete(rendered.keys().next().value!);
		rendered.set(text, html);
	}
	return html;
}
